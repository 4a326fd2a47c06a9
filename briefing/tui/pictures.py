"""Small pictures made of characters, each of them fitted to the cells that there are for it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.describe.mix import Mix
from briefing.document import Line, Run
from briefing.words import STATUS, STATUS_GLYPH

FEWEST = 4
"""A picture of a mix that would be narrower than this many cells tells nothing."""


def mix_strip(found: Mix, room: int) -> Line:
    """Return a sign for each claim, "✓✓✓≠?", or for a share of them where there are too many.

    Where `room` is too narrow for a sign of each status, or for any picture, nothing comes back.
    """
    total = sum(number for _, number in found)
    if total > room and room < max(FEWEST, len(found)):
        return ()
    return tuple(
        Run(STATUS_GLYPH[status] * size, STATUS[status][1])
        for (status, _), size in zip(found, _shares(found, min(total, room)), strict=True)
    )


def _shares(found: Mix, room: int) -> list[int]:
    """Return how many of `room` cells each status gets: one, and of the rest what is its share."""
    more = [number - 1 for _, number in found]
    spare = room - len(found)
    exact = [number * spare / (sum(more) or 1) for number in more]
    sizes = [1 + int(size) for size in exact]
    by_remainder = sorted(range(len(found)), key=lambda place: int(exact[place]) - exact[place])
    for place in by_remainder[: room - sum(sizes)]:
        sizes[place] += 1
    return sizes


def mix_words(mixes: Sequence[Mix], room: int) -> list[str]:
    """Return mixes in as many words as there is room for, and the first thing to know at least.

    What stands side by side is told alike, so that the sides can be compared.
    """
    forms = zip(*map(_forms, mixes), strict=True)
    fitting = (form for form in forms if max(map(len, form)) <= room)
    return list(next(fitting, [""] * len(mixes)))


def _forms(found: Mix) -> tuple[str, str, str]:
    """Return a mix in words, in full, shorter, and shortest; none has words for no claims."""
    counts = dict(found)
    if not counts:
        return ("", "", "")
    every = " · ".join(f"{number} {STATUS[status][0]}" for status, number in found)
    confirmed = f"{counts.get('confirmed', 0)} of {sum(counts.values())} confirmed"
    return every, f"{confirmed} · {counts.get('contested', 0)} contested", confirmed
