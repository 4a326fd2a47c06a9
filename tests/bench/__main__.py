"""The benchmark: `python -m tests.bench [JSON-FILE]` from the checkout.

Prints a table and, where a file is named, writes the figures there as JSON. What a row
compares runs in turns, so that figures of different machines can be compared. Run it on a
machine that does nothing else; docs/benchmark.md tells how to read it.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.bench import keys, loading, opening
from tests.bench.timing import Figure, table, timed

RUNS = 9
PARTS = ("app", "load", "search", "commands")


def main() -> None:
    """Measure what was asked for, one row after the other."""
    args = _arguments()
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        found = [figure for part in args.only or PARTS for figure in _measured(part, home, args)]
    print(table(found))
    if args.json:
        written = {
            "python": platform.python_version(),
            "processors": os.cpu_count(),
            "load_before": load,
            "runs": args.runs,
            "figures": [figure._asdict() | {"verdict": figure.verdict} for figure in found],
        }
        args.json.write_text(json.dumps(written, indent=2) + "\n", encoding="utf-8")


def _arguments() -> Any:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("json", nargs="?", type=Path, help="a file for the figures")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"runs of each ({RUNS})")
    parser.add_argument("--only", action="append", choices=PARTS, help="measure only this part")
    parser.add_argument(
        "--others", action="store_true", help="also try frogmouth and hike, installed from PyPI"
    )
    return parser.parse_args()


def _measured(part: str, home: Path, args: Any) -> Iterator[Figure]:
    """Yield the figures of a part."""
    match part:
        case "app":
            yield from opening.figures(home, args.runs)
            yield from keys.figures(home, args.runs)
            if args.others:
                from tests.bench import others

                yield from others.figures(home, args.runs)
        case "load":
            yield from loading.figures(home, args.runs)
        case "search":
            yield _searching()
        case "commands":
            from tests.bench.commands import rows

            for row in rows(home):
                yield timed(row, home, args.runs)


def _searching() -> Figure:
    from tests.bench.searching import BAR, typing

    found = typing()
    more = {"keys": found.keystrokes, "p50": found.p50, "max": found.longest}
    return Figure("p95 of search, a key, 100,000 claims", found.p95, bar=BAR, more=more)


if __name__ == "__main__":
    main()
