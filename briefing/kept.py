"""Files among the user's caches: what was made of other files, as long as none of these changes.

A kept file holds what those files looked like, a tag, and what was made of them. It is written
whole and renamed into place, so programs that run at once never see half of one. Anything
wrong with it means that it is made anew.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from zlib import crc32

from briefing import __version__
from briefing.paths import cache_dir
from briefing.text import slug

TYPE_CHECKING = False  # typing takes longer to import than a search takes
if TYPE_CHECKING:
    from typing import BinaryIO

_SETTLED = 2_000_000_000
"""Nanoseconds. A file changed more recently may change again without a trace, because file
systems count time in steps of up to two seconds."""


def look(folders: Iterable[Path]) -> tuple[bytes, int]:
    """Return what the files of folders look like from outside, and the newest time among them.

    The look changes when a file is changed, added, renamed or taken away, in a folder or in one
    directly in it, and with the version of this program. Times are in nanoseconds. Raises
    `OSError`.
    """
    lines = [program()]
    newest = 0
    for folder in folders:
        lines.append(os.fsencode(folder.resolve()))
        within = [os.fsencode(folder)]
        for path in within:
            with os.scandir(path) as entries:
                for entry in sorted(entries, key=lambda entry: entry.name):
                    if entry.name.startswith(b"."):
                        continue
                    if entry.is_dir(follow_symlinks=False):
                        lines.append(b"%s/" % entry.name)
                        if path is within[0]:
                            within.append(entry.path)
                        continue
                    stat = entry.stat(follow_symlinks=False)
                    lines.append(_line(entry.name, stat))
                    newest = max(newest, stat.st_mtime_ns, stat.st_ctime_ns)
    return b"\n".join(lines), newest


def settled(newest: int) -> bool:
    """Return whether files that changed last at a time can no longer change without a trace."""
    return newest < time.time_ns() - _SETTLED


def kept_file(folder: Path, kind: str) -> Path:
    """Return where something made of the files in a folder is kept."""
    path = folder.resolve()
    return cache_dir() / f"{slug(path.name)[:40]}-{crc32(os.fsencode(path)):08x}.{kind}"


def read_tag(file: Path, seen: bytes) -> str:
    """Return the tag of what is kept; `ValueError` where it was made of what looks different.

    Raises `OSError` where nothing is kept.
    """
    with file.open("rb") as opened:
        return _header(opened, seen)[0]


def read(file: Path, seen: bytes) -> bytes:
    """Return what is kept; `ValueError` where it is not whole, or made of what looks different.

    Raises `OSError` where nothing is kept.
    """
    with file.open("rb") as opened:
        _, checksum = _header(opened, seen)
        data = opened.read()
    if crc32(data) != checksum:
        raise ValueError("damaged")
    return data


def write(file: Path, seen: bytes, tag: str, data: bytes) -> None:
    """Keep data under a tag of one word; raises `OSError` where that cannot be done."""
    header = f"{len(seen)} {tag} {crc32(data)}\n".encode()
    with replacing(file) as path:
        path.write_bytes(header + seen + data)


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Yield an empty file that takes the place of `path` when all went well.

    Only the user can read it. Raises `OSError` where it cannot be written.
    """
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = path.with_name(f"{path.name}.{os.getpid()}-{time.monotonic_ns()}")
    os.close(os.open(made, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    try:
        yield made
        made.replace(path)
    finally:
        made.unlink(missing_ok=True)


@cache
def program() -> bytes:
    """Return what tells this version of the program, or a changed checkout of it, from others."""
    package = os.fsencode(Path(__file__).parent)
    lines = [__version__.encode()]
    for folder in (package, os.path.join(package, b"pack")):  # noqa: PTH118  # bytes
        with os.scandir(folder) as entries:
            code = [entry for entry in entries if entry.name.endswith(b".py")]
        lines += [_line(e.name, e.stat()) for e in sorted(code, key=lambda entry: entry.name)]
    return b"\n".join(lines)


def _line(name: bytes, stat: os.stat_result) -> bytes:
    times = (stat.st_mtime_ns, stat.st_ctime_ns)
    return b"%s\0%d %d %d %d %d" % (name, stat.st_mode, stat.st_size, *times, stat.st_ino)


def _header(file: BinaryIO, seen: bytes) -> tuple[str, int]:
    size, tag, checksum = file.readline(200).split()
    if int(size) != len(seen) or file.read(len(seen)) != seen:
        raise ValueError("made of other files")
    return tag.decode(), int(checksum)
