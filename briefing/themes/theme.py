"""Themes: palettes of which every colour of text can be read on what it is drawn on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from briefing.pack.types import Item, Slug, Text, like
from briefing.paths import config_dir, shipped
from briefing.themes.contrast import luminance

Colour = Annotated[str, like(r"^#[0-9a-fA-F]{6}$", 'six hexadecimal digits such as "#1b2a3c"')]

TERMINAL = "terminal"
"""The name of the theme that keeps the terminal's own colours; it needs no file."""
TERMINAL_TITLE = "The terminal's own colours"

TEXT_COLOURS = ("text", "muted", "accent", "first", "second", "good", "caution", "bad")
"""The colours that text is drawn in, on `background` and on `surface`."""

LEAST_CONTRAST = {"normal": 4.5, "high": 7.0}
"""What text must reach: success criteria 1.4.3 (AA) and 1.4.6 (AAA) of WCAG 2.2."""


class Colours(Item, frozen=True, kw_only=True):
    """The colours of a theme, each `#rrggbb`; `first` and `second` belong to the two sides."""

    what: ClassVar[str] = "a palette"
    background: Colour
    surface: Colour
    text: Colour
    muted: Colour
    accent: Colour
    first: Colour
    second: Colour
    good: Colour
    caution: Colour
    bad: Colour
    cursor: Colour
    cursor_text: Colour
    border: Colour


class Theme(Item, frozen=True, kw_only=True):
    """A palette with its name; `contrast: high` promises 7:1 for all text."""

    what: ClassVar[str] = "a theme"
    name: Slug
    title: Text
    contrast: Literal["normal", "high"] = "normal"
    colours: Colours

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return luminance(self.colours.background) < luminance(self.colours.text)


def theme_folders() -> tuple[Path, Path]:
    """Return where themes lie: the shipped ones, then the user's own."""
    return shipped("themes"), config_dir() / "themes"


def text_pairs() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the name of each text colour, and of the colours that it is drawn on."""
    for name in TEXT_COLOURS:
        yield name, ("background", "surface")
    yield "cursor_text", ("cursor",)
