"""Lists: ten thousand rows like ten, headings between them, marks before and notes after."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from textual.content import Content

from briefing.tui.widgets.row_list import Row, RowList
from tests.tui.hosts import Host, hosting

MANY = [Row(f"row:{n}", f"Row {n}") for n in range(10_000)]
GROUPED = [
    Row("", "Fruit"),
    Row("fruit:apple", "Apple", "red"),
    Row("fruit:pear", "Pear"),
    Row("", "Roots"),
    Row("root:beet", "Beet", "red"),
]


class CountingList(RowList):
    """A list that counts the lines that are drawn."""

    drawn = 0

    def content(self, line: int, at_cursor: bool) -> Content:
        self.drawn += 1
        return super().content(line, at_cursor)


@asynccontextmanager
async def showing(
    rows: list[Row], size: tuple[int, int] = (40, 10)
) -> AsyncIterator[Host[CountingList]]:
    """Show a list of rows."""
    async with hosting(CountingList(), lambda made: made.set_rows(rows), size) as host:
        yield host


async def test_only_rows_in_sight_are_drawn() -> None:
    async with showing(MANY) as host:
        assert host.lines[0] == "  Row 0"
        assert host.widget.drawn <= 2 * 10


async def test_a_key_draws_two_rows_at_any_length() -> None:
    async with showing(MANY) as host:
        before = host.widget.drawn
        await host.press("down")
        assert host.widget.drawn - before <= 2


async def test_a_page_draws_no_more_than_the_screen() -> None:
    async with showing(MANY) as host:
        before = host.widget.drawn
        await host.press("pagedown")
        assert host.widget.drawn - before <= 12


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        (["down"], "row:1"),
        (["j", "j", "k"], "row:1"),
        (["up"], "row:0"),
        (["end"], "row:9999"),
        (["G", "up"], "row:9998"),
        (["end", "home"], "row:0"),
        (["G", "g"], "row:0"),
        (["pagedown"], "row:9"),
        (["pagedown", "pagedown", "pageup"], "row:9"),
        (["ctrl+f", "ctrl+b"], "row:0"),
        (["end", "down"], "row:9999"),
        (["end", "pageup"], "row:9981"),
    ],
)
async def test_keys_move_the_highlight(keys: list[str], key: str) -> None:
    async with showing(MANY) as host:
        await host.press(*keys)
        assert host.widget.current == key
        assert f"  Row {key.removeprefix('row:')}" in host.lines


async def test_the_last_page_is_reached_and_its_last_row() -> None:
    async with showing(MANY[:15]) as host:
        await host.press("pagedown", "pagedown")
        assert host.widget.current == "row:14"


async def test_each_move_is_told_once() -> None:
    async with showing(MANY) as host:
        await host.press("down", "end", "enter")
        assert host.told == ["highlighted row:1", "highlighted row:9999", "opened row:9999"]


async def test_headings_are_passed_over() -> None:
    async with showing(GROUPED) as host:
        await host.press("down", "down")
        assert host.widget.current == "root:beet"


async def test_a_click_moves_and_a_second_one_opens() -> None:
    async with showing(GROUPED) as host:
        await host.click(3, 4)
        assert host.told == ["highlighted root:beet"]
        await host.click(3, 4, times=2)
        assert host.told == ["highlighted root:beet", "opened root:beet"]


async def test_a_click_on_a_heading_or_below_the_rows_does_nothing() -> None:
    async with showing(GROUPED) as host:
        await host.click(3, 3, times=2)
        await host.click(3, 8, times=2)
        assert host.told == []
        assert host.widget.current == "fruit:apple"


async def test_notes_stand_at_the_right_end_in_one_column() -> None:
    async with showing(GROUPED) as host:
        assert host.lines[1] == "  Apple" + " " * 28 + "red"
        assert host.lines[4].index("red") == host.lines[1].index("red")


async def test_a_long_text_is_cut_before_its_note() -> None:
    async with showing([Row("a:b", "long " * 20, "note")]) as host:
        assert host.lines[0] == "  " + "long " * 5 + "long…  note"


@pytest.mark.parametrize("width", [1, 2, 5, 8])
async def test_a_list_narrower_than_its_notes_is_still_drawn(width: int) -> None:
    async with showing(GROUPED, (width, 6)) as host:
        await host.press("down", "end", "home")
        assert all(len(line) <= width for line in host.lines)


async def test_marks_stand_before_the_rows_they_belong_to() -> None:
    async with showing(GROUPED) as host:
        host.widget.marks = {"fruit:pear": "◆"}
        host.widget.set_rows(GROUPED)
        await host.settle()
        assert host.lines[1:3] == [host.lines[1], "◆ Pear"]
        assert host.lines[1].startswith("  Apple")


async def test_new_rows_keep_the_highlight_on_its_key_and_line() -> None:
    async with showing(MANY[:50]) as host:
        await host.press("pagedown", "down", "down")
        line = host.lines.index("  Row 11")
        host.widget.set_rows([Row("row:new", "New"), *MANY[:50]])
        await host.settle()
        assert host.widget.current == "row:11"
        assert host.lines.index("  Row 11") == line


async def test_other_rows_are_shown_from_their_top() -> None:
    async with showing(MANY) as host:
        await host.press("end")
        host.widget.set_rows([Row(f"other:{n}", f"Other {n}") for n in range(5_000)])
        await host.settle()
        assert host.widget.current == "other:0"
        assert host.lines[0] == "  Other 0"


async def test_a_list_without_rows_takes_all_keys() -> None:
    async with showing([]) as host:
        await host.press("down", "up", "pagedown", "pageup", "home", "end", "enter")
        await host.click(1, 1, times=2)
        assert (host.widget.current, host.told) == ("", [])


async def test_a_list_of_headings_alone_takes_all_keys() -> None:
    async with showing([Row("", "Nothing here yet")]) as host:
        await host.press("down", "up", "pagedown", "pageup", "home", "end", "enter")
        assert (host.widget.current, host.told) == ("", [])


async def test_a_row_that_is_not_there_is_not_gone_to() -> None:
    async with showing(GROUPED) as host:
        assert not host.widget.go("fruit:plum")
        assert host.widget.go("root:beet")
        assert host.widget.current == "root:beet"


async def test_the_row_at_the_top_and_the_highlight_stay_over_a_change_of_size() -> None:
    async with showing(MANY) as host:
        await host.press("end", "pageup", "pageup")
        top, here = host.lines[0], host.widget.current
        await host.resize(20, 4)
        assert f"  Row {here.removeprefix('row:')}" in host.lines
        await host.resize(40, 10)
        assert (host.lines[0], host.widget.current) == (top, here)


async def test_a_smaller_screen_keeps_the_highlight_in_sight() -> None:
    async with showing(MANY) as host:
        await host.press(*["down"] * 8)
        await host.resize(40, 3)
        assert "  Row 8" in host.lines


async def test_rows_scrolled_out_of_sight_stay_so_over_a_change_of_size() -> None:
    async with showing(MANY) as host:
        await host.roll(30)
        top = host.lines[0]
        assert top != "  Row 0"
        await host.resize(30, 8)
        assert host.lines[0] == top


async def test_selected_rows_are_copied_without_the_space_at_their_ends() -> None:
    async with showing(MANY, (40, 5)) as host:
        await host.drag((2, 1), (38, 3))
        assert selected(host) == "Row 1\n  Row 2\n  Row 3"


async def test_selecting_beyond_the_rows_takes_all_to_the_last() -> None:
    async with showing(GROUPED) as host:
        await host.drag((2, 4), (9, 8))
        assert (selected(host) or "").split()[:2] == ["Beet", "red"]


def selected(host: Host[CountingList]) -> str | None:
    """Return the text that is selected on the screen."""
    return host.screen.get_selected_text()
