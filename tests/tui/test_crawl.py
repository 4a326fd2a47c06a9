"""Someone who presses every key everywhere, in any order: nothing breaks, and one gets home.

`BRIEFING_CRAWL=200000 pytest tests/tui/test_crawl.py` takes that many steps in each crawl, and
`BRIEFING_CRAWL_SEED=7` takes others.
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import Key
from textual.screen import ModalScreen
from textual.widget import Widget

from briefing.paths import shipped
from briefing.themes.contrast import contrast
from briefing.themes.theme import TERMINAL
from briefing.tui.commands import COMMANDS, VIEWS
from tests.packs import FILES, edit, write_pack
from tests.tui.hostile import write_hostile_pack
from tests.tui.reader import Reader, drawn, reading, screen_strips

STEPS = int(os.environ.get("BRIEFING_CRAWL", "150"))
SEED = int(os.environ.get("BRIEFING_CRAWL_SEED", "1"))
LEAST = 4.5
SAMPLED = 10
"""Every so many steps the whole screen is read."""
WANDERING = 0.4
"""How likely something else is done after a key."""
WAY_HOME = 6
"""How often escape is pressed at most to get out of anything."""
SIZES = [(160, 48), (100, 30), (80, 24), (40, 12), (240, 70)]
LINES = re.compile("[\u2500-\u259f]")
LEAVING = {"q", "ctrl+q", "ctrl+c", "ctrl+z"}
"""Keys that leave the app where nothing is open over the view."""
ALSO = [
    "tab", "shift+tab", "escape", "backspace", "ctrl+u", "shift+down", "ctrl+a", "a", "漢", "Z",
]  # fmt: skip


def broken(folder: Path) -> Path:
    """Return a pack of which files are broken."""
    pack = write_pack(folder)
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    edit(pack, "dimensions/price.yaml", "kind: estimate", "kind: guess")
    return pack


def empty(folder: Path) -> Path:
    """Return a pack with nothing in it."""
    return write_pack(folder, dict.fromkeys(set(FILES) - {"pack.yaml"}))


PACKS: dict[str, tuple[Callable[[Path], Path], tuple[int, int]]] = {
    "shipped": (lambda _: shipped("content") / "us-china-ai", (100, 30)),
    "made": (write_pack, (160, 48)),
    "broken": (broken, (40, 12)),
    "empty": (empty, (80, 24)),
    "hostile": (write_hostile_pack, (80, 24)),
}


@pytest.mark.parametrize("name", PACKS)
async def test_every_key_in_every_view_in_any_order(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make, size = PACKS[name]
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX"):
        monkeypatch.delenv(variable, raising=False)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    pack = make(tmp_path / "pack")
    async with reading(pack, size) as reader:
        await Crawler(reader, random.Random(f"{name} {SEED}")).crawl()


class Crawler:
    """Presses keys, clicks, changes the size, and looks each time whether all is well."""

    def __init__(self, reader: Reader, chance: random.Random) -> None:
        self.reader, self.app, self._chance = reader, reader.app, chance
        self._done: list[str] = []
        self._readable: set[tuple[str, str]] = set()

    async def crawl(self) -> None:
        """Press every key of each view, with others in between, again and again."""
        while len(self._done) < STEPS:
            for view in self._chance.sample(VIEWS, len(VIEWS)):
                for key in self._keys_of(view):
                    if self.reader.view != view or self._over:
                        await self._go(view)
                    await self._step(key)
                    if self._chance.random() < WANDERING:
                        await self._wander()
                    if len(self._done) >= STEPS:
                        break
        await self.reader.paint()
        await self._home()

    def _keys_of(self, view: str) -> list[str]:
        """Return every key of a view, in any order."""
        scopes = {"app", "lines", "panes", view}
        found = [k for c in COMMANDS if c.scope in scopes for k in c.keys.split(",")]
        wanted = [key for key in found if key not in LEAVING]
        return self._chance.sample(wanted, len(wanted))

    async def _go(self, view: str) -> None:
        """Go to a view, from wherever one is."""
        await self.reader.paint()
        await self._home()
        await self._step(str(VIEWS.index(view) + 1))
        await self.reader.paint()
        assert self.reader.view == view, self._story()

    async def _home(self) -> None:
        """Get out of whatever is open by escape alone."""
        for _ in range(WAY_HOME):
            if not self._over:
                return
            await self._step("escape")
            await self.reader.paint()
        assert not self._over, self._story()

    @property
    def _over(self) -> bool:
        """Whether something is open over the view."""
        return isinstance(self.app.screen, ModalScreen)

    async def _wander(self) -> None:
        """Do anything that a reader could do here."""
        match self._chance.randrange(12):
            case 0:
                await self._size()
            case 1 | 2:
                await self._click()
            case 3:
                await self._step(self._chance.choice(ALSO))
            case _:
                await self._step(self._chance.choice(self._keys()))

    def _keys(self) -> list[str]:
        """Return the keys that do something here."""
        found = set(self.app.screen.active_bindings)
        found -= {"ctrl+q", "ctrl+c", "ctrl+z"} if self._over else LEAVING
        return sorted(found - {"ctrl+q", "ctrl+c"})

    async def _size(self) -> None:
        """Make the window another size, and after a key as it was."""
        before = self.app.size
        for size in (self._chance.choice(SIZES), before):
            await self.reader._pilot.resize_terminal(*size)
            await self._look(f"{size[0]}x{size[1]}")
            await self._step(self._chance.choice(self._keys()))

    async def _click(self) -> None:
        await self.reader.paint()
        width, height = self.app.size
        place = self._chance.randrange(width), self._chance.randrange(height)
        quits = "q Quit" in self.reader.lines[-1] and place[1] == height - 1
        if not quits:
            times = self._chance.choice([1, 1, 2])
            await self.reader._pilot.click(offset=place, times=times)
            await self._look(f"click {place[0]},{place[1]}")

    async def _step(self, key: str) -> None:
        self.app.post_message(Key(key, key if len(key) == 1 else None))
        await self._look(key)

    async def _look(self, done: str) -> None:
        """Let the app do what follows, and see whether all is well."""
        self._done.append(done)
        await self.reader._pilot.pause(0)
        assert self.app._exception is None, self._story()
        assert self.app.is_running, self._story()
        if len(self._done) % SAMPLED == 0:
            await self.reader.settle()
            await self._focus()
            self._read()

    async def _focus(self) -> None:
        """See that keys reach something that can be seen."""
        await self.reader.until(self._focused, f"the focus, {self._story()}")

    def _focused(self) -> bool:
        screen = self.app.screen
        return screen.focused is not None or not any(shown(w) for w in screen.focus_chain)

    def _read(self) -> None:
        """See that each line is as wide as the screen, and each character can be read."""
        for number, strip in enumerate(screen_strips(self.app)):
            assert strip.cell_length == self.app.size.width, f"line {number}: {self._story()}"
        if self.app.theme == TERMINAL:
            return  # How readable the terminal's own colours are cannot be seen from here.
        for text, colour, ground in set(drawn(self.app)):
            if (colour, ground) in self._readable or LINES.match(text):
                continue
            found = contrast(colour, ground)
            assert found >= LEAST, f"{text!r} {colour} on {ground}: {found:.2f}: {self._story()}"
            self._readable.add((colour, ground))

    def _story(self) -> str:
        """Return what led here, and what is on the screen."""
        return f"after {' '.join(self._done[-40:])}\n{self.reader.screen}"


def shown(widget: Widget) -> bool:
    """Return whether a widget takes up room on the screen."""
    return bool(widget.region.area)
