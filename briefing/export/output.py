"""Writing a result to a file: whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from briefing.problems import CannotRead
from briefing.text import one_line


def write(path: Path, data: bytes, *, overwrite: bool) -> None:
    """Write a file beside its place and move it there; what stood there stays if that fails.

    An existing file keeps its mode, and a symbolic link goes on leading to the file that is
    replaced. Raises `CannotRead` where the file exists and may not be overwritten, or cannot
    be written.
    """
    shown = one_line(str(path))
    try:
        target = Path(os.path.realpath(path))
        mode = _mode(path)
        if mode is not None and not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "not a plain file"
            raise CannotRead(f"{shown}: is {kind}")
        if mode is not None and not overwrite:
            raise CannotRead(f"{shown}: exists already; use --force to replace it")
        if not target.parent.is_dir():
            folder = target.parent if path.is_symlink() else path.parent
            raise CannotRead(f"{shown}: no folder {one_line(str(folder))}")
        _replace(target, data, mode)
    except OSError as error:
        raise CannotRead(f"{shown}: {error.strerror or error}") from None
    except ValueError as error:
        raise CannotRead(f"{shown}: {error}") from None


def _mode(path: Path) -> int | None:
    """Return the mode of what a path leads to, or None where that is nothing."""
    try:
        return path.stat().st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None


def _replace(target: Path, data: bytes, mode: int | None) -> None:
    beside = target.with_name(f".briefing-{os.urandom(6).hex()}")
    try:
        with beside.open("xb") as stream:
            stream.write(data)
            stream.flush()
            if mode is not None:
                beside.chmod(stat.S_IMODE(mode))
            os.fsync(stream.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
