"""The heads of two sides: their names, and how well their claims stand, over their columns."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style

from briefing.describe.mix import Mix
from briefing.document import Line, Run
from briefing.tui.pictures import mix_strip, mix_words
from briefing.tui.widgets.clickable import Clickable, acting
from briefing.tui.widgets.columns import GUTTER, fits_both


class Head(NamedTuple):
    """What stands over a side: its name and the mix of its claims."""

    name: str = ""
    mix: Mix = ()


class SideNames(Clickable):
    """The heads of the sides, or tabs where there is room for one column only."""

    DEFAULT_CSS = """
    SideNames .names--good { color: $good; }
    SideNames .names--caution { color: $caution; }
    SideNames .names--muted { color: $muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "names--first", "names--second", "names--here", "names--good", "names--caution",
        "names--muted",
    }  # fmt: skip

    side: reactive[int] = reactive(0)
    heads: reactive[tuple[Head, Head]] = reactive((Head(), Head()))

    def render(self) -> Content:
        """Return the names and pictures, and where there is a second line, the counts in words."""
        width = self.size.width - 1  # the pane below has a scroll bar
        lines = self._columns(width) if fits_both(width) else self._tabs(width)
        return Content("\n").join(lines[: max(self.size.height, 1)])

    def on_resize(self, _: events.Resize) -> None:
        """Choose anew what fits."""
        self.refresh()

    def _columns(self, width: int) -> list[Content]:
        """Return both heads beside one another."""
        room = (width - 1) // 2
        names, words = [], []
        told = mix_words([head.mix for head in self.heads], room - GUTTER - 1)
        for place, head in enumerate(self.heads):
            style = self.part("names--second" if place else "names--first")
            name = self._named(place, style).truncate(room - 1, ellipsis=True)
            spare = room - name.cell_length - 3
            names.append((name + self._picture(head.mix, spare)).truncate(room, pad=True))
            words.append(self._words(told[place]).truncate(room, pad=True))
        return [Content(" ").join(names), Content(" ").join(words)]

    def _tabs(self, width: int) -> list[Content]:
        """Return the names as tabs, and beside them how well the claims of this side stand."""
        tabs = Content("")
        for place, head in enumerate(self.heads):
            here = place == self.side
            tone = "names--here" if here else ("names--second" if place else "names--first")
            act = acting(f"screen.to_side({place})")
            tabs += Content.assemble(" ", (f" {head.name} ", self.part(tone) + act))
        found = self.heads[self.side].mix
        picture = self._picture(found, width - tabs.cell_length - 3)
        [told] = mix_words([found], width - GUTTER)
        return [tabs.truncate(width, ellipsis=True) + picture, self._words(told)]

    def _named(self, place: int, style: Style) -> Content:
        name = self.heads[place].name
        act = acting(f"screen.to_side({place})")
        return Content.assemble(" " * GUTTER, (name, style + act))

    def _picture(self, found: Mix, room: int) -> Content:
        strip = self._styled(mix_strip(found, room))
        return Content("  ") + strip if strip else strip

    def _words(self, told: str) -> Content:
        return Content.assemble(" " * GUTTER, (told, self.part("names--muted")))

    def _styled(self, line: Line) -> Content:
        runs = [part for part in line if isinstance(part, Run)]
        return Content.assemble(*((run.text, self.part(f"names--{run.tone}")) for run in runs))
