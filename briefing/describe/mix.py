"""How well a side's claims stand: so many confirmed, so many contested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefing.document import Line, Run
from briefing.pack.model import Claim
from briefing.pack.types import STATUSES, Status
from briefing.words import STATUS, STATUS_GLYPH

Mix = tuple[tuple[Status, int], ...]
"""How many claims have each status, in the order of the statuses; none is left out but zeros."""


def mix(claims: Iterable[Claim]) -> Mix:
    """Return how many of the claims have each status."""
    counts = Counter(claim.status for claim in claims)
    return tuple((status, counts[status]) for status in STATUSES if counts[status])


def mix_line(found: Mix) -> Line:
    """Return a mix in words, each with its sign: "✓ 5 confirmed · ≠ 1 contested"."""
    parts: list[Run] = []
    for status, number in found:
        said, feel = STATUS[status]
        parts += [Run(" · ", "muted")] if parts else []
        parts += [Run(STATUS_GLYPH[status], feel), Run(f" {number} {said}")]
    return tuple(parts)
