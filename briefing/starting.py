"""A new pack: the files of `briefing/starter`, under another id and title, with their schemas."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from briefing.pack.schema import FOLDER, as_text, schemas
from briefing.pack.writing import scalar
from briefing.paths import PACK_FILE

STARTER = Path(__file__).parent / "starter"
_HEAD = re.compile(r"^id: .*\ntitle: .*\n", re.MULTILINE)


def parts() -> list[str]:
    """Return the names of the files and folders that a new pack is made of."""
    return sorted({path.name for path in STARTER.iterdir()} | {FOLDER})


def write_pack(folder: Path, name: str, title: str) -> Iterator[Path]:
    """Write a pack into a folder, made if need be, and yield each file; none is overwritten.

    Raises `FileExistsError` where a file is there already.
    """
    for path, text in _files(name, title).items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("x", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        yield file


def _files(name: str, title: str) -> dict[str, str]:
    """Return the files of a pack, by path."""
    files = {
        path.relative_to(STARTER).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(STARTER.rglob("*"))
        if path.is_file()
    }
    head = f"id: {name}\ntitle: {scalar(title)}\n"
    files[PACK_FILE] = _HEAD.sub(lambda _: head, files[PACK_FILE], count=1)
    return files | {f"{FOLDER}/{path}": as_text(schema) for path, schema in schemas().items()}
