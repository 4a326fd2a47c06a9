"""Editing a recipe: what is on the page, and adding, dropping and moving one item."""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from briefing.pack.pack import Pack, Ref
from briefing.pack.recipe import (
    Block,
    Brief,
    CasesBlock,
    ComparisonBlock,
    ConflictsBlock,
    CorrectionsBlock,
    DefectsBlock,
    ExpertsBlock,
    JudgementsBlock,
    OptionsBlock,
    SourcesBlock,
    StancesBlock,
)
from briefing.pack.types import Place

DEFAULT_BRIEF = "one-pager"
_FIELDS: dict[type[Any], tuple[tuple[str, str], ...]] = {
    ComparisonBlock: (("dimension", "dimensions"), ("claim", "claims")),
    JudgementsBlock: (("judgement", "items"),),
    StancesBlock: (("question", "questions"), ("expert", "items")),
    ExpertsBlock: (("question", "questions"), ("expert", "items")),
    OptionsBlock: (("option", "items"),),
    CasesBlock: (("option", "items"),),
    CorrectionsBlock: (("claim", "claims"),),
    ConflictsBlock: (("claim", "claims"),),
    DefectsBlock: (("source", "items"),),
}
"""Which kinds of item a block holds, and in which of its fields."""
_HOMES: dict[str, type[Any]] = {
    "dimension": ComparisonBlock,
    "claim": ComparisonBlock,
    "judgement": JudgementsBlock,
    "expert": ExpertsBlock,
    "question": ExpertsBlock,
    "option": OptionsBlock,
    "source": DefectsBlock,
}
"""The block that an item of each kind is put into."""


class Slot(Struct, frozen=True):
    """One thing on the page: a block, or an item within it (`ref` is None for the block)."""

    block: int
    ref: Ref | None = None


def slots(brief: Brief) -> Iterator[Slot]:
    """Yield what is on the page, each block before its items."""
    for number, block in enumerate(brief.blocks):
        yield Slot(number)
        for kind, field in _FIELDS.get(type(block), ()):
            for name in getattr(block, field):
                yield Slot(number, Ref(kind, name))


def _field(block: Block, kind: str) -> str:
    """Return the field of a block that holds items of a kind."""
    return dict(_FIELDS[type(block)])[kind]


def contains(brief: Brief, ref: Ref) -> bool:
    """Return whether an item is on the page."""
    return any(slot.ref == ref for slot in slots(brief))


def add(brief: Brief, ref: Ref, pack: Pack) -> Brief | None:
    """Return the recipe with an item at the end of its block; None where it has no place.

    A claim brings its dimension. A block that is missing is put before the sources.
    """
    if ref.kind not in _HOMES or ref not in pack.items:
        return None
    if ref.kind == "claim":
        brief = _with(brief, Ref("dimension", pack.homes[ref.id].dimension.id), pack)
    return _with(brief, ref, pack)


def _with(brief: Brief, ref: Ref, pack: Pack) -> Brief:
    home = _HOMES[ref.kind]
    if any(slot.ref == ref and isinstance(brief.blocks[slot.block], home) for slot in slots(brief)):
        return brief
    for number, block in enumerate(brief.blocks):
        if isinstance(block, home):
            field = _field(block, ref.kind)
            grown = replace(block, **{field: (*getattr(block, field), ref.id)})
            return _put(brief, number, (grown,))
    end = next(
        (n for n, block in enumerate(brief.blocks) if isinstance(block, SourcesBlock)),
        len(brief.blocks),
    )
    blocks = (*brief.blocks[:end], _new_block(ref, pack), *brief.blocks[end:])
    return replace(brief, blocks=blocks)


def _new_block(ref: Ref, pack: Pack) -> Block:
    """Return a block of one item, with what else such a block needs."""
    match ref.kind:
        case "expert":
            return ExpertsBlock(questions=tuple(q.id for q in pack.questions), items=(ref.id,))
        case "question":
            return ExpertsBlock(questions=(ref.id,), items=tuple(e.id for e in pack.experts[:1]))
        case "option":
            return OptionsBlock(items=(ref.id,), criteria=tuple(c.id for c in pack.criteria))
        case "judgement":
            return JudgementsBlock(items=(ref.id,))
        case "source":
            return DefectsBlock(items=(ref.id,))
        case _:
            return ComparisonBlock(dimensions=(ref.id,))


def drop(brief: Brief, slot: Slot, pack: Pack) -> Brief:
    """Return the recipe without a block or an item; a dimension takes its claims with it.

    A block whose last item goes, goes too. The last block stays, so a page is never empty.
    """
    if slot.ref is None:
        left: tuple[Block, ...] = ()
    else:
        left = _without(brief.blocks[slot.block], slot.ref, pack)
    if not left and len(brief.blocks) == 1:
        return brief
    return _put(brief, slot.block, left)


def without(brief: Brief, ref: Ref, pack: Pack) -> Brief:
    """Return the recipe without an item, wherever it stands."""
    for slot in reversed(list(slots(brief))):
        if slot.ref == ref:
            brief = drop(brief, slot, pack)
    return brief


def _without(block: Any, ref: Ref, pack: Pack) -> tuple[Block, ...]:
    """Return a block without an item, or nothing where it was the last."""
    field = _field(block, ref.kind)
    names = tuple(name for name in getattr(block, field) if name != ref.id)
    if not names and not (ref.kind == "claim" and isinstance(block, ComparisonBlock)):
        return ()
    shrunk = replace(block, **{field: names})
    if ref.kind == "dimension":
        homes = pack.homes
        kept = tuple(n for n in block.claims if n in homes and homes[n].dimension.id != ref.id)
        shrunk = replace(shrunk, claims=kept)
    return (shrunk,)


def move(brief: Brief, slot: Slot, step: int) -> Brief:
    """Return the recipe with a block, or an item within its block, one place on or back."""
    if slot.ref is None:
        return replace(brief, blocks=_swapped(brief.blocks, slot.block, step))
    block: Any = brief.blocks[slot.block]
    field = _field(block, slot.ref.kind)
    names = getattr(block, field)
    moved = replace(block, **{field: _swapped(names, names.index(slot.ref.id), step)})
    return _put(brief, slot.block, (moved,))


def _swapped(items: tuple[Any, ...], at: int, step: int) -> tuple[Any, ...]:
    """Return the items with the one at a place moved; at the ends it stays."""
    to = at + step
    if not 0 <= to < len(items):
        return items
    moved = list(items)
    moved[at], moved[to] = moved[to], moved[at]
    return tuple(moved)


def _put(brief: Brief, number: int, blocks: tuple[Block, ...]) -> Brief:
    return replace(brief, blocks=(*brief.blocks[:number], *blocks, *brief.blocks[number + 1 :]))


def usable(brief: Brief, pack: Pack) -> Brief:
    """Return the recipe without what the pack no longer holds."""
    for slot in reversed(list(slots(brief))):
        if slot.ref is not None and slot.ref not in pack.items:
            brief = _put(brief, slot.block, _without(brief.blocks[slot.block], slot.ref, pack))
    return brief


def bare(brief: Brief) -> Brief:
    """Return a brief without the places where it and its blocks are written."""
    nowhere = Place("", 0, 0)
    blocks = tuple(replace(block, place=nowhere) for block in brief.blocks)
    return replace(brief, blocks=blocks, place=nowhere)


def default_brief(pack: Pack) -> Brief | None:
    """Return the brief `one-pager`, else the first one, or None where there is none."""
    named = (brief for brief in pack.briefs if brief.id == DEFAULT_BRIEF)
    return next(named, pack.briefs[0] if pack.briefs else None)
