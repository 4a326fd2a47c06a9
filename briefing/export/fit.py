"""A brief made to fit its page: what runs over, by how much, and what has to go."""

from collections.abc import Iterable

from msgspec import Struct

from briefing.compose import compose
from briefing.document import Document
from briefing.export.page import Measure, measure
from briefing.pack.pack import Pack, Ref
from briefing.pack.recipe import Brief
from briefing.recipes import Slot, drop, slots
from briefing.trimming import least


class Fit(Struct, frozen=True):
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

    Each page is typeset and measured. What went before a larger item may have room again once
    that is gone: it comes back, the most important first, so that nothing goes in vain.
    """
    document = compose(pack, brief)
    full = left = measure(document)
    kept, gone = brief, []
    while left.over and (slot := least(kept, pack)) is not None:
        gone.append(slot)
        kept = drop(kept, slot, pack)
        document = compose(pack, kept, full=brief)
        left = measure(document)
    for slot in reversed(gone[:-1] if not left.over else []):
        others = [other for other in gone if other != slot]
        fuller = _without(brief, others, pack)
        if slot in slots(fuller):  # a claim stays away with its dimension
            page = compose(pack, fuller, full=brief)
            if not (found := measure(page)).over:
                kept, gone, document, left = fuller, others, page, found
    return Fit(full, kept, document, left, tuple(slot.ref for slot in gone if slot.ref))


def _without(brief: Brief, dropped: Iterable[Slot], pack: Pack) -> Brief:
    """Return a brief without items of it; what went with another item needs no dropping."""
    for slot in dropped:
        if slot in slots(brief):
            brief = drop(brief, slot, pack)
    return brief
