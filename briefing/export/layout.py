"""How a table is laid out in print, the same in every format: its columns, and what stays whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import permutations
from math import ceil

from briefing.document import Cell, Line, Mark, Table
from briefing.text import width

_LINE = 104
"""About how many characters a line of body text holds across a page."""
_SURE = 80
"""How many characters of any text a line is sure to hold, taken over several lines."""
_WHOLE = 24
"""How many lines a row may take, by that measure, that is never broken across pages."""
_GUTTER = 3
"""About how many characters the space around a cell takes."""
_MARK = 1.5
"""About how many characters a raised note number takes."""
_LONGEST = 24
"""How many characters of a word are sure to stand on one line."""
_HEAVIER = 1.1
"""How much wider the names of rows are than other text, being semibold."""
_RAGGED = 0.35
"""How much of a line stays empty at the ends of the lines of a text, taken together."""
_STEP = 0.01
"""How much width is moved from one column to another at a time."""

Shares = tuple[float, ...]
_Lengths = list[list[list[float]]]
"""The lengths of lines, in characters, by row and by column."""


@lru_cache(maxsize=64)  # a page is measured before it is printed, and as item after item is dropped
def shares(table: Table) -> Shares:
    """Return the share of the width that each column gets; together they make 1.

    Columns begin with shares by how much text they hold, none below what its longest word
    takes; then width moves between them for as long as that makes the table shorter. The two
    columns of a pair get the same.
    """
    columns = range(len(table.header))
    rows = [[list(map(_length, cell.lines)) for cell in row] for row in table.rows]
    amounts = [max(_total(rows, column), width(table.header[column]), 1) for column in columns]
    floors = [_longest_word(table, column) for column in columns]
    if table.paired:
        amounts[1:3] = [sum(amounts[1:3]) / 2] * 2
        floors[1:3] = [max(floors[1:3])] * 2
    room = max(_LINE, sum(floors))
    least = tuple(floor / room for floor in floors)
    return _shortest(_proportional(amounts, least), least, rows, paired=table.paired)


def whole(row: Iterable[Cell], found: Shares) -> bool:
    """Return whether a row is sure to have room on one page, so that it need not be broken."""
    return all(
        sum(max(ceil(_length(line) / _room(share, _SURE)), 1) for line in cell.lines) <= _WHOLE
        for cell, share in zip(row, found, strict=True)
    )


def _proportional(amounts: list[float], least: Shares) -> Shares:
    """Return shares in proportion to the amounts, each at least its least."""
    held: set[int] = set()
    while True:
        rest = 1 - sum(least[column] for column in held)
        free = sum(amount for column, amount in enumerate(amounts) if column not in held) or 1
        found = [
            least[column] if column in held else rest * amount / free
            for column, amount in enumerate(amounts)
        ]
        short = {c for c in range(len(amounts)) if c not in held and found[c] < least[c]}
        if not short:
            total = sum(found)
            return tuple(share / total for share in found)
        held |= short


def _shortest(found: Shares, least: Shares, rows: _Lengths, *, paired: bool) -> Shares:
    """Return shares from which no single move of width makes the table shorter."""

    @cache  # a move changes two or three columns
    def lines(column: int, share: float) -> list[float]:
        room = _room(share, _LINE)
        return [sum(max(length / room + _RAGGED, 1) for length in row[column]) for row in rows]

    def height(shares: Shares) -> float:
        """Return about how many lines the rows take, in parts of a line: so each move tells."""
        columns = (lines(column, share) for column, share in enumerate(shares))
        together: Iterable[tuple[float, ...]] = zip(*columns, strict=True)
        return sum(map(max, together))

    least_height = height(found)
    while True:
        tried = ((height(shares), shares) for shares in _moves(found, least, paired))
        best = min(tried, default=(least_height, found))
        if best[0] >= least_height:
            return found
        least_height, found = best


def _moves(found: Shares, least: Shares, paired: bool) -> Iterator[Shares]:
    """Yield shares with some width moved from one column to another, or to both sides."""
    groups = [(0,), (1, 2), *((c,) for c in range(3, len(found)))] if paired else _single(found)
    for giver, taker in permutations(groups, 2):
        moved = list(found)
        for column in giver:
            moved[column] -= _STEP / len(giver)
        for column in taker:
            moved[column] += _STEP / len(taker)
        if all(moved[column] >= least[column] for column in giver):
            yield tuple(moved)


def _single(found: Shares) -> list[tuple[int, ...]]:
    return [(column,) for column in range(len(found))]


def _room(share: float, line: int) -> float:
    """Return how many characters a line of a column holds, of so many across a page."""
    return max(share * line - _GUTTER, 1)


def _length(line: Line) -> float:
    """Return how many characters a line holds."""
    return sum(
        _MARK * len(part.notes) if isinstance(part, Mark) else width(part.text) for part in line
    )


def _total(rows: _Lengths, column: int) -> float:
    return sum(length for row in rows for length in row[column])


def _longest_word(table: Table, column: int) -> float:
    """Return the width of the longest word, with the space that a cell keeps around it.

    Words longer than `_LONGEST` do not count in full: they break, or no other column has room.
    """
    texts = [table.header[column]]
    for row in table.rows:
        texts += _texts(row[column])
    longest = min(max((width(w) for text in texts for w in text.split()), default=0), _LONGEST)
    return longest * (_HEAVIER if table.named and column == 0 else 1) + _GUTTER


def _texts(cell: Cell) -> Iterator[str]:
    for line in cell.lines:
        yield from (part.text for part in line if not isinstance(part, Mark))
