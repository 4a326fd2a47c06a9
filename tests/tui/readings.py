"""A pack that was read before, as far as the reader's workspace knows."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from briefing.diff import keep
from briefing.pack.loader import load
from briefing.pack.pack import Ref
from briefing.paths import state_dir
from briefing.workspace import Workspace

DAY = "2025-07-01"


def read_before(folder: Path, state: bytes | None = None) -> None:
    """Take the pack as it is now as read on `DAY`; `state` is what was kept of it, if damaged."""
    pack = load(folder).pack
    kept = keep(pack) if state is None else state
    Workspace().set_reading(pack.manifest.id, pack.digest, kept)
    with sqlite3.connect(state_dir() / "workspace.sqlite") as database:
        database.execute("update reading set day = ?", (DAY,))


def note_before(folder: Path, notes: dict[Ref, str]) -> None:
    """Take notes on items of the pack as written on `DAY`."""
    name = load(folder).pack.manifest.id
    for ref, text in notes.items():
        Workspace().set_note(name, ref, text)
    with sqlite3.connect(state_dir() / "workspace.sqlite") as database:
        database.execute("update note set day = ?", (DAY,))
