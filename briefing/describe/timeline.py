"""The dated claims of a pack in order of time: for each month or year, those of both sides."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.describe.common import claim_entry, heading, page
from briefing.document import Block, Document, Items, Paragraph, run
from briefing.notes import Notes
from briefing.pack.model import Claim
from briefing.pack.pack import Pack
from briefing.words import counted, date

UNDATED = ""
"""Stands for the claims without a date."""
_MONTH = len("2025-01")
_YEAR = len("2025")


class Period(NamedTuple):
    """A month ("2025-01"), a year of which no month is told ("2025"), or `UNDATED`.

    `claims` are those of the first side, and those of the second.
    """

    when: str
    claims: tuple[tuple[Claim, ...], tuple[Claim, ...]]

    @property
    def year(self) -> str:
        """The year, or "" where there is no date."""
        return self.when[:_YEAR]

    @property
    def month(self) -> str:
        """The month, such as "01", or "" where none is told."""
        return self.when[_YEAR + 1 :]


def periods(pack: Pack) -> list[Period]:
    """Return the periods that hold claims, the earliest first.

    A year of which no month is told comes after its months, and no date after all.
    """
    found: dict[str, tuple[list[Claim], list[Claim]]] = {}
    for claim in pack.claims.values():
        side = pack.sides.index(pack.homes[claim.id].side)
        found.setdefault((claim.date or UNDATED)[:_MONTH], ([], []))[side].append(claim)
    return [
        Period(when, (_sorted(found[when][0]), _sorted(found[when][1])))
        for when in sorted(found, key=lambda when: (not when, when[:_YEAR], not when[_YEAR:], when))
    ]


def _sorted(claims: list[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(claims, key=lambda claim: claim.date or ""))


def empty_months(before: str, after: str) -> int:
    """Return how many whole months lie between two periods; 0 unless both are months."""
    if not len(before) == len(after) == _MONTH:
        return 0
    first, second = (int(when[:_YEAR]) * 12 + int(when[-2:]) for when in (before, after))
    return max(second - first - 1, 0)


def named(when: str) -> str:
    """Return a period in words."""
    return date(when) if when else "No date"


def counts(pack: Pack, found: Period) -> str:
    """Return how many claims of each side fall in a period."""
    return " · ".join(
        f"{side.name}: {counted(len(claims), 'claim')}"
        for side, claims in zip(pack.sides, found.claims, strict=True)
    )


def period(pack: Pack, found: Period) -> Document:
    """Return the claims of a period by date, each with its side."""
    notes = Notes(pack)
    blocks = tuple(_period(pack, found, notes))
    return page(pack, "Timeline", named(found.when), blocks, notes)


def _period(pack: Pack, found: Period, notes: Notes) -> Iterator[Block]:
    yield Paragraph(run(counts(pack, found), "muted"))
    together = sorted((c for claims in found.claims for c in claims), key=lambda c: c.date or "")
    dates = dict.fromkeys(claim.date for claim in together)
    for when in dates:
        yield heading(_dated(when))
        alike = (claim for claim in together if claim.date == when)
        yield Items(tuple(claim_entry(pack, claim, notes) for claim in alike))


def _dated(when: str | None) -> str:
    """Return a date as a heading, with what is not told of it."""
    if not when:
        return "No date is told"
    if len(when) == _YEAR:
        return f"{date(when)}, no month told"
    return f"{date(when)}, no day told" if len(when) == _MONTH else date(when)
