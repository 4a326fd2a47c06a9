"""All notes of the reader on this pack: read, opened where they belong, written to a file."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.describe.noted import notes
from briefing.export.markdown import render
from briefing.export.output import write
from briefing.pack.pack import Ref
from briefing.problems import CannotRead
from briefing.text import one_line
from briefing.tui.destination import offered, typed_path, working_folder
from briefing.tui.session import Session
from briefing.tui.widgets.clickable import KeyLine
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane
from briefing.tui.widgets.text_field import TextField

KEYS = {
    "enter": ("open", "screen.open"),
    "w": ("write", "screen.ask"),
    "y": ("copy", "screen.copy_all"),
    "esc": ("close", "screen.close"),
}


class NotesDialog(ModalScreen[Ref | None]):
    """Lists the notes; closed with the item that was opened, if any."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close"),
        Binding("q", "dismiss(None)", "Close"),
        Binding("w", "ask", "Write"),
        Binding("y", "copy_all", "Copy"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._replace = ""
        self._document = notes(session.pack, session.dated_notes)

    def compose(self) -> ComposeResult:
        """Yield the notes, the path, and the keys."""
        with Vertical(classes="dialog"):
            yield Pane()
            yield TextField(id="path")
            yield Static("", id="told", classes="error", markup=False)
            yield KeyLine(KEYS)

    def on_mount(self) -> None:
        """Show the notes."""
        self.query_one(Pane).show(self._document)
        self._ask(False)

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        """Go to the item of a note."""
        kind, _, name = event.key.partition(":")
        ref = Ref(kind, name)
        if self._session.exists(ref):
            self.dismiss(ref)
        else:
            self._tell("This item is no longer in the pack; its note is kept")

    def action_open(self) -> None:
        """Open the item of the highlighted note."""
        self.query_one(Pane).action_open()

    def action_copy_all(self) -> None:
        """Copy all notes as Markdown, if there are any."""
        if not self._session.dated_notes:
            self._tell("There is no note to copy yet")
            return
        self.app.copy_to_clipboard(render(self._document))
        self._tell("All notes are copied as Markdown")

    def action_ask(self) -> None:
        """Ask for the path of a file, if there is anything to write."""
        if not self._session.dated_notes:
            self._tell("There is no note to write yet")
            return
        path = self.query_one(TextField)
        path.fill(offered(working_folder(), f"{self._session.pack.manifest.id}-notes.md"))
        self._tell("enter writes your notes as Markdown, esc goes back")
        self._ask(True)

    def action_close(self) -> None:
        """Leave the path for the notes, and the notes for the view."""
        if self.query_one(TextField).display:
            self._tell("")
            self._ask(False)
        else:
            self.dismiss(None)

    @on(Input.Submitted)
    def save(self, event: Input.Submitted) -> None:
        """Write the file, or say why not."""
        try:
            self._tell(f"Written to {self._save(typed_path(event.value))}")
        except CannotRead as error:
            self._tell(str(error))
        else:
            self._ask(False)

    def _save(self, path: Path) -> str:
        shown = one_line(str(path))
        if path.exists() and self._replace != str(path):
            self._replace = str(path)
            raise CannotRead(f"{shown} exists; press enter again to replace it")
        data = render(self._document).encode()
        write(path, data, overwrite=self._replace == str(path))
        return shown

    def _ask(self, asked: bool) -> None:
        path = self.query_one(TextField)
        path.display = asked
        self.set_focus(path if asked else self.query_one(Pane))

    def _tell(self, text: str) -> None:
        self.query_one("#told", Static).update(text)
