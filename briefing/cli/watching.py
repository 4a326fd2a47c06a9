"""Doing something again whenever a file of a pack changes."""

from __future__ import annotations

import os
import time

from briefing.cli.exits import FINE
from briefing.cli.streams import complain, emit, flush, terminal_columns
from briefing.problems import CannotRead

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Look = list[tuple[str, int, int]]

_PAUSE = 0.3
"""Seconds between two looks at the files."""
_CLEAR = "\x1b[2J\x1b[H"


def watch(folder: Path, check: Callable[[], int]) -> int:
    """Check, and again after each change, until the user interrupts; then all is well.

    A terminal is cleared before each time; a pipe gets one result after the other. Raises
    `CannotRead` where there is no pack at first; one that goes away is told of and waited for.
    """
    try:
        seen = _look(folder)
        _announce()
        check()
        while True:
            flush()
            while _look(folder) == seen:
                time.sleep(_PAUSE)
            seen = _look(folder)
            _announce()
            try:
                check()
            except CannotRead as error:
                complain(str(error))
    except KeyboardInterrupt:
        return FINE


def _announce() -> None:
    if terminal_columns():
        emit(_CLEAR + "watching; ctrl+c ends")


def _look(folder: Path) -> Look:
    """Return the files of a pack with their sizes and times, as far as they can be seen."""
    found: Look = []
    waiting = [str(folder)]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue
        for entry in entries:
            if not entry.name.startswith("."):
                found += _one(entry)
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(entry.path)
    return sorted(found)


def _one(entry: os.DirEntry[str]) -> Look:
    try:
        stat = entry.stat(follow_symlinks=False)
    except OSError:
        return []  # it was there a moment ago
    return [(entry.path, stat.st_size, stat.st_mtime_ns)]
