"""The reader's own note on an item."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static, TextArea

from briefing.pack.pack import Ref, title
from briefing.tui.session import Session


class NoteDialog(ModalScreen[None]):
    """Edits a note; closing keeps it, and an empty one is none."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "keep", "Keep and close")]

    def __init__(self, session: Session, ref: Ref) -> None:
        super().__init__()
        self._session, self._ref = session, ref

    def compose(self) -> ComposeResult:
        """Yield the item's title and the text."""
        name = title(self._session.pack.items[self._ref])
        with Vertical(id="note-dialog", classes="dialog"):
            yield Static(f"Note on: {name}", classes="title", markup=False)
            yield TextArea(self._session.notes.get(self._ref, ""), show_line_numbers=False)
            yield Static("esc keep and close", classes="hint", markup=False)

    def action_keep(self) -> None:
        """Keep the note and close."""
        self._session.set_note(self._ref, self.query_one(TextArea).text)
        self.dismiss(None)
