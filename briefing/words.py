"""The words for the values of a pack: what every screen and page says for `not-read` or `agree`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from briefing.pack.types import Access, Reliability, Stance, Status

Feel = Literal["good", "caution", "bad", "muted"]
"""How a word is to be taken; each is a tone of `document.py`."""

NOT_A_POLL = "Curated, not a poll."

STATUS: dict[Status, tuple[str, Feel]] = {
    "confirmed": ("confirmed", "good"),
    "corrected": ("corrected", "caution"),
    "contested": ("contested", "caution"),
    "unverified": ("unverified", "muted"),
    "misprinted": ("misprinted", "caution"),
}
STATUS_GLYPH: dict[Status, str] = {
    "confirmed": "✓",
    "corrected": "✎",
    "contested": "≠",
    "unverified": "?",
    "misprinted": "✗",
}
STATUS_MEANS: dict[Status, str] = {
    "confirmed": "the record bears it out",
    "corrected": "the source has it wrong; the correction follows",
    "contested": "other claims are at odds with it",
    "unverified": "no better record was found",
    "misprinted": "the source prints it wrongly; the correction follows",
}
STANCE: dict[Stance, str] = {
    "strongly-agree": "strongly agrees",
    "agree": "agrees",
    "mixed": "mixed view",
    "disagree": "disagrees",
    "strongly-disagree": "strongly disagrees",
}
STANCE_HEADING: dict[Stance, str] = {
    "strongly-agree": "Strongly agree",
    "agree": "Agree",
    "mixed": "Mixed view",
    "disagree": "Disagree",
    "strongly-disagree": "Strongly disagree",
}
"""From one end to the other, in the order in which positions are shown."""
SIGN: dict[Stance, str] = {
    "strongly-agree": "++",
    "agree": "+",
    "mixed": "±",
    "disagree": "−",
    "strongly-disagree": "−−",
}
"""Stances in a character or two, told apart without colour."""
NO_VIEW = "no stated view"
STANCE_BASIS: dict[Literal["stated", "inferred"], str] = {
    "stated": "stated",
    "inferred": "inferred by the editor",
}
RATING_BASIS: dict[Literal["source", "editor"], str] = {
    "source": "from a source",
    "editor": "the editor’s own rating",
}
SUPPORT: dict[Literal["supports", "opposes", "mixed"], str] = {
    "supports": "supports it",
    "opposes": "opposes it",
    "mixed": "has a mixed view",
}
IDENTITY: dict[Literal["confirmed", "probable", "unknown"], str] = {
    "confirmed": "confirmed",
    "probable": "probable, not confirmed",
    "unknown": "unknown",
}
RELIABILITY: dict[Reliability, tuple[str, Feel]] = {
    "reliable": ("reliable", "good"),
    "usually-reliable": ("usually reliable", "good"),
    "fairly-reliable": ("fairly reliable", "caution"),
    "not-usually-reliable": ("not usually reliable", "caution"),
    "unreliable": ("unreliable", "bad"),
    "cannot-be-judged": ("cannot be judged", "muted"),
}
"""The words of the NATO Admiralty scale, from A to F."""
ACCESS: dict[Access, str] = {
    "full": "read in full",
    "excerpt": "read in excerpt only",
    "not-read": "not read",
}
ACCESS_SHORT: dict[Access, str] = {"full": "", "excerpt": "excerpt", "not-read": "not read"}
"""What a note adds to the grade of a source that was not read in full."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def date(written: str) -> str:
    """Return a date of a pack in words: "29 January 2025", "about January 2025", "no date".

    The marks are those of the Extended Date/Time Format (ISO 8601-2): `~` and `?`.
    """
    year, month, day = (*written.rstrip("~?").split("-"), "", "")[:3]
    if not year.isdigit():
        return "no date"
    parts = (day.lstrip("0"), _MONTHS[int(month) - 1] if month else "", year)
    said = " ".join(part for part in parts if part)
    if written.endswith("~"):
        return f"about {said}"
    return f"{said}, uncertain" if written.endswith("?") else said


def capital(text: str) -> str:
    """Return the text with a capital at its start."""
    return text[:1].upper() + text[1:]


def sentence(text: str) -> str:
    """Return the text with a capital at its start and a full stop at its end."""
    text = capital(text)
    return text if text.endswith((".", "!", "?", "…", ".”", "?”", "!”")) else f"{text}."


def listed(names: Sequence[str]) -> str:
    """Return names as running text: "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def counted(number: int, one: str, many: str = "") -> str:
    """Return a number with its noun: "1 claim", "2 claims"."""
    return f"{number} {one if number == 1 else many or one + 's'}"
