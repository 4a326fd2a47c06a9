"""Wrapping text, which is most of the work of laying out a pane: quickly where it is plain."""

from __future__ import annotations

import re

from textual.content import Content, Span

from briefing.describe.grades import GRADE
from briefing.words import STATUS_GLYPH

_WORD = r"[!-~¡-¬®-ʯ‐-‧‰-⁞€→]+"
_WORDS = re.compile(f"{_WORD}(?: {_WORD})*")
"""Words one space apart, of characters that are one cell wide each."""
_SIGNS = re.escape("".join([*STATUS_GLYPH.values(), *(glyph for glyph, _, _ in GRADE.values())]))
_KEPT = re.compile(f"([{_SIGNS}])(?<!\\S.) |\u00a0")
"""Spaces at which no line ends: after a sign that stands for itself, and those that say so."""
_HELD = "\ue000"
"""Stands for them while lines are found: one cell wide, and of no meaning to anyone."""


def wrap(content: Content, width: int) -> list[Content]:
    """Return the lines of a text, each at most `width` cells wide.

    They are what `Content.wrap` returns, which ends a line at any space, but for those at which
    none may end. That looks at the width of every character; here, for words of narrow characters
    that all fit in a line, a line ends at the last space that leaves it short enough.
    """
    text = content.plain
    held = _KEPT.sub(rf"\1{_HELD}", text)
    if held != text and _HELD not in text:
        lines = wrap(Content(held, list(content.spans)), width)
        return [Content(line.plain.replace(_HELD, " "), list(line.spans)) for line in lines]
    ends = _ends(text, width) if _WORDS.fullmatch(text) else None
    if ends is None:
        return content.wrap(width)
    starts = [0, *(end + 1 for end in ends)]
    bounds = list(zip(starts, [*ends, len(text)], strict=True))
    spans: list[list[Span]] = [[] for _ in bounds]
    for first, last, style in content.spans:
        for place, (start, end) in enumerate(bounds):
            if start < last and first < end:
                within = Span(max(first - start, 0), min(last, end) - start, style)
                spans[place].append(within)
    return [Content(text[a:b], found) for (a, b), found in zip(bounds, spans, strict=True)]


def _ends(text: str, width: int) -> list[int] | None:
    """Return where all lines but the last end, or None where a word is longer than a line."""
    ends: list[int] = []
    start = 0
    while len(text) - start > width:
        end = text.rfind(" ", start, start + width + 1)
        if end < 0:
            return None
        ends.append(end)
        start = end + 1
    return ends
