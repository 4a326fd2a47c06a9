"""The documents of the six views."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from msgspec.structs import replace

from briefing.describe.claims import headline, judgement_entry
from briefing.describe.common import claim_entry, heading, page, section
from briefing.describe.experts import panel_line
from briefing.describe.mix import mix_line
from briefing.describe.standing import mixes
from briefing.describe.timeline import counts, named, periods
from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Line,
    Mark,
    Paragraph,
    Run,
    Table,
    run,
)
from briefing.notes import Notes
from briefing.pack.manifest import Criterion
from briefing.pack.model import Dimension, Entry, Expert, Option
from briefing.pack.pack import Pack
from briefing.pack.source import Source
from briefing.pack.types import RELIABILITIES, STATUSES
from briefing.phrases import option_name, rating_line
from briefing.prose import blocks as prose
from briefing.recipes import default_brief
from briefing.words import ACCESS, NO_VIEW, RELIABILITY, STANCE, STATUS, capital, counted, date

HOLDS = "What this pack holds"


def overview(pack: Pack) -> Document:
    """Return the answer first: bottom line, key judgements, and what the pack holds."""
    return page(pack, "Overview", pack.manifest.title, _overview(pack))


def _overview(pack: Pack) -> Iterator[Block]:
    yield heading("Bottom line")
    yield from prose(pack.manifest.bottom_line, 2)
    yield from section("Key judgements", (judgement_entry(pack, j) for j in pack.judgements))
    yield heading(HOLDS)
    yield Field("As of", run(date(pack.manifest.as_of)))
    yield Field("Dimensions", run(str(pack.tally.dimensions)))
    statuses = pack.tally.claims
    yield _counts("Claims", {STATUS[status][0]: statuses.get(status, 0) for status in STATUSES})
    yield Field("Questions", run(str(len(pack.questions))))
    yield Field("Experts", run(str(len(pack.experts))))
    yield Field("Options", run(str(len(pack.options))))
    grades = Counter(source.reliability for source in pack.sources)
    yield _counts("Sources", {RELIABILITY[grade][0]: grades[grade] for grade in RELIABILITIES})
    access = Counter(source.access for source in pack.sources)
    yield _counts("Sources by access", {said: access[way] for way, said in ACCESS.items()})
    glossary = pack.manifest.glossary.items()
    if glossary:
        yield heading("Glossary")
    for term, meaning in glossary:
        yield Field(term, run(meaning))


def _counts(label: str, counts: dict[str, int]) -> Field:
    parts = ", ".join(f"{number} {said}" for said, number in counts.items() if number)
    return Field(label, run(f"{sum(counts.values())} ({parts})" if parts else "0"))


def compare(pack: Pack) -> Document:
    """Return every dimension with the sentence that stands for each side."""
    header = ("Dimension", *(side.name for side in pack.sides), "So what")
    rows = []
    for dimension in pack.dimensions:
        origin = f"dimension:{dimension.id}"
        entries = [dimension.entries.get(side.id, Entry()) for side in pack.sides]
        lines = [run(dimension.name), *map(headline, entries), run(dimension.so_what)]
        rows.append(tuple(Cell((line,), origin) for line in lines))
    return page(pack, "Compare", "Comparison", (Table(header, tuple(rows)),))


def experts(pack: Pack) -> Document:
    """Return every expert against every question, in words."""
    return page(pack, "Experts", "Expert views", _experts(pack))


def _experts(pack: Pack) -> Iterator[Block]:
    yield Paragraph(panel_line(sum(not expert.positions for expert in pack.experts)))
    for question in pack.questions:
        yield Field(question.short, run(question.text), f"question:{question.id}")
    header = ("Expert", *(question.short for question in pack.questions))
    yield Table(header, tuple(_stances(pack, expert) for expert in pack.experts))


def _stances(pack: Pack, expert: Expert) -> tuple[Cell, ...]:
    origin = f"expert:{expert.id}"
    cells = [Cell((run(expert.name),), origin)]
    for question in pack.questions:
        position = expert.on(question.id)
        if position is None:
            line = run(NO_VIEW, "muted")
        elif position.basis == "inferred":
            line = (Run(STANCE[position.stance]), Run(" (inferred)", "muted"))
        else:
            line = run(STANCE[position.stance])
        cells.append(Cell((line,), origin))
    return tuple(cells)


def options(pack: Pack) -> Document:
    """Return every option against every criterion, in words."""
    notes = Notes(pack)
    return page(pack, "Options", "Options", _options(pack, notes), notes)


def _options(pack: Pack, notes: Notes) -> Iterator[Block]:
    for criterion in pack.criteria:
        yield Field(criterion.name, run(_scale(criterion)))
    header = ("Option", "Action", *(criterion.name for criterion in pack.criteria))
    yield Table(header, tuple(_ratings(pack, option, notes) for option in pack.options))


def _scale(criterion: Criterion) -> str:
    scale = ", ".join(criterion.scale)
    return f"{criterion.asks} On a scale of {scale}; {criterion.better} is better."


def _ratings(pack: Pack, option: Option, notes: Notes) -> tuple[Cell, ...]:
    origin = f"option:{option.id}"
    lines = [option_name(option), run(option.action)]
    for criterion in pack.criteria:
        rating = option.ratings.get(criterion.id)
        lines.append(rating_line(rating, notes) if rating else run("not rated", "muted"))
    return tuple(Cell((line,), origin) for line in lines)


def evidence(pack: Pack) -> Document:
    """Return sources by what they are worth, conflicts, and claims by status."""
    notes = Notes(pack)
    return page(pack, "Evidence", "Evidence", _evidence(pack, notes), notes)


def _evidence(pack: Pack, notes: Notes) -> Iterator[Block]:
    for grade in RELIABILITIES:
        graded = (source for source in pack.sources if source.reliability == grade)
        title = f"Sources: {RELIABILITY[grade][0]}"
        yield from section(title, ((_source(pack, source),) for source in graded))
    yield from section("Conflicts", (_conflict(pack, *pair, notes) for pair in pack.conflicts))
    for status in STATUSES:
        claims = [claim for claim in pack.claims.values() if claim.status == status]
        title = f"Claims: {STATUS[status][0]}"
        yield from section(title, (claim_entry(pack, claim, notes) for claim in claims))
    if pack.claims:
        yield heading("Timeline")
        for found in periods(pack):
            month = "" if found.month or not found.year else ", no month told"
            yield Field(f"{named(found.when)}{month}", run(counts(pack, found)))
        yield heading("Mix of each dimension")
        yield from (Field(item.label, _mixes(pack, item)) for item in pack.dimensions)


def _mixes(pack: Pack, item: Dimension) -> Line:
    """Return how the claims of each side of a dimension stand, in words."""
    line: list[Run | Mark] = []
    for side, found in zip(pack.sides, mixes(pack, item), strict=True):
        told = mix_line(found) if found else run("no claims")
        line += [Run(f"{'; ' if line else ''}{side.name}: "), *told]
    return tuple(line)


def _source(pack: Pack, source: Source) -> Paragraph:
    uses = counted(len(pack.uses.get(source.id, ())), "line rests", "lines rest")
    said = f"{capital(source.label)} ({source.issuer}, {date(source.issued)}): "
    return Paragraph(run(f"{said}{ACCESS[source.access]}; {uses} on it."), f"source:{source.id}")


def _conflict(pack: Pack, one: str, other: str, notes: Notes) -> tuple[Block, ...]:
    return (
        *claim_entry(pack, pack.claims[one], notes),
        Paragraph(run("At odds with:", "caution")),
        Items((claim_entry(pack, pack.claims[other], notes),)),
    )


def briefs(pack: Pack) -> Document:
    """Return the briefs of the pack, and the page of the one that is printed by default."""
    default = default_brief(pack)
    listed = tuple((Paragraph(run(b.title), f"brief:{b.id}"),) for b in pack.briefs)
    if default is None:
        return page(pack, "Briefs", "Briefs", (Paragraph(run("This pack holds no brief.")),))
    from briefing.compose import compose  # no other view shows a page

    made = compose(pack, default)
    below = (
        replace(block, level=block.level + 1) if isinstance(block, Heading) else block
        for block in made.blocks
    )
    blocks = (Items(listed), heading(made.title, 2, f"brief:{default.id}"), *below)
    return replace(page(pack, "Briefs", "Briefs", blocks), notes=made.notes)
