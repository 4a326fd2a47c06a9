"""Compare: a claim opened where it stands, to its evidence and to who relies on it."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from tests.packs import edit
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, Reader, reading

PRICE = Ref("claim", "alder-price")
SHOWN = "January 2025. ◆ Evidence"
"""What is on the screen where that claim is open, and else is not."""


def column_of(reader: Reader, text: str) -> int:
    """Return the column in which a text begins on the screen."""
    return next(line.index(text) for line in reader.lines if text in line)


async def reach(reader: Reader, item: str) -> None:
    """Go down to an item, reading on where there is text before it."""
    for _ in range(20):
        if reader.here == item:
            return
        await reader.press("down")
    raise AssertionError(f"{item} was not reached:\n{reader.screen}")


def row_of(reader: Reader, text: str) -> int:
    """Return the line of the screen in which a text stands."""
    return next(number for number, line in enumerate(reader.lines) if text in line)


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_a_claim_where_it_stands_and_enter_closes_it(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, PRICE) as reader:
        before = reader.screen
        assert "▸ Alderland's" in before
        await reader.press("enter")
        assert "▾ Alderland's" in reader.screen
        assert SHOWN in reader.words
        assert reader.here == str(PRICE)
        await reader.press("enter")
        assert SHOWN not in reader.words
        assert "▸ Alderland's" in reader.screen
        assert reader.here == str(PRICE)


async def test_an_open_claim_tells_its_evidence_and_who_relies_on_it(pack: Path) -> None:
    async with reading(pack, WIDE, PRICE) as reader:
        await reader.press("enter")
        for words in (
            "[1] Tide survey (about January 2025), ¶ 3. Fairly reliable.",
            "Evidence for the correction",
            "[2] Register of prices (May 2025), Table 1.",
            "Judgements that rest on it",
            "Evidence for key judgement 1. Likely (55–80%):",
        ):
            assert words in reader.screen


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_rows_stay_aligned_below_an_open_claim(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, PRICE) as reader:
        await reader.press("enter", "end")
        await reader.sees("Without its subsidy")
        assert row_of(reader, "Alderland runs 42") == row_of(reader, "Without its subsidy")
        assert len({line.index("│") for line in reader.lines if "│" in line}) == 1


@pytest.mark.parametrize("size", SIZES)
async def test_closing_a_long_claim_from_its_end_brings_it_back_into_sight(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, PRICE) as reader:
        await reader.press("enter")
        await reach(reader, "judgement:gap-narrows")
        await reader.press("escape")
        assert reader.here == str(PRICE)
        assert "▌▸ Alderland's" in reader.screen
        assert SHOWN not in reader.words


async def test_escape_where_nothing_is_open_does_nothing(pack: Path) -> None:
    async with reading(pack, USUAL, PRICE) as reader:
        before = reader.screen
        await reader.press("escape")
        assert reader.screen == before


@pytest.mark.parametrize("size", SIZES)
async def test_a_opens_every_claim_and_closes_them_again(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, PRICE) as reader:
        await reader.press("a")
        await reader.press("end")
        assert "▸" not in reader.lines[-4]
        assert "▾ Dearer" not in reader.screen
        reader.app.open(PRICE)
        await reader.until(lambda: reader.here == str(PRICE), "the claim")
        await reader.press("a")
        assert "▾" not in reader.screen
        assert "a Open all" in reader.lines[-1]


async def test_opening_all_keeps_the_highlighted_claim_in_its_line(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "alder-price")) as reader:
        line = row_of(reader, "Alderland's tidal")
        await reader.press("a")
        assert row_of(reader, "Alderland's tidal") == line
        assert "▾ Birchmark's tidal" in reader.screen
        await reader.press("a")
        assert row_of(reader, "Alderland's tidal") == line


# --- links -------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [USUAL, SMALL])
async def test_enter_on_evidence_opens_the_citation(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, PRICE) as reader:
        await reader.press("enter", "down")
        assert reader.here == "source:tide-survey"
        await reader.press("enter")
        await reader.sees("Says who?")
        await reader.press("escape")
        assert reader.here == "source:tide-survey"


async def test_c_on_evidence_opens_that_citation_only_and_on_the_claim_all(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "alder-turbines")) as reader:
        await reader.press("enter", "down", "c")
        await reader.sees("Says who?")
        assert "[4] " in reader.screen
        await reader.press("escape", "up", "c")
        await reader.sees("Says who?")
        for title in ("Tidal power in Alderland: a survey", "Register of prices"):
            assert title in reader.screen


async def test_enter_on_a_judgement_leads_there_and_back_leads_to_the_same_line(pack: Path) -> None:
    async with reading(pack, USUAL, PRICE) as reader:
        await reader.press("enter")
        await reach(reader, "judgement:gap-narrows")
        await reader.press("enter")
        assert (reader.view, reader.here) == ("overview", "judgement:gap-narrows")
        await reader.press("left_square_bracket")
        assert (reader.view, reader.here) == ("compare", "judgement:gap-narrows")


async def test_enter_on_a_claim_at_odds_leads_to_it_and_back_leads_back(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await reader.press("enter", "down", "down")
        assert reader.here == "claim:birch-subsidy"
        assert "•" in next(line for line in reader.lines if "▌" in line.split("│")[-1])
        await reader.press("enter")
        await reader.until(lambda: "▌▸ Without its subsidy" in reader.screen, "the claim")
        await reader.press("left_square_bracket")
        await reader.until(lambda: "▌▸ Without" not in reader.screen, "the link")
        assert reader.here == "claim:birch-subsidy"


# --- the state is kept -------------------------------------------------------------------


async def test_what_is_open_stays_open_in_other_dimensions_and_views(pack: Path) -> None:
    async with reading(pack, WIDE, PRICE) as reader:
        await reader.press("enter", "full_stop", "comma")
        await reader.sees("▾ Alderland's")
        await reader.press("3", "2")
        assert "▾ Alderland's" in reader.screen


async def test_what_is_open_stays_open_when_the_pack_changes(pack: Path) -> None:
    async with reading(pack, USUAL, PRICE) as reader:
        await reader.press("enter", "down")
        edit(pack, "dimensions/price.yaml", "sells at 65 crowns", "sells at 66 crowns")
        reader.app.reload()
        await reader.settle()
        assert reader.here == "source:tide-survey"
        await reader.press("up")
        assert "▾ Alderland's tidal power" in reader.screen
        assert "66" in reader.words


async def test_a_claim_that_is_gone_leaves_the_cursor_on_its_row(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "alder-turbines")) as reader:
        await reader.press("enter", "down")
        edit(pack, "dimensions/price.yaml", "id: alder-turbines", "id: alder-mills")
        edit(pack, "judgements.yaml", "alder-turbines", "alder-mills")
        reader.app.reload()
        await reader.settle()
        assert reader.here == "claim:alder-mills"


async def test_what_is_open_stays_open_at_another_size(pack: Path) -> None:
    async with reading(pack, WIDE, PRICE) as reader:
        await reader.press("enter", "down", "down")
        for size in (SMALL, USUAL, WIDE):
            await reader.resize(size)
            assert reader.here == "source:price-register"


async def test_opening_one_side_leaves_the_other_as_it_is(pack: Path) -> None:
    async with reading(pack, WIDE, PRICE) as reader:
        await reader.press("enter", "right")
        assert reader.here == "claim:birch-price"
        assert "▌▸ Birchmark's" in reader.screen
        await reader.press("enter")
        assert ("▾ Alderland's" in reader.screen, "▾ Birchmark's" in reader.screen) == (True, True)


# --- the mouse ---------------------------------------------------------------------------


async def test_a_click_opens_a_claim_and_a_click_closes_it(pack: Path) -> None:
    async with reading(pack, USUAL, PRICE) as reader:
        await reader.click("Alderland's tidal")
        assert "▾ Alderland's" in reader.screen
        await reader.click("Alderland's tidal")
        assert "▸ Alderland's" in reader.screen


async def test_a_click_on_a_mark_of_an_open_claim_opens_its_source(pack: Path) -> None:
    async with reading(pack, WIDE, PRICE) as reader:
        await reader.press("enter")
        await reader.click("[2] Register")
        await reader.sees("Says who?")
        assert "Table 1" in reader.screen


async def test_a_second_click_on_a_link_opens_it(pack: Path) -> None:
    async with reading(pack, WIDE, PRICE) as reader:
        await reader.press("enter")
        await reader.click("price narrows")
        assert (reader.view, reader.here) == ("compare", "judgement:gap-narrows")
        await reader.click("price narrows", times=2)
        await reader.until(lambda: reader.view == "overview", "the judgement")


async def test_selecting_text_opens_nothing(pack: Path) -> None:
    async with reading(pack, WIDE, PRICE) as reader:
        line, column = row_of(reader, "Alderland's tidal"), column_of(reader, "Alderland's tidal")
        await reader.drag((column, line), (column + 8, line))
        assert reader.app.screen.get_selected_text() == "Alderland"
        assert "▾" not in reader.screen


# --- the head ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_head_shows_how_well_the_claims_of_a_side_stand(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, PRICE) as reader:
        assert "✓✎" in reader.screen
        await reader.press("right")
        assert "≠?" in reader.screen


async def test_the_head_tells_the_same_in_words(pack: Path) -> None:
    async with reading(pack, WIDE, PRICE) as reader:
        assert "1 confirmed · 1 corrected" in reader.screen
        assert "1 contested · 1 unverified" in reader.screen


async def test_enter_on_what_stands_for_a_side_counts_what_it_rests_on(pack: Path) -> None:
    async with reading(pack, USUAL, PRICE) as reader:
        await reader.press("up", "enter")
        await reader.sees("✓ 1 confirmed")
        assert "▾ Dearer" in reader.screen


async def test_a_side_without_claims_has_no_picture(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "permit-time")) as reader:
        names = reader.lines[row_of(reader, "Alderland  ✗")]
        assert names.endswith("Birchmark")


async def test_a_line_with_nothing_beside_it_says_so_on_a_small_screen(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("claim", "permit-time")) as reader:
        await reader.press("right")
        assert "Not comparable: Birchmark does not" in reader.screen
        assert "Nothing stands beside this line." in reader.screen
        await reader.press("left")
        assert reader.here == "claim:permit-time"


@pytest.mark.parametrize("size", SIZES)
async def test_the_so_what_is_in_sight_and_w_shows_all_of_it(
    pack: Path, size: tuple[int, int]
) -> None:
    long = "Waiting costs more than the turbines do, " + "and more each year, " * 12 + "for good."
    edit(pack, "dimensions/permits.yaml", "Waiting costs more than the turbines do.", long)
    async with reading(pack, size, Ref("claim", "permit-time")) as reader:
        assert "So what Waiting costs more" in reader.words
        cut = "for good." not in reader.words
        assert cut == ("… w" in reader.screen)
        await reader.press("w")
        assert "… w" not in reader.screen or size == SMALL
        assert "for good." in reader.words or size == SMALL
        await reader.press("w")
        assert ("for good." not in reader.words) == cut


async def test_a_click_on_the_so_what_shows_all_of_it(pack: Path) -> None:
    async with reading(pack, SMALL, PRICE) as reader:
        assert "to stop building at home." not in reader.words
        await reader.click("So what")
        assert "to stop building at home." in reader.words


# --- from dimension to dimension ---------------------------------------------------------


async def test_the_side_and_the_row_are_kept_from_dimension_to_dimension(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "permit-time")) as reader:
        await reader.press("comma")
        assert reader.here == str(PRICE)
        await reader.press("right", "full_stop", "comma")
        assert reader.here == "claim:birch-price"


async def test_from_the_list_a_dimension_is_shown_from_its_top(pack: Path) -> None:
    async with reading(pack, USUAL, PRICE) as reader:
        await reader.press("left", "down", "right")
        assert reader.here == "dimension:permits"
        assert "▌▸ Builders wait" in reader.screen


async def test_where_the_list_is_hidden_the_sides_have_the_keys(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("dimension", "price")) as reader:
        await reader.press("down")
        assert reader.here == str(PRICE)
    async with reading(pack, USUAL, Ref("dimension", "price")) as reader:
        await reader.resize(SMALL)
        await reader.press("down")
        assert reader.here == str(PRICE)


async def test_left_in_the_list_stays_there(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("dimension", "price")) as reader:
        await reader.press("left", "left")
        await reader.press("down")
        assert reader.here == "dimension:permits"


async def test_a_note_and_a_pin_are_shown_at_their_claim(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "alder-turbines")) as reader:
        assert "29 January 2025.  ◆" not in reader.screen
        await reader.press("space")
        assert "29 January 2025.  ◆" in reader.screen
        await reader.press("enter", "n")
        await reader.type("ask again")
        await reader.press("escape")
        await reader.until(lambda: "Your note: ask again" in reader.screen, "the note")
