"""The file of an index, among the user's caches: made anew when the pack has changed.

A search in a pack that has not changed reads nothing else. Where it cannot be kept, the index
is made in memory.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from briefing.kept import kept_file, program, replacing
from briefing.pack.cache import cached_digest, load_cached

TYPE_CHECKING = False  # the pack's types take longer to import than a search takes
if TYPE_CHECKING:
    from briefing.pack.pack import Pack


def opened(folder: Path, pack: Pack | None) -> sqlite3.Connection:
    """Return the index of the pack in a folder; one that is loaded need not be read again.

    Raises `CannotRead` where the folder holds no pack.
    """
    return _kept(folder, pack) or _made(folder, pack)


def in_memory(folder: Path, pack: Pack | None) -> sqlite3.Connection:
    """Return an index that is kept nowhere."""
    from briefing.search.making import fill

    database = sqlite3.connect(":memory:", check_same_thread=False)
    fill(database, pack or load_cached(folder).pack, b"")
    return database


def _kept(folder: Path, pack: Pack | None) -> sqlite3.Connection | None:
    """Return the index kept of a pack, or None where there is none, or one of other files."""
    digest = pack.digest if pack else cached_digest(folder)
    path = str(kept_file(folder, "search")).replace("%", "%25")
    path = path.replace("?", "%3f").replace("#", "%23")
    try:
        # Immutable, as the file is only ever replaced: nothing is locked, and nothing written.
        database = sqlite3.connect(
            f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
    except sqlite3.Error:
        return None
    try:
        if database.execute("select digest, program from made").fetchone() == (digest, _program()):
            return database
    except sqlite3.Error:
        pass
    database.close()
    return None


def _made(folder: Path, pack: Pack | None) -> sqlite3.Connection:
    """Make the index of a pack and keep it, if it can be kept."""
    from briefing.search.making import fill

    pack = pack or load_cached(folder).pack
    kept = _kept(folder, pack)
    if kept:
        return kept
    try:
        with replacing(kept_file(folder, "search")) as path, closing(sqlite3.connect(path)) as new:
            new.execute("pragma journal_mode = off")
            new.execute("pragma synchronous = off")
            fill(new, pack, _program())
    except (OSError, sqlite3.Error):
        return in_memory(folder, pack)
    return _kept(folder, pack) or in_memory(folder, pack)


def _program() -> bytes:
    """Return what tells the program that makes this index from others, or from a changed one."""
    files = [path.stat() for path in sorted(Path(__file__).parent.glob("*.py"))]
    return b"%s %d" % (program(), hash(tuple((f.st_size, f.st_mtime_ns) for f in files)))
