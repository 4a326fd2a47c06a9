"""The meter of the page: how full it is, and the items that would have to go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.content import Content
from textual.reactive import reactive

from briefing.pack.pack import Pack, title
from briefing.pack.recipe import Brief
from briefing.recipes import Slot, slots
from briefing.tui.widgets.clickable import Clickable, acting
from briefing.words import counted

if TYPE_CHECKING:
    from briefing.export.fit import Fit

BAR = 20
LEAST_BAR = 5
MOST_NAMED = 6
"""Items named below the meter; where more have to go, the list of the page marks them."""


MOST_TOLD = 3
"""Lines for why a page cannot be printed."""
TALL = 20
"""Lines of a screen from which on there is room for more than one line."""


class Going(NamedTuple):
    """An item that would have to go: where it stands on the page, its kind, and its title."""

    slot: Slot
    kind: str
    title: str


class Reading(NamedTuple):
    """What is known of a page: its words, and how it fits or why that cannot be said.

    Neither of the two is there while the page is being measured.
    """

    words: int = 0
    fit: Fit | None = None
    wrong: str = ""
    going: tuple[Going, ...] = ()
    name: str = ""


def going(pack: Pack, brief: Brief, fit: Fit) -> tuple[Going, ...]:
    """Return the items that have to go for a brief to fit, in the order in which they do."""
    left = set(slots(fit.brief))
    leaving = [slot for slot in slots(brief) if slot not in left]
    found = []
    for ref in fit.gone:
        slot = next(slot for slot in leaving if slot.ref == ref)
        leaving.remove(slot)
        found.append(Going(slot, ref.kind, title(pack.items[ref])))
    return tuple(found)


class Meter(Clickable):
    """One line that tells how full the page is, and below it what has to go."""

    DEFAULT_CSS = """
    Meter { height: 1; background: $surface; padding: 0 1; }
    Meter .meter--good { color: $good; text-style: bold; }
    Meter .meter--bad { color: $bad; text-style: bold; }
    Meter .meter--caution { color: $caution; }
    Meter .meter--muted { color: $muted; }
    Meter .meter--key { color: $accent; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "meter--good", "meter--bad", "meter--caution", "meter--muted", "meter--key",
    }  # fmt: skip

    reading: reactive[Reading] = reactive(Reading())

    def watch_reading(self) -> None:
        """Take as many lines as there is something to say; a page being measured keeps them."""
        if self.reading.fit or self.reading.wrong:
            self._fit_height()

    def on_resize(self) -> None:
        """Take as many lines as suit the new width."""
        self._fit_height()

    def _fit_height(self) -> None:
        self.styles.height = len(self._lines())

    def render(self) -> Content:
        """Return the line and the items."""
        return Content("\n").join(self._lines())

    def _lines(self) -> list[Content]:
        wrong = self.reading.wrong
        if not wrong:
            return [self._line(), *self._named()]
        told = Content.assemble((wrong, self.part("meter--bad")))
        return told.wrap(max(self._width, 1))[: MOST_TOLD if self._tall else 1]

    @property
    def _width(self) -> int:
        return self.size.width or self.app.size.width - 2

    @property
    def _tall(self) -> bool:
        return self.app.size.height >= TALL

    def _line(self) -> Content:
        """Return how full the page is, with as much beside it as there is room for."""
        width = self._width
        tried = list(self._wordings())
        # The bar is worth more than the offer and the words, and less than the figures.
        rooms = [*(width - LEAST_BAR - 1 for _ in tried[:2]), *(width for _ in tried[2:])]
        fitting = (
            line for line, room in zip(tried, rooms, strict=True) if line.cell_length <= room
        )
        line = next(fitting, tried[-1])
        line = self._bar(min(width - line.cell_length - 1, BAR)) + line
        name = self.reading.name
        room = width - line.cell_length - len(name)
        if room < 2:
            return line.truncate(width, ellipsis=True)
        return line + " " * room + Content.assemble((name, self.part("meter--muted")))

    def _wordings(self) -> Iterator[Content]:
        """Yield what the line says, ever shorter."""
        words, fit, *_ = self.reading
        if fit is None:
            told = ("measuring…", self.part("meter--muted"))
            yield Content.assemble(told, f" {words} words" if words else "")
            yield Content.assemble(told)
        else:
            verdict = self._verdict(fit.full.over)
            lines = f"{fit.full.used} of {fit.full.room} lines"
            trim = self._offer(len(fit.gone)) if fit.gone else Content("")
            yield Content(f"{lines}, {words} words · ") + verdict + trim
            yield Content(f"{lines} · ") + verdict + trim
            yield Content(f"{lines} · ") + verdict
            yield verdict

    def _verdict(self, over: int) -> Content:
        if over:
            lines = counted(over, "line")
            return Content.assemble((f"{lines} too many", self.part("meter--bad")))
        return Content.assemble(("fits", self.part("meter--good")))

    def _offer(self, items: int) -> Content:
        act = acting("screen.trim")
        key = self.part("meter--key") + act
        return Content.assemble(" · ", ("x", key), (f" leaves out {counted(items, 'item')}", act))

    def _bar(self, room: int) -> Content:
        """Return a bar of the page that is `room` cells wide, and a space; or nothing."""
        fit = self.reading.fit
        if fit is None or room < LEAST_BAR:
            return Content("")
        filled = min(fit.full.used * room // max(fit.full.room, 1), room)
        tone = self.part("meter--bad" if fit.full.over else "meter--good")
        return Content.assemble(("█" * filled + "░" * (room - filled), tone), " ")

    def _named(self) -> Iterator[Content]:
        """Yield a line for each item that has to go, where the screen has room for them."""
        fit, gone = self.reading.fit, self.reading.going
        if fit is None or not fit.full.over or not self._tall:
            return
        if gone:
            yield self._muted("To make it fit, these have to go, the least important first:")
        yield from self._items(gone[:MOST_NAMED])
        if len(gone) > MOST_NAMED:
            yield self._muted(f"    and {len(gone) - MOST_NAMED} more, marked × on the page")
        if fit.left.over:
            even = "Even without these it is" if gone else "Nothing may go of itself, and it is"
            told = f"{even} {counted(fit.left.over, 'line')} too long: drop what you can spare"
            yield Content.assemble((told, self.part("meter--caution")))

    def _items(self, gone: Sequence[Going]) -> Iterator[Content]:
        kinds = max((len(item.kind) for item in gone), default=0)
        for number, item in enumerate(gone, 1):
            kind = (f"{item.kind:<{kinds}}  ", self.part("meter--muted"))
            line = Content.assemble(f" {number}  ", kind, item.title)
            yield line.truncate(self._width, ellipsis=True)

    def _muted(self, text: str) -> Content:
        return Content.assemble((text, self.part("meter--muted")))
