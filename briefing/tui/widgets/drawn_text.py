"""Some lines of text, drawn in few steps; what is uncommon about them is left to Textual."""

from __future__ import annotations

from rich.segment import Segment
from textual.content import Content
from textual.geometry import Region
from textual.strip import Strip

from briefing.tui.widgets.drawn_once import DrawnOnce
from briefing.tui.widgets.edges import colouring
from briefing.tui.widgets.styles import drawn


class DrawnText(DrawnOnce):
    """To be named before a widget whose `render` returns lines, none of them to be wrapped.

    Textual gives every piece of text the offset by which the mouse selects it, though it asks
    `render_line` for that; here the lines that are only to be seen go without.
    """

    def draw(self, crop: Region) -> list[Strip]:
        """Draw lines between the padding; with a selection, or another edge, as Textual does."""
        gutter, padding = self.styles.gutter, self.styles.padding
        plain = (gutter.left, gutter.right) == (padding.left, padding.right)
        if not plain or self.opacity < 1 or self.text_selection is not None:
            return super().draw(crop)
        width, height = self.region.size
        room = width - gutter.width
        content = self.render()
        lines = content.split(allow_blank=True) if isinstance(content, Content) else []
        if not lines or any(line.cell_length > room for line in lines):
            return super().draw(crop)
        base, coloured = self.get_visual_style(), colouring(self)
        blank = base.background_style.rich_style
        strips = []
        for y in crop.line_range:
            row = y - gutter.top
            if not 0 <= row < height - gutter.height:
                strips += super().draw(Region(0, y, width, 1))
                continue
            line = lines[row] if row < len(lines) else Content(" " * room)
            segments = [
                Segment(" " * gutter.left, blank),
                *drawn(line, base, self._get_style),
                Segment(" " * (room - line.cell_length + gutter.right), blank),
            ]
            kept = [segment for segment in segments if segment.text]
            strips.append(Strip(coloured.of(kept), width))
        if crop.column_span != (0, width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips
