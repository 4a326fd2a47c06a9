"""The edges of a widget whose lines all have the same: drawn once, and set around each line.

Textual draws the border and padding of every line of the screen anew, each time its widget
scrolls, which takes longer than all else that is to be drawn of a line.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget


class Edges(NamedTuple):
    """What stands left and right of lines, how long those are, and what their colours become."""

    left: Strip
    right: Strip
    room: int
    colouring: Colouring

    def around(self, strip: Strip) -> Strip:
        """Return a line between its edges."""
        strip = self.colouring.of(strip.adjust_cell_length(self.room))
        size = self.left.cell_length + self.room + self.right.cell_length
        return Strip([*self.left, *strip, *self.right], size)


class Colouring(NamedTuple):
    """What is done to the colours of a widget, for instance where none are wanted."""

    filters: tuple[LineFilter, ...]
    background: Color

    def of(self, strip: Strip) -> Strip:
        """Return a strip in the colours it is to have."""
        for each in self.filters:
            strip = strip.apply_filter(each, self.background)
        return strip


def colouring(widget: Widget) -> Colouring:
    """Return what is done to the colours of a widget."""
    return Colouring(tuple(widget.get_line_filters()), widget.background_colors[1])


def edges(widget: Widget, line: Strip) -> Edges:
    """Return the edges that a line which Textual has drawn has, as have all of the widget."""
    left, room = widget.styles.gutter.left, widget.scrollable_size.width
    return Edges(line.crop(0, left), line.crop(left + room), room, colouring(widget))


class Bar(ScrollBar):
    """A scroll bar; it has no edges, and most of its cells look the same."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw cells, those that are alike once."""
        drawn: dict[tuple[Segment, ...], Strip] = {}
        coloured = colouring(self)
        strips = []
        for y in crop.line_range:
            strip = self.render_line(y)
            if (cells := tuple(strip)) not in drawn:
                drawn[cells] = coloured.of(strip).crop(*crop.column_span)
            strips.append(drawn[cells])
        return strips
