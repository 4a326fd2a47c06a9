"""The library: packs to choose from, and what is kept of each while one goes between them."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.tui.app import BriefingApp
from briefing.tui.session import Session
from briefing.workspace import Workspace
from tests.packs import edit, write_pack
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, Reader, reading
from tests.tui.readings import read_before

SIDES = "Alderland | Birchmark"


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    """A library of two packs: the small one, and one on wind."""
    folder = tmp_path / "library"
    write_pack(folder / "tides")
    wind = write_pack(folder / "wind")
    edit(wind, "pack.yaml", "id: tidal-power", "id: wind-power")
    edit(wind, "pack.yaml", "in tidal power", "in wind power")
    return folder


@asynccontextmanager
async def choosing(library: Path, size: tuple[int, int] = USUAL) -> AsyncIterator[Reader]:
    """Start the app on the library, and yield its reader."""
    Workspace().set("tour", "seen")
    app = BriefingApp(Session(library / "tides"), library=library)
    async with app.run_test(size=size, notifications=True) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        yield reader


@pytest.mark.parametrize("size", SIZES)
async def test_each_pack_is_told_by_title_sides_date_claims_and_last_reading(
    packs: Path, size: tuple[int, int]
) -> None:
    read_before(packs / "tides")
    async with choosing(packs, size) as reader:
        told = f"{SIDES} · as of 30 June 2025 · 5 claims"
        assert f"in tidal power {told} · last read 1 July 2025" in reader.words
        await reader.press("down", "end")
        assert f"in wind power {told} · not read yet" in reader.words


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_a_pack_and_going_back_finds_the_reader_where_they_were(
    packs: Path, size: tuple[int, int]
) -> None:
    async with choosing(packs, size) as reader:
        await reader.press("enter")
        assert "wind" not in reader.screen
        await reader.press("3", "down", "down")
        here, view = reader.here, reader.view
        assert here
        await reader.press("L", "down", "enter")
        assert reader.app.session.pack.manifest.id == "wind-power"
        assert reader.view == "overview"
        await reader.press("4", "L", "up", "enter")
        assert reader.app.session.pack.manifest.id == "tidal-power"
        assert (reader.view, reader.here) == (view, here)


async def test_a_pack_is_opened_with_the_mouse(packs: Path) -> None:
    async with choosing(packs) as reader:
        await reader.click("in wind power", times=2)
        await reader.sees("Bottom line")
        assert reader.app.session.pack.manifest.id == "wind-power"


async def test_notes_page_search_and_colours_are_those_of_each_pack_when_one_comes_back(
    packs: Path,
) -> None:
    async with reading(packs / "tides", WIDE, Ref("expert", "jon-hale")) as reader:
        reader.app._library = packs
        await reader.press("space", "n")
        await reader.type("Ask Q.")
        await reader.press("escape", "slash")
        await reader.type("crowns")
        await reader.press("escape", "L", "down", "enter")
        await reader.press("3", "down", "down", "down")
        assert "Ask Q." not in reader.screen
        await reader.press("slash")
        assert "crowns" not in reader.screen
        await reader.press("escape", "L", "up", "enter")
        assert reader.here == "expert:jon-hale"
        await reader.press("n")
        await reader.sees("Ask Q.")
        await reader.press("escape", "slash")
        await reader.sees("crowns")


async def test_nothing_of_the_pack_before_is_left_in_the_views(packs: Path) -> None:
    edit(packs / "wind", "experts/jon-hale.md", "name: Jon Hale", "name: Wind Hale")
    async with choosing(packs, WIDE) as reader:
        await reader.press("enter")
        for key in "123456":
            await reader.press(key)
        await reader.press("3")
        await reader.press("v", "v", "L", "down", "enter", "3")
        assert "● By question" in reader.screen
        assert "Jon Hale" not in reader.screen
        await reader.press("left_square_bracket")
        assert reader.view == "overview"
        await reader.press("left_square_bracket")
        assert reader.view == "overview"


async def test_a_pack_that_was_only_offered_is_not_taken_as_read(packs: Path) -> None:
    async with choosing(packs) as reader:
        await reader.press("q")
    assert Workspace().last_read() == {}
    async with choosing(packs) as reader:
        await reader.press("down", "enter", "q")
    assert list(Workspace().last_read()) == ["wind-power"]


async def test_what_changed_in_a_pack_is_told_when_it_is_opened(packs: Path) -> None:
    async with choosing(packs, WIDE) as reader:
        await reader.press("enter", "L", "down", "enter", "L")
        edit(packs / "tides", "judgements.yaml", "likelihood: likely", "likelihood: very likely")
        await reader.press("up", "enter")
        await reader.sees("1 change since")


async def test_a_broken_pack_says_what_is_wrong_and_does_not_stop_the_others(packs: Path) -> None:
    write_pack(packs / "broken", {"pack.yaml": "title: [\n"})
    (packs / "folder" / "pack.yaml").mkdir(parents=True)
    (packs / "latin").mkdir()
    (packs / "latin" / "pack.yaml").write_bytes(b"title: \xe9\n")
    edit(packs / "tides", "dimensions/price.yaml", "kind: estimate", "kind: guess")
    async with choosing(packs, (160, 48)) as reader:
        await reader.sees("1 error; pack.yaml:2 not valid YAML")
        await reader.sees("1 error; dimensions/price.yaml:34")
        await reader.sees("pack.yaml not a file")
        await reader.sees("wind power")
        await reader.press("home", "enter")
        assert reader.app.session.pack.manifest.id == "unreadable"
        await reader.press("L", "end", "enter")
        assert reader.app.session.pack.manifest.id == "wind-power"


async def test_a_pack_that_is_gone_when_it_is_chosen_is_told_and_the_list_stays(
    packs: Path,
) -> None:
    async with choosing(packs, WIDE) as reader:
        await reader.sees("wind power")
        (packs / "wind" / "pack.yaml").unlink()
        await reader.press("down", "enter")
        await reader.hears("pack.yaml")
        assert reader.view == "library"
        await reader.press("up", "enter")
        assert reader.view == "overview"


async def test_titles_are_shown_as_they_are_and_never_as_markup(packs: Path) -> None:
    for hostile in ("[/x] [@click=app.quit]out[/]", "[b]bold \\u001b[31m", "「日本」" * 30):
        write_pack(packs / "wind")
        edit(packs / "wind", "pack.yaml", "title: Alderland and Birchmark in tidal power",
             f'title: "{hostile}"')  # fmt: skip
        async with choosing(packs, SMALL) as reader:
            await reader.press("end")
            await reader.sees(hostile.split()[0].replace("\\u001b", "␛")[:6])


async def test_with_a_single_pack_the_command_says_so(pack: Path, tmp_path: Path) -> None:
    only = tmp_path / "only"
    write_pack(only / "tides")
    app = BriefingApp(Session(only / "tides"), library=only)
    async with app.run_test(size=USUAL, notifications=True) as pilot:
        reader = Reader(app, pilot)
        await reader.press("enter", "L")
        await reader.hears("This is the only pack here")
        assert reader.view == "overview"


async def test_beside_any_pack_there_are_the_shipped_ones_and_those_in_the_working_directory(
    pack: Path, packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(packs)
    async with reading(pack, WIDE) as reader:
        await reader.press("L")
        for said in ("in tidal power · open now", "United States and China", "in wind power"):
            await reader.sees(said)


async def test_escape_and_the_keys_of_views_lead_back(packs: Path) -> None:
    async with reading(packs / "tides", USUAL, Ref("claim", "birch-price")) as reader:
        await reader.press("L")
        assert reader.view == "library"
        await reader.press("escape")
        assert reader.here == "claim:birch-price"
        await reader.press("c", "L")
        assert reader.view == "library"
        await reader.press("5")
        assert reader.view == "evidence"


@pytest.mark.parametrize("key", [*"123456", "slash", "e", "N", "exclamation_mark", "m"])
async def test_what_needs_a_pack_asks_to_choose_one_first(packs: Path, key: str) -> None:
    async with choosing(packs) as reader:
        assert "Search" not in reader.lines[-1]
        await reader.press(key)
        await reader.hears("Choose a pack first: enter opens it")
        assert (reader.view, len(reader.app.screen_stack)) == ("library", 1)
        await reader.press("enter", "L")
        assert "Search" in reader.lines[-1]
        await reader.press("2")
        assert reader.view == "compare"


async def test_every_key_is_harmless_in_the_library(packs: Path) -> None:
    async with choosing(packs) as reader:
        for key in ("c", "space", "n", "y", "o", "m", "escape", "left_square_bracket", "tab"):
            await reader.press(key)
            await reader.press("escape")
        assert reader.view == "library"
