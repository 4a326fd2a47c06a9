"""Running `briefing` as users do: in a process of its own, on pipes or on a terminal."""

import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

CHECKOUT = Path(__file__).parent.parent
BRIEFING = (sys.executable, "-m", "briefing")


def environment(**changes: str) -> dict[str, str]:
    """Return this process's environment with the checkout importable, and with changes.

    Output is buffered, as it is for users, whatever is set here.
    """
    return {**os.environ, "PYTHONPATH": str(CHECKOUT), "PYTHONUNBUFFERED": "", **changes}


def on_pipes(*words: str | Path, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run a command with nothing to read and both outputs caught."""
    return subprocess.run(
        [*BRIEFING, *map(str, words)],
        cwd=cwd,
        env=environment(**env),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def in_shell(line: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[bytes]:
    """Run a line of shell in which `$briefing` is the command."""
    env = environment(briefing=" ".join(BRIEFING), **env)
    return subprocess.run(
        ["bash", "-c", line],
        cwd=cwd,
        env=env,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )


def on_terminal(*words: str | Path, cwd: Path, typed: bytes = b"", **env: str) -> tuple[int, str]:
    """Run a command on a terminal of 80 columns; return its exit code and what was shown.

    What the user types is there from the start, as if typed ahead, and is shown as well.
    """
    ours, theirs = pty.openpty()
    os.write(ours, typed)
    options: dict[str, Any] = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
    with subprocess.Popen(
        [*BRIEFING, *map(str, words)],
        cwd=cwd,
        env=environment(**{"TERM": "xterm-256color", "COLUMNS": "80", **env}),
        start_new_session=True,
        **options,
    ) as process:
        os.close(theirs)
        shown = b"".join(iter(lambda: _read(ours), b""))
        os.close(ours)
    return process.returncode, shown.decode().replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    """Return what is shown next, or nothing once the command has left its terminal."""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""
