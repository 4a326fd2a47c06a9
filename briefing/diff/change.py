"""One difference between two states of a pack, in the reader's terms."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from enum import IntEnum
from typing import Any, Literal, NamedTuple

import msgspec

from briefing.pack.ref import Ref

How = Literal["added", "removed", "changed", "reworded", "moved", "renamed"]
"""`moved` is said of a value that goes up or down a scale, and of an item with a new home."""

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
SUBJECT = 100
"""So many characters of a text stand for it where it is the subject of a sentence."""


class Group(IntEnum):
    """What a change is about, the most important first."""

    JUDGEMENTS = 0
    PACK = 1
    CLAIMS = 2
    COMPARISON = 3
    POSITIONS = 4
    OPTIONS = 5
    SOURCES = 6
    BRIEFS = 7


class Change(NamedTuple):
    """A change: what it is about, how, and in a sentence; texts as they were and as they are.

    `ref` names the item as it is now, or as it was where it is gone; `was` is its former name
    where it has another now. `weight` orders the changes of a group: 0 comes first.
    """

    group: Group
    weight: int
    how: How
    ref: Ref
    about: str
    sentence: str
    before: str = ""
    after: str = ""
    was: Ref | None = None


class Subject(NamedTuple):
    """What changes are told of: an item in both states, and what a sentence calls it."""

    group: Group
    ref: Ref
    name: str

    def change(
        self, weight: int, how: How, about: str, said: str, before: str = "", after: str = ""
    ) -> Change:
        """Return a change of this item; `said` goes on where its name ends."""
        sentence = f"{self.name}: {said}."
        return Change(self.group, weight, how, self.ref, about, sentence, before, after)

    def reworded(self, weight: int, about: str, before: str, after: str) -> list[Change]:
        """Return the change of a text, or nothing where it is the same."""
        if before == after:
            return []
        if not before:
            return [self.change(weight, "added", about, f"{about} added", "", after)]
        if not after:
            return [self.change(weight, "removed", about, f"{about} taken out", before)]
        said = f"{about} reworded"
        if _figures(before) != _figures(after):
            said += ", with other figures"
        return [self.change(weight, "reworded", about, said, before, after)]

    def moved(self, weight: int, about: str, before: str, after: str) -> list[Change]:
        """Return the change of a value, told as from one to the other, or nothing."""
        if before == after:
            return []
        said = f"{about} moved from {before or 'none'} to {after or 'none'}"
        return [self.change(weight, "moved", about, said, before, after)]


def _figures(text: str) -> Counter[str]:
    return Counter(_FIGURE.findall(text))


def quoted(text: str) -> str:
    """Return a text in quotation marks, or its beginning where it is long."""
    text = " ".join(text.split())
    if len(text) > SUBJECT:
        text = f"{text[:SUBJECT].rpartition(' ')[0] or text[:SUBJECT]} …"
    return f"“{text}”"


def bare(item: Any, ids: Mapping[str, str]) -> Any:
    """Return what an item says as plain data, without where it is written.

    Each of the `ids` that it names is replaced by the other of its pair.
    """
    return _bare(msgspec.to_builtins(item), ids)


def _bare(value: Any, ids: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return ids.get(value, value)
    if isinstance(value, dict):
        return {ids.get(k, k): _bare(part, ids) for k, part in value.items() if k != "place"}
    return [_bare(part, ids) for part in value] if isinstance(value, list | tuple) else value
