"""What is particular to each view: pivots, sorting, what is new, what stands in each."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from tests.packs import edit
from tests.tui.reader import MIDDLE, SIZES, SMALL, USUAL, WIDE, reading

PANEL = "Curated, not a poll."


# --- Overview ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_answer_comes_first(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        words = reader.words
        assert words.index("Bottom line") < words.index("Birchmark sells tidal power for less")
        assert "Likely (55–80%): The gap in price" in words


async def test_a_judgement_opens_with_its_evidence(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("enter")
        await reader.sees("Evidence for")
        assert "Evidence against" in reader.screen
        assert "Birchmark ends its subsidy." in reader.screen


async def test_what_is_new_and_what_is_gone_is_told_and_leads_to_its_place(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("q")
    edit(pack, "dimensions/permits.yaml", "id: permit-time", "id: permit-years")
    async with reading(pack, WIDE) as reader:
        await reader.sees("new A permit takes 50 years.")
        assert "removed claim:permit-time" in reader.screen
        await reader.click("new A permit", times=2)
        assert (reader.view, reader.here) == ("compare", "claim:permit-years")


async def test_problems_of_the_content_are_counted_at_the_start(pack: Path) -> None:
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    async with reading(pack, WIDE) as reader:
        assert "1 error; press ! to see them" in reader.screen
        assert " 1 error " in reader.lines[0]


# --- Experts -----------------------------------------------------------------------------


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_every_pivot_says_that_the_panel_is_no_poll(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("question", "open-grid")) as reader:
        for pivot in ("By question", "By expert", "Matrix", "Head to head"):
            assert f"● {pivot}" in reader.screen
            assert PANEL in reader.screen
            await reader.press("v")
        assert "● By question" in reader.screen


async def test_a_click_on_a_pivot_chooses_it(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("question", "open-grid")) as reader:
        await reader.click("Matrix")
        await reader.sees("● Matrix")
        await reader.click("By expert")
        await reader.sees("● By expert")


async def test_a_question_shows_where_everyone_stands_and_who_is_silent(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("question", "pay-more")) as reader:
        assert "○ Mira Ostberg*" in reader.screen
        assert "2 of them have no stated view." in reader.words
        assert "No voice here agrees: that is the selection, not a consensus." in reader.words


async def test_the_matrix_shows_stances_in_signs_and_inferred_ones_in_brackets(
    pack: Path,
) -> None:
    async with reading(pack, WIDE, Ref("question", "open-grid")) as reader:
        await reader.press("v", "v")
        signs = {
            name: next(line for line in reader.lines if name in line).split(name)[1].split()[:2]
            for name in ("Mira Ostberg", "Jon Hale", "Strait Gazette")
        }
        assert signs["Mira Ostberg"] == ["++", "(−)"]
        assert signs["Jon Hale"] == ["−−", "·"]
        assert signs["Strait Gazette"] == ["·", "·"]


async def test_two_experts_stand_head_to_head(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("expert", "mira-ostberg")) as reader:
        await reader.press("x")
        await reader.sees("● Head to head")
        await reader.press("down")
        await reader.sees("Jon Hale and Mira Ostberg")
        assert "No stated view" in reader.screen
        assert "Mira Ostberg  ⇄" in reader.screen


# --- Options -----------------------------------------------------------------------------


async def test_s_sorts_by_each_criterion_the_better_first_and_back(pack: Path) -> None:
    def first(lines: list[str]) -> str:
        return next(n for line in lines for n in ("Carry on", "Open the grid") if n in line)

    async with reading(pack, MIDDLE, Ref("option", "carry-on")) as reader:
        assert first(reader.lines) == "Carry on"
        await reader.press("s")
        assert ("Effect↓" in reader.screen, first(reader.lines)) == (True, "Open the grid")
        await reader.press("s")
        assert ("Price↓" in reader.screen, first(reader.lines)) == (True, "Carry on")
        await reader.press("s")
        assert "↓" not in reader.screen


async def test_sorting_keeps_the_highlighted_option(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("option", "open-the-grid")) as reader:
        await reader.press("s", "s")
        assert reader.here == "option:open-the-grid"


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_ratings_stand_under_their_criteria(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, Ref("option", "carry-on")) as reader:
        head = next(line for line in reader.lines if "Effect" in line and "Price" in line)
        row = next(line for line in reader.lines if "Open the grid" in line)
        assert row.index("high") == head.index("Effect")
        assert row.index("high", row.index("high") + 1) == head.index("Price")


async def test_columns_of_wide_characters_stand_under_one_another(pack: Path) -> None:
    edit(pack, "pack.yaml", "name: Effect", "name: 効果")
    async with reading(pack, USUAL, Ref("option", "carry-on")) as reader:
        head = next(line for line in reader.lines if "効果" in line)
        row = next(line for line in reader.lines if "Open the grid" in line)
        assert row.rindex("high") == head.index("Price") + len("効果")


async def test_on_a_small_screen_the_criterion_sorted_by_is_shown(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("option", "carry-on")) as reader:
        assert "high" not in reader.screen
        await reader.press("s")
        assert any("Open the grid" in line and "high" in line for line in reader.lines)


# --- Evidence ----------------------------------------------------------------------------


async def test_sources_stand_under_what_they_are_worth_with_their_uses(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("source", "tide-survey")) as reader:
        grades = ("Reliable (1)", "Fairly reliable (1)", "Cannot be judged (1)")
        places = [n for grade in grades for n, line in enumerate(reader.lines) if grade in line]
        assert places == sorted(places)
        assert any("Tide survey" in line and "9 lines" in line for line in reader.lines)


async def test_claims_stand_under_their_status(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("source", "tide-survey")) as reader:
        await reader.press("v")
        for heading in ("Confirmed (1)", "Corrected (1)", "Contested (1)", "Misprinted (1)"):
            assert heading in reader.screen


async def test_claims_at_odds_stand_beside_one_another(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("source", "tide-survey")) as reader:
        await reader.press("v", "v")
        await reader.sees("Both are shown; neither is struck out.")
        assert any("Birchmark's" in line and "Without its" in line for line in reader.lines)


async def test_a_source_that_is_gone_to_brings_back_the_list_of_sources(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("source", "tide-survey")) as reader:
        await reader.press("v")
        reader.app.open(Ref("source", "price-register"))
        await reader.until(lambda: reader.here == "source:price-register", "the source")
        assert "● Sources" in reader.screen


async def test_other_rows_of_a_pivot_are_shown_from_their_top(shipped_pack: Path) -> None:
    async with reading(shipped_pack, USUAL, Ref("source", "wired-unfound")) as reader:
        await reader.press("v")
        await reader.sees("Confirmed (")


# --- the shipped pack --------------------------------------------------------------------


@pytest.mark.parametrize("size", [USUAL, SMALL])
async def test_the_shipped_pack_is_read_from_end_to_end(
    shipped_pack: Path, size: tuple[int, int]
) -> None:
    async with reading(shipped_pack, size) as reader:
        for key in "123456":
            await reader.press(key, "end", "enter", "end", "c", "escape")
            assert "error" not in reader.lines[0]
