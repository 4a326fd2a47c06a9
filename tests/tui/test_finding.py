"""Search: results as one types, and a jump to the one that is chosen."""

from pathlib import Path

import pytest
from textual.events import Key
from textual.widgets import Input

from briefing.tui.dialogs.results import ResultList
from briefing.tui.views import VIEW_OF
from tests.packs import edit
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, Reader, reading


@pytest.mark.parametrize("size", SIZES)
async def test_a_figure_is_found_and_gone_to(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        await reader.press("slash")
        await reader.type("5.6")
        await reader.sees("sell at 5.6 cr")
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


async def test_a_search_that_is_closed_at_once_leaves_the_view(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        for _ in range(3):
            for key in ("slash", "escape"):
                reader.app.post_message(Key(key, None))
        await reader.settle()
        assert "esc closes" not in reader.screen
        await reader.press("2")
        assert reader.view == "compare"


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


async def test_before_anything_is_typed_the_search_says_what_can_be(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        for text in ("kind:claim", "side:alder", "alder, birch", "expert:mira-ostberg", "-without"):
            assert text in reader.screen
        await reader.press("down", "enter")
        await reader.sees("Claims (3)")
        assert "side:alder" in reader.screen


@pytest.mark.parametrize("size", SIZES)
async def test_filters_narrow_what_is_found(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        await reader.press("slash")
        await reader.paste("crowns side:bm -subsidy")
        await reader.sees("Claims (1)")
        await reader.press("enter")
        assert reader.here == "claim:birch-price"


@pytest.mark.parametrize("size", SIZES)
async def test_what_may_have_been_meant_is_one_key_away(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        await reader.press("slash")
        await reader.paste("42 turbnes")
        await reader.sees("Did you mean")
        await reader.press("enter")
        await reader.sees("Claims (1)")
        assert "Alderland runs 42" in reader.screen


async def test_an_unknown_value_of_a_filter_is_told_and_mended(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        await reader.paste("status:contsted")
        await reader.sees('there is no status "contsted"')
        await reader.press("enter")
        await reader.sees("Claims (1)")


async def test_the_words_are_marked_in_titles_and_excerpts(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        await reader.paste("narrows")
        await reader.sees("Judgements (1)")
        assert marked(reader) == ["narrows"]
        await reader.press("end", "ctrl+u")
        await reader.paste("osterberg")
        await reader.sees("Myra Osterberg")
        assert marked(reader) == ["Osterberg"]


def marked(reader: Reader) -> list[str]:
    """Return what is marked in the list of results."""
    results = reader.app.screen.query_one(ResultList)
    style = results.tone("hit")
    rows = [line for line in range(results.line_count) if results.row_at(line) is not None]
    lines = [results.content(line, False) for line in rows]
    return [
        content.plain[span.start : span.end]
        for content in lines
        for span in content.spans
        if span.style == style
    ]


async def test_the_end_of_a_long_line_is_shown_where_the_words_stand_there(pack: Path) -> None:
    edit(pack, "dimensions/price.yaml", "text: Alderland runs", f"text: {'Long ' * 40}runs")
    async with reading(pack, SMALL) as reader:
        await reader.press("slash")
        await reader.paste("T-200")
        await reader.sees("of the type T-200")


async def test_space_in_the_list_pins_and_shows_it(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        await reader.paste("42 turb")
        await reader.sees("Claims (1)")
        assert "◆" not in line_with(reader, "runs 42")
        await reader.press("tab", "space")
        await reader.hears("Pinned to the page: claim “Alderland runs")
        assert "◆" in line_with(reader, "runs 42")
        await reader.press("space")
        assert "◆" not in line_with(reader, "runs 42")
        await reader.press("slash")
        assert isinstance(reader.app.focused, Input)


def line_with(reader: Reader, text: str) -> str:
    return next(line for line in reader.lines if text in line)


async def test_the_last_search_is_there_again_and_typing_replaces_it(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        await reader.paste("hale")
        await reader.sees("Experts (1)")
        await reader.press("escape", "slash")
        await reader.sees("Experts (1)")
        await reader.type("crowns")
        await reader.sees("Claims (3)")
        assert "hale" not in reader.screen


async def test_a_term_shows_its_meaning_and_the_lines_that_hold_it(pack: Path) -> None:
    edit(pack, "dimensions/price.yaml", "runs 42 turbines", "sells by the MWh, 42 turbines")
    async with reading(pack, WIDE) as reader:
        await reader.press("slash")
        await reader.paste("mwh")
        await reader.sees("Terms (1)")
        await reader.press("enter")
        await reader.sees("Where it is said")
        await reader.press("escape")
        await reader.sees("Terms (1)")
        await reader.press("enter")
        await reader.sees("Where it is said")
        await reader.press("down", "enter")
        assert reader.here == "claim:alder-turbines"


async def test_an_edit_of_the_pack_is_found_while_the_app_is_open(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("slash")
        await reader.paste('"runs 42"')
        await reader.sees("Claims (1)")
        await reader.press("escape")
        edit(pack, "dimensions/price.yaml", "runs 42", "runs 4711")
        reader.app.reload()
        await reader.press("slash")
        await reader.sees("0 results")
        await reader.type("4711")
        await reader.sees("Claims (1)")
