"""A table of short cells with a cursor on one of them; the names and the heads stay in sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from briefing.text import width as cells
from briefing.text import wrap
from briefing.tui.widgets.clickable import Clickable, acting
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.span import Span

LEAST, MOST = 8, 13
"""The width of a column in cells; where all do not fit at the least, they scroll sideways."""
LEAST_NAME, MOST_NAME = 12, 28
GUTTER = 2


class GridRow(NamedTuple):
    """A row of a grid: what it stands for, its name, and its cells."""

    key: str
    name: str
    cells: Sequence[str]


class Grid(LineWidget):
    """Rows of cells; the cursor stands in one row and one column."""

    DEFAULT_CSS = """
    Grid:nocolor .lines--rest { text-style: underline; }
    """

    column: reactive[int] = reactive(0, repaint=False, init=False)

    class Shifted(Message):
        """The columns moved, or others of them came into sight."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.heads: Sequence[str] = ()
        self._rows: Sequence[GridRow] = ()
        self.left = 0
        self.size_of_name, self.size_of_column, self.in_sight = MOST_NAME, LEAST, 1

    def set_grid(self, heads: Sequence[str], rows: Sequence[GridRow]) -> None:
        """Show these rows; the cursor stays on the row that stands for the same."""
        kept = self.stay()
        self.heads, self._rows = heads, rows
        self.set_reactive(Grid.column, max(min(self.column, len(heads) - 1), 0))
        self.replaced(kept if self.find(kept.key) is not None else None)

    @property
    def shows_cursor(self) -> bool:
        """Return true: a grid shows what the pane beside it is about."""
        return True

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def span(self, row: int) -> Span:
        """Return the one line of a row."""
        return Span(row, 1)

    def row_at(self, line: int) -> int | None:
        """Return the row in a line."""
        return line if line < len(self._rows) else None

    def key(self, row: int) -> str:
        """Return what a row stands for."""
        return self._rows[row].key

    def near(self, span: Span) -> bool:
        """Return true: a grid holds nothing to read between its rows."""
        return True

    def lay_out(self, width: int) -> None:
        """Share the width between the names and as many columns as fit."""
        self.line_count = len(self._rows)
        longest = max((cells(row.name) for row in self._rows), default=0)
        count = max(len(self.heads), 1)
        least = min(max([LEAST, *(cells(w) + 1 for h in self.heads for w in h.split())]), MOST)
        names = max(min(longest + GUTTER + 1, MOST_NAME, width - count * least), LEAST_NAME)
        room = max(width - names, least)
        self.size_of_column = max(min(room // count, MOST), least)
        self.in_sight = min(max(room // self.size_of_column, 1), count)
        self.size_of_name = names
        self.left = self._left()
        self.post_message(self.Shifted())

    def _left(self) -> int:
        """Return the first column in sight, moved as little as shows the cursor's."""
        left = min(max(self.left, self.column - self.in_sight + 1), self.column)
        return max(min(left, len(self.heads) - self.in_sight), 0)

    @property
    def columns(self) -> range:
        """The columns in sight."""
        return range(self.left, min(self.left + self.in_sight, len(self.heads)))

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return a row: its name, and its cells in sight; the cursor's is marked."""
        row = self._rows[line]
        name = Content(row.name).truncate(self.size_of_name - GUTTER, ellipsis=True, pad=True)
        bar = Content.assemble(("▌ ", self.tone("bar"))) if at_cursor else Content(" " * GUTTER)
        parts = [bar, name.stylize(self.tone("strong")) if at_cursor else name]
        for column in self.columns:
            piece = centred(row.cells[column], self.size_of_column)
            if at_cursor and column == self.column:
                tone = self.tone("cursor" if self.has_focus else "rest")
                parts.append(Content.assemble((piece, tone)))
            else:
                parts.append(Content(piece))
        made = Content("").join(parts)
        return made.stylize_before(self.tone("rest")) if at_cursor else made

    def watch_column(self) -> None:
        """Show the cursor in its column, and tell of the cell."""
        left = self._left()
        if left != self.left:
            self.left = left
            self.forget()
            self.refresh()
        elif self.row_count:
            self.forget_at_cursor([self.cursor])
            self.refresh_lines(self.cursor, 1)
        self.post_message(self.Shifted())
        self.tell()

    def move_column(self, step: int) -> bool:
        """Move to the next column; say whether there is one."""
        column = self.column + step
        if not 0 <= column < len(self.heads):
            return False
        self.column = column
        return True

    def page_columns(self, step: int) -> None:
        """Move by as many columns as are in sight."""
        self.column = max(min(self.column + step * self.in_sight, len(self.heads) - 1), 0)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the column that was clicked."""
        place = event.get_content_offset(self)
        if place is not None and place.x >= self.size_of_name:
            column = self.left + (place.x - self.size_of_name) // self.size_of_column
            self.column = min(column, self.columns[-1])

    def on_mouse_scroll_right(self) -> None:
        """Move to the next column."""
        self.move_column(1)

    def on_mouse_scroll_left(self) -> None:
        """Move to the previous column."""
        self.move_column(-1)


class GridHead(Clickable):
    """The heads of a grid's columns, over several lines where that takes it."""

    DEFAULT_CSS = """
    GridHead { height: 1; color: $muted; }
    GridHead .head--here { color: $accent; text-style: bold underline; }
    GridHead .head--more { color: $accent; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"head--here", "head--more"}

    def __init__(self, grid: Grid, choose: str, scroll: str, *, id: str) -> None:  # noqa: A002
        """Take the actions for a head and an arrow: called with its number, and with a step."""
        super().__init__(id=id)
        self._grid, self._choose, self._scroll = grid, choose, scroll

    def follow(self) -> None:
        """Show the heads of the columns that are in sight now."""
        height = max((len(self._lines(head)) for head in self._grid.heads), default=1)
        if self.styles.height is None or self.styles.height.value != height:
            self.styles.height = height
        self.refresh()

    def _lines(self, head: str) -> list[str]:
        return wrap(head, self._grid.size_of_column - 1)

    def render(self) -> Content:
        """Return the heads in sight, and arrows where there are more."""
        grid = self._grid
        wrapped = [self._lines(head) for head in grid.heads]
        height = max(map(len, wrapped), default=1)
        lines = []
        for row in range(height):
            line = self._margin(row == height - 1)
            for column in grid.columns:
                said = ([""] * (height - len(wrapped[column])) + wrapped[column])[row]
                style = acting(f"screen.{self._choose}({column})")
                if column == grid.column:
                    style = self.part("head--here") + style
                line += _under(said, grid.size_of_column, style)
            lines.append(line)
        return Content("\n").join(lines)

    def _margin(self, last: bool) -> Content:
        """Return what stands over the names: where there are more columns, which ones are seen."""
        grid, style = self._grid, self.part("head--more")
        room = Content(" " * grid.size_of_name)
        if not last or grid.in_sight >= len(grid.heads):
            return room
        seen = f" {grid.columns[0] + 1}–{grid.columns[-1] + 1} of {len(grid.heads)} "
        before = style + acting(f"screen.{self._scroll}(-1)")
        after = style + acting(f"screen.{self._scroll}(1)")
        said = Content.assemble(("‹", before), seen, ("›", after), " ")
        return room[: max(grid.size_of_name - said.cell_length, 0)] + said


def centred(text: str, size: int) -> str:
    """Return text in the middle of so many cells, cut where it would fill them."""
    text = Content(text).truncate(size - 1).plain
    left = (size - cells(text)) // 2
    return " " * left + text + " " * (size - left - cells(text))


def _under(text: str, size: int, style: Style) -> Content:
    """Return the same with a style on the text alone."""
    padded = centred(text, size)
    start = len(padded) - len(padded.lstrip())
    return Content(padded).stylize(style, start, len(padded.rstrip()))
