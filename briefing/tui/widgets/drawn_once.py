"""A widget that is drawn anew only where something in it has changed, and then quickly.

Textual asks all widgets of a screen for their lines whenever one of them has changed.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

# Not a widget itself: of several of these, Textual takes styles and keys only from the first.
if TYPE_CHECKING:
    _Base = Widget
else:
    _Base = object

FEW = 8
"""Lines that are drawn in a moment."""
UNCOMMON = (
    "tint", "hatch", "text_opacity", "outline_top", "outline_right", "outline_bottom",
    "outline_left", "text_align", "content_align_horizontal", "content_align_vertical", "line_pad",
)  # fmt: skip
"""Rules of style that only Textual follows."""


class DrawnOnce(_Base):
    """To be named before the widget that is to be drawn so."""

    _drawn: tuple[Region, list[Strip]] | None = None
    """What was drawn last, as long as nothing in it has changed."""

    def _set_dirty(self, *regions: Region) -> None:
        super()._set_dirty(*regions)
        self._drawn = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines that were drawn last, or draw them.

        The mouse asks for single lines; these are found among the others.
        """
        if self._drawn is not None:
            drawn, strips = self._drawn
            if drawn == crop:
                return strips
            if drawn.column_span == crop.column_span and drawn.contains_region(crop):
                return strips[crop.y - drawn.y : crop.bottom - drawn.y]
        strips = self._draw(crop)
        self._drawn = crop, strips
        return strips

    def draw_ahead(self) -> Iterator[None]:
        """Draw what would be seen, a few lines at a time."""
        for first in range(0, self.region.height, FEW):
            few = min(self.region.height - first, FEW)
            self.render_lines(Region(0, first, self.region.width, few))
            yield

    def _draw(self, crop: Region) -> list[Strip]:
        uncommon = self.opacity < 1 or any(map(self.styles.has_rule, UNCOMMON))
        brush = None if uncommon else self.brush()
        if brush is None:
            return super().render_lines(crop)
        gutter, (width, height) = self.styles.gutter, self.region.size
        strips = []
        for y in crop.line_range:
            if gutter.top <= y < height - gutter.bottom:
                strips.append(brush(y - gutter.top))
            else:
                strips += self.draw_line(y)
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    @abstractmethod
    def brush(self) -> Callable[[int], Strip] | None:
        """Return what draws a line between those of the upper and the lower edge, all of it.

        None, where Textual is to draw the widget.
        """

    def draw_line(self, y: int) -> list[Strip]:
        """Return one line as Textual draws it."""
        return super().render_lines(Region(0, y, self.region.width, 1))
