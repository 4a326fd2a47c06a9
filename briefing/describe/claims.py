"""The documents of dimensions, claims and judgements."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from briefing.describe.common import (
    claim_cell,
    claim_entry,
    heading,
    named,
    page,
    section,
    side_run,
)
from briefing.describe.mix import mix, mix_line
from briefing.document import Block, Cell, Document, Field, Line, Paragraph, Run, Table, run
from briefing.notes import Notes
from briefing.pack.model import Claim, Dimension, Entry, Judgement
from briefing.pack.pack import Pack
from briefing.phrases import (
    cited,
    confidence_line,
    judgement_line,
    not_comparable,
)
from briefing.words import STATUS, STATUS_MEANS, capital, date


def dimension(pack: Pack, item: Dimension) -> Document:
    """Return both sides of a dimension, claim beside claim in the order of the pack."""
    notes = Notes(pack, reasons=True)
    origin = f"dimension:{item.id}"
    blocks: tuple[Block, ...] = (
        Paragraph(run(item.question, "strong"), origin),
        *_mixes(pack, item),
        _table(pack, item, notes),
        Field("So what", run(item.so_what), origin),
    )
    return page(pack, "Dimension", item.name, blocks, notes)


def _mixes(pack: Pack, item: Dimension) -> Iterator[Field]:
    for side in pack.sides:
        entry = item.entries.get(side.id, Entry())
        if entry.claims:
            yield Field(f"Claims, {side.label}", mix_line(mix(entry.claims)))


def _table(pack: Pack, item: Dimension, notes: Notes) -> Table:
    entries = [item.entries.get(side.id, Entry()) for side in pack.sides]
    origin = f"dimension:{item.id}"
    heads = tuple(Cell((headline(entry),), origin) for entry in entries)
    rows = [(Cell((run("In short"),), origin), *heads)]
    pairs = zip_longest(*(entry.claims for entry in entries))
    for number, pair in enumerate(pairs, 1):
        cells = (claim_cell(claim, notes) if claim else Cell(()) for claim in pair)
        rows.append((Cell((run(f"Claim {number}"),), origin), *cells))
    return Table(("Line", *(side.name for side in pack.sides)), tuple(rows))


def headline(entry: Entry) -> Line:
    """Return the sentence that stands for one side, or why there is none."""
    return run(entry.headline, "strong") if entry.headline else not_comparable(entry)


def claim(pack: Pack, item: Claim) -> Document:
    """Return a claim with what it rests on, what is wrong with it, and what rests on it."""
    notes = Notes(pack, reasons=True)
    home = pack.homes[item.id]
    title = f"{home.dimension.name}: {home.side.name}"
    return page(pack, "Claim", title, _claim(pack, item, notes), notes)


def _claim(pack: Pack, item: Claim, notes: Notes) -> Iterator[Block]:
    origin = f"claim:{item.id}"
    home = pack.homes[item.id]
    status, feel = STATUS[item.status]
    yield Paragraph(cited(item.text, item.cites, notes), origin)
    yield Field("Status", (Run(capital(status), feel), Run(f" – {STATUS_MEANS[item.status]}")))
    yield Field("Kind", run(item.kind))
    yield Field("Date", run(date(item.date) if item.date else "no date"))
    yield Field("Dimension", run(home.dimension.name), f"dimension:{home.dimension.id}")
    yield Field("Side", (side_run(pack, home.side.id),))
    if terms := [term for citation in item.cites for term in citation.terms]:
        yield Field("Terms in the source", run(", ".join(f"“{term}”" for term in terms)))
    if item.correction:
        yield heading("Correction")
        yield Paragraph(cited(item.correction.text, item.correction.cites, notes), origin)
    disputed_by = [other.id for other in pack.claims.values() if item.id in other.disputes]
    for title, ids in (("Claims it disputes", item.disputes), ("Disputed by", disputed_by)):
        yield from section(title, (claim_entry(pack, c, notes) for c in named(pack, ids)))
    resting = pack.relied_on.get(item.id, [])
    yield from section(
        "Judgements that rest on it", ((_use(pack, item, judgement),) for judgement in resting)
    )


def _use(pack: Pack, item: Claim, judgement: Judgement) -> Paragraph:
    use = "for" if item.id in judgement.evidence_for else "against"
    line = (Run(f"Evidence {use} it. ", "muted"), *judgement_line(judgement, pack))
    return Paragraph(line, f"judgement:{judgement.id}")


def judgement(pack: Pack, item: Judgement) -> Document:
    """Return a judgement with its confidence, its evidence, and what would change it."""
    notes = Notes(pack, reasons=True)
    number = pack.judgements.index(item) + 1
    return page(pack, "Judgement", f"Key judgement {number}", _judgement(pack, item, notes), notes)


def _judgement(pack: Pack, item: Judgement, notes: Notes) -> Iterator[Block]:
    yield from judgement_entry(pack, item)
    for title, ids in (
        ("Evidence for", item.evidence_for),
        ("Evidence against", item.evidence_against),
    ):
        yield from section(title, (claim_entry(pack, c, notes) for c in named(pack, ids)))
    origin = f"judgement:{item.id}"
    changes = ((Paragraph(run(text), origin),) for text in item.changes_if)
    yield from section("What would change it", changes)


def judgement_entry(pack: Pack, item: Judgement) -> tuple[Block, ...]:
    """Return a judgement's two sentences: how likely, and then how sure."""
    origin = f"judgement:{item.id}"
    return (
        Paragraph(judgement_line(item, pack), origin),
        Field("Confidence", confidence_line(item), origin),
    )
