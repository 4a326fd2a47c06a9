"""Contrast as it is drawn: every character on every screen in every shipped theme."""

import re
from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.paths import shipped
from briefing.themes import LEAST_CONTRAST, Theme, contrast, load_themes
from briefing.workspace import Workspace
from tests.packs import edit
from tests.tui.pages import write_long_pack
from tests.tui.reader import MIDDLE, Reader, drawn, reading

THEMES, _ = load_themes([shipped("themes")])
LINES = re.compile("[\u2500-\u259f]")
"""Line-drawing and block characters: rules, borders, bars and scroll bars are not text."""
VIEWS = [
    "c", "escape enter", "escape y", "1", "2 right", "space", "4 s", "enter", "3", "left v",
    "v x down", "6 down", "right",
]  # fmt: skip
"""Keys that lead through all views and the drawer; a look is taken after each run of them."""
DIALOGS = [
    "exclamation_mark", "escape question_mark", "escape e", "enter", "shift+tab down",
    "escape n", "a shift+home", "escape slash", "c down", "escape t", "d down", "escape",
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


def faint(reader: Reader, least: float) -> set[str]:
    """Return what on the screen is too faint to be read."""
    return {
        f"{text} {colour} on {ground}: {contrast(colour, ground):.2f}"
        for text, colour, ground in set(drawn(reader.app))
        if not LINES.match(text) and contrast(colour, ground) < least
    }


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
async def test_all_that_views_draw_can_be_read(colourful: Path, theme: Theme) -> None:
    await walk(colourful, theme, VIEWS)


@pytest.mark.parametrize("name", ["dusk", "high-contrast-light"])
async def test_all_that_dialogs_draw_can_be_read(colourful: Path, name: str) -> None:
    theme = next(theme for theme in THEMES if theme.name == name)
    await walk(colourful, theme, DIALOGS)


@pytest.mark.parametrize("name", ["dusk", "high-contrast-light"])
async def test_all_that_options_and_evidence_draw_can_be_read(colourful: Path, name: str) -> None:
    theme = next(theme for theme in THEMES if theme.name == name)
    await walk(colourful, theme, EVIDENCE)


async def walk(pack: Path, theme: Theme, runs: list[str]) -> None:
    """Press keys, and look after each run of them whether all on the screen can be read."""
    Workspace().set("theme", theme.name)
    async with reading(pack, MIDDLE, Ref("claim", "alder-price")) as reader:
        for keys in runs:
            await reader.press(*keys.split())
            assert (keys, faint(reader, LEAST_CONTRAST[theme.contrast])) == (keys, set())


@pytest.mark.parametrize("name", ["dusk", "high-contrast-light"])
async def test_all_that_the_page_draws_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    theme = next(theme for theme in THEMES if theme.name == name)
    await walk(write_long_pack(tmp_path / "long"), theme, PAGES)
