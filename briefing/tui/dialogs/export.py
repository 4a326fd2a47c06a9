"""The export: format and destination, and where the file went."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.compose import compose
from briefing.export import FORMATS, render
from briefing.export.output import write
from briefing.problems import CannotRead, count
from briefing.text import one_line, visible
from briefing.tui.session import Session
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.row_list import Row, RowList


class ExportDialog(ModalScreen[None]):
    """Writes the page being built; asks again before it replaces a file."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Close")]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._replace = ""

    def compose(self) -> ComposeResult:
        """Yield the formats and the path."""
        with Vertical(id="export-dialog", classes="dialog"):
            yield Static("Export the page", classes="title", markup=False)
            yield RowList(id="formats")
            yield Static("File", classes="hint", markup=False)
            yield Input(id="path")
            yield Static("", id="told", classes="error", markup=False)
            yield Static("tab next field · enter write · esc close", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Offer the last format and folder."""
        formats = self.query_one(RowList)
        formats.set_rows([Row(name, f.title, f.suffix) for name, f in FORMATS.items()])
        formats.go(self._session.workspace.get("export format", "md"))
        brief = self._session.brief
        name = f"{self._session.pack.manifest.id}-{brief.id if brief else 'brief'}"
        folder = self._session.workspace.get("export folder", str(Path.cwd()))
        file = f"{name}{FORMATS[formats.current].suffix}"
        path = str(Path(folder) / file)
        # A folder whose name cannot be shown is left out.
        self.query_one(Input).value = path if visible(path) == path else file
        self.query_one(Input).focus()

    def on_line_widget_highlighted(self, event: LineWidget.Highlighted) -> None:
        """Give the file the suffix of its format."""
        path = self.query_one(Input)
        path.value = with_suffix(path.value, FORMATS[event.key].suffix)

    @on(Input.Submitted)
    @on(LineWidget.Opened)
    def export(self) -> None:
        """Write the file, or say why not."""
        # `Path.expanduser` raises where nobody has the name after the tilde.
        path = Path(os.path.expanduser(self.query_one(Input).value)).absolute()  # noqa: PTH111
        shown = one_line(str(path))
        told = self.query_one("#told", Static)
        brief = self._session.brief
        if brief is None:
            told.update("This pack has no recipe to export; add one in briefs/")
            return
        if count(self._session.problems)[0]:
            told.update("The content has errors; press ! in the view to see them, mend them first")
            return
        if path.exists() and self._replace != str(path):
            self._replace = str(path)
            told.update(f"{shown} exists; press enter again to replace it")
            return
        fmt = self.query_one(RowList).current
        try:
            write(path, render(compose(self._session.pack, brief), fmt), overwrite=True)
        except CannotRead as error:
            told.update(str(error))
            return
        self._session.workspace.set("export format", fmt)
        self._session.workspace.set("export folder", str(path.parent))
        self.app.notify(f"Written to {shown}", markup=False)
        self.dismiss(None)


def with_suffix(path: str, suffix: str) -> str:
    """Return a path with the suffix of one format in place of that of another."""
    for known in {fmt.suffix for fmt in FORMATS.values()}:
        if path.endswith(known):
            return path.removesuffix(known) + suffix
    return path
