"""How long a search takes for each key: `python -m tests.bench.searching [CLAIMS]`.

The index is made first and is not counted. A keystroke is counted as the app pays for it:
what was typed so far is searched for, at most `LIMIT` of a kind, with titles and excerpts.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import quantiles
from typing import NamedTuple
from unittest.mock import patch

from briefing.search import Index
from tests.bench.big_pack import write_big_pack

CLAIMS = 100_000
LIMIT = 50
"""As many of a kind as the app shows."""
WORDS = 60
BAR = 16.0
"""Milliseconds: a frame."""


class Typed(NamedTuple):
    """Milliseconds for a keystroke: half of all take less than `p50`, 95 of 100 than `p95`."""

    keystrokes: int
    p50: float
    p95: float
    longest: float


def typing(claims: int = CLAIMS) -> Typed:
    """Search a pack of so many claims for each beginning of many queries."""
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, BRIEFING_HOME=folder):
        index = Index(write_big_pack(Path(folder) / "pack", claims))
        taken = []
        for text in _beginnings(index):
            started = time.perf_counter()
            index.search(text, LIMIT)
            taken.append((time.perf_counter() - started) * 1000)
        index.close()
    parts = quantiles(taken, n=100)
    return Typed(len(taken), parts[49], parts[94], max(taken))


def _beginnings(index: Index) -> Iterator[str]:
    """Yield queries letter by letter: words frequent and rare, misspelt, with filters, figures."""
    random = Random(7)
    titles = [hit.title for hit in index.search("kind:claim", 500).hits]
    filters = ("side:east", "status:contested", "kind:claim", "expert:expert-7", "source:source-3")
    for _ in range(WORDS):
        words = random.choice(titles).rstrip(".").split()
        first = random.randrange(len(words) - 1)
        some = " ".join(words[first : first + 2])
        swapped = some[:2] + some[3:4] + some[2:3] + some[4:]
        for query in (some, swapped, f"{random.choice(filters)} {words[0]}", f"{words[0]} -{some}"):
            yield from (query[:end] for end in range(1, len(query) + 1))


def main() -> None:
    """Print what a keystroke takes."""
    found = typing(int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS)
    verdict = "within" if found.p95 <= BAR else "over"
    print(
        f"search, {found.keystrokes} keystrokes: p50 {found.p50:.1f} ms, p95 {found.p95:.1f} ms, "
        f"longest {found.longest:.1f} ms, bar {BAR:.0f} ms: {verdict}"
    )


if __name__ == "__main__":
    main()
