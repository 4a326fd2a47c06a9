"""Columns that a text sets beside each other, as `pdftotext -layout` does, one after another."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

_PART = re.compile(r"\S+(?: \S+)*")
"""Words with one space between them; more spaces part columns."""
_DEEP = 8
"""A line that begins so far in goes on with a column that is not the first."""


class _Part(NamedTuple):
    start: int
    text: str


def apart(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines of a text; where columns stand side by side, each column by itself.

    A gap parts columns where the next line has words at the same place too, so that a wide
    space between two sentences is none.
    """
    block: list[list[_Part]] = []
    for line in lines:
        parts = [_Part(found.start(), found.group()) for found in _PART.finditer(line)]
        if len(parts) > 1 or (parts and (parts[0].start >= _DEEP or _goes_on(parts[0], block))):
            block.append(parts)
            continue
        yield from _columns(block)
        block = []
        yield line
    yield from _columns(block)


def _goes_on(part: _Part, block: list[list[_Part]]) -> bool:
    """Say whether words alone on a line are the rest of what stands in the first column."""
    second = [parts[1].start for parts in block if len(parts) > 1]
    return part.text[0].islower() and bool(second) and len(part.text) < min(second)


def _columns(block: list[list[_Part]]) -> Iterator[str]:
    starts = Counter(part.start for parts in block for part in parts)
    columns: dict[int, list[str]] = {}
    for parts in block:
        column = 0
        for part in parts:
            if part is parts[0] and part.start < _DEEP:
                column = 0
            elif starts[part.start] > 1:
                column = part.start
            columns.setdefault(column, []).append(part.text)
    for _, texts in sorted(columns.items()):
        yield from texts
