"""Lines of text as the segments of a strip, in the colours that they are to have."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from rich.segment import Segment
from textual.color import Color
from textual.content import Content
from textual.filter import LineFilter
from textual.style import Style
from textual.widget import Widget


def segments(
    content: Content, ground: Style, parse: Callable[[str | Style], Style]
) -> list[Segment]:
    """Return a line of text on a ground, as `Content.render` would.

    That is made for spans that lie over one another; here they are mostly side by side.
    """
    text, plain, at = content.plain, ground.rich_style, 0
    made = []
    for start, end, style in content.spans:
        if start < at or isinstance(style, str):
            rendered = content.render(ground, end="", parse_style=parse)
            return [Segment(piece, found.rich_style) for piece, found in rendered]
        if at < start:
            made.append(Segment(text[at:start], plain))
        if start < end:
            made.append(Segment(text[start:end], (ground + style).rich_style))
        at = max(start, end)
    if at < len(text):
        made.append(Segment(text[at:], plain))
    return made


class Colouring(NamedTuple):
    """What is done to the colours of a widget, for instance where none are wanted."""

    filters: tuple[LineFilter, ...]
    background: Color

    def of(self, line: list[Segment]) -> list[Segment]:
        """Return text in the colours it is to have."""
        for each in self.filters:
            line = each.apply(line, self.background)
        return line


def colouring(widget: Widget) -> Colouring:
    """Return what is done to the colours of a widget."""
    return Colouring(tuple(widget.get_line_filters()), widget.background_colors[1])
