"""Where rows are among the lines of a widget, and where its cursor is."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """The lines of a row: the first, and how many there are."""

    first: int
    height: int

    @property
    def lines(self) -> range:
        """The numbers of the lines."""
        return range(self.first, self.first + self.height)


class Stay(NamedTuple):
    """Where the cursor is: what its row stands for, and the line of the screen it begins in.

    `line` is None where the cursor cannot be seen.
    """

    key: str
    line: int | None
