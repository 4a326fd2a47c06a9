"""What is written to the terminal after a key is all that has changed on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pyte
import pytest
from rich.color import Color
from rich.console import Console
from rich.style import Style
from textual._compositor import CompositorUpdate
from textual.app import App
from textual.screen import Screen

from briefing.text import width
from briefing.tui.commands import VIEWS
from briefing.tui.widgets.pane import Pane
from tests.tui.reader import SIZES, USUAL, Reader, reading, screen_strips

COLOURED = Console(color_system="truecolor", force_terminal=True)
KEYS = ("down", "down", "pagedown", "tab", "end", "shift+tab", "home", "right", "down", "left")


class Cell(NamedTuple):
    """What stands in a cell, and its colours as six hexadecimal digits."""

    text: str
    colour: str
    ground: str


def written(terminal: pyte.Screen) -> list[list[Cell]]:
    """Return the cells of a terminal."""
    rows = [[terminal.buffer[y][x] for x in range(terminal.columns)] for y in range(terminal.lines)]
    return [
        [Cell(c.data, *((c.bg, c.fg) if c.reverse else (c.fg, c.bg))) for c in row] for row in rows
    ]


def there(reader: Reader) -> list[list[Cell]]:
    """Return the cells of the screen as it is when all of it is drawn."""
    return [
        [cell for text, style, _ in strip for cell in _cells(text, style)]
        for strip in screen_strips(reader.app)
    ]


def _cells(text: str, style: Style | None) -> list[Cell]:
    assert style is not None
    colours = _hex(style.color), _hex(style.bgcolor)
    if style.reverse:
        colours = colours[::-1]
    found: list[Cell] = []
    for letter in text:
        found += [Cell(letter, *colours), Cell("", *colours)][: width(letter)]
    return found


def _hex(colour: Color | None) -> str:
    return colour.triplet.hex[1:] if colour and colour.triplet else "default"


@pytest.fixture
def terminal_of(monkeypatch: pytest.MonkeyPatch) -> Callable[[tuple[int, int]], pyte.Screen]:
    """What makes a terminal of a size, which shows what the app writes."""

    def listening_to_app(size: tuple[int, int]) -> pyte.Screen:
        terminal = pyte.Screen(*size)
        stream = pyte.Stream(terminal)
        display = App._display

        def listening(app: App[None], screen: Screen[Any], update: Any) -> None:
            if isinstance(update, CompositorUpdate) and screen is app.screen:
                stream.feed(update.render_segments(COLOURED))
            display(app, screen, update)

        monkeypatch.setattr(App, "_display", listening)
        return terminal

    return listening_to_app


@pytest.mark.parametrize("size", SIZES)
async def test_what_is_written_after_each_key_is_all_that_has_changed(
    pack: Path, size: tuple[int, int], terminal_of: Callable[[tuple[int, int]], pyte.Screen]
) -> None:
    terminal = terminal_of(size)
    async with reading(pack, size) as reader:
        for number in range(1, len(VIEWS) + 1):
            for key in (str(number), *KEYS):
                await reader.press(key)
                await reader.until(
                    lambda: written(terminal) == there(reader),
                    f"all that {key} in {number} changed",
                )


async def test_a_scroll_bar_is_written_wherever_a_click_on_its_track_has_moved_it(
    pack: Path, terminal_of: Callable[[tuple[int, int]], pyte.Screen]
) -> None:
    terminal = terminal_of(USUAL)
    async with reading(pack, USUAL) as reader:
        bar = reader.app.screen.query_one("#answer", Pane).vertical_scrollbar.region
        for row in (bar.bottom - 2, bar.y + 1, bar.bottom - 3, bar.y + 2):
            await reader.click_at((bar.x, row))
            await reader.app.animator.wait_until_complete()
            await reader.until(
                lambda: written(terminal) == there(reader), f"the bar after a click at {row}"
            )
