"""The comparison on a page: both sides of each dimension, and what follows from it."""

from __future__ import annotations

from briefing.compose.page import Page, chosen
from briefing.document import Cell, Table, run
from briefing.pack.model import Dimension, Entry
from briefing.pack.recipe import ComparisonBlock
from briefing.phrases import claim_lines, not_comparable


def comparison(page: Page, recipe: ComparisonBlock) -> Table:
    """Return dimensions as rows, with a cell for each side and the so-what."""
    header = ("Dimension", *(side.name for side in page.pack.sides), "So what")
    dimensions = chosen(page.pack.dimensions, recipe.dimensions)
    rows = tuple(_row(page, dim, recipe) for dim in dimensions)
    return Table(header, rows, paired=True, sides=True)


def _row(page: Page, dimension: Dimension, recipe: ComparisonBlock) -> tuple[Cell, ...]:
    origin = f"dimension:{dimension.id}"
    entries = [dimension.entries.get(side.id, Entry()) for side in page.pack.sides]
    return (
        Cell((run(dimension.label),), origin),
        *(_side(page, entry, recipe.claims, origin) for entry in entries),
        Cell((run(dimension.so_what),), origin),
    )


def _side(page: Page, entry: Entry, wanted: tuple[str, ...], origin: str) -> Cell:
    """Return the claims of one side that were asked for, or else its first."""
    claims = [claim for claim in entry.claims if claim.id in wanted] or entry.claims[:1]
    if not claims:
        return Cell((not_comparable(entry),), origin)
    page.printed.update(claim.id for claim in claims)
    lines = (line for claim in claims for line in claim_lines(claim, page.notes))
    return Cell(tuple(lines), f"claim:{claims[0].id}")
