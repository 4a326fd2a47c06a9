"""The blocks of a recipe to the blocks of a document."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.compose.comparison import comparison
from briefing.compose.evidence import conflicts, corrections, defects
from briefing.compose.experts import experts, stances
from briefing.compose.judgements import changes, judgements
from briefing.compose.options import cases, options, recommendation
from briefing.compose.page import Page, heading
from briefing.document import Block, Paragraph, run
from briefing.pack import recipe as r
from briefing.prose import blocks as prose


def blocks(page: Page, recipe: r.Block) -> Iterator[Block]:
    """Yield what one block of a recipe stands for, below its heading."""
    match recipe:
        case r.BottomLineBlock():
            yield heading("Bottom line")
            yield from prose(page.pack.manifest.bottom_line, 2)
        case r.DecisionBlock():
            yield heading("Decision")
            yield Paragraph(run(recipe.text))
        case r.ComparisonBlock():
            yield heading("Comparison")
            yield comparison(page, recipe)
        case r.JudgementsBlock():
            yield heading("Key judgements")
            yield judgements(page, recipe)
        case r.StancesBlock():
            yield heading("Who stands where")
            yield from stances(page, recipe)
        case r.ExpertsBlock():
            yield heading("Expert views")
            yield from experts(page, recipe)
        case r.OptionsBlock():
            yield heading("Options")
            yield options(page, recipe)
        case r.CasesBlock():
            yield heading("The case for and against")
            yield cases(page, recipe)
        case r.RecommendationBlock():
            yield heading("Recommendation")
            yield recommendation(recipe)
        case r.CorrectionsBlock():
            yield heading("What the sources get wrong")
            yield corrections(page, recipe)
        case r.ConflictsBlock():
            yield heading("Where sources are at odds")
            yield conflicts(page, recipe)
        case r.DefectsBlock():
            yield heading("What the sources are worth")
            yield defects(page, recipe)
        case r.ChangesBlock() if page.judgements:  # without any there is nothing to change
            yield heading("What would change this")
            yield changes(page)
        case r.GapsBlock():
            yield heading("What is not known")
            yield Paragraph(run(recipe.text))
        case r.ChangesBlock() | r.SourcesBlock():
            return  # a document ends with its notes in any case
