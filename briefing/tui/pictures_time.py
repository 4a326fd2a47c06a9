"""Pictures of time in characters: for each period a bar on either side of an axis."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.document import Line, Run, Tone
from briefing.text import width as cells

SIGNS = ("■", "□")
"""A claim of the first side, and one of the second."""
AXIS, BREAK = "│", "┊"
"""The axis, and where time is left out of it."""
LABEL = 10
"""The cells of a period's name: "September" and a space."""


def bars(label: str, counts: tuple[int, int], most: int, room: int) -> Line:
    """Return a period's name, and its bars left and right of the axis, each with its number.

    A bar has a sign for each claim, or as many as are its share of `most`, the longest.
    """
    left, right = halves(room)
    first, second = (
        _bar(sign, number, most, half)
        for sign, number, half in zip(SIGNS, counts, (left, right), strict=True)
    )
    number = str(counts[0]) if counts[0] else ""
    pad = " " * max(left - cells(first) - cells(number) - 2, 0)
    name = label + " " * max(LABEL - cells(label), 0)
    return (
        Run(f"{name}{pad}"),
        Run(f"{number} ", "muted"),
        Run(f"{first} ", "first"),
        Run(AXIS, "muted"),
        Run(f" {second}", "second"),
        Run(f" {counts[1]}" if counts[1] else "", "muted"),
    )


def rule(text: str, tone: Tone, room: int, axis: str = AXIS) -> Line:
    """Return words left of the axis, where it has no bars."""
    left, _ = halves(room)
    return (Run(text, tone), Run(" " * max(LABEL + left - cells(text), 1) + axis, "muted"))


def names(first: Sequence[str], second: Sequence[str], room: int) -> Line:
    """Return the names of both sides over their bars, each beside its sign.

    Of the forms of a name, the longest first, that is shown which there is room for.
    """
    left, right = halves(room)
    one, other = (fitting(forms, half - 3) for forms, half in ((first, left), (second, right)))
    pad = " " * (LABEL + max(left - cells(one) - 3, 0))
    return (
        Run(pad),
        Run(f"{one} {SIGNS[0]} ", "first"),
        Run(AXIS, "muted"),
        Run(f" {SIGNS[1]} {other}", "second"),
    )


def fitting(forms: Sequence[str], room: int) -> str:
    """Return the first form that is at most `room` cells wide, or what can be shown of the last."""
    last = forms[-1]
    return next((form for form in forms if cells(form) <= room), last[: max(room - 1, 0)] + "…")


def halves(room: int) -> tuple[int, int]:
    """Return how many cells there are left and right of the axis."""
    rest = max(room - LABEL - 1, 2)
    return rest // 2, rest - rest // 2


def per_sign(most: int, room: int) -> int:
    """Return for how many claims a sign stands, at most, in the longest bar."""
    return -(-most // _longest(min(halves(room))))


def _longest(half: int) -> int:
    return max(half - 5, 1)


def _bar(sign: str, number: int, most: int, half: int) -> str:
    longest = _longest(half)
    if most <= longest:
        return sign * number
    return sign * (max(round(number * longest / most), 1) if number else 0)
