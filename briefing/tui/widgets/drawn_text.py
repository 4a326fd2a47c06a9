"""Some lines of text, drawn in few steps; what is uncommon about them is left to Textual."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.content import Content
from textual.strip import Strip

from briefing.tui.widgets.drawn_once import DrawnOnce
from briefing.tui.widgets.segments import colouring, segments


class DrawnText(DrawnOnce):
    """To be named before a widget whose `render` returns lines, none of them to be wrapped.

    Where the mouse selects text, Textual looks for offsets in what `render_line` returns; that
    is not changed here, so what is only to be seen can do without them.
    """

    def brush(self) -> Callable[[int], Strip] | None:
        """Return what draws a line between the padding; none for a selection or another edge."""
        gutter, padding = self.styles.gutter, self.styles.padding
        padded = (gutter.left, gutter.right) == (padding.left, padding.right)
        content = self.render()
        if not padded or self.text_selection is not None or not isinstance(content, Content):
            return None
        width = self.region.width
        room = width - gutter.width
        lines = content.split(allow_blank=True)
        if "\t" in content.plain or any(line.cell_length > room for line in lines):
            return None
        ground, coloured = self.visual_style, colouring(self)
        blank = ground.background_style.rich_style

        def draw(y: int) -> Strip:
            line = lines[y] if y < len(lines) else Content(" " * room)
            pieces = [
                Segment(" " * gutter.left, blank),
                *segments(line, ground, self._get_style),
                Segment(" " * (room - line.cell_length + gutter.right), blank),
            ]
            return Strip(coloured.of([piece for piece in pieces if piece.text]), width)

        return draw
