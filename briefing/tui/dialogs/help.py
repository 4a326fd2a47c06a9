"""The help: every command with its keys, made from the registry."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.document import Block, Document, Field, Heading, Paragraph, run
from briefing.tui.commands import COMMANDS, shown_keys
from briefing.tui.widgets.pane import Pane

TITLES = {
    "app": "Everywhere",
    "lines": "In lists and panes",
    "panes": "Between list and pane",
    "compare": "In Compare",
    "experts": "In Experts",
    "options": "In Options",
    "evidence": "In Evidence",
    "drawer": "In the drawer of a citation",
    "brief": "In Brief",
}
INTRODUCTION = (
    "A briefing in six views. Arrow keys move, enter opens, c shows the source of the "
    "highlighted line, and 1 to 6 change the view. The mouse works for all of it."
)


class HelpDialog(ModalScreen[None]):
    """All keys and what they do."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark", "dismiss(None)", "Close")
    ]

    def compose(self) -> ComposeResult:
        """Yield the pane."""
        with Vertical(classes="dialog"):
            yield Pane()
            yield Static("esc close", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the commands by where they work."""
        self.query_one(Pane).show(help_document())


def help_document() -> Document:
    """Return the help as a document: a field for each command, grouped by where it works."""
    parts: list[Block] = [Paragraph(run(INTRODUCTION))]
    for scope, commands in groupby(COMMANDS, lambda command: command.scope):
        parts.append(Heading(2, run(TITLES[scope])))
        parts += [Field(shown_keys(c), run(f"{c.label} – {c.help}")) for c in commands]
    return Document(title="Keys", blocks=tuple(parts))
