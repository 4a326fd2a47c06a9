"""Where shipped and user files live, in a checkout and in an installed wheel."""

from __future__ import annotations

import os
from pathlib import Path

PACK_FILE = "pack.yaml"
_PACKAGE = Path(__file__).parent


def shipped(kind: str) -> Path:
    """Return the folder of shipped files: `kind` is "content" or "themes".

    A wheel carries them inside the package, a checkout beside it.
    """
    inside = _PACKAGE / "shipped" / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind


def find_pack(start: Path) -> Path | None:
    """Return the nearest folder, from `start` upward, that holds a `pack.yaml`."""
    for folder in (start, *start.parents):
        if (folder / PACK_FILE).is_file():
            return folder
    return None


def cache_dir() -> Path:
    """Return the user's cache folder for `briefing`; it may not exist yet."""
    return _user_dir("cache")


def state_dir() -> Path:
    """Return the user's state folder (pins, notes, what was read); it may not exist yet."""
    return _user_dir("state")


def config_dir() -> Path:
    """Return the user's settings folder (themes, keys); it may not exist yet."""
    return _user_dir("config")


def _user_dir(kind: str) -> Path:
    """Return a user folder; `BRIEFING_HOME`, where set, holds all of them."""
    home = os.environ.get("BRIEFING_HOME")
    if home:
        return Path(home).absolute() / kind
    import platformdirs

    path = {
        "cache": platformdirs.user_cache_path,
        "state": platformdirs.user_state_path,
        "config": platformdirs.user_config_path,
    }[kind]
    return path("briefing", appauthor=False)
