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
        self._text = session.notes.get(ref, "")

    def compose(self) -> ComposeResult:
        """Yield the item's title and the text."""
        name = title(self._session.pack.items[self._ref])
        with Vertical(id="note-dialog", classes="dialog"):
            yield Static(f"Note on: {name}", classes="title", markup=False)
            yield TextArea(self._text, show_line_numbers=False)
            yield Static("esc keep and close", classes="hint", markup=False)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Hold what is written so far."""
        self._text = event.text_area.text

    def action_keep(self) -> None:
        """Keep the note and close."""
        self._session.set_note(self._ref, self._text)
        self.dismiss(None)

    def on_unmount(self) -> None:
        """Keep the note also where the app is left while it is written."""
        self._session.set_note(self._ref, self._text)
