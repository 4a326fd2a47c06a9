"""Documents about how items hang together: citations, conflicts, two experts head to head."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.describe.common import claim_cell
from briefing.document import (
    Block,
    Cell,
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
from briefing.pack.model import Claim, Expert, Position
from briefing.pack.pack import Pack, title
from briefing.pack.source import Defect, Source
from briefing.words import ACCESS, RELIABILITY, STANCE, STANCE_BASIS, capital, date, sentence


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
    known = [defect for defect in source.defects if _concerns(defect, note)]
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


def _concerns(defect: Defect, note: Note) -> bool:
    """Return whether a defect touches the place of a note, or the whole source."""
    if isinstance(defect.at, str):
        return defect.at == note.locator
    places = {int(part) for part in note.locator.removeprefix("¶ ").split(", ") if part.isdigit()}
    return not defect.at or bool(places & set(defect.at))


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


def head_to_head(pack: Pack, one: str, other: str) -> Document:
    """Return two experts beside one another, on every question on which either has a view."""
    notes = Notes(pack)
    pair = [expert for name in (one, other) if (expert := pack.expert(name))]
    rows = [
        (Cell((run(question.short, "strong"),), f"question:{question.id}"), *cells)
        for question in pack.questions
        if any(expert.on(question.id) for expert in pair)
        for cells in [[_view_cell(expert, expert.on(question.id), notes) for expert in pair]]
    ]
    return Document(
        title=" and ".join(expert.name for expert in pair),
        blocks=(Table(("Question", *(expert.name for expert in pair)), tuple(rows)),),
        notes=notes.all(),
    )


def _view_cell(expert: Expert, position: Position | None, notes: Notes) -> Cell:
    if position is None:
        return Cell((run("No stated view", "muted"),), f"expert:{expert.id}")
    basis = STANCE_BASIS[position.basis]
    return Cell(
        (
            run(capital(STANCE[position.stance]), "strong"),
            run(f"{basis}, {date(position.date)}", "muted"),
            (Run(position.text), notes.mark(position.cites)),
        ),
        f"expert:{expert.id}",
    )
