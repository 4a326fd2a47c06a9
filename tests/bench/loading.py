"""How long a pack of 10,000 claims takes to load, beside PyYAML on the same files."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from tests.bench.content import big_pack
from tests.bench.timing import (
    Command,
    Figure,
    alternated,
    compared,
    environment,
    module,
    python,
)

CLOCK = "started = time.perf_counter()"
PRINT = "print((time.perf_counter() - started) * 1000)"


def figures(home: Path, runs: int) -> Iterator[Figure]:
    """Yield the time to load with all positions and rules, and from the cache.

    Only the loading itself is timed, to the last claim, in a process of its own; imports come
    before.
    """
    pack = big_pack(home)
    yaml = (*module("tests.bench.yardsticks.plain_yaml"), str(pack))
    ways = {
        "load, 10,000 claims / yaml.load": ("loader", "load", 1.2),
        "load, 10,000 claims, warm / yaml.load": ("cache", "load_cached", 0.1),
    }
    for name, (where, function, bar) in ways.items():
        command = python(
            f"import time, pathlib, briefing.pack.loader\n"
            f"from briefing.pack.{where} import {function}\n"
            f"folder = pathlib.Path({str(pack)!r})\n"
            f"{CLOCK}\nlen({function}(folder).pack.dimensions)\n{PRINT}"
        )
        pairs = alternated(partial(_told, command, home), partial(_told, yaml, home), runs)
        yield compared(name, pairs, bar)


def _told(command: Command, home: Path) -> float:
    """Run a command that tells how many milliseconds it has taken."""
    done = subprocess.run(
        command, cwd=home, env=environment(home), capture_output=True, check=True, text=True
    )
    return float(done.stdout)
