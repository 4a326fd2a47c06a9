"""How wide the columns of a printed table are: the same shares in every format."""

from __future__ import annotations

from briefing.document import Mark, Table
from briefing.text import width

_LINE = 100
"""About how many characters a line of a table holds."""
_MARK = 1.5
"""About how many characters a raised note number takes."""


def shares(table: Table) -> tuple[float, ...]:
    """Return the share of the width that each column gets; together they make 1.

    Columns share by how much text they hold, and none falls below what its longest word takes.
    The two sides of a paired table get the same.
    """
    columns = range(len(table.header))
    amounts = [_amount(table, column) for column in columns]
    floors = [_longest_word(table, column) for column in columns]
    if table.paired:
        amounts[1:3] = [sum(amounts[1:3]) / 2] * 2
        floors[1:3] = [max(floors[1:3])] * 2
    room = max(_LINE, sum(floors))
    return _shared(amounts, [floor / room for floor in floors])


def _shared(amounts: list[float], floors: list[float]) -> tuple[float, ...]:
    """Return shares in proportion to the amounts, each at least its floor."""
    held: set[int] = set()
    while True:
        rest = 1 - sum(floors[column] for column in held)
        free = sum(amount for column, amount in enumerate(amounts) if column not in held) or 1
        found = [
            floors[column] if column in held else rest * amount / free
            for column, amount in enumerate(amounts)
        ]
        short = {c for c in range(len(amounts)) if c not in held and found[c] < floors[c]}
        if not short:
            total = sum(found) or 1
            return tuple(share / total for share in found)
        held |= short


def _amount(table: Table, column: int) -> float:
    """Return how many characters a column holds, and at least its header's."""
    lines = [line for row in table.rows for line in row[column].lines]
    text = sum(
        _MARK * len(part.notes) if isinstance(part, Mark) else width(part.text)
        for line in lines
        for part in line
    )
    return max(text, width(table.header[column]), 1)


def _longest_word(table: Table, column: int) -> float:
    """Return the width of the longest word, with the space that a cell keeps around it."""
    texts = [table.header[column]]
    for row in table.rows:
        for line in row[column].lines:
            texts += [part.text for part in line if not isinstance(part, Mark)]
    return max((width(word) for text in texts for word in text.split()), default=0) + 3
