"""The words of a page laid over those that a pack prints: the longest runs first come.

What a page breaks, wraps, hyphenates or marks does not matter, since only words are compared,
in a row over all lines. A run that has ended is gone on with where few words were put in,
left out or changed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.trace.known import Known

LEAST = 3
"""So many words in a row are enough to begin a run."""
TRIED = 64
"""So many places where the same words stand are tried for the longest run."""
GAP = 12
"""So many words may be put in or left out within a run that goes on."""

Trigram = tuple[str, ...]
_MARK_DIGITS = 3


def is_mark(word: str) -> bool:
    """Say whether a word may be the mark of a note, which is a number and no part of a text."""
    return word.isdecimal() and len(word) <= _MARK_DIGITS


class Page(NamedTuple):
    """The words of a page, the line of each, and the passage that each was found in."""

    words: list[str]
    line: list[int]
    passage: list[int | None]


class Tile(NamedTuple):
    """A run of words: where it begins on the page and among the known words, and how long."""

    page: int
    known: int
    length: int


def index(known: Known, page: Sequence[str]) -> dict[Trigram, list[int]]:
    """Return where each three words of a page stand in a row; only so many places as are tried."""
    found: dict[Trigram, list[int]] = {words: [] for words in _trigrams(page)}
    for place, words in enumerate(_trigrams(known.words)):
        places = found.get(words)
        if places is not None and len(places) < TRIED:
            places.append(place)
    return found


def _trigrams(words: Sequence[str]) -> Iterator[Trigram]:
    return zip(words, words[1:], words[2:], strict=False)


def tiles(page: Sequence[str], known: Known, where: dict[Trigram, list[int]]) -> list[Tile]:
    """Return the runs of a page's words, from its first word to its last, without overlap."""
    found: list[Tile] = []
    place = 0
    while place < len(page):
        tile = _best(page, place, known.words, where, found[-1] if found else None)
        if tile is None:
            place += 1
        else:
            found.append(tile)
            place = tile.page + tile.length
    return found


def _best(
    page: Sequence[str],
    place: int,
    words: Sequence[str],
    where: dict[Trigram, list[int]],
    last: Tile | None,
) -> Tile | None:
    """Return the longest run that begins at a word; one that goes on with the last wins."""
    if last and is_mark(page[place]):
        behind = _going_on(page, place + 1, words, last)
        if (
            behind
            and behind.known == last.known + last.length
            and words[behind.known] != page[place]
        ):
            return behind
    begun = tuple(page[place : place + LEAST])
    fresh = [Tile(place, at, _run(page, place, words, at)) for at in where.get(begun, ())]
    best = max(fresh, key=lambda tile: tile.length, default=None)
    going_on = _going_on(page, place, words, last) if last else None
    if going_on and (best is None or going_on.length >= min(best.length, LEAST)):
        return going_on
    return best


def _going_on(page: Sequence[str], place: int, words: Sequence[str], last: Tile) -> Tile | None:
    """Return the run that goes on with the last one after a gap, the narrowest gap first.

    A single word goes on only where nothing, or one word for one other, lies between.
    """
    between = page[last.page + last.length : place]
    put_in = sum(not is_mark(word) for word in between)
    after = last.known + last.length
    if len(between) > GAP:
        return None
    for at in range(after, min(after + GAP + 1, len(words))):
        length = _run(page, place, words, at)
        near = at - after == put_in and put_in <= 1
        if length >= 2 or (length == 1 and near):
            return Tile(place, at, length)
    return None


def _run(page: Sequence[str], place: int, words: Sequence[str], at: int) -> int:
    """Return how many words are the same from here on."""
    length = 0
    most = min(len(page) - place, len(words) - at)
    while length < most and page[place + length] == words[at + length]:
        length += 1
    return length
