"""A new pack: the files of `briefing/starter`, under another id and title, with their schemas."""

from __future__ import annotations

import re
from pathlib import Path

from briefing.pack.schema import FOLDER, as_text, schemas
from briefing.pack.writing import scalar
from briefing.paths import PACK_FILE

STARTER = Path(__file__).parent / "starter"
_HEAD = re.compile(r"^id: .*\ntitle: .*\n", re.MULTILINE)


def parts() -> list[str]:
    """Return the names of the files and folders that a new pack is made of."""
    return sorted({path.name for path in STARTER.iterdir()} | {FOLDER})


def new_pack(name: str, title: str) -> dict[str, str]:
    """Return what the files of a new pack hold, by path."""
    files = {
        path.relative_to(STARTER).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted(STARTER.rglob("*"))
        if path.is_file()
    }
    head = f"id: {name}\ntitle: {scalar(title)}\n"
    files[PACK_FILE] = _HEAD.sub(lambda _: head, files[PACK_FILE], count=1)
    return files | {f"{FOLDER}/{path}": as_text(schema) for path, schema in schemas().items()}
