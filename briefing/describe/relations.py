"""Documents about how items hang together: citations and conflicts."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.describe.behind import concerns
from briefing.describe.common import claim_cell
from briefing.document import (
    Block,
    Document,
    Field,
    Heading,
    Items,
    Note,
    Paragraph,
    Run,
    Table,
    run,
)
from briefing.notes import Notes
from briefing.pack.model import Claim
from briefing.pack.pack import Pack, title
from briefing.pack.source import Source
from briefing.words import ACCESS, RELIABILITY, date, sentence


def citations(pack: Pack, notes: Iterable[Note]) -> Document:
    """Return what is behind notes: each source, the place in it, its worth, its other uses."""
    parts: list[Block] = []
    for note in notes:
        source = pack.source(note.source)
        if source is not None:
            parts += _citation(pack, source, note)
    return Document(title="Says who?", blocks=tuple(parts))


def _citation(pack: Pack, source: Source, note: Note) -> list[Block]:
    said, feel = RELIABILITY[source.reliability]
    terms = sorted({term for use in _uses(pack, note) for term in use})
    parts: list[Block] = [
        Heading(2, (Run(f"[{note.number}] "), Run(source.title)), f"source:{source.id}"),
        Field("Place", run(note.locator, "strong")),
    ]
    if terms:
        parts.append(Field("Look for", run(" · ".join(terms))))
    parts += [
        Field("Issued by", run(f"{source.issuer}, {date(source.issued)}")),
        Field("Read", run(ACCESS[source.access])),
        Field("Worth", (Run(said, feel), Run(f". {sentence(source.why)}"))),
    ]
    if source.originator:
        parts.append(Field("Derives from", run(source.originator)))
    if source.url:
        parts.append(Field("Address", (Run(source.url, url=source.url),)))
    known = [defect for defect in source.defects if concerns(defect, note.locator)]
    parts += [Field("Defect", (Run(defect.note, "caution"),)) for defect in known]
    parts.append(Heading(3, run("Other lines that rest on it")))
    lines = {use.ref: use.citation.locator for use in pack.uses.get(source.id, ())}
    parts.append(
        Items(
            tuple(
                (Paragraph((Run(title(pack.items[ref])), Run(f"  {at}", "muted")), str(ref)),)
                for ref, at in lines.items()
            )
        )
    )
    return parts


def _uses(pack: Pack, note: Note) -> Iterable[tuple[str, ...]]:
    """Yield the terms of every citation of the note's own place."""
    for use in pack.uses.get(note.source, ()):
        if use.citation.locator == note.locator:
            yield use.citation.terms


def conflict(pack: Pack, one: str, other: str) -> Document:
    """Return two claims that are at odds, beside one another."""
    notes = Notes(pack)
    claims = (pack.claims[one], pack.claims[other])
    row = tuple(claim_cell(claim, notes) for claim in claims)
    header = tuple(_home(pack, claim) for claim in claims)
    blocks = (
        Table(header, (row,), named=False),
        Paragraph(run("Both are shown; neither is struck out.", "muted")),
    )
    return Document(title="At odds", blocks=blocks, notes=notes.all())


def _home(pack: Pack, claim: Claim) -> str:
    home = pack.homes[claim.id]
    return f"{home.side.label}, {home.dimension.label}"
