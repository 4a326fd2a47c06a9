"""Overview: the bottom line, the key judgements, and what changed since the last reading."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec.structs import replace
from textual.app import ComposeResult

from briefing.describe import view
from briefing.describe.common import heading
from briefing.describe.noted import name
from briefing.describe.views import HOLDS
from briefing.document import Block, Document, Field, Line, Paragraph, Run, run
from briefing.pack.pack import Ref
from briefing.problems import summary
from briefing.tui.commands import commands_of, first_key
from briefing.tui.since import Since
from briefing.tui.views.view import View
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane
from briefing.words import counted, date

WAYS = {
    "compare": "both sides, side by side",
    "experts": "who stands where",
    "search": "find a name, a figure, a word",
    "citation": "says who? the source of a line",
    "export": "write the one-page brief",
    "notes": "your notes, and a file of them",
    "tour": "the tour",
    "help": "all keys",
}
"""What a reader who opens a briefing for the first time should know, by command."""
FIRST = "Your first reading. What changes from now on is listed here and marked • in lists."
NO_NOTES = "None yet; {note} writes one on what is highlighted."
CHECKED = "The rules of `briefing check` find nothing."
UNCHECKED = "{problems} holds it against the rules."
SIGN = {"added": "+", "removed": "−"}
"""What stands before a change; before any other than these a dot."""
LOOKING = "Comparing with what you read on {day} …"
LOST = (
    "What changed since {day} cannot be told: another version of this program kept what you read "
    "then. From now on changes are listed here again."
)
MOST = 12
"""So many changes are listed; one more row opens them all."""
ALL = "changes"
CHANGED = "changed "
"""What stands before the name of an item in the key of a row that tells of its change."""


class Overview(View):
    """Where a reader starts: the answer first, and beside it what is new.

    Where there is room for one column only, what is new stands in the middle of the answer.
    """

    NAME = "overview"
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    _was_narrow = False

    def body(self) -> ComposeResult:
        """Yield the answer, and what is new."""
        yield Pane(id="answer")
        yield Pane(id="news", classes="rule-left")

    def fill(self) -> None:
        """Show both panes, or both in one."""
        answer, news = view(self.pack, "overview"), self._news()
        self._was_narrow = self.narrow
        if self.narrow:
            answer = replace(answer, blocks=_with_news(answer.blocks, news.blocks))
        self.query_one("#answer", Pane).show(answer, "answer")
        self.query_one("#news", Pane).show(news, "news")

    def on_resize(self) -> None:
        """Put both panes into one, or set them beside one another again."""
        if self.narrow != self._was_narrow:
            self.fill()
            if self.narrow:
                self.set_focus(self.query_one("#answer"))

    def show(self, ref: Ref) -> None:
        """Go to a judgement and show it whole."""
        answer = self.query_one("#answer", Pane)
        self.set_focus(answer)
        self.call_after_refresh(answer.go, str(ref))

    def opened(self, widget: LineWidget, key: str) -> None:
        """Show a judgement or a change whole; open anything else where it is at home."""
        if key == ALL or key.startswith(CHANGED):
            self._open_changes(key)
            return
        ref = self.as_ref(key)
        if ref is not None and ref.kind == "judgement":
            self.briefing.detail(ref)
        else:
            super().opened(widget, key)

    def as_ref(self, key: str) -> Ref | None:
        """Return the item that a row's key names, also of a row that tells of its change."""
        return super().as_ref(key.removeprefix(CHANGED))

    def _open_changes(self, key: str) -> None:
        """Show all that changed, or what changed in one item."""
        from briefing.describe.differences import changed, differences
        from briefing.tui.dialogs.drawer import Drawer

        since = self.briefing.session.since
        day = date(since.day) if since.day else "you began to read"
        if key == ALL:
            told = differences(self.pack, day, since.changes)
        else:
            found = [change for change in since.changes if key == f"{CHANGED}{change.ref}"]
            told = changed(found, f"Changed since {day}")
        self.app.push_screen(Drawer(told), self.briefing.open_chosen)

    def _news(self) -> Document:
        """Return what changed, the reader's notes, and the problems of the content."""
        session = self.briefing.session
        keys = {command.id: first_key(command) for command in commands_of(self.app)}
        parts = [*self._changed(), heading("Your notes")]
        parts += [
            Paragraph(
                (Run(f"{name(self.pack, ref).removesuffix('.')}: ", "muted"), Run(text)), str(ref)
            )
            for ref, text in session.notes.items()
        ] or [Paragraph(run(NO_NOTES.format_map(keys), "muted"))]
        problems = self.briefing.problems
        text = f"{summary(problems).capitalize()}; {keys['problems']} lists them"
        if not problems:
            text = CHECKED if self.briefing.found is not None else UNCHECKED.format_map(keys)
        parts += [heading("Content"), Paragraph(run(text, "bad" if problems else "muted"))]
        parts.append(heading("Find your way"))
        parts += [Field(keys[command], run(said)) for command, said in WAYS.items()]
        return Document(title="For you", blocks=tuple(parts))

    def _changed(self) -> Iterator[Block]:
        """Yield what is different since the reader last looked, each item to be opened."""
        since = self.briefing.session.since
        yield heading("Since you last looked")
        yield Paragraph(self._summary(since))
        for change in since.changes[:MOST]:
            sign = Run(f"{SIGN.get(change.how, '•')} ", "caution")
            yield Paragraph((sign, Run(change.sentence)), f"{CHANGED}{change.ref}")
        if (more := len(since.changes) - MOST) > 0:
            yield Paragraph(run(f"… and {counted(more, 'more change')}", "muted"), ALL)

    def _summary(self, since: Since) -> Line:
        """Return in a sentence how much has changed."""
        if not since.day:
            return run(FIRST, "muted")
        day = date(since.day)
        if since.pending(self.pack):
            return run(LOOKING.format(day=day), "muted")
        if since.lost:
            return run(LOST.format(day=day), "caution")
        count = len(since.changes)
        told = run(counted(count, "change"), "caution") if count else run("No changes", "muted")
        return (*told, Run(f" since {day}.", "muted"))


def _with_news(answer: Sequence[Block], news: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of the answer with what is new before the counts of the pack."""
    place = next(
        (n for n, block in enumerate(answer) if block == heading(HOLDS)),
        len(answer),
    )
    return (*answer[:place], *news, *answer[place:])
