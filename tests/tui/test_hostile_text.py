"""Text that tries to be more than text: markup, escape sequences, hidden and wide characters."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.text import unsafe
from briefing.workspace import Workspace
from tests.tui.hostile import ESCAPES, HIDDEN, PAYLOAD, write_hostile_pack
from tests.tui.reader import SMALL, USUAL, Reader, reading, screen_strips

VIEWS = {
    "1": ("enter", "c", "escape", "right", "pagedown"),
    "2": ("c", "escape", "enter", "down", "enter", "pagedown", "escape", "c", "escape", "right"),
    "3": ("v", "v", "right", "v", "w", "down", "enter", "down", "c", "escape", "f", "escape", "x"),
    "4": (
        "s",
        "down",
        "enter",
        "pagedown",
        "c",
        "escape",
        "left",
        "w",
        "right",
        "c",
        "b",
        "escape",
    ),
    "5": ("down", "enter", "pagedown", "left", "f", "escape", "v", "v", "right", "left", "v", "v"),
    "6": (
        "down",
        "enter",
        "escape",
        "right",
        "pagedown",
        "c",
        "escape",
        "left",
        "J",
        "d",
        "u",
        "x",
        "r",
        "enter",
        "b",
        "escape",
        "s",
        "escape",
    ),
}
"""The keys of each view that show all kinds of what it can show."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """The folder of a pack in which every text is hostile."""
    return write_hostile_pack(tmp_path / "hostile")


def check(reader: Reader) -> None:
    """Make sure that nothing on the screen is more than text."""
    for strip in screen_strips(reader.app):
        assert list(unsafe(strip.text)) == [], strip.text
        for segment in strip:
            assert "@click" not in (segment.style.meta if segment.style else {})


@pytest.mark.parametrize("key", VIEWS)
async def test_a_view_shows_it_as_text(hostile: Path, key: str) -> None:
    async with reading(hostile) as reader:
        for pressed in (key, *VIEWS[key]):
            await reader.press(pressed)
            check(reader)


async def test_dialogs_and_notices_show_it_as_text(hostile: Path) -> None:
    async with reading(hostile, USUAL, Ref("claim", "alder-price")) as reader:
        for keys in (
            ("exclamation_mark", "pagedown", "end", "enter", "escape"),
            ("n", "escape"),
            ("e", "enter", "escape"),
            ("y", "o", "space"),
        ):
            for key in keys:
                await reader.press(key)
                check(reader)
        assert "\x1b" not in reader.app.clipboard


async def test_results_of_a_search_show_it_as_text(hostile: Path) -> None:
    async with reading(hostile) as reader:
        await reader.press("slash")
        await reader.paste("pwned")
        await reader.sees("Judgements (")
        check(reader)


async def test_markup_is_shown_as_it_is_written(hostile: Path) -> None:
    async with reading(hostile, USUAL, Ref("expert", "jon-hale")) as reader:
        for markup in ("Jon Hale [/x]", "[a=b:", "[@click=app.quit]x[/]", "[red]r[/red]"):
            assert markup in reader.screen


@pytest.mark.parametrize("key", ["slash", "n", "e"])
async def test_what_is_pasted_is_made_safe(pack: Path, key: str) -> None:
    async with reading(pack, USUAL, Ref("claim", "alder-price")) as reader:
        await reader.press(key)
        await reader.paste(f"pasted {PAYLOAD}")
        check(reader)
        await reader.press("enter")
        check(reader)


async def test_a_note_that_holds_it_is_shown_as_text(pack: Path) -> None:
    Workspace().set_note("tidal-power", Ref("claim", "alder-price"), f"noted {PAYLOAD}")
    async with reading(pack) as reader:
        await reader.sees("noted")
        check(reader)
        await reader.press("2", "enter", "down", "n")
        await reader.sees("noted")
        check(reader)


async def test_a_folder_whose_name_holds_it_is_shown_as_text(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / f"out {ESCAPES}{HIDDEN}".replace("\x00", "")
    folder.mkdir()
    monkeypatch.chdir(folder)
    async with reading(pack, SMALL) as reader:
        await reader.press("e")
        check(reader)
        await reader.press("enter")
        await reader.sees("Written to")
        check(reader)
    assert [file.name for file in folder.iterdir()] == ["tidal-power-one-pager.md"]


async def test_a_theme_that_holds_it_is_told_as_text(pack: Path, themes: Path) -> None:
    (themes / "bad\x1b]0;PWNED\x07.yaml").write_text('name: "[/x]\\e]0;PWNED\\a"\n')
    async with reading(pack) as reader:
        await reader.hears("PWNED")
        check(reader)


async def test_an_editor_whose_name_holds_it_is_told_as_text(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDITOR", "'\x1b]0;PWNED\x07[/x]")
    async with reading(pack, USUAL, Ref("claim", "alder-price")) as reader:
        await reader.press("o")
        await reader.hears("EDITOR cannot be understood")
        check(reader)
