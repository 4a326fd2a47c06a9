"""Options: the table and its signs, sorting, one option in full, two side by side."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from tests.packs import edit
from tests.tui.reader import MIDDLE, SIZES, SMALL, USUAL, WIDE, Reader, reading

CARRY_ON, OPEN_GRID = Ref("option", "carry-on"), Ref("option", "open-the-grid")


def order(reader: Reader) -> list[str]:
    """Return the options of the table from top to bottom."""
    beside = (line[:30] for line in reader.lines[2:11])
    found = [name for line in beside for name in ("Carry on", "Open the") if name in line]
    return list(dict.fromkeys(found))


# --- the table -------------------------------------------------------------------------


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_ratings_stand_in_words_with_a_sign_under_their_criteria(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, CARRY_ON) as reader:
        head = next(line for line in reader.lines if "Effect" in line and "Price" in line)
        row = next(line for line in reader.lines if "Open the grid" in line)
        assert row.index("● high") == head.index("Effect")
        assert row.index("○ high") == head.index("Price")


async def test_columns_of_wide_characters_stand_under_one_another(pack: Path) -> None:
    edit(pack, "pack.yaml", "name: Effect", "name: 効果")
    async with reading(pack, USUAL, CARRY_ON) as reader:
        head = next(line for line in reader.lines if "効果" in line)
        row = next(line for line in reader.lines if "Open the grid" in line)
        assert row.index("○ high") == head.index("Price") + len("効果")


async def test_signs_and_marks_are_told_in_words(pack: Path) -> None:
    async with reading(pack, WIDE, CARRY_ON) as reader:
        assert "● better  ◐ in between  ○ worse" in reader.screen
        assert "* the editor’s own  – not rated  = status quo  No sums." in reader.screen


async def test_what_the_editor_alone_rated_and_the_status_quo_are_marked(pack: Path) -> None:
    async with reading(pack, WIDE, CARRY_ON) as reader:
        row = next(line for line in reader.lines if "Carry on (status quo)" in line)
        assert "○ low*" in row
        assert "● low " in row


async def test_what_is_not_rated_or_not_on_the_scale_has_no_sign(pack: Path) -> None:
    edit(
        pack, "options/open-the-grid.md", "value: high\n    why: More", "value: huge\n    why: More"
    )
    edit(
        pack,
        "options/carry-on.md",
        "  effect: {value: low, why: Nothing changes., basis: editor}\n",
        "",
    )
    async with reading(pack, WIDE, OPEN_GRID) as reader:
        row = next(line for line in reader.lines if "Carry on (status quo)" in line)
        assert row.split("quo)")[1].split()[:3] == ["–", "●", "low"]
        assert "○ huge" not in reader.screen
        assert "● huge" not in reader.screen


async def test_on_a_small_screen_one_criterion_is_in_words_and_the_others_in_signs(
    pack: Path,
) -> None:
    async with reading(pack, SMALL, OPEN_GRID) as reader:
        row = next(line for line in reader.lines if "Open the" in line)
        assert "● high" in row
        assert row.split("high")[1].split() == ["○"]
        await reader.press("s", "s")
        row = next(line for line in reader.lines if "Open the" in line)
        assert row.split()[-3:] == ["●", "○", "high"]


# --- sorting ---------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_s_sorts_by_each_criterion_the_better_first_and_back(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, CARRY_ON) as reader:
        assert "In the pack’s order" in reader.screen
        await reader.press("s")
        assert "Effect, better first" in reader.screen
        await reader.press("s")
        assert "Price, better first" in reader.screen
        await reader.press("s")
        assert "In the pack’s order" in reader.screen


async def test_the_better_option_comes_first_or_the_worse_one(pack: Path) -> None:
    async with reading(pack, MIDDLE, CARRY_ON) as reader:
        await reader.press("s")
        assert (order(reader), "Effect↓" in reader.screen) == (["Open the", "Carry on"], True)
        await reader.press("S")
        assert (order(reader), "Effect↑" in reader.screen) == (["Carry on", "Open the"], True)
        assert "Effect, worse first" in reader.screen


async def test_a_click_on_a_head_sorts_by_it_and_another_turns_it(pack: Path) -> None:
    async with reading(pack, MIDDLE, CARRY_ON) as reader:
        await reader.click("Effect")
        assert order(reader) == ["Open the", "Carry on"]
        await reader.click("Effect↓")
        assert order(reader) == ["Carry on", "Open the"]


async def test_what_the_criterion_asks_is_told(pack: Path) -> None:
    async with reading(pack, USUAL, CARRY_ON) as reader:
        await reader.press("s")
        assert "Does it work?" in reader.screen


async def test_turning_without_a_criterion_says_what_to_do(pack: Path) -> None:
    async with reading(pack, USUAL, CARRY_ON) as reader:
        await reader.press("S")
        await reader.hears("Sort by a criterion first")


async def test_sorting_keeps_the_highlighted_option(pack: Path) -> None:
    async with reading(pack, USUAL, OPEN_GRID) as reader:
        await reader.press("s", "s")
        assert reader.here == "option:open-the-grid"


# --- one option ------------------------------------------------------------------------


async def test_both_cases_stand_side_by_side_where_there_is_room(pack: Path) -> None:
    async with reading(pack, WIDE, OPEN_GRID) as reader:
        assert any("More builders, sooner." in x and "not ready." in x for x in reader.lines)


async def test_both_cases_stand_below_one_another_elsewhere(pack: Path) -> None:
    async with reading(pack, SMALL, OPEN_GRID) as reader:
        await reader.press("enter", "end")
        assert not any("More builders" in x and "ready" in x for x in reader.lines)


async def test_support_leads_to_its_citation_and_to_the_expert(pack: Path) -> None:
    async with reading(pack, WIDE, OPEN_GRID) as reader:
        await reader.press("enter")
        await reader.click("Jon Hale")
        await reader.press("c")
        await reader.sees("Says who?")
        assert "One strait, one builder" in reader.screen
        await reader.press("escape", "enter")
        assert (reader.view, reader.here) == ("experts", "expert:jon-hale")
        await reader.press("left_square_bracket")
        assert (reader.view, reader.here) == ("options", "expert:jon-hale")


# --- two side by side ------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_w_sets_the_option_beside_another(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, OPEN_GRID) as reader:
        await reader.press("w", "right")
        seen = reader.words
        for _ in range(30):
            await reader.press("down")
            seen += reader.words
        for words in ("Let every builder connect.", "More builders come.", "Calls for it."):
            assert words in seen
        await reader.press("right", "home")
        assert "Keep the rules as they are." in reader.words


async def test_ratings_are_told_against_one_another_row_by_row(pack: Path) -> None:
    async with reading(pack, WIDE, OPEN_GRID) as reader:
        await reader.press("w")
        await reader.sees("● high – better of the two")
        row = next(line for line in reader.lines if "● high – better" in line)
        assert "○ low* – worse of the two" in row
        row = next(line for line in reader.lines if "○ high – worse" in line)
        assert "● low – better of the two" in row


async def test_that_nobody_speaks_for_an_option_is_told(pack: Path) -> None:
    async with reading(pack, WIDE, OPEN_GRID) as reader:
        await reader.press("w")
        await reader.sees("Nobody in this pack supports it.")
        assert "Nobody in this pack opposes it." in reader.screen


async def test_the_table_chooses_the_other_option_and_w_the_one(pack: Path) -> None:
    async with reading(pack, WIDE, OPEN_GRID) as reader:
        await reader.press("w")
        assert "○ Left: Open the grid  ● Right: Carry on" in reader.screen
        assert any("R Carry on" in line for line in reader.lines)
        await reader.press("down")
        assert "Right: Open the grid" in reader.screen
        await reader.press("w", "up")
        assert "● Left: Carry on  ○ Right: Open the grid" in reader.screen


@pytest.mark.parametrize("size", SIZES)
async def test_an_option_beside_itself_says_what_to_do(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, OPEN_GRID) as reader:
        await reader.press("w", "down", "right")
        assert "is on both sides" in reader.words


async def test_a_click_on_a_side_chooses_it(pack: Path) -> None:
    async with reading(pack, WIDE, OPEN_GRID) as reader:
        await reader.click("Two side by side")
        await reader.click("Left: Open the grid")
        await reader.sees("● Left: Open the grid")
        await reader.click("One option")
        await reader.sees("● One option")


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_on_the_name_of_one_of_the_two_moves_there(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, OPEN_GRID) as reader:
        await reader.press("w", "right")
        assert reader.here == "option:open-the-grid"
        row, line = [(row, x) for row, x in enumerate(reader.lines) if "Carry on" in x][-1]
        await reader.click_at((line.rindex("Carry on"), row))
        assert reader.here == "option:carry-on"


async def test_a_click_on_a_cell_goes_there_and_a_second_one_opens_what_it_names(
    pack: Path,
) -> None:
    async with reading(pack, WIDE, OPEN_GRID) as reader:
        await reader.press("w")
        await reader.click("Nothing changes.")
        assert (reader.here, "● Two side by side" in reader.screen) == ("option:carry-on", True)
        await reader.click("Nothing changes.", times=2)
        assert (reader.here, "● One option" in reader.screen) == ("option:carry-on", True)


async def test_back_leads_to_the_cell_that_was_left(pack: Path) -> None:
    async with reading(pack, WIDE, OPEN_GRID) as reader:
        await reader.press("w", "right")
        for _ in range(12):
            if reader.here == "expert:mira-ostberg":
                break
            await reader.press("down")
        assert reader.here == "expert:mira-ostberg"
        await reader.press("enter")
        assert reader.view == "experts"
        await reader.press("left_square_bracket")
        assert (reader.view, reader.here) == ("options", "expert:mira-ostberg")
        assert "● Two side by side" in reader.screen


async def test_c_on_a_cell_opens_its_source(pack: Path) -> None:
    async with reading(pack, WIDE, OPEN_GRID) as reader:
        await reader.press("w", "right", "down", "c")
        await reader.sees("Says who?")
        assert "Tidal power in Alderland: a survey" in reader.screen


async def test_a_pack_without_options_says_so(pack: Path) -> None:
    for name in ("carry-on", "open-the-grid"):
        (pack / f"options/{name}.md").unlink()
    async with reading(pack, USUAL) as reader:
        await reader.press("4")
        await reader.sees("None yet; add options/*.md")
        await reader.press("w", "s", "S", "right", "down", "c")
        await reader.sees("Two side by side")
