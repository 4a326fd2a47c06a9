"""An app that holds one widget and notes what the widget tells."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Generic, TypeVar

from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.screen import Screen

from briefing.paths import shipped
from briefing.themes.reading import read_theme
from briefing.tui.palette import to_textual
from briefing.tui.widgets.follower import Follower
from briefing.tui.widgets.lines import LineWidget
from tests.tui.reader import screen_text

W = TypeVar("W", bound=LineWidget)


class Listener(Screen[None], Follower):
    """Holds the widget, and notes where its cursor goes."""

    def __init__(self, widget: LineWidget, told: list[str]) -> None:
        super().__init__()
        self.widget, self.told = widget, told

    def compose(self) -> ComposeResult:
        yield self.widget

    def follow(self, widget: LineWidget, key: str) -> None:
        self.told.append(f"highlighted {key}")


class Host(App[None], Generic[W]):
    """Shows the widget alone, in the colours of a shipped theme."""

    CSS = "Screen { background: $background; color: $foreground; }"

    def __init__(self, widget: W) -> None:
        super().__init__()
        self.widget = widget
        self.told: list[str] = []
        self.pilot = Pilot(self)
        theme, _ = read_theme(shipped("themes") / "dusk.yaml")
        assert theme is not None
        self.register_theme(to_textual(theme))
        self.theme = theme.name

    def get_default_screen(self) -> Screen[None]:
        return Listener(self.widget, self.told)

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        self.told.append(f"opened {event.key}")

    def on_line_widget_note_chosen(self, event: LineWidget.NoteChosen) -> None:
        self.told.append(f"note {event.key}")

    @property
    def lines(self) -> list[str]:
        """The lines of the screen, without the scroll bar at their ends."""
        return [line.rstrip(" ▁▂▃▄▅▆▇█") for line in screen_text(self).split("\n")]

    async def press(self, *keys: str) -> None:
        """Press keys one after the other."""
        for key in keys:
            self.simulate_key(key)
            await self.settle()

    async def click(self, column: int, row: int, times: int = 1) -> None:
        """Click a place on the screen."""
        await self.pilot.click(offset=(column, row), times=times)
        await self.settle()

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse button at one place, as (column, row), and let go of it at another."""
        await self.pilot.mouse_down(offset=start)
        await self.pilot.hover(offset=end)
        await self.pilot.mouse_up(offset=end)
        await self.settle()

    async def roll(self, times: int) -> None:
        """Turn the wheel of the mouse towards the end."""
        for _ in range(times):
            self.widget.post_message(
                MouseScrollDown(self.widget, 1, 1, 0, 0, 0, False, False, False)
            )
            await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Make the terminal another size."""
        await self.pilot.resize_terminal(width, height)
        await self.settle()

    async def settle(self) -> None:
        """Let the widget finish what it is doing."""
        for _ in range(3):
            await self.pilot.pause(0)


@asynccontextmanager
async def hosting(
    widget: W, fill: Callable[[W], object], size: tuple[int, int] = (40, 10)
) -> AsyncIterator[Host[W]]:
    """Show a widget with the focus, filled, and yield its host."""
    host = Host(widget)
    async with host.run_test(size=size) as host.pilot:
        fill(widget)
        widget.focus()
        await host.settle()
        yield host
