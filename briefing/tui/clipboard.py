"""The reader's clipboard: by the desktop's own command, by tmux, or through the terminal.

A terminal is asked with OSC 52 (xterm's control sequences, "Manipulate Selection Data") and
never says whether it did as asked. So where nothing surer was at hand, the text is kept in a
file as well.
"""

from __future__ import annotations

import base64
import shutil
import subprocess
from collections.abc import Mapping

from briefing.export.output import write
from briefing.paths import state_dir
from briefing.problems import CannotRead
from briefing.text import one_line

KEPT = "copied.md"
_PATIENCE = 2.0  # seconds
_PIECE = 700
"""GNU screen passes on strings of fewer than 768 bytes."""
_REMOTE = ("SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY")


def commands(platform: str, environ: Mapping[str, str]) -> list[list[str]]:
    """Return the commands that take text for the clipboard where the reader is, surest first.

    `platform` is as in `sys.platform`. Over SSH the desktop's own would fill another clipboard
    than the reader's, unless a display is passed on.
    """
    remote = any(environ.get(name) for name in _REMOTE)
    wanted: list[list[str]] = []
    if environ.get("WAYLAND_DISPLAY"):
        wanted.append(["wl-copy"])
    if environ.get("DISPLAY"):
        wanted += [["xclip", "-selection", "clipboard"], ["xsel", "--clipboard", "--input"]]
    if platform == "darwin" and not remote:
        wanted.append(["pbcopy"])
    if (platform == "win32" or environ.get("WSL_DISTRO_NAME")) and not remote:
        wanted.append(["clip.exe"])
    if environ.get("TMUX"):
        # Unlike a sequence, this reaches the terminal outside with tmux's own defaults.
        wanted.append(["tmux", "load-buffer", "-w", "-"])
    path = environ.get("PATH")
    return [command for command in wanted if shutil.which(command[0], path=path)]


def sequence(text: str, environ: Mapping[str, str]) -> str:
    """Return what asks the terminal to take a text, wrapped where another one stands between."""
    asked = f"\x1b]52;c;{base64.b64encode(text.encode()).decode()}\x07"
    if environ.get("STY"):
        pieces = (asked[start : start + _PIECE] for start in range(0, len(asked), _PIECE))
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    if environ.get("TMUX") or environ.get("TERM", "").startswith("tmux"):
        inner = asked.replace("\x1b", "\x1b\x1b")
        return f"{asked}\x1bPtmux;{inner}\x1b\\"
    return asked


def copy(text: str, platform: str, environ: Mapping[str, str]) -> str:
    """Give a text to the first command that takes it, beside what the terminal was asked.

    Where none does, the text is kept in a file, and what to tell the reader comes back.
    """
    if any(_takes(command, text) for command in commands(platform, environ)):
        return ""
    path = state_dir() / KEPT
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, text.encode(), overwrite=True)
    except (OSError, CannotRead) as error:
        why = one_line(str(error))
        return f"Sent to your terminal, which may not take it; no copy could be kept: {why}"
    return f"Sent to your terminal; if it does not take it, the text is in {one_line(str(path))}"


def _takes(command: list[str], text: str) -> bool:
    # clip.exe takes letters beyond ASCII only as UTF-16.
    data = text.encode("utf-16" if command[0] == "clip.exe" else "utf-8")
    quiet = subprocess.DEVNULL
    try:
        subprocess.run(
            command, input=data, stdout=quiet, stderr=quiet, timeout=_PATIENCE, check=True
        )
    except (OSError, subprocess.SubprocessError):
        return False
    return True
