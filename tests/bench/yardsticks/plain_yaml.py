"""Yardstick: `python -m … FOLDER` reads all YAML of a pack with PyYAML, and tells how long it took.

Nothing is checked, and nothing is known of where in the files it stood.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

import yaml


def main() -> None:
    """Read every file; print the milliseconds."""
    started = time.perf_counter()
    for path in Path(sys.argv[1]).rglob("*"):
        if path.suffix == ".yaml":
            yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        elif path.suffix == ".md":
            front = path.read_text(encoding="utf-8").split("---\n", 2)[1]
            yaml.load(front, Loader=yaml.CSafeLoader)
    print((time.perf_counter() - started) * 1000)


if __name__ == "__main__":
    main()
