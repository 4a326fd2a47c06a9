"""Which item of one state of a pack is which of the other: by id, else by what it says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from typing import Generic, NamedTuple, Protocol, TypeVar

from briefing.text import words

LIKE = 0.6
"""The part of the words that two texts share, in order, where they are one reworded text."""
LIKE_NAMES = 0.8
"""The same of the letters of names, which have few words."""
SHORT = 60
"""Characters up to which a text is taken as a name."""
RAREST, CANDIDATES, TRIED = 4, 50, 5
"""Only texts that share one of the rarest words of a text are compared with it, and of these
the few that share most, so that the work grows with the number of texts and no faster."""


class Named(Protocol):
    """Anything with an id."""

    @property
    def id(self) -> str:
        """The id."""


T = TypeVar("T", bound=Named)


class Matches(NamedTuple, Generic[T]):
    """Pairs of items as they were and as they are, in the order as they are; and the rest."""

    pairs: list[tuple[T, T]]
    removed: list[T]
    added: list[T]


def matches(old: Iterable[T], new: Iterable[T], text: Callable[[T], str]) -> Matches[T]:
    """Return which items are the same: those of one id, then those that read alike."""
    before = {item.id: item for item in old}
    after = {item.id: item for item in new}
    same = {name: before[name] for name in after if name in before}
    lost = [item for name, item in before.items() if name not in after]
    fresh = [item for name, item in after.items() if name not in before]
    for place, was in _alike([text(i) for i in fresh], [text(i) for i in lost]).items():
        same[fresh[place].id] = lost[was]
    used = {item.id for item in same.values()}
    return Matches(
        [(same[name], item) for name, item in after.items() if name in same],
        [item for item in lost if item.id not in used],
        [item for item in fresh if item.id not in same],
    )


def _alike(new: Sequence[str], old: Sequence[str]) -> dict[int, int]:
    """Return which new text is which old one, by their places; the likest pairs come first."""
    if not (new and old):
        return {}
    said = [[word.casefold() for word in words(text)] for text in old]
    having: dict[str, list[int]] = {}
    for place, text in enumerate(said):
        for word in set(text):
            having.setdefault(word, []).append(place)
    scored = []
    for place, fresh in enumerate(new):
        wanted = [word.casefold() for word in words(fresh)]
        for other in _candidates(wanted, having):
            if (score := _likeness(fresh, wanted, old[other], said[other])) > 0:
                scored.append((-score, place, other))
    found: dict[int, int] = {}
    used: set[int] = set()
    for _, place, other in sorted(scored):
        if place not in found and other not in used:
            found[place] = other
            used.add(other)
    return found


def _candidates(wanted: Sequence[str], having: dict[str, list[int]]) -> list[int]:
    known = sorted((word for word in set(wanted) if word in having), key=lambda w: len(having[w]))
    shared = Counter(place for word in known[:RAREST] for place in having[word][:CANDIDATES])
    return [place for place, _ in shared.most_common(TRIED)]


def _likeness(text: str, wanted: list[str], other: str, said: list[str]) -> float:
    """Return how alike two texts are, from 0 to 1; 0 where they are not one text reworded."""
    score = SequenceMatcher(None, said, wanted, autojunk=False).ratio()
    if score >= LIKE:
        return score
    if max(len(text), len(other)) > SHORT:
        return 0
    score = SequenceMatcher(None, other.casefold(), text.casefold(), autojunk=False).ratio()
    return score if score >= LIKE_NAMES else 0
