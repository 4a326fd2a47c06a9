"""From a line to its source, from a source to every line that rests on it, and back again."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from tests.packs import edit
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, reading


@pytest.mark.parametrize("size", SIZES)
async def test_c_on_a_claim_opens_its_source_paragraph_and_reliability(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("claim", "birch-price")) as reader:
        await reader.press("c")
        await reader.sees("Says who?")
        assert "Tidal power in Alderland: a survey" in reader.words
        assert "¶ 4, 6" in reader.words
        await reader.press(*["pagedown"] * (size == SMALL))
        assert "fairly reliable. Careful" in reader.words


async def test_the_drawer_tells_the_defects_of_the_place_and_of_the_whole_source(
    pack: Path,
) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-price")) as reader:
        await reader.press("c")
        await reader.sees("Prices are of last year.")
        assert "Names are spelt as heard." in reader.screen
        assert "Prints 50 years for 5." not in reader.screen


async def test_the_drawer_tells_what_to_look_for_in_the_source(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "alder-price")) as reader:
        await reader.press("c")
        await reader.sees("65 crowns")
        assert "Look for" in reader.screen


async def test_the_drawer_opens_for_every_source_of_the_line(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "alder-turbines")) as reader:
        await reader.press("c")
        await reader.sees("Tidal power in Alderland: a survey")
        assert "Register of prices" in reader.screen


async def test_c_in_the_drawer_opens_the_sources_of_what_it_shows(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-subsidy")) as reader:
        await reader.press("enter")
        await reader.sees("Price of power: Birchmark")
        await reader.press("c")
        await reader.sees("One strait, one builder")


async def test_escape_and_q_close_the_drawer_where_the_reader_was(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        for key in ("escape", "q"):
            await reader.press("c")
            await reader.sees("Says who?")
            await reader.press(key)
            assert "Says who?" not in reader.screen
            assert reader.here == "claim:birch-price"


async def test_a_click_on_a_mark_opens_its_source(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("dimension", "price")) as reader:
        await reader.click("[6]")
        await reader.sees("One strait, one builder")


async def test_c_where_nothing_is_cited_shows_the_item_whole(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("dimension", "price")) as reader:
        await reader.press("c")
        await reader.sees("Claim 1")


@pytest.mark.parametrize("size", SIZES)
async def test_enter_on_a_line_of_a_source_opens_the_claim_and_back_leads_back(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("source", "strait-gazette")) as reader:
        await reader.press("enter")
        for _ in range(40):
            if reader.here == "claim:birch-subsidy":
                break
            await reader.press("down")
        assert reader.here == "claim:birch-subsidy"
        await reader.press("enter")
        assert reader.view == "compare"
        assert reader.here == "claim:birch-subsidy"
        await reader.press("left_square_bracket")
        assert reader.view == "evidence"
        await reader.press("right_square_bracket")
        assert reader.view == "compare"
        assert reader.here == "claim:birch-subsidy"


async def test_enter_in_the_drawer_opens_what_it_names_where_it_is_at_home(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-subsidy")) as reader:
        await reader.press("c")
        await reader.sees("Says who?")
        await reader.press("enter")
        assert reader.view == "evidence"
        assert reader.here == "source:strait-gazette"


async def test_back_leads_through_all_views_that_were_opened(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("2", "3", "5")
        seen = []
        for _ in range(4):
            seen.append(reader.view)
            await reader.press("left_square_bracket")
        assert seen == ["evidence", "experts", "compare", "overview"]
        assert reader.view == "overview"


async def test_back_leads_to_the_row_that_was_left(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("expert", "mira-ostberg")) as reader:
        await reader.press("down")
        assert reader.here == "expert:jon-hale"
        await reader.press("4", "left_square_bracket")
        assert reader.here == "expert:jon-hale"


async def test_back_from_an_item_that_is_gone_leads_to_its_view(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "permit-time")) as reader:
        await reader.press("4")
        edit(pack, "dimensions/permits.yaml", "id: permit-time", "id: permit-years")
        await reader.press("left_square_bracket")
        assert reader.view == "compare"


async def test_an_expert_of_an_option_opens_in_experts(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("option", "open-the-grid")) as reader:
        await reader.press("enter")
        await reader.click("Jon Hale")
        await reader.press("enter")
        assert (reader.view, reader.here) == ("experts", "expert:jon-hale")


async def test_a_double_click_opens_what_enter_would(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "alder-price")) as reader:
        await reader.click("Without its subsidy", times=2)
        await reader.sees("Price of power: Birchmark")


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_highlights_the_line_that_was_clicked(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("source", "strait-gazette")) as reader:
        await reader.press("enter")
        while "page 2:" not in reader.screen:
            await reader.press("pagedown")
        await reader.click("page 2:")
        assert reader.here == "claim:birch-subsidy"


async def test_a_claim_is_read_whole_on_a_small_screen(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("claim", "permit-time")) as reader:
        await reader.press("enter")
        seen = reader.words
        while "enter" in reader.words and "Reliable; excerpt" not in seen:
            await reader.press("pagedown")
            seen += reader.words
        for words in ("Misprinted", "A permit takes 5 years.[2]", "Table 3"):
            assert words in seen
