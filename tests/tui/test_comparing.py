"""Compare: both sides beside one another, row by row, or one at a time where space is short."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from tests.tui.reader import MIDDLE, SMALL, USUAL, WIDE, Reader, reading

ROWS = [
    ("Dearer, with the sums in", "Cheaper, with help that"),
    ("Alderland's tidal power", "Birchmark's tidal power"),
    ("Alderland runs 42", "Without its subsidy, the"),
]
"""How the cells of each row of the first dimension begin."""


def side_lines(reader: Reader) -> list[list[str]]:
    """Return the lines of the two sides, split at the rule between them."""
    return [line.split("│") for line in reader.lines if "│" in line]


def line_of(reader: Reader, text: str) -> int:
    """Return the number of the first line of the screen with a text."""
    return next(number for number, line in enumerate(reader.lines) if text in line)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, USUAL])
async def test_the_cells_of_a_row_begin_on_one_line(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, Ref("dimension", "price")) as reader:
        for first, second in ROWS:
            line = reader.lines[line_of(reader, first)]
            assert line.index(first) < line.index("│") < line.index(second)


@pytest.mark.parametrize("size", [WIDE, MIDDLE, USUAL])
async def test_the_rule_between_the_sides_stands_in_one_column(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("dimension", "price")) as reader:
        assert len({line.index("│") for line in reader.lines if "│" in line}) == 1


async def test_the_names_of_the_sides_stand_over_their_columns(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("dimension", "price")) as reader:
        names = reader.lines[line_of(reader, "Birchmark")]
        below = reader.lines[line_of(reader, ROWS[0][0])]
        assert names.index("Alderland") == below.index(ROWS[0][0])
        assert abs(names.index("Birchmark") - below.index(ROWS[0][1])) <= 1


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_switching_sides_keeps_the_row(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, Ref("claim", "alder-price")) as reader:
        await reader.press("right")
        assert reader.here == "claim:birch-price"
        await reader.press("left")
        assert reader.here == "claim:alder-price"


async def test_letters_switch_sides_as_arrows_do(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "alder-price")) as reader:
        await reader.press("l")
        assert reader.here == "claim:birch-price"
        await reader.press("h")
        assert reader.here == "claim:alder-price"


async def test_going_left_of_the_first_side_leads_to_the_list(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "alder-price")) as reader:
        await reader.press("left")
        assert reader.here == "dimension:price"


async def test_a_click_on_a_cell_highlights_it(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("dimension", "price")) as reader:
        await reader.click("Without its subsidy")
        assert reader.here == "claim:birch-subsidy"
        await reader.click("Alderland runs 42")
        assert reader.here == "claim:alder-turbines"


async def test_a_click_on_the_name_of_a_side_moves_there(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("claim", "alder-price")) as reader:
        await reader.click("Birchmark")
        assert reader.here == "claim:birch-price"


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_full_stop_and_comma_change_the_dimension(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, Ref("dimension", "price")) as reader:
        await reader.press("full_stop")
        await reader.sees("2/2  How long does a builder wait?")
        await reader.sees("Waiting costs more")
        await reader.press("comma")
        await reader.sees("1/2  Who sells tidal power for less")


async def test_the_ends_of_the_list_of_dimensions_hold(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("dimension", "price")) as reader:
        await reader.press("comma")
        assert "1/2  Who sells" in reader.screen
        await reader.press("full_stop", "full_stop", "full_stop")
        assert "2/2  How long" in reader.screen


async def test_a_narrow_screen_shows_one_side_and_switches(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("claim", "alder-price")) as reader:
        assert "Alderland's tidal power sells at 65" in reader.screen
        assert "Birchmark's" not in reader.screen
        await reader.press("right")
        assert "Birchmark's tidal power sells at 38" in reader.screen
        assert "Alderland's" not in reader.screen


async def test_a_side_with_nothing_to_compare_says_why(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "permit-time")) as reader:
        assert "Not comparable:" in reader.screen


async def test_choosing_a_dimension_with_the_mouse_shows_it(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("dimension", "price")) as reader:
        await reader.click("Permits and")
        await reader.sees("How long does a builder wait?")


async def test_enter_goes_from_the_list_to_the_sides(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("dimension", "price")) as reader:
        await reader.press("enter", "down")
        assert reader.here == "claim:alder-price"


@pytest.mark.parametrize("name", ["permit-time", "birch-subsidy", "alder-turbines"])
async def test_a_claim_that_is_gone_to_is_highlighted_and_in_sight(pack: Path, name: str) -> None:
    async with reading(pack, SMALL) as reader:
        reader.app.open(Ref("claim", name))
        await reader.until(lambda: reader.here == f"claim:{name}", name)
        assert any(line.lstrip(" ▏").startswith("▌") for line in reader.lines)
