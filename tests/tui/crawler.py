"""Someone who presses every key of a place in any order, and sees each time whether all is well."""

from __future__ import annotations

import asyncio
import random
import re
from typing import NamedTuple

from textual.command import CommandList
from textual.events import Key
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widget import Widget

from briefing.themes.contrast import contrast
from briefing.themes.theme import TERMINAL
from briefing.tui.commands import COMMANDS, VIEWS
from briefing.tui.typing_ahead import done
from tests.tui.outdated import outdated
from tests.tui.reader import MIDDLE, SIZES, Reader, drawn, in_time, screen_strips

LEAST = 4.5
SAMPLED = 25
"""Every so many steps the app may draw all that it has to, and the whole screen is read."""
WANDERING = 0.4
"""How likely something else is done after a key."""
WAY_HOME = 6
"""How often escape is pressed at most to get out of anything."""
ALL_SIZES = [*SIZES, MIDDLE, (240, 70)]
LINES = re.compile("[\u2500-\u259f]")
LEAVING = {"q", "ctrl+q", "ctrl+c", "ctrl+z"}
"""Keys that leave the app where nothing is open over the view."""
ALSO = [
    "tab", "shift+tab", "escape", "backspace", "ctrl+u", "shift+down", "ctrl+a", "a", "漢", "Z",
]  # fmt: skip


class Place(NamedTuple):
    """Somewhere in the app, the keys that lead there from a view, and whether it is a dialog."""

    name: str
    way: tuple[str, ...]
    is_dialog: bool


_VIEWS = {name: str(number) for number, name in enumerate(VIEWS, 1)} | {"library": "L"}
_DIALOGS = {
    "tour": "T",
    "search": "slash",
    "citation": "2 comma comma left left right home down c",
    "help": "question_mark",
    "problems": "exclamation_mark",
    "palette": "ctrl+p",
    "colours": "t",
    "note": "2 n",
    "notes": "N",
    "export": "e",
    "experts-filters": "3 f",
    "sources-filters": "5 f",
    "choose-brief": "6 b",
    "retitle": "6 r",
    "save-recipe": "6 s",
}
PLACES = {
    name: Place(name, tuple(way.split()), name in _DIALOGS)
    for name, way in (_VIEWS | _DIALOGS).items()
}


