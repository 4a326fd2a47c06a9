"""What the tones of a document, and the parts of a list, look like in a theme.

They are the same in every list and pane, so none of them has to ask the stylesheet.
"""

from __future__ import annotations

from textual.color import Color
from textual.style import Style
from textual.theme import Theme


def tones(theme: Theme, no_color: bool) -> dict[str, Style]:
    """Return the style of each tone of a document, and of `mark`, `heading`, `rule`, `bar`,
    `hit` and `cursor`; without colour, what colour alone would tell is told by text styles."""
    colours = theme.variables
    accent = Color.parse(theme.accent or "")

    def tinted(name: str, *, bold: bool | None = None) -> Style:
        return Style(foreground=Color.parse(colours[name]), bold=bold)

    return {
        "plain": Style.null(),
        "strong": Style(bold=True),
        "emphasis": Style(italic=True),
        "muted": tinted("muted"),
        "good": tinted("good"),
        "caution": tinted("caution"),
        "bad": tinted("bad"),
        "first": tinted("first", bold=True),
        "second": tinted("second", bold=True),
        "found": Style(foreground=accent, bold=True, underline=True),
        "hit": Style(foreground=accent, bold=True, underline=no_color or None),
        "mark": Style(foreground=accent),
        "bar": Style(foreground=accent),
        "heading": Style(foreground=accent, bold=True),
        "rule": tinted("border"),
        "cursor": Style(
            background=Color.parse(colours["cursor"]),
            foreground=Color.parse(colours["cursor-text"]),
            bold=True,
            reverse=no_color or None,
        ),
    }
