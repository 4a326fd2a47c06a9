"""The styles of a widget's components, as the parts of its text want them, and such text drawn."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.content import Content
from textual.style import Style
from textual.widget import Widget


def component(widget: Widget, name: str) -> Style:
    """Return only what a component class sets: colour, ground and text style.

    Textual's own `get_visual_style` with `partial` leaves an opaque ground out.
    """
    styles = widget.get_component_styles(name)
    text = styles.text_style
    return Style(
        background=styles.background if styles.has_rule("background") else None,
        foreground=styles.color if styles.has_rule("color") else None,
        bold=text.bold,
        italic=text.italic,
        underline=text.underline,
        reverse=text.reverse,
    )


def drawn(content: Content, base: Style, parse: Callable[[str | Style], Style]) -> list[Segment]:
    """Return a line of text on a ground, as `Content.render` would.

    That is made for spans that lie over one another; here they are mostly side by side.
    """
    text, plain, at = content.plain, base.rich_style, 0
    segments = []
    for start, end, style in content.spans:
        if start < at or isinstance(style, str):
            rendered = content.render(base, end="", parse_style=parse)
            return [Segment(piece, found.rich_style) for piece, found in rendered]
        if at < start:
            segments.append(Segment(text[at:start], plain))
        if start < end:
            segments.append(Segment(text[start:end], (base + style).rich_style))
        at = max(start, end)
    if at < len(text):
        segments.append(Segment(text[at:], plain))
    return segments
