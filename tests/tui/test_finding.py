"""Search: results as one types, and a jump to the one that is chosen."""

from pathlib import Path

import pytest

from briefing.tui.app import VIEW_OF
from tests.tui.reader import SIZES, USUAL, reading


@pytest.mark.parametrize("size", SIZES)
async def test_a_figure_is_found_and_gone_to(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        await reader.press("slash")
        await reader.type("5.6")
        await reader.sees("Without its subsidy")
        assert "65 crowns" not in reader.screen
        await reader.press("enter")
        assert reader.view == "compare"
        assert reader.here == "claim:birch-subsidy"
        assert any("▌" in line and "Without its subsidy" in line for line in reader.lines)


async def test_results_stand_under_the_name_of_their_kind(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        await reader.type("hale")
        await reader.sees("Experts (1)")
        assert "Jon Hale" in reader.screen


async def test_arrows_choose_a_result_while_typing_goes_on(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        await reader.type("crowns")
        await reader.sees("Claims (")
        await reader.press("down")
        await reader.type(" meg")
        await reader.sees("crowns meg")
        await reader.press("enter")
        assert reader.view == "compare"


async def test_a_click_on_a_result_chooses_it_and_another_opens_it(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        await reader.type("hale")
        await reader.sees("Experts (1)")
        await reader.click("Jon Hale", times=2)
        assert (reader.view, reader.here) == ("experts", "expert:jon-hale")


async def test_words_that_are_nowhere_find_nothing(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        await reader.type("xyzzy")
        await reader.sees("0 results")
        await reader.press("enter")
        assert "0 results" in reader.screen


async def test_what_looks_like_a_query_is_read_as_words(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        for words in ('"', "' or 1=1 --", "* ( ) : ^", "NEAR(a b)", "[/x]", "-", "漢"):
            await reader.press("end", "ctrl+u")
            await reader.paste(words)
            await reader.sees("esc closes")


async def test_escape_closes_the_search_where_the_reader_was(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("3", "slash")
        await reader.type("1 overview q")
        assert reader.view == "experts"
        await reader.press("escape")
        assert "Search names" not in reader.screen
        assert reader.view == "experts"


@pytest.mark.parametrize(
    ("word", "ref"),
    [
        ("narrows", "judgement:gap-narrows"),
        ("wait", "dimension:permits"),
        ("users", "question:pay-more"),
        ("osterberg", "expert:mira-ostberg"),
        ("connect", "option:open-the-grid"),
        ("bureau", "source:price-register"),
    ],
)
async def test_an_item_is_opened_where_it_is_at_home(pack: Path, word: str, ref: str) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        await reader.type(word)
        await reader.sees(" result")
        await reader.press("enter")
        assert reader.here == ref
        assert reader.view == VIEW_OF[ref.partition(":")[0]]
