"""The reader's own note on an item."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.timer import Timer
from textual.widgets import Static, TextArea

from briefing.pack.pack import Ref, title
from briefing.tui.session import Session

IDLE = 0.3
"""Seconds without a key after which what is written so far is kept."""


class NoteDialog(ModalScreen[None]):
    """Edits a note; it is kept while it is written, and an empty one is none."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "keep", "Keep and close")]

    def __init__(self, session: Session, ref: Ref) -> None:
        super().__init__()
        self._session, self._ref = session, ref
        self._text = self._kept = session.notes.get(ref, "")
        self._pause: Timer | None = None

    def compose(self) -> ComposeResult:
        """Yield the item's title and the text."""
        name = title(self._session.pack.items[self._ref])
        with Vertical(id="note-dialog", classes="dialog"):
            yield Static(f"Note on: {name}", classes="title", markup=False)
            yield TextArea(self._text, show_line_numbers=False)
            yield Static("esc keep and close", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Go on writing where the note ends."""
        area = self.query_one(TextArea)
        area.move_cursor(area.document.end)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Hold what is written so far, and keep it once the keys are idle."""
        self._text = event.text_area.text
        if self._pause is not None:
            self._pause.stop()
        self._pause = self.set_timer(IDLE, self._keep)

    def action_keep(self) -> None:
        """Keep the note and close."""
        self._keep()
        self.dismiss(None)

    def on_unmount(self) -> None:
        """Keep the note also where the app is left while it is written."""
        self._keep()

    def _keep(self) -> None:
        """Keep what is written, unless nothing is: another window may know better."""
        if self._text != self._kept:
            self._session.set_note(self._ref, self._text)
            self._kept = self._text
