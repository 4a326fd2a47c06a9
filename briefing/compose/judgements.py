"""Key judgements on a page: likelihood, then confidence, then what would change them."""

from __future__ import annotations

from briefing.compose.page import Page, chosen
from briefing.document import Block, Field, Items, Mark, Paragraph, Run, run
from briefing.pack.model import Judgement
from briefing.pack.pack import citations
from briefing.pack.recipe import JudgementsBlock
from briefing.phrases import confidence_line, judgement_line


def judgements(page: Page, recipe: JudgementsBlock) -> Items:
    """Return judgements with their likelihood, and apart from it the confidence in them."""
    found = chosen(page.pack.judgements, recipe.items)
    return Items(tuple(_judgement(page, judgement) for judgement in found))


def changes(page: Page) -> Items:
    """Return the first thing that would change each judgement on the page."""
    return Items(tuple((_change(judgement),) for judgement in page.judgements))


def _judgement(page: Page, judgement: Judgement) -> tuple[Block, ...]:
    origin = f"judgement:{judgement.id}"
    evidence = (
        Run(" For "),
        _evidence(page, judgement.evidence_for),
        Run("; against "),
        _evidence(page, judgement.evidence_against),
        Run("."),
    )
    return (
        Paragraph(judgement_line(judgement, page.pack), origin),
        Field("Confidence", (*confidence_line(judgement), *evidence), origin),
    )


def _evidence(page: Page, ids: tuple[str, ...]) -> Mark:
    """Return the marks of the claims that are on the page, or else the record of the first."""
    claims = [page.pack.claims[name] for name in ids if name in page.pack.claims]
    shown = [claim for claim in claims if claim.id in page.printed]
    if shown:
        return page.notes.mark(citation for claim in shown for citation in citations(claim))
    return page.notes.mark(c for claim in claims[:1] for c in (claim.correction or claim).cites[:1])


def _change(judgement: Judgement) -> Paragraph:
    return Paragraph(run(judgement.changes_if[0]), f"judgement:{judgement.id}")
