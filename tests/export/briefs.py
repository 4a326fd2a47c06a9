"""Briefs of the shipped packs, as the documents that every format draws."""

from __future__ import annotations

from functools import cache
from itertools import count
from typing import Literal

from msgspec.structs import replace

from briefing.compose import compose
from briefing.document import Document
from briefing.export.fit import fit
from briefing.export.page import measure
from briefing.pack.loader import load
from briefing.pack.pack import Pack
from briefing.pack.recipe import (
    Block,
    BottomLineBlock,
    Brief,
    CasesBlock,
    ChangesBlock,
    ComparisonBlock,
    CorrectionsBlock,
    DefectsBlock,
    ExpertsBlock,
    GapsBlock,
    JudgementsBlock,
    OptionsBlock,
    StancesBlock,
)
from briefing.paths import shipped
from briefing.recipes import default_brief

TITLE = "What two sides do, and what some think of it"
GAPS = "What others think, and why they do not say so. "


def shipped_brief() -> Document:
    """Return the default brief of the shipped pack, composed."""
    pack = load(shipped("content") / "us-china-ai").pack
    brief = default_brief(pack)
    assert brief is not None
    return compose(pack, brief)


@cache
def full_pages() -> dict[str, Document]:
    """Return pages that hold no line more, by name: of all blocks, with and without notes."""
    styles: tuple[tuple[str, Literal["footnotes", "in-text"]], ...] = (
        ("us-china-ai", "footnotes"),
        ("open-closed-ai", "in-text"),
    )
    pages = {}
    for name, attribution in styles:
        pack = load(shipped("content") / name).pack
        for kind, blocks in _too_long(pack).items():
            brief = Brief(id="full", title=TITLE, attribution=attribution, blocks=blocks)
            pages[f"{kind}, {attribution}"] = _filled(pack, fit(pack, brief).brief)
    return pages


def _filled(pack: Pack, brief: Brief) -> Document:
    """Return the page of a brief that fits, with as much text at its end as there is room for."""
    page = compose(pack, brief)
    for number in count(1):
        blocks = (*brief.blocks, GapsBlock(text=GAPS * number))
        longer = compose(pack, replace(brief, blocks=blocks))
        if measure(longer).over:
            break
        page = longer
    assert measure(page).over == 0
    return page


def _too_long(pack: Pack) -> dict[str, tuple[Block, ...]]:
    """Return blocks of which no page holds all items."""
    claims = tuple(pack.claims)
    questions = tuple(question.id for question in pack.questions)[:3]
    voices = tuple(expert.id for expert in pack.experts if expert.positions)[:8]
    options = tuple(option.id for option in pack.options)[:6]
    criteria = tuple(criterion.id for criterion in pack.criteria)
    dimensions = tuple(dimension.id for dimension in pack.dimensions)[:5]
    sources = tuple(source.id for source in pack.sources)
    flawless = tuple(source.id for source in pack.sources if not source.defects)
    wrong = tuple(name for name, claim in pack.claims.items() if claim.correction)
    judgements = JudgementsBlock(items=tuple(judgement.id for judgement in pack.judgements)[:3])
    return {
        "sides": (
            BottomLineBlock(),
            ComparisonBlock(dimensions=dimensions, claims=claims[:12]),
            judgements,
            ChangesBlock(),
        ),
        "voices": (
            StancesBlock(questions=questions, items=voices),
            ExpertsBlock(questions=questions, items=voices),
        ),
        "options": (
            OptionsBlock(items=options, criteria=criteria),
            CasesBlock(items=options),
        ),
        "tables": (
            BottomLineBlock(),
            judgements,
            StancesBlock(questions=questions[:2], items=voices[:6]),
            CorrectionsBlock(claims=wrong[:1]),
            DefectsBlock(items=flawless[:2]),
            ChangesBlock(),
        ),
        "evidence": (
            CorrectionsBlock(claims=wrong),
            DefectsBlock(items=sources[:9]),
            judgements,
        ),
    }
