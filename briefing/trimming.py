"""Which item goes first when a page runs over.

Within a list the items stand in order of importance, so the last one goes first. Lists are
shortened by turns of kind: what only adds detail goes before voices, voices before rows,
rows before judgements. What keeps a page fair and whole never goes: a claim of each side,
the status quo and an option beside it, a voice at each end of a question, one item of every
list, and the blocks that are text.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.pack.pack import Pack
from briefing.pack.recipe import (
    Brief,
    CasesBlock,
    ComparisonBlock,
    ConflictsBlock,
    CorrectionsBlock,
    DefectsBlock,
    ExpertsBlock,
    JudgementsBlock,
    OptionsBlock,
    StancesBlock,
)
from briefing.recipes import Slot, slots

_TURNS: tuple[tuple[type[Any], str], ...] = (
    (ComparisonBlock, "claim"),
    (DefectsBlock, "source"),
    (ConflictsBlock, "claim"),
    (CorrectionsBlock, "claim"),
    (CasesBlock, "option"),
    (OptionsBlock, "option"),
    (ExpertsBlock, "expert"),
    (StancesBlock, "expert"),
    (ExpertsBlock, "question"),
    (StancesBlock, "question"),
    (ComparisonBlock, "dimension"),
    (JudgementsBlock, "judgement"),
)
"""The kinds of item that may go, in the order in which they do."""
_LEAST_VOICES = 2
_ENDS = (("strongly-agree", "agree"), ("strongly-disagree", "disagree"))


def least(brief: Brief, pack: Pack) -> Slot | None:
    """Return the item that goes first when space runs out, or None where all must stay."""
    for home, kind in _TURNS:
        for slot in reversed(list(_of_kind(brief, home, kind))):
            if _may_go(brief, slot, pack):
                return slot
    return None


def _of_kind(brief: Brief, home: type[Any], kind: str) -> Iterator[Slot]:
    for slot in slots(brief):
        if slot.ref and slot.ref.kind == kind and isinstance(brief.blocks[slot.block], home):
            yield slot


def _may_go(brief: Brief, slot: Slot, pack: Pack) -> bool:
    block = brief.blocks[slot.block]
    assert slot.ref is not None  # a block as a whole is no item
    match block:
        case ComparisonBlock() if slot.ref.kind == "claim":
            return _has_company(block, slot.ref.id, pack)
        case ComparisonBlock():
            return len(block.dimensions) > 1
        case ExpertsBlock() | StancesBlock() if slot.ref.kind == "expert":
            return len(block.items) > _LEAST_VOICES and not _holds_an_end(block, slot.ref.id, pack)
        case ExpertsBlock() | StancesBlock():
            return len(block.questions) > 1
        case OptionsBlock() | CasesBlock():
            kept = {option.id for option in pack.options if option.status_quo}
            return slot.ref.id not in kept and len({*block.items} - kept) > 1
        case CorrectionsBlock() | ConflictsBlock():
            return len(block.claims) > 1
        case DefectsBlock() | JudgementsBlock():
            return len(block.items) > 1
        case _:
            return False


def _has_company(block: ComparisonBlock, claim: str, pack: Pack) -> bool:
    """Say whether another claim of the same side and dimension is asked for too."""
    homes = pack.homes
    return any(other != claim and homes[other] == homes[claim] for other in block.claims)


def _holds_an_end(block: ExpertsBlock | StancesBlock, name: str, pack: Pack) -> bool:
    """Say whether an expert is the only voice at one end of a question of the block."""
    for question in block.questions:
        for stances in _ENDS:
            held = [
                expert.id
                for expert in pack.experts
                if expert.id in block.items
                and (position := expert.on(question)) is not None
                and position.stance in stances
            ]
            if held == [name]:
                return True
    return False
