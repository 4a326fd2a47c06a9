"""Structural rules that need more than one item: what the types alone cannot say."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.pack.context import Context
from briefing.pack.lexicon import LEXICONS
from briefing.pack.model import Citation, Option
from briefing.pack.pack import Pack, citations
from briefing.pack.recipe import ComparisonBlock
from briefing.pack.types import Item
from briefing.paths import PACK_FILE
from briefing.problems import Problem
from briefing.text import suggestion


def check(pack: Pack, context: Context) -> Iterator[Problem]:
    """Yield the problems between the items of a pack."""
    yield from _both_sides(pack, context)
    yield from _likelihoods(pack, context)
    yield from _options(pack, context)
    yield from _locators(pack, context)
    yield from _recipes(pack, context)


def _problem(
    context: Context, item: Item, field: str, rule: str, message: str, hint: str = ""
) -> Problem:
    return Problem(*context.of(item, field), rule, message, hint)


def _both_sides(pack: Pack, context: Context) -> Iterator[Problem]:
    for dimension in pack.dimensions:
        written = context.nodes[id(dimension)]["entries"]
        for side in pack.sides:
            if side.id not in written and ("side", side.id) in context.declared:
                yield _problem(
                    context,
                    dimension,
                    "entries",
                    "CMP001",
                    f'the dimension "{dimension.id}" has no entry for the side "{side.id}"',
                    'add one, or say in "not_comparable" why there is none',
                )


def _likelihoods(pack: Pack, context: Context) -> Iterator[Problem]:
    terms = tuple(LEXICONS[pack.manifest.lexicon])
    for judgement in pack.judgements:
        if judgement.likelihood not in terms:
            message = f'"{judgement.likelihood}" is no term of the lexicon {pack.manifest.lexicon}'
            hint = suggestion(judgement.likelihood, terms) or "it may be " + ", ".join(terms)
            yield _problem(context, judgement, "likelihood", "LEX001", message, hint)


def _options(pack: Pack, context: Context) -> Iterator[Problem]:
    scales = {criterion.id: criterion.scale for criterion in pack.criteria}
    for option in pack.options:
        for criterion, rating in option.ratings.items():
            scale = scales.get(criterion)
            if scale and rating.value not in scale:
                message = f'"{rating.value}" is not on the scale of "{criterion}"'
                hint = "it may be " + ", ".join(scale)
                yield _problem(context, rating, "value", "FLD004", message, hint)
        written = context.nodes[id(option)].get("ratings", {})
        for criterion in scales:
            if criterion not in written:
                yield _problem(
                    context,
                    option,
                    "ratings",
                    "OPT001",
                    f'the option "{option.id}" has no rating on "{criterion}"',
                    "rate it, or take the criterion out of pack.yaml",
                )
    yield from _status_quo(pack.options, context)


def _status_quo(options: tuple[Option, ...], context: Context) -> Iterator[Problem]:
    marked = [option for option in options if option.status_quo]
    written = {name for kind, name in context.declared if kind == "option"}
    lost = any(path.startswith("options/") for path in context.lost)
    if options and not marked and not lost and len(written) == len(options):
        yield Problem(
            PACK_FILE,
            0,
            0,
            "OPT001",
            "no option is the status quo",
            "set status_quo: true on the option of carrying on as now",
        )
    for option in marked[1:]:
        message = f'"{option.id}" is a second status quo beside "{marked[0].id}"'
        yield _problem(context, option, "status_quo", "OPT001", message, "keep one")


def _locators(pack: Pack, context: Context) -> Iterator[Problem]:
    """Where a source has a text, citations name its paragraphs."""
    with_text = {source.id for source in pack.sources if source.text_file}
    for item in pack.items.values():
        for citation in citations(item):
            if citation.source in with_text and isinstance(citation.at, str):
                yield _not_a_paragraph(citation, context)


def _not_a_paragraph(citation: Citation, context: Context) -> Problem:
    message = f'"at" must be a paragraph of "{citation.source}", but is "{citation.at}"'
    return _problem(context, citation, "at", "SRC003", message, "count its lines that hold text")


def _recipes(pack: Pack, context: Context) -> Iterator[Problem]:
    for brief in pack.briefs:
        for block in brief.blocks:
            if not isinstance(block, ComparisonBlock):
                continue
            for claim in block.claims:
                home = pack.homes.get(claim)
                if home and home.dimension.id not in block.dimensions:
                    message = f'the claim "{claim}" belongs to "{home.dimension.id}"'
                    hint = "add that dimension to the comparison, or take the claim out"
                    yield _problem(context, block, "claims", "FLD004", message, hint)
