"""Experts: the four pivots, what each shows, and moving within and between them."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from tests.packs import edit
from tests.tui.reader import MIDDLE, SIZES, SMALL, USUAL, WIDE, Reader, reading

QUESTION = Ref("question", "open-grid")
MIRA = Ref("expert", "mira-ostberg")
PIVOTS = ("By question", "By expert", "Matrix", "Head to head")


@pytest.mark.parametrize("size", SIZES)
async def test_every_pivot_says_that_the_panel_is_no_poll_and_how_many_are_silent(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, QUESTION) as reader:
        for pivot in PIVOTS:
            assert f"● {pivot}" in reader.screen
            assert "Curated, not a poll." in reader.screen
            assert "1 of 3" in reader.screen or "1/3 silent" in reader.screen
            await reader.press("v")
        assert "● By question" in reader.screen


async def test_the_panel_says_who_chose(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        said = "Chosen by the editors of this pack. 1 of 3 has no stated view on this question."
        assert said in reader.screen
        await reader.press("v")
        assert "1 of 3 has no stated view on any question." in reader.screen


async def test_no_pivot_counts_in_percent_or_crowns_anybody(shipped_pack: Path) -> None:
    async with reading(shipped_pack, WIDE, Ref("question", "controls-work")) as reader:
        for _ in PIVOTS:
            await reader.press("v")
            words = reader.words.lower()
            assert not any(word in words for word in ("%", "percent", "average", "winner"))


async def test_a_click_on_a_pivot_chooses_it(pack: Path) -> None:
    async with reading(pack, USUAL, QUESTION) as reader:
        await reader.click("Matrix")
        await reader.sees("● Matrix")
        await reader.click("By expert")
        await reader.sees("● By expert")


# --- by question -------------------------------------------------------------------------


async def test_the_stance_line_has_everyones_mark_above_their_place(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        top = next(n for n, line in enumerate(reader.lines) if "JH" in line)
        marks, line, names = reader.lines[top : top + 3]
        assert (marks.count("JH"), marks.count("MO")) == (1, 1)
        assert marks.index("JH") < marks.index("MO")
        assert line.count("●") == 2
        assert line.count("○") == 3
        assert abs(marks.index("JH") - line.index("●")) <= 1
        assert abs(marks.index("MO") - line.rindex("●")) <= 1
        for name in ("Strongly", "Disagree", "Mixed", "Agree"):
            assert name in names


async def test_the_same_is_told_in_words(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("question", "pay-more")) as reader:
        assert "Disagree (MO) Mira Ostberg, inferred" in reader.words
        assert "2 of 3 have no stated view" in reader.words
        assert "No voice here agrees: that is the selection, not a consensus." in reader.words


async def test_on_a_small_screen_the_places_of_the_line_have_signs(pack: Path) -> None:
    async with reading(pack, SMALL, QUESTION) as reader:
        await reader.press("enter", "pagedown", "pagedown")
        assert "−− − ± + ++ disagree agree" in reader.words


async def test_a_click_on_a_mark_leads_to_the_card(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await reader.click("JH")
        assert reader.here == "expert:jon-hale"
        assert any("▌" in line and "Jon Hale" in line for line in reader.lines)


async def test_a_card_sets_what_was_printed_beside_who_it_really_is(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        said = "Printed as “Myra Osterberg” – really Mira Ostberg (identity confirmed)."
        assert said in reader.words


# --- by expert ---------------------------------------------------------------------------


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_a_profile_sets_what_was_printed_beside_who_it_really_is(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, MIRA) as reader:
        assert any("What was printed" in ln and "Who it really is" in ln for ln in reader.lines)
        assert any("“Myra Osterberg”" in ln and "Mira Ostberg" in ln for ln in reader.lines)
        assert "(identity" in reader.words
        assert "confirmed)" in reader.words
        assert "Owns shares in a builder of turbines." in reader.words


async def test_a_position_of_a_profile_opens_at_its_card_and_back_leads_back(pack: Path) -> None:
    async with reading(pack, WIDE, MIRA) as reader:
        await reader.press("enter")
        while reader.here != "question:pay-more":
            await reader.press("down")
        await reader.press("enter")
        assert "● By question" in reader.screen
        assert reader.here == "expert:mira-ostberg"
        assert "Users should pay more for tidal power." in reader.screen
        await reader.press("left_square_bracket")
        assert "● By expert" in reader.screen
        assert reader.here == "question:pay-more"


# --- the matrix --------------------------------------------------------------------------


async def to_matrix(reader: Reader) -> None:
    """Go from the first pivot to the matrix."""
    await reader.press("v", "v")
    await reader.sees("● Matrix")


async def test_the_matrix_shows_stances_in_signs_and_inferred_ones_in_brackets(
    pack: Path,
) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await to_matrix(reader)
        signs = {
            name: next(ln for ln in reader.lines if ln[2:].startswith(name))
            .split(name)[1]
            .split()[:2]
            for name in ("Mira Ostberg", "Jon Hale", "Strait Gazette")
        }
        assert signs["Mira Ostberg"] == ["++", "(−)"]
        assert signs["Jon Hale"] == ["−−", "·"]
        assert signs["Strait Gazette"] == ["·", "·"]
        assert "++ strongly agrees + agrees ± mixed view − disagrees" in reader.words


@pytest.mark.parametrize("size", SIZES)
async def test_the_cursor_goes_from_cell_to_cell_and_the_cell_is_told(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, QUESTION) as reader:
        await to_matrix(reader)
        await reader.sees("Mira Ostberg on Open grid")
        assert "Strongly agrees. Stated, high" in reader.words
        await reader.press("right")
        await reader.sees("Mira Ostberg on Pay more")
        await reader.press("down")
        await reader.sees("Jon Hale on Pay more")
        assert "No stated view." in reader.screen
        await reader.press("left")
        await reader.sees("Jon Hale on Open grid")
        assert reader.here == "expert:jon-hale"


async def test_a_cell_is_told_with_its_question_its_reading_and_its_source(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await to_matrix(reader)
        await reader.press("down")
        await reader.sees("Jon Hale on Open grid")
        said = "Strongly disagrees. Stated, moderate confidence of"
        assert said in reader.words
        assert "The grid should be open to every builder." in reader.words
        assert "[1] One strait, one builder (Strait Gazette, no" in reader.words


@pytest.mark.parametrize("size", SIZES)
async def test_enter_opens_the_position_of_a_cell_and_back_leads_to_the_cell(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, QUESTION) as reader:
        await to_matrix(reader)
        await reader.press("right", "enter")
        assert "● By question" in reader.screen
        assert reader.here == "expert:mira-ostberg"
        assert any("▌" in line for line in reader.lines)
        await reader.press("left_square_bracket")
        await reader.sees("Mira Ostberg on Pay more")
        assert "● Matrix" in reader.screen


async def test_enter_on_a_silent_cell_opens_the_expert(pack: Path) -> None:
    async with reading(pack, USUAL, QUESTION) as reader:
        await to_matrix(reader)
        await reader.press("end", "enter")
        assert "● By expert" in reader.screen
        assert reader.here == "expert:gazette-desk"


@pytest.mark.parametrize("size", [(160, 48), (100, 30), (80, 24), (40, 12)])
async def test_names_and_heads_stay_in_sight_while_columns_scroll(
    shipped_pack: Path, size: tuple[int, int]
) -> None:
    async with reading(shipped_pack, size, Ref("question", "lead-lost")) as reader:
        await to_matrix(reader)
        await reader.press(*["right"] * 6, "end")
        assert any("Not a" in line for line in reader.lines)
        assert any(line.startswith("▌ CSD in") for line in reader.lines)
        await reader.press(*["left"] * 6, "home")
        assert any("Lead" in line for line in reader.lines)
        assert any("Controls" in line for line in reader.lines)
        assert any(line.startswith("▌ Andrew Ng") for line in reader.lines)


async def test_where_columns_do_not_fit_it_is_told_which_are_seen(shipped_pack: Path) -> None:
    async with reading(shipped_pack, SMALL, Ref("question", "lead-lost")) as reader:
        await to_matrix(reader)
        await reader.sees("‹ 1–3 of 7 ›")
        await reader.click("›")
        await reader.sees("‹ 2–4 of 7 ›")
        await reader.click("‹")
        await reader.sees("‹ 1–3 of 7 ›")


async def test_a_click_goes_to_a_cell_and_a_second_one_opens_it(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await to_matrix(reader)
        await reader.click("−−")
        await reader.sees("Jon Hale on Open grid")
        await reader.click("(−)", times=2)
        assert "● By question" in reader.screen
        assert "Users should pay more for tidal power." in reader.screen


async def test_a_click_on_a_head_sorts_by_the_stance_on_its_question(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await to_matrix(reader)
        await reader.click("Pay more")
        await reader.sees("by stance on Pay more")


async def test_the_matrix_keeps_its_cell_at_every_size(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await to_matrix(reader)
        await reader.press("right", "down")
        for size in [*SIZES, *reversed(SIZES)]:
            await reader.resize(size)
            assert "Jon Hale on Pay more" in reader.screen
            assert any(line.startswith("▌ Jon Hale") for line in reader.lines)


async def test_a_change_of_pivot_leads_from_the_pane_to_the_list_or_the_matrix(
    pack: Path,
) -> None:
    async with reading(pack, USUAL, QUESTION) as reader:
        await reader.press("enter", "v", "v", "right")
        await reader.sees("Mira Ostberg on Pay more")


# --- head to head ------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_either_of_two_experts_is_chosen(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, MIRA) as reader:
        await reader.press("w")
        await reader.sees("● Head to head")
        await reader.sees("Left: Mira Ostberg")
        await reader.sees("Right: Jon")
        await reader.press("down")
        await reader.sees("Right: Strait")
        await reader.press("w", "down")
        await reader.sees("Left: Jon Hale")


async def test_two_experts_stand_on_every_question_beside_one_another(pack: Path) -> None:
    async with reading(pack, WIDE, MIRA) as reader:
        await reader.press("w")
        await reader.sees("Mira Ostberg and Jon Hale")
        assert any("Strongly agrees." in ln and "Strongly disagrees." in ln for ln in reader.lines)
        assert "≠ They clash: Open grid." in reader.words
        assert any("Disagrees." in ln and "No stated view." in ln for ln in reader.lines)


async def test_the_same_expert_on_both_sides_is_told_as_such(pack: Path) -> None:
    async with reading(pack, USUAL, MIRA) as reader:
        await reader.press("w", "up")
        await reader.sees("Mira Ostberg is on both sides")


async def test_a_click_on_a_name_over_the_panes_chooses_for_it(pack: Path) -> None:
    async with reading(pack, WIDE, MIRA) as reader:
        await reader.press("w")
        await reader.click("Left: Mira")
        await reader.sees("● Left: Mira")
        await reader.click("choose the other")
        await reader.sees("● Right: Jon")


async def test_from_a_position_the_one_who_holds_it_is_set_beside_another(pack: Path) -> None:
    async with reading(pack, WIDE, MIRA) as reader:
        await reader.press("right")
        assert reader.here == "question:open-grid"
        await reader.press("w")
        await reader.sees("Left: Mira Ostberg")


async def test_a_question_is_nobody_to_set_beside_another(pack: Path) -> None:
    async with reading(pack, USUAL, QUESTION) as reader:
        await reader.press("w")
        await reader.hears("Highlight an expert to set beside another")


# --- the strongest opposing view ---------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_x_on_a_card_leads_to_the_other_end_and_back(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, QUESTION) as reader:
        await reader.press("enter")
        while reader.here != "expert:mira-ostberg":
            await reader.press("down")
        await reader.press("x")
        assert reader.here == "expert:jon-hale"
        assert "● By question" in reader.screen
        await reader.press("left_square_bracket")
        assert reader.here == "expert:mira-ostberg"


async def test_x_says_whose_view_it_is(pack: Path) -> None:
    async with reading(pack, USUAL, QUESTION) as reader:
        await reader.press("x")
        await reader.hears("Strongest opposing view on Open grid: Jon Hale strongly disagrees")


async def test_x_in_the_matrix_stays_in_the_column_and_back_leads_to_the_cell(
    pack: Path,
) -> None:
    async with reading(pack, USUAL, QUESTION) as reader:
        await to_matrix(reader)
        await reader.press("x")
        await reader.sees("Jon Hale on Open grid")
        await reader.press("left_square_bracket")
        await reader.sees("Mira Ostberg on Open grid")


async def test_x_on_a_profile_leads_to_the_opposing_one_at_the_same_question(pack: Path) -> None:
    async with reading(pack, USUAL, MIRA) as reader:
        await reader.press("x")
        await reader.sees("Minister for the coast")
        assert reader.here == "question:open-grid"
        await reader.press("left_square_bracket")
        assert reader.here == "expert:mira-ostberg"


async def test_x_head_to_head_puts_the_opposing_voice_on_the_right(pack: Path) -> None:
    async with reading(pack, WIDE, MIRA) as reader:
        await reader.press("w", "end")
        await reader.sees("Right: Strait Gazette")
        await reader.press("x")
        await reader.sees("Right: Jon Hale")


async def test_where_nobody_opposes_x_says_that_this_is_the_selection(pack: Path) -> None:
    async with reading(pack, USUAL, QUESTION) as reader:
        await to_matrix(reader)
        await reader.press("right", "x")
        await reader.hears("No voice here agrees: that is the selection, not a consensus.")
        assert "Mira Ostberg on Pay more" in reader.screen


async def test_x_on_silence_says_so(pack: Path) -> None:
    async with reading(pack, USUAL, QUESTION) as reader:
        await to_matrix(reader)
        await reader.press("end", "x")
        await reader.hears("Strait Gazette has no stated view on Open grid")


# --- packs with little in them -----------------------------------------------------------


async def test_a_pack_with_one_expert_has_nobody_to_set_beside(pack: Path) -> None:
    for name in ("jon-hale", "gazette-desk"):
        (pack / f"experts/{name}.md").unlink()
    async with reading(pack, MIDDLE, MIRA) as reader:
        await reader.press("w")
        await reader.sees("There is nobody to set beside this expert.")


async def test_an_expert_who_is_gone_gives_way_to_another(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("expert", "gazette-desk")) as reader:
        (pack / "experts/gazette-desk.md").unlink()
        edit(pack, "pack.yaml", "title: Alderland", "title: Alder Land")
        reader.app.session.reload()
        reader.app.refill()
        await reader.settle()
        assert reader.here in {"expert:mira-ostberg", "expert:gazette-desk"}
