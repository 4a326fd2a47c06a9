"""A pack as last read, kept among the user's caches for as long as none of its files changes."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from briefing.kept import kept_file, look, read, read_tag, settled, write

TYPE_CHECKING = False  # typing and the loader take longer to import than a search takes
if TYPE_CHECKING:
    from briefing.pack.loaded import Loaded

_KIND = "pack"


def load_cached(folder: Path) -> Loaded:
    """Return what `load` returns, from the cache where no file has changed since.

    Raises `CannotRead` where the folder holds no pack.
    """
    try:
        seen, newest = look([folder])
    except OSError:
        return _load(folder)
    old_enough = settled(newest)
    loaded = _read(folder, seen)
    if loaded is None:
        loaded = _load(folder)
        with suppress(OSError):
            if old_enough and look([folder]) == (seen, newest):
                _write(folder, seen, loaded)
    return loaded


def _load(folder: Path) -> Loaded:
    """Read a pack from its files; what that takes is imported only where it must be."""
    from briefing.pack.loader import load

    return load(folder)


def cached_digest(folder: Path) -> str | None:
    """Return the digest of the pack in a folder, where it is kept and no file has changed."""
    try:
        return read_tag(kept_file(folder, _KIND), look([folder])[0])
    except (OSError, ValueError):
        return None


def _read(folder: Path, seen: bytes) -> Loaded | None:
    """Return what is kept, or None where it is not fresh or not whole."""
    import msgspec

    from briefing.pack.collecting import without_collecting
    from briefing.pack.kept_pack import taken

    try:
        data = read(kept_file(folder, _KIND), seen)
        with without_collecting():
            return taken(data)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return None


def _write(folder: Path, seen: bytes, loaded: Loaded) -> None:
    from briefing.pack.kept_pack import keepable

    write(kept_file(folder, _KIND), seen, loaded.pack.digest, keepable(loaded))
