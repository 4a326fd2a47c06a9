"""The problems of the content, each with its place; opening one opens the editor there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.document import Block, Document, Heading, Paragraph, Run, Tone, run
from briefing.pack.types import Place
from briefing.problems import Problem, Severity, summary
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp


NONE = "Every file can be read. `briefing check` holds the pack against the rules as well."


class ProblemsDialog(ModalScreen[None]):
    """What is wrong with the pack, by file."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "Close")]

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__()
        self._problems = problems

    def compose(self) -> ComposeResult:
        """Yield the pane."""
        with Vertical(classes="dialog"):
            yield Pane()
            yield Static("enter open in your editor · esc close", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the problems."""
        self.fill(self._problems)

    def fill(self, problems: tuple[Problem, ...]) -> None:
        """Show the problems as they are now, and keep the place."""
        self._problems = problems
        self.query_one(Pane).show(problems_document(problems), "problems")

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        """Open the editor where the problem is."""
        problem = self._problems[int(event.key)]
        app = cast("BriefingApp", self.app)
        app.edit_at(Place(problem.file, problem.line, problem.column))


def problems_document(problems: tuple[Problem, ...]) -> Document:
    """Return the problems by file; each line's origin is the problem's number."""
    parts: list[Block] = []
    if not problems:
        parts.append(Paragraph(run(NONE, "muted")))
    file = ""
    for number, problem in enumerate(problems):
        if problem.file != file:
            file = problem.file
            parts.append(Heading(2, run(file or "The pack")))
        tone: Tone = "bad" if problem.severity is Severity.ERROR else "caution"
        place = f"line {problem.line} " if problem.line else ""
        line = (
            Run(f"{problem.severity} ", tone),
            Run(f"{place}{problem.rule} ", "muted"),
            Run(problem.message),
            Run(f" – {problem.hint}" if problem.hint else "", "emphasis"),
        )
        parts.append(Paragraph(line, str(number)))
    return Document(title=f"Content: {summary(problems)}", blocks=tuple(parts))
