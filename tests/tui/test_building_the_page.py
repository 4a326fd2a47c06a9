"""The page: pinning from any view, arranging it in Brief, and giving it a title."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.tui.session import Session
from tests.packs import write_pack
from tests.tui.pages import go, listed
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, Reader, reading


@pytest.mark.parametrize("size", SIZES)
async def test_space_pins_an_item_and_takes_it_off_again(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, Ref("claim", "alder-turbines")) as reader:
        await reader.press("space")
        await reader.hears("Pinned to the page: claim “Alderland runs")
        await reader.press("6")
        await go(reader, "claim:alder-turbines")
        await reader.press("left_square_bracket", "space", "6")
        with pytest.raises(AssertionError, match="is not on the page"):
            await go(reader, "claim:alder-turbines")


async def test_a_pin_is_told_and_shown_in_the_list(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("dimension", "permits")) as reader:
        assert any("◆ Permits" in line for line in reader.lines)
        await reader.press("space")
        await reader.hears("Taken off the page: dimension “Permits")
        assert not any("◆ Permits" in line for line in reader.lines)
        await reader.press("space")
        await reader.hears("Pinned to the page: dimension “Permits")
        assert any("◆ Permits" in line for line in reader.lines)


async def test_of_a_long_name_a_notice_tells_the_beginning(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("judgement", "gap-narrows")) as reader:
        await reader.press("space")
        await reader.hears("the page: judgement “The gap in price narrows by the end…”")


def test_of_what_is_gone_from_the_pack_the_beginning_of_its_id_is_told(pack: Path) -> None:
    session, gone = Session(pack), "the-grid-" * 9 + "is-open"
    assert session.told(Ref("option", gone)) == f"option:{gone}"[:48] + "…"
    assert session.told(Ref("option", "gone")) == "option:gone"


async def test_a_notice_stands_in_one_place_also_when_a_dialog_comes(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("dimension", "permits")) as reader:
        await reader.press("space", "6", "e")
        await reader.sees("Export the page")
        assert reader.screen.count("Taken off the page") == 1
        await reader.press("escape")
        await reader.sees("Taken off the page")


@pytest.mark.parametrize(
    ("name", "words"),
    [("alder-turbines", "Alderland runs"), ("birch-subsidy", "Without its")],
)
async def test_pinning_leaves_the_reader_where_they_are(pack: Path, name: str, words: str) -> None:
    def highlighted(reader: Reader) -> list[bool]:
        return [line.startswith("▌") and words in line for line in reader.lines]

    async with reading(pack, SMALL, Ref("claim", name)) as reader:
        before = highlighted(reader)
        assert any(before)
        await reader.press("space")
        assert reader.here == f"claim:{name}"
        assert highlighted(reader) == before


async def test_a_source_is_pinned_with_what_it_is_worth(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("source", "price-register")) as reader:
        await reader.press("space", "6")
        await go(reader, "source:price-register")
        assert "Defects" in reader.screen


async def test_a_pack_without_a_recipe_says_what_to_do(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, {"briefs/one-pager.yaml": None})
    async with reading(pack, USUAL, Ref("claim", "alder-price")) as reader:
        await reader.press("space")
        await reader.hears("This pack has no recipe to pin to; add one in briefs/")
        await reader.press("6")
        await reader.sees("None yet; add briefs/*.yaml")
        await reader.press("d", "J", "K", "enter", "x", "u", "U", "r", "s")
        await reader.press("b", "enter", "escape")
        await reader.press("e", "enter")
        await reader.sees("This pack has no recipe to export; add one in briefs/")


async def test_the_page_is_shown_as_it_will_read_from_its_title_to_its_footer(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        assert "Birchmark sells tidal power for less, and part of that is subsidy" in reader.screen
        assert "version 1.0 · evidence as of 30 June 2025" in reader.screen
        await reader.press("right", "end")
        assert "What Birchmark pays its builders is not known." in reader.screen
        assert "tidal-power 1.0 · content" in reader.screen


async def test_d_takes_an_item_off_and_stays_beside_it(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        await go(reader, "expert:mira-ostberg")
        await reader.press("d")
        assert "Mira Ostberg" not in reader.screen
        assert reader.here == "expert:jon-hale"


async def test_d_takes_a_block_off_with_all_that_is_in_it(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home", "down", "d")
        assert "Comparison" not in listed(reader)
        assert "Price of power" not in reader.screen


async def test_the_last_block_stays(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home", *["d"] * 12)
        assert listed(reader) == ["Sources"]


async def test_capital_j_and_k_move_an_item_and_the_highlight_with_it(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        await go(reader, "option:carry-on")
        rows = listed(reader)
        at = next(n for n, row in enumerate(rows) if row.startswith("Carry on"))
        await reader.press("J")
        assert listed(reader)[at].startswith("Open the grid")
        assert reader.here == "option:carry-on"
        await reader.press("J")
        assert listed(reader)[at + 1].startswith("Carry on")
        await reader.press("K")
        assert listed(reader) == rows


async def test_capital_j_and_k_move_a_block(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home")
        blocks = listed(reader)
        assert blocks[:2] == ["Bottom line", "Comparison"]
        await reader.press("J")
        moved = listed(reader)
        assert moved[0] == "Comparison"
        assert moved.index("Bottom line") == moved.index("Judgements") - 1
        await reader.press("K")
        assert listed(reader) == blocks


async def test_enter_shows_an_item_of_the_page_whole(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        await go(reader, "judgement:gap-narrows")
        await reader.press("enter")
        await reader.sees("What would change it")


async def test_the_page_is_kept_over_a_restart(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        await go(reader, "expert:jon-hale")
        await reader.press("d", "q")
    async with reading(pack, WIDE) as reader:
        assert reader.view == "brief"
        assert "Jon Hale" not in reader.screen


@pytest.mark.parametrize("size", SIZES)
async def test_r_gives_the_page_another_title(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        await reader.press("6", "r", "ctrl+u")
        await reader.type("Tides")
        await reader.sees("1 word")
        await reader.press("enter")
        assert "state the finding" not in reader.words
        assert reader.app.session.brief is not None
        assert reader.app.session.brief.title == "Tides"
        assert any("Tides" in line for line in reader.lines)


async def test_a_long_title_is_told_as_such_and_taken_all_the_same(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "r", "ctrl+u")
        await reader.paste("one two three four five six seven eight nine ten eleven twelve")
        await reader.sees("12 words")
        await reader.paste(" thirteen")
        await reader.sees("13 words; 12 at most read best")
        await reader.press("enter")
        await reader.sees("eleven twelve thirteen")


async def test_a_title_pasted_from_several_lines_is_one(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "r", "ctrl+u")
        await reader.paste("Tides and\r  turbines\r")
        await reader.sees("3 words")
        await reader.press("enter")
        await reader.sees("Tides and turbines")


async def test_a_page_has_to_have_a_title(pack: Path) -> None:
    async with reading(pack) as reader:
        await reader.press("6", "r", "ctrl+u", "space", "enter")
        await reader.sees("A page has to have a title")
        await reader.press("escape")
        assert "Birchmark sells tidal power for less" in reader.words
