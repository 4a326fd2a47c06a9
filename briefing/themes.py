"""Theme YAML to checked palettes: colours that can be read, or a problem that says why not.

Contrast is the ratio of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from briefing.pack.context import BROKEN, Context
from briefing.pack.convert import convert
from briefing.pack.reader import parse, read_bytes
from briefing.pack.types import Item, Slug, Text
from briefing.paths import config_dir, shipped
from briefing.problems import Problem
from briefing.text import one_line

Colour = Annotated[
    str,
    Meta(pattern=r"^#[0-9a-fA-F]{6}$", extra={"is": 'six hexadecimal digits such as "#1b2a3c"'}),
]

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


def load_themes(folders: Iterable[Path]) -> tuple[list[Theme], list[Problem]]:
    """Read the themes of folders; of two with one name, the one in the later folder counts.

    A theme with a problem is left out, so one of the same name in an earlier folder stays.
    Folders that do not exist hold no themes.
    """
    themes: dict[str, Theme] = {}
    problems: list[Problem] = []
    for folder in folders:
        found: dict[str, Path] = {}
        for path in _theme_files(folder, problems):
            theme, wrong = read_theme(path)
            problems += wrong
            if theme is None:
                continue
            if theme.name in found:
                problems.append(_twice(theme, path, found[theme.name]))
                continue
            found[theme.name] = path
            themes[theme.name] = theme
    return list(themes.values()), problems


def _theme_files(folder: Path, problems: list[Problem]) -> list[Path]:
    try:
        files = (path for path in folder.iterdir() if path.suffix == ".yaml")
        return sorted(files, key=lambda path: path.stem)
    except FileNotFoundError:
        return []
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        problems.append(Problem(one_line(str(folder)), 0, 0, "FIL001", reason))
        return []


def _twice(theme: Theme, path: Path, first: Path) -> Problem:
    message = f'the theme name "{theme.name}" is used twice'
    hint = f"it stands in {one_line(first.name)} already"
    return Problem(one_line(str(path)), theme.place.line, 0, "THM002", message, hint)


def read_theme(path: Path) -> tuple[Theme | None, list[Problem]]:
    """Return the theme in a file, or None and what is wrong with it, sorted by place."""
    problems: list[Problem] = []
    theme: Theme | None = None
    data = read_bytes(path.parent, path.name, problems)
    file = None if data is None else parse("theme.yaml", data, problems)
    if file is not None:
        context = Context(lost={})
        converted = convert(Theme, file, context)
        problems += map(_explained, context.problems)
        if converted is not BROKEN:
            problems += _too_faint(converted, context)
            theme = converted
    shown = one_line(str(path))
    placed = sorted({problem._replace(file=shown) for problem in problems})
    return (None if placed else theme), placed


def _explained(problem: Problem) -> Problem:
    """Say why a colour seems to be missing: without quotation marks, # begins a comment."""
    if problem.rule == "FLD005" and problem.message.split('"')[1] in Colours.__struct_fields__:
        return problem._replace(hint='put colours in quotation marks: "#1b2a3c"')
    return problem


def _too_faint(theme: Theme, context: Context) -> Iterator[Problem]:
    """Yield a problem for every text that is hard to read on what it is drawn on."""
    least = LEAST_CONTRAST[theme.contrast]
    for name, grounds in text_pairs():
        colour: str = getattr(theme.colours, name)
        behind: list[str] = [getattr(theme.colours, ground) for ground in grounds]
        ratios = {ground: contrast(colour, b) for ground, b in zip(grounds, behind, strict=True)}
        ground, ratio = min(ratios.items(), key=lambda pair: pair[1])
        if ratio < least:
            # Rounded down, so that 4.496 is not told as 4.50.
            shown = int(ratio * 100) / 100
            message = f'"{name}" on "{ground}" has a contrast of {shown:.2f}:1, below {least:g}:1'
            better = nearest_readable(colour, behind, least)
            hint = f'"{better}" would do' if better else f'change "{ground}": no shade of it passes'
            yield Problem(*context.of(theme.colours, name), "THM001", message, hint)


def text_pairs() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the name of each text colour, and of the colours that it is drawn on."""
    for name in TEXT_COLOURS:
        yield name, ("background", "surface")
    yield "cursor_text", ("cursor",)


def luminance(colour: str) -> float:
    """Return the relative luminance of `#rrggbb`, from 0 (black) to 1 (white).

    The formula of WCAG 2.2 (https://www.w3.org/TR/WCAG22/#dfn-relative-luminance), with the
    threshold of IEC 61966-2-1, which gives the same for every colour of eight bits.
    """
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 (none) to 21 (black on white)."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def nearest_readable(colour: str, grounds: Iterable[str], least: float) -> str | None:
    """Return the shade of a colour that is just readable on all grounds, or None.

    Hue and saturation stay; of the shades that reach the ratio `least`, the one whose
    lightness is nearest to the colour's comes back.
    """
    from colorsys import hls_to_rgb, rgb_to_hls

    grounds = tuple(grounds)
    hue, lightness, saturation = rgb_to_hls(*_channels(colour))
    for step in sorted(range(256), key=lambda step: abs(step / 255 - lightness)):
        parts = hls_to_rgb(hue, step / 255, saturation)
        shade = "#" + "".join(f"{round(part * 255):02x}" for part in parts)
        if all(contrast(shade, ground) >= least for ground in grounds):
            return shade
    return None


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = bytes.fromhex(colour[1:])
    return red / 255, green / 255, blue / 255
