"""The drawer: a document over the view, to look at an item or a citation and go back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.document import Document
from briefing.pack.pack import Ref
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp


class Drawer(ModalScreen[Ref | None]):
    """Shows a document; closed with the item that was opened from it, or with None."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "close", "Close"),
        Binding("c", "citation", "Citation"),
    ]

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    def compose(self) -> ComposeResult:
        """Yield the pane and a line of keys."""
        with Vertical(id="drawer"):
            yield Pane(id="page")
            yield Static("enter open · c citation · esc close", id="keys", markup=False)

    def on_mount(self) -> None:
        """Show the document."""
        self.query_one(Pane).show(self._document)

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        """Close, and let the app open the item."""
        kind, _, name = event.key.partition(":")
        self.dismiss(Ref(kind, name))

    def on_line_widget_note_chosen(self, event: LineWidget.NoteChosen) -> None:
        """Open the source behind a mark that was clicked."""
        notes = [note for note in self._document.notes if str(note.number) == event.key]
        cast("BriefingApp", self.app).cite(notes)

    def action_citation(self) -> None:
        """Open the sources of the highlighted line."""
        if notes := self.query_one(Pane).notes:
            cast("BriefingApp", self.app).cite(notes)

    def action_close(self) -> None:
        """Close without opening anything."""
        self.dismiss(None)
