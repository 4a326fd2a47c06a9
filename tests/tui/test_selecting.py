"""Selecting text with the mouse selects it, and does nothing else."""

from pathlib import Path

from tests.tui.reader import WIDE, Reader, reading


def place_of(reader: Reader, text: str) -> tuple[int, int]:
    """Return where a text begins on the screen, as (column, row)."""
    row = next(row for row, line in enumerate(reader.lines) if text in line)
    return reader.lines[row].index(text), row


async def select(reader: Reader, text: str) -> None:
    """Draw the mouse over a text from its first to its last letter."""
    column, row = place_of(reader, text)
    await reader.drag((column, row), (column + len(text) - 1, row))


async def test_selecting_in_an_excerpt_leaves_it_as_long_as_it_is(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("2")
        before = reader.lines
        await select(reader, "Who sells tidal power")
        assert reader.app.screen.get_selected_text() == "Who sells tidal power"
        assert reader.lines == before


async def test_selecting_in_the_head_stays_in_the_view(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("2")
        await select(reader, "Experts")
        assert reader.view == "compare"
        await reader.click("Experts")
        assert reader.view == "experts"


async def test_selecting_in_a_pane_leaves_the_cursor_where_it_is(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("3", "tab")
        before = reader.here
        await select(reader, "He wants one builder")
        assert reader.app.screen.get_selected_text() == "He wants one builder"
        assert reader.here == before
