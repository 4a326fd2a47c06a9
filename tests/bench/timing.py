"""Timing side by side: what is measured beside its yardstick, in turns, and the table of it."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import NamedTuple, TypeVar

UNCOMPILED = "PYTHONDONTWRITEBYTECODE"
CHECKOUT = Path(__file__).parent.parent.parent
Command = tuple[str, ...]
Pairs = Sequence[tuple[float, float]]
T = TypeVar("T")


class Row(NamedTuple):
    """What is timed, what it is timed beside, and how many times as long it may take.

    Without a bar the ratio is for information.
    """

    name: str
    command: Command
    yardstick: Command
    bar: float | None = None


class Figure(NamedTuple):
    """What was measured beside its yardstick, and how many times as much it may be.

    Without a yardstick, the bar is for what was measured itself.
    """

    name: str
    ours: float
    yardstick: float | None = None
    ratio: float | None = None
    bar: float | None = None
    unit: str = "ms"
    more: dict[str, float] = {}
    """What the table has no room for."""

    @property
    def verdict(self) -> str:
        """Return how the figure stands to its bar, in words."""
        if self.bar is None:
            return "for information"
        held = self.ours if self.ratio is None else self.ratio
        return "within" if held <= self.bar else "over"


def alternated(first: Callable[[], T], second: Callable[[], T], runs: int) -> list[tuple[T, T]]:
    """Do two things in turns, after one turn of each that is not counted."""
    return [(first(), second()) for _ in range(runs + 1)][1:]


def compared(name: str, pairs: Pairs, bar: float | None = None, unit: str = "ms") -> Figure:
    """Return the medians of what was measured in pairs, and the median of their ratios."""
    ours, theirs = zip(*pairs, strict=True)
    ratio = median(a / b for a, b in pairs)
    return Figure(name, median(ours), median(theirs), ratio, bar, unit)


def p95(values: Sequence[float]) -> float:
    """Return what 95 % of at least two values do not exceed."""
    return quantiles(values, n=20, method="inclusive")[-1]


def timed(row: Row, home: Path, runs: int) -> Figure:
    """Time a command beside its yardstick, each from its start to its end."""
    pairs = alternated(lambda: _run(row.command, home), lambda: _run(row.yardstick, home), runs)
    return compared(row.name, pairs, row.bar)


def _run(command: Command, home: Path) -> float:
    """Return how many milliseconds a command takes; raises where it fails."""
    started = time.perf_counter()
    subprocess.run(
        command,
        cwd=home,
        env=environment(home),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    return (time.perf_counter() - started) * 1000


def environment(home: Path) -> dict[str, str]:
    """Return an environment in which `briefing` keeps what it keeps in a folder of ours.

    Code is compiled in the turn that is not counted, as pip has done for who installs it.
    """
    kept = {name: value for name, value in os.environ.items() if name != UNCOMPILED}
    return {**kept, "BRIEFING_HOME": str(home), "PYTHONPATH": str(CHECKOUT)}


def python(code: str) -> Command:
    """Return the command that runs a line of Python."""
    return (sys.executable, "-c", code)


def module(name: str) -> Command:
    """Return the command that runs a module of the checkout."""
    return (sys.executable, "-m", name)


def briefing(*words: str) -> Command:
    """Return the command that runs `briefing` from the checkout."""
    return (sys.executable, "-m", "briefing", *words)


def table(found: Sequence[Figure]) -> str:
    """Return what was found as a table of text."""
    width = max(len(figure.name) for figure in found)
    lines = [f"{'what':{width}} {'ours':>9} {'beside':>9}     {'ratio':>6} {'bar':>6}  verdict"]
    for figure in found:
        beside = "" if figure.yardstick is None else f"{figure.yardstick:.1f}"
        ratio = "" if figure.ratio is None else f"{figure.ratio:.2f}"
        bar = "" if figure.bar is None else f"{figure.bar:.2f}"
        lines.append(
            f"{figure.name:{width}} {figure.ours:9.1f} {beside:>9} {figure.unit:3} {ratio:>6} "
            f"{bar:>6}  {figure.verdict}"
        )
    return "\n".join(lines)
