"""What a page says of its own evidence: corrections, conflicts, and the worth of sources."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.compose.page import Page, chosen
from briefing.document import Cell, Line, Run, Table, run
from briefing.pack.model import Claim
from briefing.pack.recipe import ConflictsBlock, CorrectionsBlock, DefectsBlock
from briefing.pack.source import Source
from briefing.phrases import cited, claim_lines, dated
from briefing.words import ACCESS_SHORT, RELIABILITY, STATUS, capital, counted, sentence


def corrections(page: Page, recipe: CorrectionsBlock) -> Table:
    """Return what sources say beside what holds; claims without a correction are left out."""
    claims = [c for c in chosen(page.pack.claims.values(), recipe.claims) if c.correction]
    header = ("About", "As the source has it", "What holds")
    return Table(header, tuple(_corrected(page, claim) for claim in claims), paired=True)


def _corrected(page: Page, claim: Claim) -> tuple[Cell, ...]:
    assert claim.correction is not None  # see `corrections`
    origin = f"claim:{claim.id}"
    status, feel = STATUS[claim.status]
    said = cited(dated(claim.text, claim.date), claim.cites, page.notes)
    holds = cited(f" {claim.correction.text}", claim.correction.cites, page.notes)
    page.printed.add(claim.id)
    return (
        Cell((run(page.pack.homes[claim.id].dimension.label),), origin),
        Cell((said,), origin),
        Cell(((Run(f"{capital(status)}.", feel), *holds),), origin),
    )


def conflicts(page: Page, recipe: ConflictsBlock) -> Table:
    """Return claims beside those that are at odds with them."""
    claims = chosen(page.pack.claims.values(), recipe.claims)
    header = ("About", "One claim", "At odds with it")
    return Table(header, tuple(_conflict(page, claim) for claim in claims), paired=True)


def _conflict(page: Page, claim: Claim) -> tuple[Cell, ...]:
    origin = f"claim:{claim.id}"
    pairs = [pair for pair in page.pack.conflicts if claim.id in pair]
    rivals = chosen(page.pack.claims.values(), (a if b == claim.id else b for a, b in pairs))
    page.printed.update([claim.id, *(rival.id for rival in rivals)])
    said = _undoubted(page, claim)  # first, since notes are numbered as they come
    against = tuple(line for rival in rivals for line in _undoubted(page, rival))
    return (
        Cell((run(page.pack.homes[claim.id].dimension.label),), origin),
        Cell(said, origin),
        Cell(against or (run("none", "muted"),), origin),
    )


def _undoubted(page: Page, claim: Claim) -> tuple[Line, ...]:
    """Return a claim without the word "contested", which the table says of all in it."""
    if claim.status == "contested":
        return (cited(dated(claim.text, claim.date), claim.cites, page.notes),)
    return claim_lines(claim, page.notes)


def defects(page: Page, recipe: DefectsBlock) -> Table:
    """Return sources with their grade, why they have it, and what is wrong throughout.

    Of defects at single places only the number is told.
    """
    sources = chosen(page.pack.sources, recipe.items)
    header = ("Source", "Worth", "Known defects")
    return Table(header, tuple(_source(page, source) for source in sources))


def _source(page: Page, source: Source) -> tuple[Cell, ...]:
    origin = f"source:{source.id}"
    page.notes.mention(source)
    said, feel = RELIABILITY[source.reliability]
    read = f" ({ACCESS_SHORT[source.access]})" if ACCESS_SHORT[source.access] else ""
    return (
        Cell((run(capital(source.label)),), origin),
        Cell(((Run(capital(said), feel), Run(f"{read}. {sentence(source.why)}")),), origin),
        Cell(tuple(_defects(source)), origin),
    )


def _defects(source: Source) -> Iterator[Line]:
    throughout = [defect for defect in source.defects if not defect.at]
    yield from (run(sentence(defect.note)) for defect in throughout)
    single = len(source.defects) - len(throughout)
    if single:
        more = "more " if throughout else ""
        yield run(f"{counted(single, f'{more}defect')} at single places.")
    if not source.defects:
        yield run("none known", "muted")
