"""Other programs for reading on a terminal, on the same content: for proportion, without bars.

Each is installed from PyPI into an environment of its own, which is kept in the folder for
temporary files. They are given the six views as one Markdown file.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import NamedTuple

from tests.bench.content import SHIPPED, as_markdown, first_words
from tests.bench.keys import Keys
from tests.bench.terminal import Opened, Terminal
from tests.bench.timing import Command, Figure, alternated, briefing, compared, environment, p95

ENVIRONMENTS = Path(tempfile.gettempdir()) / "briefing-bench"
PACKAGES = ("frogmouth==0.9.2", "hike==1.4.0")
KEYS = "!down !down" + " down down down down up up pagedown !home" * 2
"""The first two only lead to the content."""


class Tried(NamedTuple):
    """How a program opened, and the p95 of its keys in milliseconds."""

    opened: Opened
    keys: float


def figures(home: Path, runs: int) -> Iterator[Figure]:
    """Yield first screen, keys and memory of the app beside each of the others."""
    words = first_words(SHIPPED)
    ours = briefing("-p", str(SHIPPED))
    file = str(as_markdown(home / "pack.md"))
    for package in PACKAGES:
        name = package.partition("==")[0]
        theirs = (_installed(package), file)
        pairs = alternated(
            partial(_tried, ours, words, home), partial(_tried, theirs, words, home), runs
        )
        first = [(a.opened.first, b.opened.first) for a, b in pairs]
        settled = [(a.opened.settled, b.opened.settled) for a, b in pairs]
        keys = [(a.keys, b.keys) for a, b in pairs]
        memory = [(a.opened.memory, b.opened.memory) for a, b in pairs]
        yield compared(f"first screen / {name}", first)
        yield compared(f"last screen of opening / {name}", settled)
        yield compared(f"p95 of down, up, pagedown / {name}", keys)
        yield compared(f"peak memory / {name}", memory, unit="MB")


def _installed(package: str) -> str:
    """Return the program of a package, installed when first asked for."""
    folder = ENVIRONMENTS / package
    program = folder / "bin" / package.partition("==")[0]
    if not program.exists():
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(folder / "bin/pip"), "install", "--quiet", package], check=True)
    return str(program)


def _tried(command: Command, text: str, home: Path) -> Tried:
    """Open a program until it shows a text, and press keys."""
    around = {**environment(home), "HOME": str(home)}
    with Terminal(command, home, around) as terminal:
        opened = terminal.opened(text)
        keys = Keys()
        keys.press(terminal, KEYS)
    return Tried(opened, p95(keys.settled))
