"""Library: the packs that there are, one of which is opened."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from briefing.describe.library import Known, known, library
from briefing.pack.library import Packs, read_pack
from briefing.pack.pack import Ref
from briefing.tui.views.view import View
from briefing.tui.widgets.header import Header
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane
from briefing.tui.widgets.trouble import Trouble


class Library(View):
    """Lists packs at once, and what is told of each as soon as it is read."""

    NAME = "library"
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "app.back", "Back", show=False)]

    def __init__(self) -> None:
        super().__init__()
        self._packs: Packs = {}
        self._known: dict[str, Known | None] = {}

    def body(self) -> ComposeResult:
        """Yield the list."""
        yield Pane(id="packs")

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Read the packs, each time that they are shown: they may have changed."""
        self._read_packs()

    @work(exclusive=True, group="library")
    async def _read_packs(self) -> None:
        self._packs = self.briefing.packs
        self._known = {name: self._known.get(name) for name in self._packs}
        self.fill()
        for name, folder in self._packs.items():
            self._known[name] = await asyncio.to_thread(_look, name, folder)
            self.fill()

    def refill(self) -> None:
        """Fill the head as in other views, but with no pack where none was opened yet."""
        super().refill()
        if not self.briefing.session.since.begun:
            header = self.query_one(Header)
            header.pack = header.problems = ""
            self.query_one(Trouble).problem = None

    def fill(self) -> None:
        """Show what is known by now, and stay where the reader is."""
        session = self.briefing.session
        folder = session.folder.resolve() if session.since.begun else None
        here = next((name for name, path in self._packs.items() if path == folder), "")
        told = library(self._known, here, session.workspace.last_read())
        self.query_one(Pane).show(told, "packs")

    def can(self, command: str) -> bool:
        """Return whether a command can do anything here; without a pack there is none to search."""
        if command in {"search", "export"}:
            return self.briefing.session.since.begun
        return super().can(command)

    def show(self, ref: Ref) -> None:
        """Do nothing: no item is at home here."""

    def opened(self, widget: LineWidget, key: str) -> None:
        """Open a pack."""
        name = list(self._known)[int(key.partition(":")[2])]
        self.app.call_later(self.briefing.open_pack, self._packs[name])


def _look(name: str, folder: Path) -> Known:
    """Return what is told of a pack, and let go of the rest of it."""
    return known(name, read_pack(folder))
