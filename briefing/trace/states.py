"""What became of the lines of a page, and of the items that they come from."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from briefing.pack.pack import Ref
from briefing.pack.types import Place


class State(StrEnum):
    """What became of a line since it was printed.

    That a line differs is all that can be said where nobody knows of what content it was made.
    """

    UNCHANGED = "unchanged"
    CHANGED = "changed since"
    GONE = "gone"
    ALTERED = "altered on the page"
    DIFFERS = "different in the pack"
    LABEL = "words of the page itself"
    FOREIGN = "not from this pack"


class Origin(NamedTuple):
    """An item that a line comes from, where that is written, and what became of it.

    `now` is what the pack says in its place, where that is something else.
    """

    ref: Ref
    place: Place
    state: State
    now: str = ""


class Traced(NamedTuple):
    """A line of a page, with the items that it comes from; none for a label, or a foreign line."""

    line: str
    state: State
    origins: tuple[Origin, ...] = ()
