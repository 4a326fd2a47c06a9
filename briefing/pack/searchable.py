"""What there is to find of each item of a pack: its title, where it belongs, and its words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.pack.manifest import Question
from briefing.pack.model import Claim, Dimension, Expert, Judgement, Option
from briefing.pack.pack import Listed, Pack, citations, title
from briefing.pack.recipe import Brief, GapsBlock
from briefing.pack.ref import Ref
from briefing.pack.source import Source


class Entry(NamedTuple):
    """An item as it is searched: `text` is what it says, `names` are what it goes by.

    `context` is shown beside the title in a list of results.
    """

    ref: Ref
    title: str
    context: str
    text: tuple[str, ...]
    names: tuple[str, ...]


def entries(pack: Pack) -> Iterator[Entry]:
    """Yield every item of a pack in reading order, but claims, of which there are most, last."""
    claims_last = sorted(pack.items.items(), key=lambda pair: pair[0].kind == "claim")
    for ref, item in claims_last:
        context, text, names = _said(item, pack)
        yield Entry(ref, title(item), context, text, (ref.id, *names))


def _said(item: Listed, pack: Pack) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """Return context, text and further names of an item."""
    match item:
        case Judgement():
            return pack.likelihood(item), (item.because, *item.changes_if), (item.confidence,)
        case Dimension():
            entries = item.entries.values()
            said = [part for entry in entries for part in (entry.headline, entry.not_comparable)]
            return item.question, (item.question, item.so_what, *said), (item.short,)
        case Claim():
            home = pack.homes[item.id]
            said = [item.correction.text] if item.correction else []
            return f"{home.dimension.label} · {home.side.label}", tuple(said), _cited(item)
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
            gaps = [block.text for block in item.blocks if isinstance(block, GapsBlock)]
            return item.id, tuple(gaps), ()


def _cited(claim: Claim) -> tuple[str, ...]:
    """Return the sources of a claim and the terms that must stand in them."""
    found = [name for cited in citations(claim) for name in (cited.source, *cited.terms)]
    return tuple(dict.fromkeys(found))
