"""A brief made to fit its page: what runs over, by how much, and what has to go."""

from __future__ import annotations

from typing import NamedTuple

from briefing.compose import compose
from briefing.document import Document
from briefing.export.page import Measure, measure
from briefing.pack.pack import Pack, Ref
from briefing.pack.recipe import Brief
from briefing.recipes import drop
from briefing.trimming import least


class Fit(NamedTuple):
    """How a brief fits its page.

    `full` is the measure of the brief as it is. `gone` are the items that have to go, the
    least important first, `brief` is what is left without them, and `document` and `left` are
    its page and the measure of that. Where not even that fits, `left.over` says so.
    """

    full: Measure
    brief: Brief
    document: Document
    left: Measure
    gone: tuple[Ref, ...]


def fit(pack: Pack, brief: Brief) -> Fit:
    """Return how a brief fits its page, dropping one item after another until it does.

    Each page is typeset and measured.
    """
    document = compose(pack, brief)
    full = left = measure(document)
    kept, gone = brief, []
    while left.over and (slot := least(kept, pack)) is not None:
        assert slot.ref is not None  # what goes is always an item
        gone.append(slot.ref)
        kept = drop(kept, slot, pack)
        document = compose(pack, kept, full=brief)
        left = measure(document)
    return Fit(full, kept, document, left, tuple(gone))
