"""Wrapping text, which is most of the work of laying out a pane: quickly where it is plain."""

from __future__ import annotations

import re

from textual.content import Content, Span

from briefing.describe.grades import GRADE
from briefing.words import STATUS_GLYPH

_NARROW = frozenset(
    chr(code)
    for first, last in (" ~", "¡¬", "®ʯ", "‐‧", "‰⁞", "€€", "→→")
    for code in range(ord(first), ord(last) + 1)
)
"""Characters that are one cell wide each; the space is the only one that a line may end at."""
_SIGNS = re.escape("".join([*STATUS_GLYPH.values(), *(glyph for glyph, _, _ in GRADE.values())]))
_KEPT = f"([{_SIGNS}])(?<!\\S.) |\u00a0"
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
    if content.cell_length <= width and text.isprintable() and text == text.rstrip():
        return [content]
    ends = _ends(text, width) if _is_plain(text) else None
    if ends is None:
        return _wrapped(content, width)
    starts = [0, *(end + 1 for end in ends)]
    bounds = list(zip(starts, [*ends, len(text)], strict=True))
    spans: list[list[Span]] = [[] for _ in bounds]
    for first, last, style in content.spans:
        for place, (start, end) in enumerate(bounds):
            if start < last and first < end:
                within = Span(max(first - start, 0), min(last, end) - start, style)
                spans[place].append(within)
    return [
        Content(text[a:b], found, b - a, strip_control_codes=False)
        for (a, b), found in zip(bounds, spans, strict=True)
    ]


def _wrapped(content: Content, width: int) -> list[Content]:
    text = content.plain
    held = re.sub(_KEPT, rf"\1{_HELD}", text)
    if held == text or _HELD in text:
        return content.wrap(width)
    lines = Content(held, list(content.spans)).wrap(width)
    return [Content(line.plain.replace(_HELD, " "), list(line.spans)) for line in lines]


def _is_plain(text: str) -> bool:
    """Return whether a text is words of narrow characters, one space apart, and has no sign."""
    spaced = text.strip(" ") == text != "" and "  " not in text
    return spaced and "? " not in text and _NARROW.issuperset(text)


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
