"""The help: every command with its keys, made from the registry; typing finds one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.document import Block, Document, Field, Heading, Paragraph, run
from briefing.tui.commands import SCOPES, VIEWS, Command, shown_keys
from briefing.tui.widgets.pane import Pane
from briefing.tui.widgets.text_field import TextField

INTRODUCTION = (
    "A briefing in six views. Arrow keys move, enter opens, and the mouse works for all of it. "
    "Keys of your own go into a file: see `briefing settings`. Ctrl+z leads to the shell, `fg` "
    "back here."
)
ITEM = {"citation", "pin", "note", "copy", "edit"}


class HelpDialog(ModalScreen[None]):
    """All keys and what they do, those of the view that is open first."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Close"),
        Binding("q", "dismiss(None)", "Close"),
        Binding("question_mark", "dismiss(None)", "Close", id="help"),
        Binding("slash", "find", "Find", id="search"),
    ]

    def __init__(self, commands: tuple[Command, ...], view: str) -> None:
        super().__init__()
        self._commands = commands
        self._view = view

    def compose(self) -> ComposeResult:
        """Yield the field and the pane."""
        find = next(command for command in self._commands if command.id == "search")
        with Vertical(classes="dialog"):
            yield TextField(placeholder="Type what you want to do")
            yield Pane()
            hint = f"{shown_keys(find)} find a command · esc close"
            yield Static(hint, classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the commands by where they work."""
        self.query_one(Pane).show(help_document(self._commands, self._view))
        self.query_one(Pane).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Show the commands that hold what was typed."""
        self.query_one(Pane).show(help_document(self._commands, self._view, event.value))

    def on_input_submitted(self) -> None:
        """Go to what was found."""
        self.query_one(Pane).focus()

    def action_find(self) -> None:
        """Go to the field."""
        self.query_one(TextField).focus()

    def action_back(self) -> None:
        """Show all commands again, or close where all are shown."""
        field = self.query_one(TextField)
        if field.value:
            field.value = ""
            self.query_one(Pane).focus()
        else:
            self.dismiss(None)


def help_document(commands: Iterable[Command], view: str, query: str = "") -> Document:
    """Return the help as a document: a field for each command, grouped by where it works.

    The group of the open view comes first. With a query, only the commands are left whose
    words or keys hold all of its words.
    """
    words = query.lower().split()
    parts: list[Block] = [] if words else [Paragraph(run(INTRODUCTION))]
    for title, group in _groups(tuple(commands), view):
        found = [command for command in group if all(word in _said(command) for word in words)]
        if found:
            parts.append(Heading(2, run(title)))
            parts += [Field(shown_keys(c), run(f"{c.label} – {c.help}")) for c in found]
    if not parts:
        parts.append(Paragraph(run("No command is called that.")))
    return Document(title="Keys", blocks=tuple(parts))


def _groups(commands: tuple[Command, ...], view: str) -> Iterator[tuple[str, list[Command]]]:
    """Yield the commands in groups: first those of the view, then the ones for every view."""
    by_scope = {scope: [c for c in commands if c.scope == scope] for scope in SCOPES}
    everywhere = by_scope.pop("app")
    if here := by_scope.pop(view, []):
        yield f"{SCOPES[view]}, where you are", here
    yield "The highlighted line", [c for c in everywhere if c.id in ITEM]
    yield SCOPES["app"], [c for c in everywhere if c.id not in ITEM and c.id not in VIEWS]
    yield "The six views", [c for c in everywhere if c.id in VIEWS]
    for scope, group in by_scope.items():
        yield SCOPES[scope], group


def _said(command: Command) -> str:
    return f"{command.label} {command.help} {command.id} {shown_keys(command)}".lower()
