"""A pack as last read, kept among the user's caches for as long as none of its files changes.

A kept file holds what the pack's files looked like, their digest, and the pack. It is written
whole and renamed into place, so programs that run at once never see half of one. Anything
wrong with it means that the pack is read from its own files.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from zlib import crc32

from briefing import __version__
from briefing.paths import cache_dir
from briefing.text import slug

TYPE_CHECKING = False  # typing and the loader take longer to import than a search takes
if TYPE_CHECKING:
    from typing import BinaryIO

    from briefing.pack.loaded import Loaded

_SETTLED = 2_000_000_000
"""Nanoseconds. A file changed more recently may change again without a trace, because file
systems count time in steps of up to two seconds."""


def load_cached(folder: Path) -> Loaded:
    """Return what `load` returns, from the cache where no file has changed since.

    Raises `CannotRead` where the folder holds no pack.
    """
    now = time.time_ns()
    try:
        look, newest = _look(folder)
    except OSError:
        return _load(folder)
    loaded = _read(folder, look)
    if loaded is None:
        loaded = _load(folder)
        with suppress(OSError):
            if newest < now - _SETTLED and _look(folder) == (look, newest):
                _write(folder, look, loaded)
    return loaded


def _load(folder: Path) -> Loaded:
    """Read a pack from its files; what that takes is imported only where it must be."""
    from briefing.pack.loader import load

    return load(folder)


def cached_digest(folder: Path) -> str | None:
    """Return the digest of the pack in a folder, where it is kept and no file has changed."""
    try:
        with cache_file(folder, "pack").open("rb") as file:
            digest, _ = _header(file, _look(folder)[0])
    except (OSError, ValueError):
        return None
    return digest


def cache_file(folder: Path, kind: str) -> Path:
    """Return where something made of the pack in a folder is kept."""
    path = os.fsencode(folder.resolve())
    return cache_dir() / f"{slug(folder.resolve().name)[:40]}-{crc32(path):08x}.{kind}"


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


def _look(folder: Path) -> tuple[bytes, int]:
    """Return what a pack's files look like from outside, and the newest time among them.

    The look changes when a file is changed, added, renamed or taken away, and with the
    version of this program. Times are in nanoseconds. Raises `OSError`.
    """
    lines = [program(), os.fsencode(folder.resolve())]
    newest = 0
    folders = [os.fsencode(folder)]
    for path in folders:
        with os.scandir(path) as entries:
            for entry in sorted(entries, key=lambda entry: entry.name):
                if entry.name.startswith(b"."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    lines.append(b"%s/" % entry.name)
                    if path is folders[0]:
                        folders.append(entry.path)
                    continue
                stat = entry.stat(follow_symlinks=False)
                lines.append(_line(entry.name, stat))
                newest = max(newest, stat.st_mtime_ns, stat.st_ctime_ns)
    return b"\n".join(lines), newest


def _line(name: bytes, stat: os.stat_result) -> bytes:
    times = (stat.st_mtime_ns, stat.st_ctime_ns)
    return b"%s\0%d %d %d %d %d" % (name, stat.st_mode, stat.st_size, *times, stat.st_ino)


@cache
def program() -> bytes:
    """Return what tells this version of the program, or a changed checkout of it, from others."""
    package = Path(__file__).parent
    code = sorted([*package.glob("*.py"), *package.parent.glob("*.py")])
    lines = [_line(os.fsencode(path.name), path.stat()) for path in code]
    return b"\n".join([__version__.encode(), *lines])


def _header(file: BinaryIO, look: bytes) -> tuple[str, int]:
    """Return the digest and the checksum in a kept file; `ValueError` where it looks different."""
    size, digest, checksum = file.readline(200).split()
    if int(size) != len(look) or file.read(len(look)) != look:
        raise ValueError("made of other files")
    return digest.decode(), int(checksum)


def _read(folder: Path, look: bytes) -> Loaded | None:
    """Return what is kept, or None where it is not fresh or not whole."""
    import msgspec

    from briefing.pack.collecting import without_collecting
    from briefing.pack.loaded import Loaded

    try:
        with cache_file(folder, "pack").open("rb") as file:
            _, checksum = _header(file, look)
            data = file.read()
        if crc32(data) != checksum:
            return None
        with without_collecting():
            return msgspec.msgpack.decode(data, type=Loaded)
    except (OSError, ValueError, RecursionError, msgspec.MsgspecError):
        return None


def _write(folder: Path, look: bytes, loaded: Loaded) -> None:
    import msgspec

    data = msgspec.msgpack.encode(loaded)
    header = f"{len(look)} {loaded.pack.digest} {crc32(data)}\n".encode()
    with replacing(cache_file(folder, "pack")) as path:
        path.write_bytes(header + look + data)
