"""Filters and order of the experts: chosen by key or mouse, told in words, taken away again."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from tests.tui.reader import SIZES, USUAL, WIDE, Reader, reading

QUESTION = Ref("question", "open-grid")
MIRA = Ref("expert", "mira-ostberg")


async def switch(reader: Reader, *choices: str) -> None:
    """Open the filters, switch some on or off with the mouse, and close them."""
    await reader.press("f")
    await reader.sees("Whom to show")
    for choice in choices:
        await reader.click(choice)
    await reader.press("escape")


@pytest.mark.parametrize("size", SIZES)
async def test_a_filter_is_set_by_key_told_and_taken_away(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, MIRA) as reader:
        await reader.press("f")
        await reader.sees("Whom to show")
        await reader.press("down", "down", "space", "escape")
        await reader.sees("2 of 3 experts")
        assert "Disagrees" in reader.screen
        await reader.press("F")
        assert "2 of 3 experts" not in reader.screen


async def test_the_view_follows_each_choice_at_once(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await reader.press("f")
        await reader.click("☐ Agrees")
        await reader.sees("☒ Agrees")
        await reader.until(lambda: reader.screen.count("1 of 2 voices") == 2, "both counts")
        await reader.click("☒ Agrees")
        await reader.sees("All 2 voices")
        await reader.press("space")
        await reader.until(lambda: reader.screen.count("1 of 2 voices") == 2, "both counts")
        await reader.click("F show all · esc")
        await reader.sees("☐ Agrees")


async def test_voices_that_are_left_out_leave_the_line_and_the_cards(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        assert "Jon Hale" in reader.screen
        await switch(reader, "☐ Agrees")
        assert "Jon Hale" not in reader.screen
        assert "JH" not in reader.screen
        assert "Strongly disagree none of those shown" in reader.words
        assert "No voice here" not in reader.screen


async def test_in_the_matrix_what_is_left_out_is_blank_and_not_silent(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await reader.press("v", "v")
        await switch(reader, "☐ Stated")
        row = next(line for line in reader.lines if "▌ Mira Ostberg" in line)
        assert "++" in row
        assert "(−)" not in row
        assert "blank: left out by the filter" in reader.words


@pytest.mark.parametrize(
    ("choice", "left"),
    [
        ("☐ Inferred", ["Mira Ostberg"]),
        ("☐ Moderate", ["Jon Hale"]),
        ("☐ Birchmark", ["Jon Hale"]),
        ("☐ Outlets", ["Strait Gazette"]),
    ],
)
async def test_experts_are_filtered_by_basis_confidence_side_and_kind(
    pack: Path, choice: str, left: list[str]
) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await reader.press("v", "v")
        await switch(reader, choice)
        names = ("Mira Ostberg", "Jon Hale", "Strait Gazette")
        rows = [line for line in reader.lines if line[2:].startswith(names)]
        assert [next(n for n in names if n in row) for row in rows] == left


async def test_filters_are_kept_from_pivot_to_pivot_and_view_to_view(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await switch(reader, "☐ Birchmark")
        await reader.press("v", "1", "3")
        await reader.sees("1 of 3 experts  Birchmark")
        await reader.press("v")
        await reader.sees("1 of 3 experts  Birchmark")


async def test_a_click_on_the_filter_line_does_what_its_keys_do(pack: Path) -> None:
    async with reading(pack, WIDE, MIRA) as reader:
        await switch(reader, "☐ Birchmark")
        await reader.click("F show all")
        await reader.sees("All 3 experts")
        await reader.click("s in the pack’s order")
        await reader.sees("s by name")
        await reader.click("f filter")
        await reader.sees("Whom to show")


async def test_what_fits_nobody_says_how_to_see_everyone_again(pack: Path) -> None:
    async with reading(pack, USUAL, MIRA) as reader:
        await switch(reader, "☐ Mixed view")
        await reader.sees("Nobody here fits the filters.")
        await reader.press("F")
        await reader.sees("Mira Ostberg")


async def test_the_strongest_opposing_view_is_never_hidden_by_a_filter(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await switch(reader, "☐ Agrees")
        await reader.press("x")
        await reader.hears("Filters were taken away to show Jon Hale")
        assert reader.here == "expert:jon-hale"


async def test_an_expert_who_is_opened_from_elsewhere_is_never_hidden(pack: Path) -> None:
    async with reading(pack, WIDE, MIRA) as reader:
        await switch(reader, "☐ Outlets")
        reader.app.open(Ref("expert", "jon-hale"))
        await reader.until(lambda: reader.here == "expert:jon-hale", "the expert")


@pytest.mark.parametrize("size", SIZES)
async def test_s_sorts_in_the_next_way_and_keeps_the_highlighted_expert(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, MIRA) as reader:
        said = ["by name", "by stance on Open grid", "by number of positions", "by side"]
        for order in said:
            await reader.press("s")
            assert order in reader.words or size == SIZES[-1]
            assert reader.here == "expert:mira-ostberg"
        await reader.press("s")
        assert not any(order in reader.words for order in said)


async def test_an_order_is_chosen_in_the_dialog(pack: Path) -> None:
    async with reading(pack, WIDE, MIRA) as reader:
        await switch(reader, "○ Name")
        rows = [n for n, line in enumerate(reader.lines) if line[:20].strip(" ◆•") in NAMES]
        shown = [reader.lines[n][:20].strip(" ◆•") for n in rows]
        assert shown == ["Jon Hale", "Mira Ostberg", "Strait Gazette"]


NAMES = {"Jon Hale", "Mira Ostberg", "Strait Gazette"}


async def test_another_filter_leaves_the_question_that_is_sorted_by(pack: Path) -> None:
    async with reading(pack, WIDE, QUESTION) as reader:
        await switch(reader, "○ Stance on the question", "☐ Agrees")
        await reader.sees("by stance on Open grid")


async def test_who_is_head_to_head_is_never_left_out_of_the_list(pack: Path) -> None:
    async with reading(pack, WIDE, MIRA) as reader:
        await reader.press("w")
        await switch(reader, "☐ Outlets")
        assert reader.here == "expert:jon-hale"
        assert any("Mira Ostberg" in line and "left" in line for line in reader.lines)


async def test_on_a_short_screen_the_dialog_keeps_its_keys_in_sight(pack: Path) -> None:
    async with reading(pack, USUAL, MIRA) as reader:
        await reader.press("f", "end")
        await reader.sees("Side")
        assert "space switch · F show all · esc close" in reader.screen
