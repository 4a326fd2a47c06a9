"""Several packs: which there are, and what can be said of each in a line."""

from __future__ import annotations

from pathlib import Path

from briefing.paths import PACK_FILE, shipped

TYPE_CHECKING = False  # typing and the loader take longer to import than a command has
if TYPE_CHECKING:
    from briefing.pack.loaded import Loaded

Packs = dict[str, Path]
"""Folders of packs by what names each: under which -p takes them."""


def packs_in(folder: Path) -> list[Path]:
    """Return the folders of the packs in a library, sorted."""
    return sorted(path.parent for path in folder.glob(f"*/{PACK_FILE}"))


def named_packs() -> Packs:
    """Return the packs that need no path: shipped ones, and those in the working directory.

    The key is what -p takes; a folder here goes before a shipped pack of its name, as with -p.
    """
    shipped_ones = {folder.name: folder for folder in packs_in(shipped("content"))}
    return shipped_ones | {folder.name: folder for folder in packs_in(Path())}


def packs_beside(folder: Path, library: Path | None = None) -> Packs:
    """Return the packs to choose from beside one in a folder, which is among them.

    They are those of the library that was named, else the shipped ones and those here; their
    folders are absolute, without links.
    """
    packs = {path.name: path for path in packs_in(library)} if library else named_packs()
    packs = {name: path.resolve() for name, path in packs.items()}
    home = folder.resolve()
    return packs if home in packs.values() else {str(folder): home, **packs}


def read_pack(folder: Path) -> Loaded | str:
    """Return a pack of a library, or why it cannot be read: one does not stop the others."""
    from briefing.pack.cache import load_cached
    from briefing.problems import CannotRead

    try:
        return load_cached(folder)
    except CannotRead as error:
        return str(error)
    except OSError as error:
        return error.strerror or "cannot be read"
