"""What there is to find of each item of a pack: its title, where it belongs, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.pack.manifest import Question
from briefing.pack.model import Claim, Dimension, Expert, Judgement, Option
from briefing.pack.pack import Listed, Pack, citations, title
from briefing.pack.recipe import Brief, DecisionBlock, GapsBlock, RecommendationBlock
from briefing.pack.ref import Ref
from briefing.pack.source import Source
from briefing.pack.types import STATUSES

Facet = tuple[str, str]


class Entry(NamedTuple):
    """An item as it is searched: `text` is what it says, `names` are what it goes by.

    `context` is shown beside the title in a list of results. `facets` are the filters that it
    passes, each with the id that it is filtered by, such as ("side", "us").
    """

    ref: Ref
    title: str
    context: str
    text: tuple[str, ...]
    names: tuple[str, ...]
    facets: tuple[Facet, ...]


class Value(NamedTuple):
    """Something to filter by: its id, and the names that stand for it."""

    facet: Facet
    names: tuple[str, ...]


def entries(pack: Pack) -> Iterator[Entry]:
    """Yield all there is to find, kind by kind in reading order; claims, of which most, last."""
    involved = _involved(pack)
    items = pack.items.items()
    for ref, item in items:
        if ref.kind != "claim":
            yield _entry(ref, item, pack, involved)
    for term, meaning in pack.manifest.glossary.items():
        yield Entry(Ref("term", term), term, "", (meaning,), (), (("kind", "term"),))
    for ref, item in items:
        if ref.kind == "claim":
            yield _entry(ref, item, pack, involved)


def values(pack: Pack) -> Iterator[Value]:
    """Yield the items and words that there are to filter by, in reading order."""
    for side in pack.sides:
        yield Value(("side", side.id), (side.name, side.short))
    for expert in pack.experts:
        yield Value(("expert", expert.id), (expert.name, expert.sort, expert.printed_as))
    for status in STATUSES:
        yield Value(("status", status), ())
    for source in pack.sources:
        yield Value(("source", source.id), (source.title_short, source.title))


def _entry(ref: Ref, item: Listed, pack: Pack, involved: dict[Ref, set[Facet]]) -> Entry:
    context, text, names = _said(item, pack)
    facets = {("kind", ref.kind)} | involved.get(ref, set())
    facets |= {("source", cited.source) for cited in citations(item)}
    match item:
        case Claim():
            facets |= {("side", pack.homes[item.id].side.id), ("status", item.status)}
        case Expert() | Source() if item.side:
            facets.add(("side", item.side))
    return Entry(ref, title(item), context, text, (ref.id, *names), tuple(sorted(facets)))


def _involved(pack: Pack) -> dict[Ref, set[Facet]]:
    """Return the experts whom an item involves, and each source with itself.

    An expert is involved in their own positions and what these rest on, in the questions that
    they take a position on, and in the options that they speak on.
    """
    found: dict[Ref, set[Facet]] = {}

    def involve(kind: str, name: str, expert: str) -> None:
        found.setdefault(Ref(kind, name), set()).add(("expert", expert))

    for source in pack.sources:
        found[Ref("source", source.id)] = {("source", source.id)}
    for expert in pack.experts:
        involve("expert", expert.id, expert.id)
        for position in expert.positions:
            involve("question", position.question, expert.id)
            for cited in position.cites:
                involve("source", cited.source, expert.id)
    for option in pack.options:
        for line in option.support:
            involve("option", option.id, line.expert)
            for cited in line.cites:
                involve("source", cited.source, line.expert)
    return found


def _said(item: Listed, pack: Pack) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return context, text and further names of an item."""
    match item:
        case Judgement():
            likelihood = pack.likelihood(item)
            said = [item.because, *item.changes_if, likelihood, f"{item.confidence} confidence"]
            return likelihood, tuple(said), ()
        case Dimension():
            entries = item.entries.values()
            said = [part for entry in entries for part in (entry.headline, entry.not_comparable)]
            return item.question, (item.question, item.so_what, *said), (item.short,)
        case Claim():
            home = pack.homes[item.id]
            said = [item.correction.text] if item.correction else []
            return f"{home.dimension.label} · {home.side.label}", tuple(said), _terms(item)
        case Question():
            return item.short, (), (item.short,)
        case Expert():
            said = [position.text for position in item.positions]
            said += [item.interests, item.profile]
            return item.role, (item.role, *said), (item.printed_as, item.sort)
        case Option():
            ratings = [rating.why for rating in item.ratings.values()]
            support = [line.text for line in item.support]
            said = [item.action, item.case_for, item.case_against, *ratings, *support]
            return item.action, tuple(said), ()
        case Source():
            said = [item.why, item.worth, *(defect.note for defect in item.defects)]
            authors = [author.name for author in item.author]
            names = (item.title_short, item.container_title, item.publisher, item.originator)
            return item.issuer, tuple(said), (*names, *authors, item.url or "")
        case Brief():
            told = DecisionBlock | GapsBlock | RecommendationBlock
            return item.id, tuple(b.text for b in item.blocks if isinstance(b, told)), ()


def _terms(claim: Claim) -> tuple[str, ...]:
    """Return the terms that must stand in the sources of a claim."""
    return tuple(dict.fromkeys(term for cited in citations(claim) for term in cited.terms))
