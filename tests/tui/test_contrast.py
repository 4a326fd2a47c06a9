"""Contrast as it is drawn: every character on every screen in every shipped theme."""

import re
from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.paths import shipped
from briefing.themes import LEAST_CONTRAST, Theme, contrast, load_themes
from briefing.workspace import Workspace
from tests.packs import edit
from tests.tui.reader import MIDDLE, Reader, drawn, reading

THEMES, _ = load_themes([shipped("themes")])
LINES = re.compile("[\u2500-\u259f]")
"""Line-drawing and block characters: rules, borders, bars and scroll bars are not text."""
RUNS = [
    "c", "down", "escape enter", "escape y",
    "1", "2 right", "space", "4 s", "enter", "3", "left v", "v x down", "6 down", "right",
    "exclamation_mark", "escape question_mark", "escape e", "enter", "shift+tab down",
    "escape 5 n", "a shift+home", "escape slash", "c down", "escape t", "d down", "escape",
]  # fmt: skip
"""Keys that lead through all views and dialogs; a look is taken after each run of them."""


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
async def test_all_that_is_drawn_can_be_read(colourful: Path, theme: Theme) -> None:
    Workspace().set("theme", theme.name)
    async with reading(colourful, MIDDLE, Ref("claim", "alder-price")) as reader:
        for keys in RUNS:
            await reader.press(*keys.split())
            assert (keys, faint(reader, LEAST_CONTRAST[theme.contrast])) == (keys, set())
