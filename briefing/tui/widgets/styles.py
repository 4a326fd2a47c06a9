"""The styles of a widget's components, as the parts of its text want them."""

from __future__ import annotations

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
