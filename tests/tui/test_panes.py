"""Panes: a document of which every item can be highlighted, read on where there is none."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.events import Key

from briefing.document import (
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Mark,
    Note,
    Paragraph,
    Run,
    Table,
    run,
)
from briefing.tui.widgets.columns import GUTTER, column_width, fits_both
from briefing.tui.widgets.pane import MEASURE, Pane
from briefing.tui.widgets.two_sides import TwoSides
from tests.tui.hosts import Host, hosting

NOTES = (
    Note(1, run("First source."), "first", "p. 1"),
    Note(2, run("Second source."), "second", "p. 2"),
)


def text(number: int) -> Paragraph:
    """Return a paragraph of three lines that stands for no item."""
    return Paragraph(run(f"{number} " + "word " * 20))


MIXED = Document(
    title="Mixed",
    blocks=(
        Paragraph((Run("An item"), Mark((1,))), "claim:one"),
        *(text(number) for number in range(8)),
        Paragraph((Run("Another"), Mark((2,))), "claim:two"),
    ),
    notes=NOTES,
)
PROSE = Document(title="Prose", blocks=tuple(text(number) for number in range(8)))


@asynccontextmanager
async def showing(doc: Document, size: tuple[int, int] = (40, 10)) -> AsyncIterator[Host[Pane]]:
    """Show a document in a pane."""
    async with hosting(Pane(), lambda pane: pane.show(doc), size) as host:
        yield host


async def test_the_first_item_is_highlighted_and_marked_by_a_bar() -> None:
    async with showing(MIXED) as host:
        assert host.widget.current == "claim:one"
        assert [line for line in host.lines if line.startswith("▌")] == ["▌ An item[1]"]


async def test_down_reads_on_through_text_without_items_before_the_next_one() -> None:
    async with showing(MIXED) as host:
        steps = 0
        while host.widget.current == "claim:one":
            before = host.lines
            await host.press("down")
            steps += 1
            assert host.lines != before
        assert steps > 8
        assert any(line.startswith("▌ Another[2]") for line in host.lines)


async def test_up_reads_back_to_the_very_top() -> None:
    async with showing(MIXED) as host:
        await host.press("end", *["up"] * 40)
        assert host.widget.current == "claim:one"
        assert host.lines[0] == "  Mixed"


async def test_no_line_is_passed_over_on_the_way_down() -> None:
    async with showing(MIXED) as host:
        seen = set(host.lines)
        for _ in range(40):
            await host.press("down")
            seen |= set(host.lines)
        assert {f"  {n} word word word word word word word" for n in range(8)} <= seen


async def test_a_document_without_items_scrolls_line_by_line() -> None:
    async with showing(PROSE) as host:
        await host.press("down", "down")
        assert host.lines[0] == "  0 word word word word word word word"
        await host.press("enter", "end", "home")
        assert (host.lines[0], host.told) == ("  Prose", [])


async def test_page_keys_read_screen_by_screen() -> None:
    async with showing(PROSE) as host:
        last = host.lines[-1]
        await host.press("pagedown")
        assert host.lines[0] == last
        await host.press("pageup")
        assert host.lines[0] == "  Prose"


async def test_end_leads_to_the_last_line_and_item() -> None:
    async with showing(MIXED) as host:
        await host.press("end")
        assert host.widget.current == "source:second"
        assert host.lines[-1].startswith("▌ [2]  Second source.")


async def test_enter_opens_the_highlighted_item() -> None:
    async with showing(MIXED) as host:
        await host.press("enter", "end", "enter")
        assert host.told == [
            "opened claim:one",
            "highlighted source:second",
            "opened source:second",
        ]


async def test_the_notes_are_those_of_the_highlighted_item() -> None:
    async with showing(MIXED) as host:
        assert [note.number for note in host.widget.notes] == [1]
        host.widget.go("claim:two")
        assert [note.number for note in host.widget.notes] == [2]


async def test_where_nothing_can_be_highlighted_all_notes_are_meant() -> None:
    doc = Document(title="Plain", blocks=(text(1),), notes=NOTES)
    async with hosting(Pane(), lambda pane: pane.show(doc)) as host:
        host.widget.go("source:first")
        assert [note.number for note in host.widget.notes] == [1]


async def test_a_click_on_a_mark_tells_its_number_and_one_beside_it_does_not() -> None:
    async with showing(MIXED) as host:
        row = host.lines.index("▌ An item[1]")
        await host.click(4, row)
        assert host.told == []
        await host.click(10, row)
        assert host.told == ["note 1"]


async def test_a_double_click_opens_an_item() -> None:
    async with showing(MIXED) as host:
        await host.click(4, host.lines.index("▌ An item[1]"), times=2)
        assert host.told == ["opened claim:one"]


async def test_selected_text_is_copied_as_it_is_read() -> None:
    async with showing(MIXED) as host:
        await host.drag((2, 2), (30, 4))
        assert (
            host.screen.get_selected_text() == "An item[1]\n\n  0 word word word word word wor"[:43]
        )


async def test_selecting_wide_characters_takes_whole_ones() -> None:
    doc = Document(title="漢字", blocks=(Paragraph(run("漢字かな交じり文")),))
    async with showing(doc) as host:
        await host.drag((2, 2), (38, 2))
        assert host.screen.get_selected_text() == "漢字かな交じり文"


async def test_lines_are_no_longer_than_can_be_read_well() -> None:
    async with showing(PROSE, (160, 10)) as host:
        assert max(map(len, host.lines)) <= MEASURE + 2


async def test_the_same_document_anew_is_shown_where_the_reader_is() -> None:
    async with hosting(Pane(), lambda pane: pane.show(MIXED, "this")) as host:
        await host.press("end", "pageup")
        before = host.lines
        host.widget.show(MIXED, "this")
        await host.settle()
        assert host.lines == before


async def test_another_document_is_shown_from_its_top() -> None:
    async with hosting(Pane(), lambda pane: pane.show(MIXED, "this")) as host:
        await host.press("end")
        host.widget.show(MIXED, "that")
        await host.settle()
        assert host.lines[0] == "  Mixed"
        assert host.widget.current == "claim:one"


async def test_of_several_documents_under_a_held_key_only_the_last_is_made() -> None:
    made = []

    def make(name: str) -> Document:
        made.append(name)
        return Document(title=name)

    async with showing(PROSE) as host:
        for name in ("one", "two", "three"):
            host.widget.post_message(Key("x", "x"))
            host.widget.show_soon(name, lambda name=name: make(name))  # type: ignore[misc]
        await host.settle()
        assert made == ["three"]
        assert host.lines[0] == "  three"


@pytest.mark.parametrize("width", [1, 2, 3, 7])
async def test_a_pane_of_hardly_any_width_is_still_drawn(width: int) -> None:
    blocks = (
        Heading(2, run("Heading")),
        Field("Label", run("value")),
        Items(((Paragraph(run("entry")),),), ordered=True),
        Table(("A", "B"), ((Cell((run("a"),)), Cell((run("b"),))),), caption="Caption"),
    )
    async with showing(Document(title="T", blocks=blocks, notes=NOTES), (width, 12)) as host:
        await host.press("down", "end", "pageup", "home")
        assert all(len(line) <= width for line in host.lines)


BESIDE = Document(
    title="At odds",
    blocks=(
        Table(
            ("One", "Other"),
            (
                (
                    Cell(((Run("A claim of 漢字, wrapped"), Mark((1,))),), "claim:one"),
                    Cell(((Run("Another claim, wrapped too"), Mark((2,))),), "claim:two"),
                ),
            ),
            named=False,
        ),
        Paragraph(run("A third"), "claim:three"),
    ),
    notes=NOTES,
)


async def test_items_beside_one_another_are_each_highlighted_and_opened() -> None:
    async with showing(BESIDE) as host:
        assert any(line.startswith("▌ A claim of 漢字") for line in host.lines)
        await host.press("down")
        lit = [line for line in host.lines if "▌" in line]
        assert all(line.index("▌") > 10 for line in lit)
        assert "▌ Another claim" in lit[0]
        assert [note.number for note in host.widget.notes] == [2]
        await host.press("enter", "down", "up", "up")
        assert host.told == [
            "highlighted claim:two",
            "opened claim:two",
            "highlighted claim:three",
            "highlighted claim:two",
            "highlighted claim:one",
        ]


async def test_a_click_highlights_the_item_that_was_clicked_of_two_beside_one_another() -> None:
    async with showing(BESIDE) as host:
        row = next(n for n, line in enumerate(host.lines) if "Another" in line)
        await host.click(30, row)
        assert host.widget.current == "claim:two"
        await host.click(4, row)
        assert host.widget.current == "claim:one"


async def test_a_row_with_a_name_is_one_item() -> None:
    cells = (Cell((run("Named"),), "question:q"), Cell((run("A view"),), "expert:e"))
    doc = Document(title="Named", blocks=(Table(("Q", "E"), (cells,)),))
    async with showing(doc) as host:
        assert host.widget.row_count == 1
        assert host.widget.current == "question:q"


# --- two sides ---------------------------------------------------------------------------


def sides(*rows: tuple[str, str]) -> Document:
    """Return a comparison whose cells name the items `claim:0-0`, `claim:0-1`, …"""
    cells = tuple(
        (Cell(()), *(Cell((run(words),), f"claim:{n}-{m}") for m, words in enumerate(row)))
        for n, row in enumerate(rows)
    )
    return Document(title="", blocks=(Table(("", "One", "Two"), cells),))


UNEVEN = sides(("short", "long " * 30), ("long " * 20, "short"), ("third", "third too"))


@asynccontextmanager
async def comparing(doc: Document, size: tuple[int, int]) -> AsyncIterator[Host[TwoSides]]:
    """Show two sides."""
    async with hosting(TwoSides(), lambda sides: sides.show(doc, "this"), size) as host:
        yield host


async def test_the_taller_cell_makes_the_row_for_both() -> None:
    async with comparing(UNEVEN, (80, 24)) as host:
        third = next(line for line in host.lines if "third" in line)
        assert "third too" in third


async def test_between_rows_stands_an_empty_line_on_both_sides() -> None:
    async with comparing(UNEVEN, (80, 24)) as host:
        second = next(n for n, line in enumerate(host.lines) if line.endswith("│   short"))
        assert host.lines[second - 1].replace("│", "").strip() == ""


async def test_one_side_alone_where_there_is_no_room_for_two() -> None:
    async with comparing(UNEVEN, (40, 24)) as host:
        assert "│" not in "".join(host.lines)
        host.widget.side = 1
        await host.settle()
        assert "   third too" in host.lines
        assert "   third" not in host.lines


@pytest.mark.parametrize("width", [1, 3, 20, 49, 50, 51, 52, 80, 200])
def test_two_sides_and_what_is_between_them_fit_the_width(width: int) -> None:
    if fits_both(width):
        assert 2 * (column_width(width) + GUTTER + 1) + 1 <= width


async def test_the_row_and_the_side_are_kept_over_a_change_of_size() -> None:
    async with comparing(UNEVEN, (80, 24)) as host:
        await host.press("down")
        host.widget.side = 1
        for size in [(40, 12), (20, 5), (80, 24)]:
            await host.resize(*size)
            assert host.widget.current == "claim:1-1"


async def test_a_comparison_without_rows_takes_all_keys() -> None:
    async with comparing(Document(title=""), (80, 24)) as host:
        host.widget.side = 1
        await host.press("down", "up", "pagedown", "pageup", "home", "end", "enter")
        assert (host.widget.current, host.widget.notes) == ("", [])
