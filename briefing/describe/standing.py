"""How the claims of a dimension stand: for each side by status, in numbers and line by line."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.describe.common import claim_cell, heading, page
from briefing.describe.mix import Mix, mix, mix_line
from briefing.document import Block, Document, Field, Items, Paragraph, run
from briefing.notes import Notes
from briefing.pack.model import Claim, Dimension, Entry
from briefing.pack.pack import Pack
from briefing.pack.types import STATUSES
from briefing.words import STATUS, STATUS_MEANS, capital


def mixes(pack: Pack, item: Dimension) -> tuple[Mix, ...]:
    """Return how many claims have each status, for each side of a dimension."""
    return tuple(mix(_claims(item, side.id)) for side in pack.sides)


def _claims(item: Dimension, side: str) -> tuple[Claim, ...]:
    return item.entries.get(side, Entry()).claims


def standing(pack: Pack, item: Dimension) -> Document:
    """Return the claims of a dimension by side, and of each side by status."""
    notes = Notes(pack)
    return page(pack, "Evidence mix", item.name, tuple(_standing(pack, item, notes)), notes)


def _standing(pack: Pack, item: Dimension, notes: Notes) -> Iterator[Block]:
    for side, found in zip(pack.sides, mixes(pack, item), strict=True):
        yield heading(side.name, 2, f"dimension:{item.id}")
        if not found:
            yield Paragraph(run("No claims.", "muted"))
            continue
        yield Field("In all", mix_line(found))
        for status in STATUSES:
            claims = [claim for claim in _claims(item, side.id) if claim.status == status]
            if claims:
                yield heading(f"{capital(STATUS[status][0])} – {STATUS_MEANS[status]}", 3)
                yield Items(tuple(_entry(claim, notes) for claim in claims))


def _entry(claim: Claim, notes: Notes) -> tuple[Block, ...]:
    cell = claim_cell(claim, notes)
    return tuple(Paragraph(line, cell.origin) for line in cell.lines)
