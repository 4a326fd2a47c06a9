"""How long the app takes to open, and how much memory it takes, beside an empty one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.content import SHIPPED, big_pack, first_words
from tests.bench.terminal import Opened, Terminal
from tests.bench.timing import Command, Figure, alternated, briefing, compared, environment, module
from tests.bench.yardsticks.empty_app import SHOWN

EMPTY = module("tests.bench.yardsticks.empty_app")


def figures(home: Path, runs: int) -> Iterator[Figure]:
    """Yield what was measured of the shipped pack, and of a big one that is in the cache."""
    for name, pack, bar in (("shipped", SHIPPED, 1.25), ("10,000 claims", big_pack(home), 1.4)):
        command, words = briefing("-p", str(pack)), first_words(pack)
        ours, empty = partial(opened, command, words, home), partial(opened, EMPTY, SHOWN, home)
        pairs = alternated(ours, empty, runs)
        first = [(a.first, b.first) for a, b in pairs]
        settled = [(a.settled, b.settled) for a, b in pairs]
        memory = [(a.memory, b.memory) for a, b in pairs]
        yield compared(f"first screen, {name} / empty app", first, bar)
        yield compared(f"last screen of opening, {name} / empty app", settled)
        memory_bar = 1.35 if pack == SHIPPED else None
        yield compared(f"peak memory, {name} / empty app", memory, memory_bar, "MB")


def opened(command: Command, text: str, home: Path) -> Opened:
    """Open a program, wait until it shows a text and is silent, and leave it."""
    with Terminal(command, home, environment(home)) as terminal:
        found = terminal.opened(text)
        terminal.leave()
    return found