class Crawler:
    """Presses keys, clicks, changes the size, and looks each time whether all is well."""

    def __init__(self, reader: Reader, chance: random.Random) -> None:
        self.reader, self.app, self._chance = reader, reader.app, chance
        self.done: list[str] = []
        self._readable: set[tuple[str, str]] = set()

    async def crawl(self, place: Place) -> None:
        """Press every key of a place, with others in between."""
        await self._go(place)
        there = type(self.app.screen)
        for key in self._keys_of(place):
            if type(self.app.screen) is not there:
                await self._go(place)
            await self._step(key)
            if self._chance.random() < WANDERING:
                await self._wander()
        await self._look()
        await self._home()

    def _keys_of(self, place: Place) -> list[str]:
        """Return every key that does something in a place, in any order."""
        if place.is_dialog:
            wanted = self._keys()
        else:
            scopes = {"app", "lines", "panes", place.name}
            found = {key for c in COMMANDS if c.scope in scopes for key in c.keys.split(",")}
            wanted = sorted(found - LEAVING)
        return self._chance.sample(wanted, len(wanted))

    def _keys(self) -> list[str]:
        """Return the keys that do something here."""
        found = set(self.app.screen.active_bindings)
        return sorted(found - ({"ctrl+q", "ctrl+c", "ctrl+z"} if self._over else LEAVING))

    async def _go(self, place: Place) -> None:
        """Go to a place, from wherever one is."""
        await self._home()
        for key in place.way:
            await self._step(key)
        here = self._over if place.is_dialog else self.reader.view == place.name and not self._over
        assert here, f"not in {place.name}: {self._story()}"

    async def _home(self) -> None:
        """Get out of whatever is open by escape alone."""
        for _ in range(WAY_HOME):
            if not self._over:
                return
            await self._step("escape")
        assert not self._over, self._story()

    @property
    def _over(self) -> bool:
        """Whether something is open over the view."""
        return isinstance(self.app.screen, ModalScreen)

    async def _wander(self) -> None:
        """Do anything that a reader could do here."""
        match self._chance.randrange(24):
            case 0:
                await self._size()
            case 1 | 2 | 3:
                await self._click()
            case 4 | 5:
                await self._step(self._chance.choice(ALSO))
            case _:
                await self._step(self._chance.choice(self._keys()))

    async def _size(self) -> None:
        """Make the window another size, and after a key as it was."""
        before = self.app.size
        for size in (self._chance.choice(ALL_SIZES), before):
            await self.reader.resize(size)
            await self._note(f"{size[0]}x{size[1]}")
            await self._step(self._chance.choice(self._keys()))

    async def _click(self) -> None:
        await self.reader.settle()
        width, height = self.app.size
        place = self._chance.randrange(width), self._chance.randrange(height)
        if "Quit" not in self.reader.lines[place[1]]:
            await self.reader.click_at(place, times=self._chance.choice([1, 1, 2]))
            await self._note(f"click {place[0]},{place[1]}")

    async def _step(self, key: str) -> None:
        """Press a key; what it does is done when this returns, but need not be drawn yet.

        Someone who types quickly is ahead of the screen like that.
        """
        if key == "enter" and self._chosen == "Quit":
            return
        self.app.post_message(Key(key, key if len(key) == 1 else None))
        async with in_time(self.app):
            await done(self.app)
            while self.app.keys_at_work and self.app.is_running:
                await asyncio.sleep(0)
        await self._note(key)

    @property
    def _chosen(self) -> str:
        """The command that is highlighted in a palette."""
        for commands in self.app.screen.query(CommandList):
            if commands.highlighted_option is not None:
                return str(commands.highlighted_option.prompt).partition("\n")[0]
        return ""

    async def _note(self, done: str) -> None:
        """Note what was done; nothing has failed of it, and now and then all is looked at."""
        self.done.append(done)
        assert self.app._exception is None, self._story()
        assert self.app.is_running, self._story()
        if len(self.done) % SAMPLED == 0:
            await self._look()

    async def _look(self) -> None:
        """See that keys reach something that can be seen, and that all that is drawn can be."""
        await self.reader.settle()
        await self.reader.until(self._focused, f"the focus, {self._story()}")
        assert not outdated(self.app), self._story()
        for number, strip in enumerate(screen_strips(self.app)):
            assert strip.cell_length == self.app.size.width, f"line {number}: {self._story()}"
            for action in actions(strip):
                assert self._has(action), f"nothing does {action}: {self._story()}"
        if self.app.theme == TERMINAL:
            return  # How readable the terminal's own colours are cannot be seen from here.
        for text, colour, ground in set(drawn(self.app)):
            if (colour, ground) in self._readable or LINES.match(text):
                continue
            found = contrast(colour, ground)
            assert found >= LEAST, f"{text!r} {colour} on {ground}: {found:.2f}: {self._story()}"
            self._readable.add((colour, ground))

    def _has(self, action: str) -> bool:
        """Return whether what can be clicked does anything."""
        where, _, name = action.rpartition(".")
        does = self.app if where == "app" else self.app.screen
        beneath = self.app.view
        return any(hasattr(one, f"action_{name}") for one in (does, beneath))

    def _focused(self) -> bool:
        screen = self.app.screen
        return screen.focused is not None or not any(shown(w) for w in screen.focus_chain)

    def _story(self) -> str:
        """Return what led here, and what is on the screen."""
        return f"after {' '.join(self.done[-40:])}\n{self.reader.screen}"


def shown(widget: Widget) -> bool:
    """Return whether a widget takes up room on the screen."""
    return bool(widget.region.area)


def actions(strip: Strip) -> set[str]:
    """Return what clicks on a line of the screen do: "screen.sort"."""
    found = {str(style.meta.get("act", "")) for _, style, _ in strip if style}
    return {action.partition("(")[0] for action in found if action}
