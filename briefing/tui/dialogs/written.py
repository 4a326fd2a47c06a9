"""What can be done with a file that was written."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.problems import CannotRead
from briefing.text import one_line
from briefing.tui.opener import can_open, open_on_desktop
from briefing.tui.widgets.clickable import KeyLine


class WrittenDialog(ModalScreen[None]):
    """Says where a file went, and opens it or copies its path."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "dismiss(None)", "Close"),
        Binding("o", "open_file", "Open"),
        Binding("f", "open_folder", "Folder"),
        Binding("y", "copy_path", "Copy the path"),
    ]

    def __init__(self, path: Path, told: str) -> None:
        super().__init__()
        self._path, self._told = path, told

    def compose(self) -> ComposeResult:
        """Yield the path and the keys."""
        keys = {"y": ("copy path", "screen.copy_path"), "esc": ("close", "screen.dismiss(None)")}
        if can_open():
            opening = {
                "o": ("open", "screen.open_file"), "f": ("folder", "screen.open_folder"),
            }  # fmt: skip
            keys = opening | keys
        with Vertical(classes="dialog low"):
            yield Static("Written to", classes="title", markup=False)
            yield Static(one_line(str(self._path)), id="path", markup=False)
            yield Static(self._told, id="told", classes="hint", markup=False)
            yield KeyLine(keys)

    def action_open_file(self) -> None:
        """Open the file."""
        self._open(self._path)

    def action_open_folder(self) -> None:
        """Open the folder that the file is in."""
        self._open(self._path.parent)

    def action_copy_path(self) -> None:
        """Copy the path."""
        self.app.copy_to_clipboard(str(self._path))
        self.query_one("#told", Static).update("The path is copied")

    def _open(self, path: Path) -> None:
        if not can_open():
            return
        try:
            open_on_desktop(path)
        except CannotRead as error:
            self.query_one("#told", Static).update(str(error))
