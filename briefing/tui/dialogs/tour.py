"""The tour: what there is and what to press, on one screen, on the first run and when asked for."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.style import Style
from textual.widgets import Static

from briefing.text import width as cells
from briefing.tui.commands import VIEWS, Command, commands_of, first_key
from briefing.tui.widgets.clickable import Clickable, acting

SHOWN = ("open", "citation", "search", "pin", "note", "help")
"""The six commands to begin with."""
ROOMY = 22
"""From so many lines of the screen on, each command has one of its own."""
_GAP = 2


class Tour(ModalScreen[str]):
    """Closed by any key or click with the command that it stands for on the tour, or ""."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss('')", "Close", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Yield the six views and the six keys."""
        commands = {command.id: command for command in commands_of(self.app)}
        again = first_key(commands["tour"])
        with Vertical(id="tour", classes="dialog low"):
            yield Static("Welcome to the briefing room", classes="title", markup=False)
            yield Listed([commands[name] for name in VIEWS], "Six views")
            yield Listed([commands[name] for name in SHOWN], "Six keys")
            hint = f"any key begins · {again} shows it again"
            yield Static(hint, classes="hint", markup=False)

    def on_key(self, event: events.Key) -> None:
        """Close, and have a key that stands on the tour do what it says there."""
        event.stop()
        event.prevent_default()
        known = (*VIEWS, *SHOWN, "quit")
        named = (
            command.id
            for command in commands_of(self.app)
            if command.id in known and event.key in command.keys.split(",")
        )
        self.dismiss(next(named, ""))

    def on_click(self, event: events.Click) -> None:
        """Close, unless a command was clicked: that closes by itself."""
        if "act" not in event.style.meta:
            self.dismiss("")


class Listed(Clickable):
    """Commands under a heading: each on a line with its help, or several to a line, bare."""

    DEFAULT_CSS = """
    Listed { height: auto; margin: 0 0 1 0; }
    Listed .listed--heading { color: $accent; text-style: bold; }
    Listed .listed--key { color: $accent; }
    Listed .listed--help { color: $muted; }
    .-short Listed { margin: 0; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"listed--heading", "listed--key", "listed--help"}

    def __init__(self, commands: list[Command], heading: str) -> None:
        super().__init__()
        self._commands, self._heading = commands, heading

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the commands take."""
        return len(list(self._lines(width)))

    def render(self) -> Content:
        """Return the commands."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> Iterator[Content]:
        yield Content.assemble((self._heading, self.part("listed--heading")))
        if self.app.size.height < ROOMY:
            yield from self._bare(width)
            return
        keys = max(cells(first_key(command)) for command in self._commands) + _GAP
        labels = max(cells(command.label) for command in self._commands) + _GAP
        for command in self._commands:
            yield Content.assemble(
                (first_key(command).ljust(keys), self._style("key", command)),
                (command.label.ljust(labels), self._style("", command)),
                (command.help, self._style("help", command)),
            ).truncate(width, ellipsis=True)

    def _bare(self, width: int) -> Iterator[Content]:
        column = max(cells(f"{first_key(c)} {c.label}") for c in self._commands) + _GAP
        across = max(width // column, 1)
        for start in range(0, len(self._commands), across):
            yield Content("").join(
                Content.assemble(
                    (first_key(command), self._style("key", command)),
                    (
                        f" {command.label}".ljust(column - cells(first_key(command))),
                        self._style("", command),
                    ),
                )
                for command in self._commands[start : start + across]
            )

    def _style(self, part: str, command: Command) -> Style:
        act = acting(f"screen.dismiss({command.id!r})")
        return self.part(f"listed--{part}") + act if part else act
