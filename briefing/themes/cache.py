"""Themes as last read, kept among the user's caches as long as none of their files changes."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec

from briefing.kept import kept_file, look, read, settled, write
from briefing.problems import Problem
from briefing.themes.theme import Theme

Read = tuple[list[Theme], list[Problem]]


def load_themes_cached(folders: Iterable[Path]) -> Read:
    """Return what `load_themes` returns, from the cache where no file has changed since."""
    folders = tuple(folders)
    code = Path(__file__).parent  # another version may hold themes to other rules
    there = [code, *(folder for folder in folders if folder.is_dir())]
    try:
        seen, newest = look(there)
    except OSError:
        return _load(folders)
    file = kept_file(code, "themes")
    try:
        found: Read = msgspec.msgpack.decode(read(file, seen), type=Read)
        return found
    except (OSError, ValueError, msgspec.MsgspecError):
        found = _load(folders)
    with suppress(OSError):
        if settled(newest) and look(there) == (seen, newest):
            write(file, seen, "themes", msgspec.msgpack.encode(found))
    return found


def _load(folders: Iterable[Path]) -> Read:
    """Read the themes from their files; what that takes is imported only where it must be."""
    from briefing.themes.reading import load_themes

    return load_themes(folders)
