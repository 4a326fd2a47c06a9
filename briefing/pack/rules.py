"""Structural rules that need more than one item: what the types alone cannot say."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from briefing.pack.context import Context
from briefing.pack.files import DECLARED_IN
from briefing.pack.lexicon import LEXICONS
from briefing.pack.model import Citation, Option
from briefing.pack.pack import Pack, citations
from briefing.pack.recipe import Brief, ComparisonBlock, ConflictsBlock, CorrectionsBlock
from briefing.pack.types import Item, Place
from briefing.paths import PACK_FILE
from briefing.problems import Problem
from briefing.text import suggestion

MAX_SUGGESTIONS = 50
_IN_PACK_FILE = {"side", "criterion"}
"""The kinds that stand in pack.yaml and are not listed by `briefing list`."""


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
    if PACK_FILE in context.lost or any(p.file == PACK_FILE for p in context.problems):
        # Which lexicon is meant is not known for certain.
        terms = tuple(dict.fromkeys(term for lexicon in LEXICONS.values() for term in lexicon))
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
    """Where a source has a text, citations name its paragraphs, and none past its end."""
    with_text = {source.id: source for source in pack.sources if source.text_file}
    for item in pack.items.values():
        for citation in citations(item):
            source = with_text.get(citation.source)
            if source is None:
                continue
            if isinstance(citation.at, str):
                yield _not_a_paragraph(citation, context)
            elif source.paragraphs and max(citation.at) > source.paragraphs:
                yield _past_the_end(citation, source.paragraphs, context)


def _not_a_paragraph(citation: Citation, context: Context) -> Problem:
    message = f'"at" must be a paragraph of "{citation.source}", but is "{citation.at}"'
    return _problem(context, citation, "at", "SRC003", message, "count its lines that hold text")


def _past_the_end(citation: Citation, last: int, context: Context) -> Problem:
    message = f'"{citation.source}" ends with paragraph {last}, but {citation.locator} is cited'
    return _problem(context, citation, "at", "SRC003", message, "count its lines that hold text")


def _recipes(pack: Pack, context: Context) -> Iterator[Problem]:
    for brief in pack.briefs:
        yield from check_brief(brief, pack, context)


def check_brief(brief: Brief, pack: Pack, context: Context) -> Iterator[Problem]:
    """Yield what is wrong between a brief and its pack; the context is that of the brief."""
    for block in brief.blocks:
        match block:
            case ComparisonBlock():
                yield from _claims_of_other_dimensions(block, pack, context)
            case CorrectionsBlock():
                yield from _without_correction(block, pack, context)
            case ConflictsBlock():
                yield from _without_conflict(block, pack, context)


def _claims_of_other_dimensions(
    block: ComparisonBlock, pack: Pack, context: Context
) -> Iterator[Problem]:
    for claim in block.claims:
        home = pack.homes.get(claim)
        if home and home.dimension.id not in block.dimensions:
            message = f'the claim "{claim}" belongs to "{home.dimension.id}"'
            hint = "add that dimension to the comparison, or take the claim out"
            yield _problem(context, block, "claims", "FLD004", message, hint)


def _without_correction(block: CorrectionsBlock, pack: Pack, context: Context) -> Iterator[Problem]:
    for name in block.claims:
        claim = pack.claims.get(name)
        if claim and claim.correction is None:
            message = f'the claim "{name}" has no correction'
            hint = "name claims with status corrected or misprinted, or take it out"
            yield _problem(context, block, "claims", "FLD004", message, hint)


def _without_conflict(block: ConflictsBlock, pack: Pack, context: Context) -> Iterator[Problem]:
    if not _all_claims_known(pack, context):
        return  # what is at odds with a claim may be among the broken ones
    at_odds = {name for pair in pack.conflicts for name in pair}
    for name in block.claims:
        if name in pack.claims and name not in at_odds:
            message = f'the claim "{name}" is at odds with no other claim'
            hint = 'name it in the "disputes" of a claim, or take it out'
            yield _problem(context, block, "claims", "FLD004", message, hint)


def _all_claims_known(pack: Pack, context: Context) -> bool:
    declared = {name for kind, name in context.declared if kind == "claim"}
    return declared <= pack.claims.keys() and not any(
        path.partition("/")[0] == "dimensions" for path in context.lost
    )


def dangling(
    references: Iterable[tuple[str, str, Place]], known: Mapping[str, Collection[str]]
) -> Iterator[Problem]:
    """Yield a problem for every reference (kind, id, place) to what is not among the known ids.

    Many references to a kind of which there is nothing at all are one problem, told at the first.
    """
    suggested = 0
    missed: dict[str, list[tuple[str, Place]]] = {}
    for kind, name, place in references:
        if name not in known.get(kind, ()):
            missed.setdefault(kind, []).append((name, place))
    for kind, found in missed.items():
        if len(found) > 1 and not known.get(kind):
            message = f"there is no {kind} at all, and {len(found)} references lead to one"
            first = min(place for _, place in found)
            yield Problem(*first, "REF001", message, f"it belongs into {_home(kind)}")
            continue
        for name, place in found:
            hint = f"see {PACK_FILE if kind in _IN_PACK_FILE else f'`briefing list {kind}s`'}"
            # The nearest of many thousand ids takes a while to find, so the first few get one.
            if suggested < MAX_SUGGESTIONS:
                hint = suggestion(name, list(known.get(kind, ()))) or hint
                suggested += 1
            yield Problem(*place, "REF001", f'there is no {kind} "{name}"', hint)


def _home(kind: str) -> str:
    """Return the file or folder of a pack in which items of a kind are declared."""
    home = next(path for path, kinds in DECLARED_IN.items() if kind in kinds)
    return home if home.endswith(".yaml") else f"{home}/"
