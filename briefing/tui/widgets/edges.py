"""The edges of a widget whose lines all have the same: drawn once, and set around each line.

Textual draws the border and padding of every line of the screen anew, each time its widget
scrolls, which takes longer than all else that is to be drawn of a line.
"""

from __future__ import annotations

from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.segments import Colouring, colouring


class Edges(NamedTuple):
    """What stands left and right of lines, how long those are, and what their colours become."""

    left: Strip
    right: Strip
    room: int
    colouring: Colouring

    def around(self, line: list[Segment]) -> Strip:
        """Return a line, which is `room` cells long, between its edges."""
        size = self.left.cell_length + self.room + self.right.cell_length
        return Strip([*self.left, *self.colouring.of(line), *self.right], size)


def edges(widget: Widget, line: Strip) -> Edges:
    """Return the edges that a line which Textual has drawn has, as have all of the widget."""
    left, room = widget.styles.gutter.left, widget.scrollable_size.width
    return Edges(line.crop(0, left), line.crop(left + room), room, colouring(widget))
