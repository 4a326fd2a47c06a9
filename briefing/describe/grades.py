"""How a rating stands on its criterion: better, in between or worse; options in that order."""

from __future__ import annotations

from typing import Literal

from briefing.document import Line, Run
from briefing.pack.manifest import Criterion
from briefing.pack.model import Option, Rating
from briefing.pack.pack import Pack
from briefing.words import Feel

Grade = Literal["better", "between", "worse"]

GRADE: dict[Grade, tuple[str, str, Feel]] = {
    "better": ("●", "better", "good"),
    "between": ("◐", "in between", "muted"),
    "worse": ("○", "worse", "caution"),
}
"""The sign of each grade, its words, and how it is to be taken."""
EDITOR = "*"
"""What marks a rating that is the editor’s own."""
NOT_RATED = "–"


def grade(criterion: Criterion, value: str) -> Grade | None:
    """Return which end of the scale a value is at, or None where it is not on the scale."""
    if value not in criterion.scale:
        return None
    if value == criterion.better:
        return "better"
    return "worse" if value in (criterion.scale[0], criterion.scale[-1]) else "between"


def sign(criterion: Criterion, rating: Rating | None) -> Run:
    """Return the sign of a rating; a space where there is none."""
    found = grade(criterion, rating.value) if rating else None
    if found is None:
        return Run(" ")
    glyph, _, feel = GRADE[found]
    return Run(glyph, feel)


def word(rating: Rating | None) -> str:
    """Return a rating as a word, marked where it is the editor’s own."""
    if rating is None:
        return NOT_RATED
    return rating.value + (EDITOR if rating.basis == "editor" else "")


def rated(criterion: Criterion, rating: Rating | None) -> Line:
    """Return the sign and the word of a rating: "● high*"."""
    return (sign(criterion, rating), Run(f" {word(rating)}"))


def in_order(pack: Pack, criterion: Criterion | None, worse_first: bool = False) -> list[Option]:
    """Return the options as a criterion ranks them, else as the pack does.

    Options alike on the criterion stay in the pack's order; those not rated come last.
    """
    if criterion is None:
        return list(pack.options)
    ranked = list(criterion.scale)
    if (criterion.better == ranked[-1]) != worse_first:
        ranked.reverse()
    rank = {value: place for place, value in enumerate(ranked)}

    def place(option: Option) -> int:
        rating = option.ratings.get(criterion.id)
        return rank.get(rating.value, len(rank)) if rating else len(rank)

    return sorted(pack.options, key=place)
