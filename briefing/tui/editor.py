"""The user's own editor, opened on a file of the pack at a line."""

from __future__ import annotations

import os
import shlex
import signal
import subprocess
from pathlib import Path

from textual.app import App, SuspendNotSupported

from briefing.pack.types import Place
from briefing.problems import CannotRead
from briefing.text import one_line

_AT_LINE = {
    "code": ["--wait", "--goto", "{file}:{line}"],
    "codium": ["--wait", "--goto", "{file}:{line}"],
    "subl": ["--wait", "{file}:{line}"],
    "hx": ["{file}:{line}"],
    "helix": ["{file}:{line}"],
    "zed": ["--wait", "{file}:{line}"],
}
"""How editors that do not understand `+LINE FILE` are told the line."""


def command(editor: str, file: Path, line: int) -> list[str]:
    """Return the command that opens a file at a line in an editor such as "vim -n"."""
    parts = shlex.split(editor)
    form = _AT_LINE.get(Path(parts[0]).stem, ["+{line}", "{file}"])
    return [*parts, *(part.format(file=file, line=max(line, 1)) for part in form)]


def edit(app: App[None], folder: Path, place: Place) -> None:
    """Hand the terminal to the user's editor and come back when it ends.

    Raises `CannotRead` where no editor is set or it cannot be started.
    """
    editor = (os.environ.get("VISUAL") or os.environ.get("EDITOR") or "").strip()
    if not editor:
        raise CannotRead(f"Set EDITOR to open {place.file} at line {place.line}")
    try:
        parts = command(editor, folder / place.file, place.line)
    except ValueError as error:
        raise CannotRead(f"EDITOR cannot be understood: {error}") from None
    try:
        with app.suspend():
            reason = _run(parts)
    except SuspendNotSupported:
        raise CannotRead("This terminal cannot be handed to an editor") from None
    if reason:
        raise CannotRead(f"{one_line(parts[0])} cannot be started: {reason}")


def _run(parts: list[str]) -> str:
    """Run a command to its end; return why it could not be started, or "".

    Nothing is raised: a suspended app would not come back.
    """
    # Ctrl+C is meant for the editor. A handler, unlike SIG_IGN, is not passed on to it.
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        subprocess.run(parts, check=False)
    except OSError as error:
        return error.strerror or "it cannot be run"
    finally:
        signal.signal(signal.SIGINT, before)
    return ""
