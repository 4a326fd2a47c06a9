"""Recipes of the page: choosing one of the pack's briefs, and saving the page as another."""

import shutil
from pathlib import Path

import pytest
from msgspec.structs import replace
from textual.widgets import Input

from briefing.pack.loader import load
from briefing.pack.pack import Ref
from briefing.pack.recipe_file import read_recipe
from briefing.recipes import bare
from briefing.tui.dialogs.save_recipe import fresh_id
from tests.packs import edit, write_pack
from tests.tui.pages import listed
from tests.tui.reader import SIZES, SMALL, WIDE, Reader, reading

SHORT = """\
id: short
title: The gap in price narrows
blocks:
  - judgements: {items: [gap-narrows]}
  - sources
"""


@pytest.fixture
def two_briefs(tmp_path: Path) -> Path:
    """A pack with a second brief."""
    return write_pack(tmp_path / "tides", {"briefs/short.yaml": SHORT})


def offered(reader: Reader) -> str:
    """Return the path that the dialog offers."""
    fields = reader.app.screen.query(Input)
    return fields.first().value if fields else ""


@pytest.mark.parametrize("size", SIZES)
async def test_b_opens_another_brief_and_u_brings_back_what_was_there(
    two_briefs: Path, size: tuple[int, int]
) -> None:
    async with reading(two_briefs, size) as reader:
        await reader.press("6", "home", "d", "b")
        assert "The gap in price narrows" in reader.words
        await reader.press("down", "enter")
        await reader.hears("Opened short; u brings back what was on the page")
        assert "Comparison" not in reader.words
        await reader.press("u")
        assert any(line.strip().startswith("Comparison") for line in reader.lines)


async def test_opening_the_brief_of_the_page_again_starts_over(two_briefs: Path) -> None:
    async with reading(two_briefs, WIDE) as reader:
        await reader.press("6")
        rows = listed(reader)
        await reader.press("home", "d", "d")
        assert "one-pager, changed" in reader.screen
        await reader.press("b")
        assert any("● Birchmark sells" in line for line in reader.lines)
        await reader.press("enter")
        assert listed(reader) == rows
        assert "one-pager, changed" not in reader.screen


async def test_a_brief_that_was_opened_follows_the_pack(two_briefs: Path) -> None:
    async with reading(two_briefs, WIDE) as reader:
        await reader.press("6", "b", "down", "enter")
        edit(two_briefs, "briefs/short.yaml", "The gap in price narrows", "The gap closes")
        reader.app.reload()
        await reader.sees("The gap closes")


@pytest.mark.parametrize("size", [WIDE, SMALL])
async def test_a_brief_that_is_searched_for_is_offered_and_not_opened_unasked(
    two_briefs: Path, size: tuple[int, int]
) -> None:
    async with reading(two_briefs, size, Ref("brief", "short")) as reader:
        await reader.sees("Open a brief of this pack")
        await reader.press("escape")
        assert any(line.strip().startswith("Comparison") for line in reader.lines)


@pytest.mark.parametrize("size", SIZES)
async def test_s_saves_the_page_beside_the_briefs_of_the_pack(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size) as reader:
        await reader.press("6", "home", "d", "r", "ctrl+u")
        await reader.type("Tonight")
        await reader.press("enter", "s", "enter")
        await reader.hears("Written to")
        page = reader.app.session.brief
        assert page is not None
        assert page.id == "tonight"
        assert reader.app.session.is_own(page)
    saved, problems = read_recipe(pack / "briefs/tonight.yaml", load(pack).pack)
    assert problems == []
    assert saved is not None
    assert bare(saved) == bare(page)


async def test_a_brief_as_the_pack_has_it_is_not_replaced_unasked(pack: Path) -> None:
    file = pack / "briefs/one-pager.yaml"
    before = file.read_text()
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "s")
        await reader.until(lambda: offered(reader).endswith("briefs/one-pager.yaml"), "the path")
        await reader.press("enter")
        await reader.sees("exists; press enter again to replace it")
        assert file.read_text() == before
        await reader.press("enter")
        await reader.hears("Written to")
    assert load(pack).problems == ()


async def test_where_the_pack_takes_no_files_the_working_folder_is_offered(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home", "d")
        shutil.rmtree(pack / "briefs")
        await reader.press("s", "enter")
        await reader.hears("Written to")
    name = "birchmark-sells-tidal-power-for-less-and.yaml"
    assert [file.name for file in tmp_path.glob("*.yaml")] == [name]


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("page.txt", "ends in .yaml"),
        ("…….yaml", "ends in .yaml"),
        ("no/page.yaml", "no folder"),
        ("", "ends in .yaml"),
    ],
)
async def test_a_path_that_is_none_for_a_recipe_is_told(
    pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "s", "ctrl+u")
        await reader.paste(path)
        await reader.press("enter")
        await reader.sees(told)
        await reader.press("escape")
        assert "Save the page" not in reader.screen


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Tonight", "tonight"),
        ("Short", "short-2"),
        ("漢字", "one-pager-2"),
        ("a" * 60, "one-pager-2"),
    ],
)
def test_a_changed_brief_gets_an_id_that_no_other_has(
    two_briefs: Path, title: str, name: str
) -> None:
    pack = load(two_briefs).pack
    brief = next(brief for brief in pack.briefs if brief.id == "one-pager")
    assert fresh_id(replace(brief, title=title), pack) == name
