"""The edges of a widget whose lines all have the same: drawn once, and set around each line.

Textual draws the border and padding of every line of the screen anew, each time its widget
scrolls, which takes longer than all else that is to be drawn of a line.
"""

from __future__ import annotations

from typing import NamedTuple, Self

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual import color
from textual.filter import LineFilter
from textual.geometry import Offset, Region
from textual.reactive import Reactive, reactive
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.drawn_once import DrawnOnce


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


class Colouring(NamedTuple):
    """What is done to the colours of a widget, for instance where none are wanted."""

    filters: tuple[LineFilter, ...]
    background: color.Color

    def of(self, segments: list[Segment]) -> list[Segment]:
        """Return text in the colours it is to have."""
        for each in self.filters:
            segments = each.apply(segments, self.background)
        return segments


def colouring(widget: Widget) -> Colouring:
    """Return what is done to the colours of a widget."""
    return Colouring(tuple(widget.get_line_filters()), widget.background_colors[1])


def edges(widget: Widget, line: Strip) -> Edges:
    """Return the edges that a line which Textual has drawn has, as have all of the widget."""
    left, room = widget.styles.gutter.left, widget.scrollable_size.width
    return Edges(line.crop(0, left), line.crop(left + room), room, colouring(widget))


class Bar(DrawnOnce, ScrollBar):
    """A scroll bar; it has no edges, and most of its cells look the same.

    Whenever it changes, so does what it stands beside, and both are drawn together. Only where
    the mouse makes the difference does it ask for the screen to be written.
    """

    mouse_over = reactive(False, repaint=False)
    grabbed: Reactive[Offset | None] = reactive(None, repaint=False)

    def watch_mouse_over(self) -> None:
        """Show that the mouse is over it, or no longer."""
        super().refresh()

    def watch_grabbed(self) -> None:
        """Show that the mouse holds it, or no longer."""
        super().refresh()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Be drawn anew, but not by itself."""
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        self._repaint_required = False
        return self

    def draw(self, crop: Region) -> list[Strip]:
        """Draw cells, those that are alike once."""
        shown = self.render()
        if not isinstance(shown, ScrollBarRender) or not isinstance(shown.style, Style):
            return super().draw(crop)
        cells = shown.render_bar(
            size=self.size.height,
            virtual_size=shown.virtual_size,
            window_size=shown.window_size,
            position=shown.position,
            thickness=shown.thickness,
            vertical=shown.vertical,
            back_color=shown.style.bgcolor or Color.default(),
            bar_color=shown.style.color or Color.default(),
        ).segments
        base, coloured = self.get_visual_style().rich_style, colouring(self)
        drawn = {}
        for cell in set(cells):
            on_ground = Segment(cell.text, base + cell.style)
            drawn[cell] = Strip(coloured.of([on_ground])).crop(*crop.column_span)
        return [drawn[cells[y]] for y in crop.line_range]
