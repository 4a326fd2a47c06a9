"""The widths of two columns beside one another, and where there is room for one only."""

from __future__ import annotations

LEAST_COLUMN = 22
"""Below this many cells for each side, one side is shown at a time."""
GUTTER = 3
"""Cells before the text of a column: a bar, a sign and a space."""


def column_width(width: int) -> int:
    """Return how many cells of text a side gets where two share a width."""
    return (width - 1) // 2 - GUTTER - 1


def fits_both(width: int) -> bool:
    """Return whether two sides can be read beside one another in a width."""
    return column_width(width) >= LEAST_COLUMN
