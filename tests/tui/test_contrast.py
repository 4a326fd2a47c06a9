"""Contrast as it is drawn: every character on every screen in every shipped theme."""

import re
from pathlib import Path

import pytest
from rich.color import ColorType

from briefing.pack.pack import Ref
from briefing.paths import shipped
from briefing.themes.contrast import contrast
from briefing.themes.reading import load_themes
from briefing.themes.theme import LEAST_CONTRAST, TERMINAL, Colours, Theme
from briefing.workspace import Workspace
from tests.packs import edit
from tests.tui.pages import write_long_pack
from tests.tui.reader import MIDDLE, Reader, drawn, reading, screen_strips

THEMES, _ = load_themes([shipped("themes")])
COLOURS = [name for name in Colours.__struct_fields__ if name != "place"]
LINES = re.compile("[\u2500-\u259f]")
"""Line-drawing and block characters: rules, borders, bars and scroll bars are not text."""
VIEWS = [
    "c", "escape enter", "escape y", "1", "2 right", "space", "4 s", "enter", "3", "left v",
    "v x down", "6 down", "right",
]  # fmt: skip
"""Keys that lead through all views and the drawer; a look is taken after each run of them."""
DIALOGS = [
    "exclamation_mark", "escape question_mark", "escape e", "enter", "shift+tab down",
    "escape n", "a shift+home", "escape slash", "c down", "escape t", "d", "escape",
]  # fmt: skip
"""The same for the dialogs."""


PAGES = [
    "6", "right end", "left x", "u", "r", "escape b", "escape s enter", "escape e",
    "shift+tab shift+tab down", "enter", "escape e", "shift+tab end", "tab enter",
]  # fmt: skip
"""The same for the page, its dialogs, and what was exported."""

EVIDENCE = [
    "4 s", "enter", "left w right", "right", "c", "full_stop b", "escape escape", "5", "f space",
    "escape right", "left v", "v right", "left v", "v",
]  # fmt: skip
"""The same for the options, the evidence, and the drawer over them."""


@pytest.fixture
def colourful(pack: Path) -> Path:
    """A pack with all that is drawn in a colour: statuses, grades, problems."""
    edit(pack, "sources/tide-survey.md", "reliability: fairly-reliable", "reliability: unreliable")
    edit(pack, "experts/gazette-desk.md", "identity: unknown", "identity: maybe")
    return pack


def faint(reader: Reader, shown: Theme) -> set[str]:
    """Return what on the screen is too faint to be read, in the theme shown or another one.

    Every colour drawn is one of the theme's, so what is drawn in it tells for all themes which
    of their colours stands on which.
    """
    names = {getattr(shown.colours, name): name for name in COLOURS}
    assert len(names) == len(COLOURS), "two colours alike: no telling them apart when drawn"
    return {
        f"{text} {names.get(colour, colour)} on {names.get(ground, ground)} in {theme.name}"
        for text, colour, ground in set(drawn(reader.app))
        if not LINES.match(text)
        for theme in THEMES
        if {colour, ground} - set(names) or too_faint(theme, names[colour], names[ground])
    }


def too_faint(theme: Theme, colour: str, ground: str) -> bool:
    """Return whether a colour of a theme cannot be read on another."""
    ratio = contrast(getattr(theme.colours, colour), getattr(theme.colours, ground))
    return ratio < LEAST_CONTRAST[theme.contrast]


@pytest.mark.parametrize("keys", [VIEWS, DIALOGS, EVIDENCE], ids=["views", "dialogs", "evidence"])
async def test_all_that_is_drawn_can_be_read_in_every_theme(
    colourful: Path, keys: list[str]
) -> None:
    await walk(colourful, keys)


async def walk(pack: Path, runs: list[str]) -> None:
    """Press keys, and look after each run of them whether all on the screen can be read."""
    dusk = next(theme for theme in THEMES if theme.name == "dusk")
    async with reading(pack, MIDDLE, Ref("claim", "alder-price")) as reader:
        for keys in runs:
            await reader.press(*keys.split())
            assert (keys, faint(reader, dusk)) == (keys, set())


async def test_all_that_the_page_draws_can_be_read_in_every_theme(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    await walk(write_long_pack(tmp_path / "long"), PAGES)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_what_is_drawn_in_a_theme_is_in_its_own_colours(pack: Path, theme: Theme) -> None:
    Workspace().set("theme", theme.name)
    own = {getattr(theme.colours, name) for name in COLOURS}
    async with reading(pack, MIDDLE, Ref("claim", "alder-price")) as reader:
        for keys in ("c", "escape", "3", "6", "slash", "escape t down escape", "ctrl+p"):
            await reader.press(*keys.split())
            text = [part for part in drawn(reader.app) if not LINES.match(part.text)]
            assert {colour for part in text for colour in part[1:]} <= own


async def test_the_terminals_own_theme_draws_in_the_terminals_colours(pack: Path) -> None:
    Workspace().set("theme", TERMINAL)
    async with reading(pack, MIDDLE, Ref("claim", "alder-price")) as reader:
        for keys in ("c", "escape", "3", "6", "slash", "escape", "ctrl+p"):
            await reader.press(keys)
            for strip in screen_strips(reader.app):
                for text, style, _ in strip:
                    assert style is not None
                    for colour in (style.color if text.strip() else None, style.bgcolor):
                        assert colour is None or colour.type is not ColorType.TRUECOLOR


async def test_a_view_takes_on_the_theme_that_was_chosen_in_another(pack: Path) -> None:
    paper = next(theme for theme in THEMES if theme.name == "paper")
    own = {getattr(paper.colours, name) for name in COLOURS}
    async with reading(pack, MIDDLE, Ref("claim", "alder-price")) as reader:
        await reader.press("1")
        reader.app.choose_theme("paper")
        await reader.press("2")
        text = [part for part in drawn(reader.app) if not LINES.match(part.text)]
        assert {colour for part in text for colour in part[1:]} <= own
