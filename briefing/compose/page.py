"""What the blocks of one page share: the pack, the notes, and what is printed so far."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from briefing.document import Heading, run
from briefing.notes import Notes
from briefing.pack.manifest import Criterion, Question
from briefing.pack.model import Claim, Dimension, Expert, Judgement, Option
from briefing.pack.pack import Pack
from briefing.pack.recipe import Brief, JudgementsBlock
from briefing.pack.source import Source

_Item = TypeVar("_Item", Dimension, Claim, Judgement, Expert, Option, Question, Criterion, Source)


class Page:
    """One page in the making: its blocks share the numbering of its notes."""

    def __init__(self, pack: Pack, brief: Brief) -> None:
        self.pack = pack
        self.notes = Notes(pack)
        self.printed: set[str] = set()
        """The ids of the claims that are on the page so far."""
        self.judgements = [
            judgement
            for recipe in brief.blocks
            if isinstance(recipe, JudgementsBlock)
            for judgement in chosen(pack.judgements, recipe.items)
        ]


def chosen(items: Iterable[_Item], names: Iterable[str]) -> list[_Item]:
    """Return items by id in the order asked for, without those that the pack has lost."""
    by_id = {item.id: item for item in items}
    return [by_id[name] for name in names if name in by_id]


def heading(text: str) -> Heading:
    """Return the heading of a block of the page."""
    return Heading(2, run(text))
