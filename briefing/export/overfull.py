"""Which briefs of a pack run over their pages, kept until the pack or the program changes.

Typesetting all briefs takes longer than all other checks together.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from briefing.checks.rule import Finding
from briefing.kept import kept_file, program, replacing
from briefing.pack.pack import Pack
from briefing.paths import shipped

_PARTS = ("export", "compose")
"""The packages of which the page depends, beside those that the pack itself does."""


class Over(NamedTuple):
    """A brief that runs over, by its id: how many lines it takes, and how many it may."""

    brief: str
    used: int
    room: int


def overfull(folder: Path, pack: Pack) -> Iterator[Finding]:
    """Yield a finding for each brief of the pack in a folder that runs over its pages."""
    briefs = {brief.id: brief for brief in pack.briefs}
    for over in _over(folder, pack):
        message = f'the brief "{over.brief}" takes {over.used} lines, and its page has {over.room}'
        hint = f"`briefing export --brief {over.brief}` names what would have to go"
        yield Finding(briefs[over.brief], "blocks", message, hint)


def _over(folder: Path, pack: Pack) -> list[Over]:
    made_of = _made_of(pack)
    path = kept_file(folder, "pages")
    with suppress(OSError, ValueError, TypeError):
        kept = json.loads(path.read_bytes())
        if kept["made_of"] == made_of:
            return [Over(*over) for over in kept["over"]]
    over = list(_measured(pack))
    with suppress(OSError), replacing(path) as file:
        file.write_text(json.dumps({"made_of": made_of, "over": over}))
    return over


def _measured(pack: Pack) -> Iterator[Over]:
    from briefing.compose import compose
    from briefing.export.page import measure

    for brief in pack.briefs:
        measured = measure(compose(pack, brief))
        if measured.over:
            yield Over(brief.id, measured.used, measured.room)


def _made_of(pack: Pack) -> str:
    """Return what tells these pages from those of another pack, program or typesetter."""
    package = Path(__file__).parent.parent
    files = [file for part in _PARTS for file in (package / part).iterdir()]
    files += (shipped("themes") / "fonts").iterdir()
    typesetter = find_spec("typst")
    if typesetter and typesetter.origin:
        files += Path(typesetter.origin).parent.iterdir()
    made = sha256(pack.digest.encode() + program())
    for file in sorted(files):
        stat = file.stat()
        made.update(b"%s\0%d %d\n" % (os.fsencode(file), stat.st_size, stat.st_mtime_ns))
    return made.hexdigest()
