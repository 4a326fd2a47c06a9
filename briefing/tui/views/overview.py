"""Overview: the bottom line, the key judgements, and what changed since the last reading."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import Horizontal

from briefing.describe import view
from briefing.document import Block, Document, Field, Heading, Paragraph, Run, run
from briefing.pack.pack import Ref, title
from briefing.problems import summary
from briefing.tui.views.view import View
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane

WAYS = (
    ("2", "both sides, side by side"),
    ("3", "who stands where"),
    ("/", "find a name, a figure, a word"),
    ("c", "says who? the source of a line"),
    ("e", "write the one-page brief"),
    ("?", "all keys"),
)
"""What a reader who opens a briefing for the first time should know."""


class Overview(View):
    """Where a reader starts: the answer first, and beside it what is new."""

    NAME = "overview"
    CSS_PATH = Path(__file__).with_suffix(".tcss")

    def body(self) -> ComposeResult:
        """Yield the answer, and what is new."""
        with Horizontal():
            yield Pane(id="answer")
            yield Pane(id="news", classes="rule-left")

    def fill(self) -> None:
        """Show both panes."""
        self.query_one("#answer", Pane).show(view(self.pack, "overview"), "answer")
        self.query_one("#news", Pane).show(self._news(), "news")

    def show(self, ref: Ref) -> None:
        """Go to a judgement and show it whole."""
        answer = self.query_one("#answer", Pane)
        self.set_focus(answer)
        self.call_after_refresh(answer.go, str(ref))

    def opened(self, widget: LineWidget, key: str) -> None:
        """Show a judgement whole; open anything else where it is at home."""
        ref = self.as_ref(key)
        if ref is not None and ref.kind == "judgement":
            self.briefing.detail(ref)
        else:
            super().opened(widget, key)

    def _news(self) -> Document:
        """Return what changed, the reader's notes, and the problems of the content."""
        parts: list[Block] = []
        changes = self.briefing.session.changes
        parts.append(Heading(2, run("Since you last looked")))
        if not changes:
            parts.append(Paragraph(run("Nothing has changed.", "muted")))
        for change in changes:
            name = self._title(change.ref)
            parts.append(Paragraph((Run(f"{change.kind} ", "caution"), Run(name)), str(change.ref)))
        notes = self.briefing.session.notes
        if notes:
            parts.append(Heading(2, run("Your notes")))
            parts += [
                Paragraph((Run(f"{self._title(ref)}: ", "muted"), Run(text)), str(ref))
                for ref, text in notes.items()
            ]
        problems = self.briefing.session.problems
        if problems:
            parts.append(Heading(2, run("Content")))
            text = f"{summary(problems)}; press ! to see them"
            parts.append(Paragraph(run(text, "bad")))
        parts.append(Heading(2, run("Find your way")))
        parts += [Field(keys, run(text)) for keys, text in WAYS]
        return Document(title="For you", blocks=tuple(parts))

    def _title(self, ref: Ref) -> str:
        item = self.pack.items.get(ref)
        return title(item) if item is not None else str(ref)
