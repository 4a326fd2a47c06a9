"""Someone at the app: presses keys, clicks what is written on the screen, and reads it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from io import StringIO
from pathlib import Path
from typing import NamedTuple

from rich.color import ColorType
from rich.style import Style
from textual._compositor import LayoutUpdate
from textual.app import App
from textual.events import Key, MouseDown, MouseMove, MouseUp, Paste
from textual.geometry import Offset
from textual.pilot import Pilot
from textual.strip import Strip
from textual.widgets._toast import Toast
from textual.worker import WorkerCancelled

from briefing.pack.pack import Ref
from briefing.text import width
from briefing.tui.app import BriefingApp
from briefing.tui.session import Session
from briefing.workspace import Workspace

WIDE, MIDDLE, USUAL, SMALL = (160, 48), (100, 30), (80, 24), (40, 12)
SIZES = [WIDE, USUAL, SMALL]
"""The sizes that the app promises to work at."""
_BARS = re.compile("[\u2500-\u259f]")
HOPS = 8
"""How many messages, at most, follow one from another before the screen is as it stays."""
PATIENCE = 100
"""How many times a reader looks at the screen for something before giving up."""
LONGEST = 60
"""Seconds after which an app that is still at work on a key is taken to be stuck."""


class Drawn(NamedTuple):
    """A character on the screen and the two colours that it is drawn in, as `#rrggbb`."""

    text: str
    colour: str
    ground: str


class Reader:
    """Reads and works one running app."""

    def __init__(self, app: BriefingApp, pilot: Pilot[None]) -> None:
        self.app = app
        self._pilot = pilot

    @property
    def lines(self) -> list[str]:
        """The lines of the screen."""
        return screen_text(self.app).split("\n")

    @property
    def screen(self) -> str:
        """The text of the screen."""
        return screen_text(self.app)

    @property
    def words(self) -> str:
        """The text of the screen as one line, without the rules and bars between its parts."""
        return " ".join(_BARS.sub(" ", self.screen).split())

    @property
    def view(self) -> str:
        """The name of the view that is open."""
        return self.app.view.NAME

    @property
    def here(self) -> str:
        """The highlighted item, such as `claim:alder-price`, or ""."""
        return str(self.app.view.current or "")

    async def press(self, *keys: str) -> None:
        """Press keys, and let the app do all that follows from each."""
        for key in keys:
            self.app.post_message(Key(key, key if len(key) == 1 else None))
            await self.settle()

    async def type(self, text: str) -> None:
        """Type text, as into a field."""
        for letter in text:
            self.app.post_message(Key(letter, letter))
            await self.settle()

    async def paste(self, text: str) -> None:
        """Paste text, as a terminal hands it over."""
        self.app.post_message(Paste(text))
        await self.settle()

    async def click(self, text: str, times: int = 1) -> None:
        """Click the first place on the screen where the text stands."""
        for row, line in enumerate(self.lines):
            if text in line:
                await self.click_at((width(line[: line.index(text)]), row), times)
                return
        raise AssertionError(f"{text!r} is not on the screen:\n{self.screen}")

    async def click_at(self, place: tuple[int, int], times: int = 1) -> None:
        """Click a place of the screen, as (column, row), and so what stands there."""
        widget, _ = self.app.get_widget_at(*place)
        await self._pilot.click(widget, offset=Offset(*place) - widget.region.offset, times=times)
        await self.settle()

    async def drag(self, start: tuple[int, int], end: tuple[int, int]) -> None:
        """Press the mouse button at one place, as (column, row), and let go of it at another.

        The app gets this as from a terminal; a pilot would go round what makes a click of it.
        """
        for kind, (x, y) in ((MouseDown, start), (MouseMove, end), (MouseUp, end)):
            self.app.post_message(kind(None, x, y, 0, 0, 1, False, False, False))
            await self.settle()

    async def resize(self, size: tuple[int, int]) -> None:
        """Make the terminal another size."""
        await self._pilot.resize_terminal(*size)
        await self.settle()

    async def sees(self, text: str) -> None:
        """Wait until the text is on the screen."""
        await self.until(lambda: text in self.screen, text)

    async def hears(self, text: str) -> None:
        """Wait until the app tells something at the edge of the screen."""
        await self.until(lambda: any(text in told for told in self.told), text)

    @property
    def told(self) -> list[str]:
        """What the app tells at the edge of the screen."""
        return [str(toast.render()) for toast in self.app.screen.query(Toast)]

    async def until(self, true: Callable[[], bool], what: str) -> None:
        """Wait until something is so."""
        for _ in range(PATIENCE):
            if true():
                return
            await self.settle()
            await self._pilot.pause()
        raise AssertionError(f"never came: {what}\n{self.screen}")

    async def paint(self) -> None:
        """Let the app draw what it knows by now, without waiting for work in threads."""
        await self._pilot.pause(0)
        while self.app.keys_at_work and self.app.is_running:
            await self._pilot.pause(0)
        for _ in range(PATIENCE):
            was_unfinished = self._unfinished
            for _ in range(HOPS):
                await self._pilot.pause(0)
            if not (was_unfinished or self._unfinished):
                return

    @property
    def _unfinished(self) -> bool:
        """Whether the app has yet to tell its screen of another size, or to lay out what it shows.

        Textual tells of a size some milliseconds after it came, by a timer.
        """
        app = self.app
        return app.is_running and bool(
            app._resize_event or app._resize_timer or app.screen._layout_required
        )

    async def settle(self) -> None:
        """Let the app finish what it is doing.

        One pause lets each widget handle the messages it has; some lead to others.
        """
        async with in_time(self.app):
            await self._end_of_work()
            await self.paint()
            while any(not worker.is_finished for worker in self.app.workers):
                await self._end_of_work()
                await self.paint()

    async def _end_of_work(self) -> None:
        """Wait for what is done in workers; work that was cancelled is done as well."""
        with suppress(WorkerCancelled):
            await self.app.workers.wait_for_complete()


@asynccontextmanager
async def reading(
    pack: Path,
    size: tuple[int, int] = USUAL,
    start: Ref | None = None,
    library: Path | None = None,
) -> AsyncIterator[Reader]:
    """Start the app on a pack, or at a library with it, at a size.

    Its reader, who has been on the tour, comes back.
    """
    Workspace().set("tour", "seen")
    app = BriefingApp(Session(pack), start, library=library)
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        yield reader


@asynccontextmanager
async def in_time(app: App[None]) -> AsyncIterator[None]:
    """Say what an app is waiting for where it would let its reader wait without end."""
    try:
        async with asyncio.timeout(LONGEST):
            yield
    except TimeoutError:
        told = StringIO()
        for task in asyncio.all_tasks():
            task.print_stack(file=told)
        raise AssertionError(f"stuck:\n{screen_text(app)}\n{told.getvalue()}") from None


def screen_strips(app: App[None]) -> list[Strip]:
    """Return the lines of the screen as they would be written to a terminal."""
    update = app.screen._compositor.render_update(full=True, screen_stack=app._background_screens)
    assert isinstance(update, LayoutUpdate)
    return [Strip.join(line) for line in update.strips]


def screen_text(app: App[None]) -> str:
    """Return the text of the screen, without white space at the ends of lines."""
    return "\n".join(strip.text.rstrip() for strip in screen_strips(app))


def drawn(app: App[None]) -> Iterator[Drawn]:
    """Yield every character on the screen that is not white space, with its colours."""
    for strip in screen_strips(app):
        for text, style, _ in strip:
            if letters := "".join(text.split()):
                colour, ground = _colours(style)
                yield from (Drawn(letter, colour, ground) for letter in letters)


def _colours(style: Style | None) -> tuple[str, str]:
    assert style is not None, "text without a style"
    pair = []
    for colour in (style.color, style.bgcolor):
        assert colour is not None, f"text in a colour of the terminal's: {style}"
        assert colour.type is ColorType.TRUECOLOR, f"not one of the theme's colours: {colour}"
        assert colour.triplet is not None
        pair.append(colour.triplet.hex)
    return (pair[1], pair[0]) if style.reverse else (pair[0], pair[1])
