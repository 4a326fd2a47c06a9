"""Asks before a web address is opened; where no browser can be, offers to copy the address."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.problems import CannotRead
from briefing.tui.browser import browse, has_browser, host
from briefing.tui.widgets.clickable import KeyLine

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

NO_BROWSER = "There is no browser to be seen from this terminal."


class BrowseDialog(ModalScreen[None]):
    """A question about one address of the web."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss(None)", "No"),
        Binding("enter", "yes", "Yes"),
        Binding("y", "copy", "Copy"),
    ]

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address
        self._can = False

    def compose(self) -> ComposeResult:
        """Yield the question, the whole address, and the keys."""
        self._can = has_browser(self.app)
        asked = f"Open {host(self._address)} in the browser?" if self._can else NO_BROWSER
        copy = ("copy the address", "screen.copy")
        keys = {"enter": ("yes", "screen.yes"), "esc": ("no", "screen.dismiss(None)"), "y": copy}
        if not self._can:
            keys = {"enter": copy, "esc": ("close", "screen.dismiss(None)")}
        with Vertical(classes="dialog low", id="browse"):
            yield Static(asked, classes="title", markup=False)
            yield Static(self._address, id="address", markup=False)
            yield KeyLine(keys)

    def action_yes(self) -> None:
        """Open the address; where that cannot be, copy it."""
        if not self._can:
            self.action_copy()
            return
        app = cast("BriefingApp", self.app)
        try:
            browse(app, self._address)
        except CannotRead as error:
            app.say(str(error), "error")
        else:
            app.say(f"Opened {host(self._address)} in the browser")
        self.dismiss(None)

    def action_copy(self) -> None:
        """Copy the address."""
        self.app.copy_to_clipboard(self._address)
        cast("BriefingApp", self.app).say("Copied the address")
        self.dismiss(None)
