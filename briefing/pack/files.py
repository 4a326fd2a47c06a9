"""The files of a pack's folder: which there are, what they hold, and their digest."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from briefing.pack.model import Dimension, Expert, Option
from briefing.pack.recipe import Brief
from briefing.pack.source import Source
from briefing.pack.types import Item
from briefing.paths import PACK_FILE
from briefing.problems import CannotRead, Problem
from briefing.text import one_line, suggestion

JUDGEMENTS_FILE = "judgements.yaml"
FOLDERS: dict[str, tuple[str, type[Item]]] = {
    "dimensions": (".yaml", Dimension),
    "experts": (".md", Expert),
    "options": (".md", Option),
    "sources": (".md", Source),
    "briefs": (".yaml", Brief),
}
DECLARED_IN = {
    PACK_FILE: ("side", "question", "criterion"),
    JUDGEMENTS_FILE: ("judgement",),
    "dimensions": ("dimension", "claim"),
    "experts": ("expert",),
    "options": ("option",),
    "sources": ("source",),
    "briefs": ("brief",),
}
"""Which kinds of id the files of a pack declare. Where such a file could not be read at all,
what it declares is not known, and a reference to it is not told as a problem."""


def pack_files(folder: Path, problems: list[Problem]) -> list[str]:
    """Return the files of a pack, sorted, relative to its folder.

    Files that look like part of a pack but would not be read are told as problems.
    Raises `CannotRead` where there is no pack.
    """
    try:
        names = {path.name: path for path in folder.iterdir()}
    except OSError as error:
        reason = error.strerror or str(error)
        raise CannotRead(f"{one_line(str(folder))}: {reason}") from None
    if PACK_FILE not in names:
        shown = one_line(str(folder))
        raise CannotRead(f"{shown} is not a pack: it holds no {PACK_FILE}")
    found = [PACK_FILE]
    for name, path in names.items():
        if name in FOLDERS:
            found += _folder_files(path, problems)
        elif name == JUDGEMENTS_FILE:
            found.append(name)
        elif path.suffix in {".yaml", ".yml"} and name != PACK_FILE and name[0] != ".":
            hint = suggestion(name, (PACK_FILE, JUDGEMENTS_FILE))
            problems.append(Problem(one_line(name), 0, 0, "FIL005", "not part of a pack", hint))
    return sorted(found)


def _folder_files(folder: Path, problems: list[Problem]) -> list[str]:
    """Return the files of one folder of a pack."""
    name, suffix = folder.name, FOLDERS[folder.name][0]
    if folder.is_symlink() or not folder.is_dir():
        hint = f"put a folder {name} in its place, with the files that belong there"
        problems.append(Problem(name, 0, 0, "FIL002", "not a folder of the pack's own", hint))
        return []
    found = []
    try:
        paths = sorted(folder.iterdir())
    except OSError as error:
        problems.append(Problem(name, 0, 0, "FIL001", f"cannot be read: {error.strerror}"))
        return []
    for path in paths:
        if path.name.startswith(".") or path.name.endswith("~"):
            continue
        shown = one_line(f"{name}/{path.name}")
        if path.suffix != suffix:
            hint = f"files in {name}/ end in {suffix}"
            problems.append(Problem(shown, 0, 0, "FIL005", "not read", hint))
        elif shown != f"{name}/{path.name}":
            hint = "rename it with plain letters"
            problems.append(Problem(shown, 0, 0, "FIL005", "not read", hint))
        else:
            found.append(shown)
    return found


def read_files(folder: Path, problems: list[Problem]) -> dict[str, bytes | None]:
    """Return the bytes of each file of a pack, by path, in order; None where it is not read.

    Raises `CannotRead` where there is no pack.
    """
    from briefing.pack.reader import read_bytes  # not for those who only list the files

    return {path: read_bytes(folder, path, problems) for path in pack_files(folder, problems)}


def content_digest(files: Mapping[str, bytes | None]) -> str:
    """Return the SHA-256 of the files that were read, with their paths, in hexadecimal digits."""
    made = hashlib.sha256()
    for path, data in files.items():
        if data is not None:
            made.update(f"{path}\0{len(data)}\0".encode())
            made.update(data)
    return made.hexdigest()
