"""Yardstick: the least Textual app that has a header and a footer."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Footer, Header

SHOWN = "Nothing here"


class EmptyApp(App[None]):
    """Shows its title and one key."""

    TITLE = SHOWN
    BINDINGS = [Binding("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Header()
        yield Footer()


if __name__ == "__main__":
    EmptyApp().run()
