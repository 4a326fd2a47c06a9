"""The rows of a comparison in a width: two sides beside one another, aligned line for line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from briefing.document import Cell, marks
from briefing.tui.widgets.cells import Lines, Stop
from briefing.tui.widgets.columns import GUTTER, column_width, fits_both
from briefing.tui.widgets.layout import Layout
from briefing.tui.widgets.span import Span

Piece = str | Content | tuple[str, Style]
"""A part of a line, to be put together with others."""
NO_TEXT = Content("")


class Told(NamedTuple):
    """A cell as lines: the sign before it, what it says, and what stands below it."""

    sign: str
    head: Sequence[Content]
    more: Lines

    def line(self, place: int) -> Content:
        """Return one of the lines, or an empty one below them."""
        if place < len(self.head):
            return self.head[place]
        below = self.more.lines
        return below[place - len(self.head)] if place - len(self.head) < len(below) else NO_TEXT


Teller = Callable[[Cell, int, int], Told]
"""Gives a cell as lines: the cell, its side, and how many cells wide its text can be."""


class SidesLayout(Layout):
    """Rows of cells, each as tall as its taller side; both sides where there is room, else one."""

    def __init__(
        self,
        rows: Sequence[tuple[Cell, ...]],
        width: int,
        side: int,
        tell: Teller,
        styles: Mapping[str, Style],
    ) -> None:
        super().__init__()
        self.rows = rows
        self.both = fits_both(width)
        self.sides = (0, 1) if self.both else (side,)
        self.room = column_width(width) if self.both else max(width - GUTTER - 1, 1)
        """How many cells wide the text of a side can be."""
        self.firsts: list[int] = []
        self.heights: list[int] = []
        self.stops: dict[int, list[Stop]] = {}
        """Where the cursor can stand on each side that is laid out, from top to bottom."""
        self._told: list[dict[int, Told]] = []
        self._tell = tell
        self._styles = styles

    def _lay_out(self) -> Iterator[None]:
        first = 0
        for cells in self.rows:
            told = {side: self._tell(cells[side], side, self.room) for side in self.sides}
            height = max(len(each.head) + len(each.more.lines) for each in told.values())
            self._told.append(told)
            self.firsts.append(first)
            self.heights.append(height)
            first += height + 1
            yield
        self.line_count = max(first - 1, 0)
        for side in self.sides:
            self.stops[side] = self._stops(side)
            yield

    def _stops(self, side: int) -> list[Stop]:
        stops = []
        for row, told in enumerate(self._told):
            cell, first = self.rows[row][side], self.firsts[row]
            _, head, more = told[side]
            height = len(head) if more.lines else self.heights[row]
            numbers = tuple(number for line in cell.lines for number in marks(line))
            stops.append(Stop(row, cell.origin, cell.origin, Span(first, height), numbers))
            for link in more.links:
                span = Span(first + len(head) + link.first, link.height)
                stops.append(Stop(row, cell.origin, link.origin, span, link.notes, True))
        return stops

    def below(self, row: int, side: int) -> Lines:
        """Return what stands below a cell."""
        return self._told[row][side].more

    def content(self, line: int) -> Content:
        """Return one line of all sides that are laid out."""
        return self.lit(line, None)

    def lit(self, line: int, lit: int | None) -> Content:
        """Return one line of all sides, of which one may be lit: by a bar, and on its ground."""
        row = bisect_right(self.firsts, line) - 1
        place = line - self.firsts[row]
        parts: list[Piece] = []
        for side in self.sides:
            if parts:
                parts.append(("│", self._styles["rule"]))
            pieces = self._pieces(self._told[row][side], place)
            parts += self._lit(pieces) if side == lit else pieces
        return Content.assemble(*parts, strip_control_codes=False)

    def _lit(self, pieces: list[Piece]) -> list[Piece]:
        _, *rest = pieces
        piece = Content.assemble(("▌", self._styles["bar"]), *rest)
        return [piece.stylize_before(self._styles["rest"])]

    def _pieces(self, told: Told, place: int) -> list[Piece]:
        """Return a line of a cell behind its gutter, as wide as its side."""
        text = told.line(place)
        sign = " " if place else told.sign
        shown = sign if sign == " " else (sign, self._styles["muted"])
        pad = " " * (max(self.room - text.cell_length, 0) + 1)
        return [" ", shown, " ", text, pad]
