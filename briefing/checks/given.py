"""Rules that need more than the pack: the day of the check, and the typeset page."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.rule import Finding, Rule
from briefing.pack.pack import Pack
from briefing.problems import Severity

EXPIRED = Rule(
    "TIM001",
    Severity.ERROR,
    "content past its expiry",
    why=(
        "The editor said until when a claim may be relied on. After that day nobody has "
        "confirmed it, and a page that prints it says more than is known."
    ),
    standard="ICD 203 (2015), section D.6.c: analysis is timely.",
    mend="Look the claim up again; then move “expires”, correct the claim, or take it out.",
    wrong="expires: 2025-06   # and it is July 2025",
    right="expires: 2035-06",
    limits=(
        "It goes by the calendar of the computer, or by SOURCE_DATE_EPOCH where that is set, so "
        "the same pack may fail tomorrow: that is what an expiry is for. A claim without "
        "“expires” never expires. A month or a year has passed when its last day has."
    ),
)
PAST_THE_PAGE = Rule(
    "FIT001",
    Severity.ERROR,
    "brief over its page",
    why="One page means one page. What runs over is cut by a printer, or by a hurried reader.",
    standard="The page as it is printed: briefing measures what `briefing export -f pdf` typesets.",
    mend="Drop or shorten items; `briefing export` names what would have to go, `--trim` drops it.",
    wrong="max_pages: 1   # and the brief takes two",
    right="max_pages: 2",
    limits=(
        "It measures the PDF. Word sets type with other fonts where it lacks ours, and may break "
        "lines elsewhere."
    ),
)


def expired(pack: Pack, today: str) -> Iterator[Finding]:
    """Yield claims whose expiry lies before a day, which is written like 2025-01-29."""
    for claim in pack.claims.values():
        # A month or a year is shorter text than a day of it, and ends with its last day.
        if claim.expires and claim.expires < today[: len(claim.expires)]:
            message = f'the claim "{claim.id}" has expired'
            yield Finding(claim, "expires", message, "look it up again, and move the date")
