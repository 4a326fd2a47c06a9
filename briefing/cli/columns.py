"""Rows of text in columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.text import one_line, width

WIDEST = 48
"""A cell wider than this sticks out rather than push all other rows apart."""


def aligned(rows: Sequence[Sequence[str]], columns: int | None) -> Iterator[str]:
    """Yield one line for each row, its cells below those of other rows.

    Lines are cut to `columns` cells, with an ellipsis; None leaves them whole.
    """
    rows = [[one_line(cell) for cell in row] for row in rows]
    widths = [
        max((width(cell) for cell in column if width(cell) <= WIDEST), default=0)
        for column in zip(*rows, strict=True)
    ]
    for row in rows:
        cells = [
            cell + " " * max(wide - width(cell), 0) for cell, wide in zip(row, widths, strict=True)
        ]
        yield cut("  ".join(cells).rstrip(), columns)


def cut(line: str, columns: int | None, taken: int = 0) -> str:
    """Return a line cut to `columns` cells, of which so many are taken; None leaves it whole."""
    if columns is None or width(line) <= columns - taken:
        return line
    line = line[: max(columns - taken - 1, 0)]
    while width(line) >= columns - taken > 0:
        line = line[:-1]
    return line.rstrip() + "…"
