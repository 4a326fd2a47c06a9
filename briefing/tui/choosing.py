"""Going from one pack to another while the app is open."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path

from briefing.pack.library import Packs, packs_beside
from briefing.problems import CannotRead
from briefing.tui.commands import VIEWS
from briefing.tui.custom import CustomApp
from briefing.tui.history import History, Stop
from briefing.tui.session import Session
from briefing.tui.views import MODES


class ChoosingApp(CustomApp):
    """An app over one pack of several; the library is a view, so nothing else is on the screen
    while the views over one pack give way to those over another."""

    history: History

    def __init__(self, session: Session, library: Path | None) -> None:
        self.session = session
        self._home, self._library = session.folder, library
        super().__init__()

    @abstractmethod
    def first_stop(self) -> Stop:
        """Return where the reader left the pack."""

    @abstractmethod
    async def go(self, stop: Stop) -> None:
        """Go to a view, and to an item in it; dialogs are closed."""

    @abstractmethod
    async def visit(self, stop: Stop) -> None:
        """Go somewhere, and remember the way back."""

    @abstractmethod
    async def action_back(self) -> None:
        """Go back to where the reader was."""

    @property
    def packs(self) -> Packs:
        """The packs to choose from; the one that the app was opened on is among them."""
        return packs_beside(self._home, self._library)

    async def action_library(self) -> None:
        """Show the packs that there are."""
        if len(self.packs) > 1:
            await self.visit(Stop("library"))
        else:
            self.say("This is the only pack here")

    async def open_pack(self, folder: Path) -> None:
        """Open a pack of the library, where the reader left it.

        Its views are made anew, so nothing of the pack before is left in them.
        """
        if folder.resolve() == self.session.folder.resolve() and self.history.has_back:
            await self.action_back()
            return
        try:
            session = Session(folder)
        except CannotRead as error:
            self.say(str(error), "error")
            return
        await self.go(Stop("library"))
        self.session.since.leave(self.session.pack)
        self.session, self.history = session, History()
        self.forget_findings()
        self.stop_looking_ahead()
        for name in VIEWS:
            await self.remove_mode(name)
            self.add_mode(name, MODES[name])
        self.refill()
        await self.visit(self.first_stop())
