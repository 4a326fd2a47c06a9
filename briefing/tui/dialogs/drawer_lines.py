"""The lines over and under what a drawer shows: which source of how many, and the keys."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive

from briefing.document import Document
from briefing.tui import draw
from briefing.tui.drawn import Drawn
from briefing.tui.widgets.clickable import Clickable, KeyLine, acting
from briefing.tui.widgets.pane import Pane

TITLE = "Says who?"


class Steps(Clickable):
    """The sources of a line, of which one is shown: "1 of 3", and as many names as fit."""

    DEFAULT_CSS = """
    Steps { color: $muted; }
    Steps .steps--title { color: $foreground; text-style: bold; }
    Steps .steps--here { color: $accent; text-style: bold; }
    Steps .steps--key { color: $accent; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"steps--title", "steps--here", "steps--key"}

    at: reactive[int] = reactive(0)

    def __init__(self, labels: Sequence[str]) -> None:
        super().__init__()
        self._labels = labels

    def render(self) -> Content:
        """Return the line; where not all names fit, the numbers and the arrows."""
        total = len(self._labels)
        title = Content.assemble((TITLE, self.part("steps--title")), "  ")
        if total == 1:
            tries = [title + "The only source of this line", title + "Its only source"]
            return _fitting(tries, self.size.width)
        here = Content.assemble((f"{self.at + 1} of {total}", self.part("steps--here")))
        count = title + here
        named = Content("  ").join(self._step(place, self._labels[place]) for place in range(total))
        numbered = Content(" ").join(self._step(place, "") for place in range(total))
        back, on = self._key(",", "step(-1)"), self._key(".", "step(1)")
        tries = [
            Content("  ").join([count, named, back + " previous  " + on + " next"]),
            Content("  ").join([count, named, back + " " + on]),
            Content("  ").join([count, numbered, back + " previous  " + on + " next"]),
            Content("  ").join([count, back + " " + on]),
        ]
        return _fitting(tries, self.size.width)

    def _step(self, place: int, label: str) -> Content:
        here = place == self.at
        style = acting(f"screen.source({place})")
        if here:
            style = self.part("steps--here") + style
        return Content.assemble((f"{'●' if here else '○'} {label}".rstrip(), style))

    def _key(self, key: str, action: str) -> Content:
        return Content.assemble((key, self.part("steps--key") + acting(f"screen.{action}")))


def _fitting(tries: Sequence[Content], room: int) -> Content:
    """Return the first line that fits, or the last one cut."""
    return next((line for line in tries if line.cell_length <= room), tries[-1].truncate(room))


class CitationPane(Pane):
    """Shows what is behind a mark; its title stands in the line over it."""

    def runs(self, doc: Document, of: str, width: int) -> Iterator[Drawn]:
        """Return the citation as runs of lines."""
        return draw.blocks(doc.blocks, width, self.tone)


class DrawerKeys(KeyLine):
    """A line of keys of which the last ones are left out where there is no room."""

    def render(self) -> Content:
        """Return the keys that fit."""
        line = Content("")
        for key, (said, action) in self._keys.items():
            hint = Content.assemble((f"{key} {said}", acting(action)))
            grown = Content(" · ").join([line, hint]) if line.cell_length else hint
            if grown.cell_length > self.size.width:
                break
            line = grown
        return line
