"""What the tones of a document, and the parts of a list, look like in a theme.

They are the same in every list and pane, so none of them has to ask the stylesheet.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from textual.color import Color
from textual.style import Style
from textual.theme import Theme

COLOURS = (
    "accent", "muted", "good", "caution", "bad", "first", "second", "border", "cursor",
    "cursor-text",
)  # fmt: skip


def tones(theme: Theme, no_color: bool) -> Mapping[str, Style]:
    """Return the style of each tone of a document, and of `mark`, `heading`, `rule`, `bar`,
    `hit` and `cursor`; without colour, what colour alone would tell is told by text styles."""
    named = {"accent": theme.accent or "", **theme.variables}
    return _made(tuple(named[name] for name in COLOURS), no_color)


@lru_cache(maxsize=4)
def _made(colours: tuple[str, ...], no_color: bool) -> Mapping[str, Style]:
    made = dict(zip(COLOURS, map(Color.parse, colours), strict=True))

    bold, underline, reverse = Style(bold=True), Style(underline=True), Style(reverse=True)

    def tinted(name: str) -> Style:
        return Style(foreground=made[name])

    hit, cursor = tinted("accent") + bold, tinted("cursor-text") + bold
    return {
        "plain": Style.null(),
        "strong": bold,
        "emphasis": Style(italic=True),
        "muted": tinted("muted"),
        "good": tinted("good"),
        "caution": tinted("caution"),
        "bad": tinted("bad"),
        "first": tinted("first") + bold,
        "second": tinted("second") + bold,
        "found": hit + underline,
        "hit": hit + underline if no_color else hit,
        "mark": tinted("accent"),
        "bar": tinted("accent"),
        "heading": hit,
        "rule": tinted("border"),
        "cursor": (cursor + reverse if no_color else cursor) + Style(background=made["cursor"]),
    }
