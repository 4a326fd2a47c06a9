"""What the documents of items share: their frame, lists of claims, the table of a dimension."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.document import Block, Cell, Document, Heading, Items, Line, Paragraph, Run, run
from briefing.notes import Notes
from briefing.pack.model import Claim
from briefing.pack.pack import Pack
from briefing.phrases import cited, correction_line, edition, footer
from briefing.words import STATUS, STATUS_GLYPH, capital, date


def page(
    pack: Pack, kind: str, title: str, blocks: Iterable[Block], notes: Notes | None = None
) -> Document:
    """Return a document with the name of its kind and of the pack below its title."""
    made = tuple(blocks)
    return Document(
        title=title,
        meta=" · ".join([kind, *edition(pack)]),
        blocks=made,
        notes=notes.all() if notes else (),
        footer=footer(pack),
    )


def heading(text: str, level: int = 2, origin: str = "") -> Heading:
    """Return a heading of plain text."""
    return Heading(level, run(text), origin)


def section(title: str, entries: Iterable[tuple[Block, ...]], level: int = 2) -> Iterator[Block]:
    """Yield a heading and a list, or nothing where the list is empty."""
    listed = tuple(entries)
    if listed:
        yield heading(title, level)
        yield Items(listed)


def side_run(pack: Pack, side_id: str) -> Run:
    """Return the name of a side in its tone."""
    first, second = pack.sides
    return Run(first.name, "first") if side_id == first.id else Run(second.name, "second")


def told(claim: Claim) -> Line:
    """Return a claim's status, what kind it is, and its date: "≠ Contested estimate, 2024."."""
    status, feel = STATUS[claim.status]
    when = f", {date(claim.date)}" if claim.date else ""
    said = f"{STATUS_GLYPH[claim.status]} {capital(status)}"
    return (Run(said, feel), Run(f" {claim.kind}{when}.", "muted"))


def claim_cell(claim: Claim, notes: Notes) -> Cell:
    """Return a claim with its marks, its correction, and what is told of it."""
    text = cited(claim.text, claim.cites, notes)
    correction = (correction_line(claim.correction, notes),) if claim.correction else ()
    return Cell((text, *correction, told(claim)), f"claim:{claim.id}")


def claim_entry(pack: Pack, claim: Claim, notes: Notes) -> tuple[Block, ...]:
    """Return a claim as an entry of a list, with the side that it speaks of."""
    origin = f"claim:{claim.id}"
    first, *rest = claim_cell(claim, notes).lines
    side = side_run(pack, pack.homes[claim.id].side.id)
    return Paragraph((side, Run(": "), *first), origin), *(Paragraph(line, origin) for line in rest)


def named(pack: Pack, ids: Iterable[str]) -> list[Claim]:
    """Return the claims of those ids that the pack holds."""
    return [pack.claims[name] for name in ids if name in pack.claims]
