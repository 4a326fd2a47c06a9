"""Two claims that are at odds, beside one another, each with what it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from briefing.describe.behind import evidence_line
from briefing.describe.common import claim_cell, page
from briefing.document import Cell, Document, Mark, Table, run
from briefing.notes import Notes
from briefing.pack.model import Citation, Claim
from briefing.pack.pack import Pack

NEITHER = "Both are shown; neither is struck out."


def conflict(pack: Pack, one: Claim, other: Claim) -> Document:
    """Return a table of two claims and, below each, its evidence; its first column is empty."""
    notes = Notes(pack, reasons=True)
    pair = (one, other)
    rows = [(Cell(()), *(claim_cell(claim, notes) for claim in pair))]
    nothing = Cell(())
    for cells in zip_longest(*(_evidence(pack, c, notes) for c in pair), fillvalue=nothing):
        rows.append((nothing, *cells))
    header = ("", *(home(pack, claim) for claim in pair))
    return page(pack, "At odds", NEITHER, (Table(header, tuple(rows), paired=True),), notes)


def _evidence(pack: Pack, claim: Claim, notes: Notes) -> Iterator[Cell]:
    yield from (_place(pack, "Rests on", citation, notes) for citation in claim.cites)
    if claim.correction:
        better = claim.correction.cites
        yield from (_place(pack, "The correction rests on", cite, notes) for cite in better)


def _place(pack: Pack, label: str, citation: Citation, notes: Notes) -> Cell:
    source = pack.source(citation.source)
    assert source is not None  # the loader leaves out whatever cites a missing source
    mark: Mark = notes.mark([citation])
    line = (mark, *evidence_line(source, citation.locator))
    return Cell((run(label, "muted"), line), f"source:{source.id}")


def home(pack: Pack, claim: Claim) -> str:
    """Return where a claim belongs: its side and its dimension."""
    found = pack.homes[claim.id]
    return f"{found.side.label}, {found.dimension.label}"
