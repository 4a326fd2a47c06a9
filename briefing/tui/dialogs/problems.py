"""The problems of the content, each with its place; opening one opens the editor there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from briefing.document import Block, Document, Heading, Paragraph, Run, Tone, run
from briefing.pack.types import Place
from briefing.problems import Problem, Severity, summary
from briefing.tui.widgets.clickable import KeyLine
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane
from briefing.words import counted

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

NONE = "Nothing was found."
WAITING = "Until the errors are mended, {rules} cannot be asked."
CHECKING = "Holding the content against the rules…"
KEYS = {
    "enter": ("open in your editor", "screen.open_line"),
    "w": ("why", "screen.explain"),
    "esc": ("close", "screen.dismiss(None)"),
}
GROUPS = {Severity.ERROR: "Errors", Severity.WARNING: "Warnings"}


class ProblemsDialog(ModalScreen[None]):
    """What is wrong with the pack: errors, then warnings, by file."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "Close"),
        Binding("o", "open_line", "Edit"),
        Binding("w", "explain", "Why"),
    ]

    def __init__(self, problems: tuple[Problem, ...], waiting: int | None) -> None:
        """Take the problems that are known, and how many rules wait for some to be mended; None
        where the rules were not asked yet."""
        super().__init__()
        self._problems = sorted_by_severity(problems)
        self._waiting = waiting

    def compose(self) -> ComposeResult:
        """Yield the pane and the keys."""
        with Vertical(classes="dialog"):
            yield Pane()
            yield KeyLine(KEYS)

    def on_mount(self) -> None:
        """Show the problems."""
        self.fill(self._problems, self._waiting)

    def fill(self, problems: tuple[Problem, ...], waiting: int | None) -> None:
        """Show the problems as they are now, and keep the place."""
        self._problems = sorted_by_severity(problems)
        self.query_one(Pane).show(problems_document(self._problems, waiting), "problems")

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        """Open the editor where the problem is."""
        problem = self._problems[int(event.key)]
        app = cast("BriefingApp", self.app)
        app.edit_at(Place(problem.file, problem.line, problem.column))

    def action_open_line(self) -> None:
        """Open the highlighted problem."""
        self.query_one(Pane).action_open()

    def action_explain(self) -> None:
        """Say why the rule is there that the highlighted problem breaks, and how to mend it."""
        from briefing.checks.registry import RULES
        from briefing.describe.rule import rule
        from briefing.tui.dialogs.drawer import Drawer

        if current := self.query_one(Pane).current:
            self.app.push_screen(Drawer(rule(RULES[self._problems[int(current)].rule])))


def sorted_by_severity(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return the problems with the errors first."""
    order = list(GROUPS)
    return tuple(sorted(problems, key=lambda problem: order.index(problem.severity)))


def problems_document(problems: tuple[Problem, ...], waiting: int | None) -> Document:
    """Return the problems by severity and file; each line's origin is the problem's number."""
    parts: list[Block] = []
    if waiting is None:
        parts.append(Paragraph(run(CHECKING, "muted")))
    elif not problems:
        parts.append(Paragraph(run(NONE, "muted")))
    group, file = "", ""
    for number, problem in enumerate(problems):
        if GROUPS[problem.severity] != group:
            group, file = GROUPS[problem.severity], ""
            parts.append(Heading(2, run(group)))
        if problem.file != file:
            file = problem.file
            parts.append(Heading(4, run(file or "The pack")))
        tone: Tone = "bad" if problem.severity is Severity.ERROR else "caution"
        place = f"line {problem.line} " if problem.line else ""
        line = (
            Run(f"{problem.severity} ", tone),
            Run(f"{place}{problem.rule} ", "muted"),
            Run(problem.message),
            Run(f" – {problem.hint}" if problem.hint else "", "emphasis"),
        )
        parts.append(Paragraph(line, str(number)))
    if waiting:
        parts.append(Paragraph(run(WAITING.format(rules=counted(waiting, "rule")), "muted")))
    so_far = " so far" if waiting is None else ""
    return Document(title=f"Content: {summary(problems)}{so_far}", blocks=tuple(parts))
