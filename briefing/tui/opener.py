"""The desktop's own way to open a file or a folder, where there is a desktop."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from threading import Thread

from briefing.problems import CannotRead


def opener(platform: str, environ: Mapping[str, str]) -> str:
    """Return the desktop's opener, or "" where there is none or nobody would see what it opens.

    `platform` is as in `sys.platform`. Over SSH only a display that is passed on is one.
    """
    remote = any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"))
    if platform in {"win32", "darwin"}:
        return "" if remote else "start" if platform == "win32" else "open"
    display = environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY")
    return "xdg-open" if display and shutil.which("xdg-open", path=environ.get("PATH")) else ""


def can_open() -> bool:
    """Return whether this desktop can open files."""
    return bool(opener(sys.platform, os.environ))


def open_on_desktop(path: Path) -> None:
    """Open a file or a folder; nothing is waited for.

    Raises `CannotRead` where the opener cannot be started.
    """
    name = opener(sys.platform, os.environ)
    quiet = subprocess.DEVNULL
    try:
        if sys.platform == "win32":
            os.startfile(path)
            return
        started = subprocess.Popen(
            [name, str(path)], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise CannotRead(f"{name} cannot be started: {error.strerror or error}") from None
    # It is waited for so that nothing is left of it when it ends.
    Thread(target=started.wait, daemon=True).start()
