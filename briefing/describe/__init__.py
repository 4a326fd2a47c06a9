"""An item or a view of a pack as a document: for the panes, for `briefing read`, for copying."""

from __future__ import annotations

from collections.abc import Callable

from briefing.describe import claims, experts, options, sources, views
from briefing.document import Document
from briefing.pack.manifest import Question
from briefing.pack.model import Claim, Dimension, Expert, Judgement, Option
from briefing.pack.pack import Pack, Ref
from briefing.pack.recipe import Brief
from briefing.pack.source import Source

_VIEWS: dict[str, Callable[[Pack], Document]] = {
    "overview": views.overview,
    "compare": views.compare,
    "experts": views.experts,
    "options": views.options,
    "evidence": views.evidence,
    "brief": views.briefs,
}
VIEWS = tuple(_VIEWS)
"""The names of the views, in the order of their keys."""


def item(pack: Pack, ref: Ref) -> Document:
    """Return all that the pack says of one item; raises `KeyError` where it holds none such."""
    found = pack.items[ref]
    match found:
        case Dimension():
            return claims.dimension(pack, found)
        case Claim():
            return claims.claim(pack, found)
        case Judgement():
            return claims.judgement(pack, found)
        case Question():
            return experts.question(pack, found)
        case Expert():
            return experts.expert(pack, found)
        case Option():
            return options.option(pack, found)
        case Source():
            return sources.source(pack, found)
        case Brief():
            from briefing.compose import compose  # takes a while, and no view shows a page

            return compose(pack, found)


def view(pack: Pack, name: str) -> Document:
    """Return a view of the pack; raises `KeyError` unless `name` is one of `VIEWS`."""
    return _VIEWS[name](pack)
