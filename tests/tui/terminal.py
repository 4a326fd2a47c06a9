"""A terminal with the app on it, in a process of its own: every byte it writes, and the screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyte

from briefing.workspace import Workspace
from tests.processes import BRIEFING, environment

PATIENCE = 30.0
"""Seconds without what is waited for, after which the app is taken to hang."""


class Terminal:
    """Runs `briefing` on a terminal; use as a context, which ends what still runs."""

    def __init__(
        self,
        pack: Path,
        *words: str,
        size: tuple[int, int] = (80, 24),
        program: tuple[str, ...] = BRIEFING,
        controlled: bool = True,
        **env: str,
    ) -> None:
        """Start it; one that is not `controlled` hears of no signal when it is closed."""
        columns, rows = size
        if not words:
            Workspace().set("tour", "seen")
        self.written = b""
        self.code: int | None = None
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.modes_before = termios.tcgetattr(theirs)
        self._theirs = theirs
        options: dict[str, Any] = {"stdin": theirs, "stdout": theirs, "stderr": theirs}
        self._process = subprocess.Popen(
            [*program, "-p", str(pack), *words],
            env=environment(**{"TERM": "xterm-256color", "COLORTERM": "truecolor", **env}),
            start_new_session=True,
            preexec_fn=_take_terminal if controlled else None,  # noqa: PLW1509
            **options,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        self.close()
        os.close(self._theirs)

    def close(self) -> None:
        """Close the window of the terminal."""
        if self._ours >= 0:
            os.close(self._ours)
            self._ours = -1

    @property
    def screen(self) -> str:
        """The text of the screen.

        The second cell of a wide character is empty, also where pyte's own `display` does not
        expect it, since the first has been written over.
        """
        columns, buffer = range(self._screen.columns), self._screen.buffer
        rows = ("".join(buffer[y][x].data for x in columns) for y in range(self._screen.lines))
        return "\n".join(row.rstrip() for row in rows)

    @property
    def modes(self) -> list[Any]:
        """How the terminal treats what is typed (`termios.tcgetattr`)."""
        return termios.tcgetattr(self._theirs)

    def sees(self, text: str) -> None:
        """Read what the app writes until a text stands on the screen."""
        self._read_until(lambda: text in self.screen, text)

    def misses(self, text: str) -> None:
        """Read what the app writes until a text no longer stands on the screen."""
        self._read_until(lambda: text not in self.screen, f"a screen without {text}")

    def writes(self, data: bytes) -> None:
        """Read what the app writes until it has written these bytes."""
        self._read_until(lambda: data in self.written, repr(data))

    def reads(self, true: Callable[[], bool]) -> None:
        """Read what the app writes until something is so."""
        self._read_until(true, "what was waited for")

    def kill(self) -> None:
        """End the app without a word to it, and wait until it is gone."""
        self._process.kill()
        self._process.wait()

    def press(self, keys: str) -> None:
        """Type keys."""
        os.write(self._ours, keys.encode())

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the app."""
        self._process.send_signal(number)

    def ends(self) -> int:
        """Read on until the app has ended; its exit code comes back."""
        self._read_until(lambda: self._process.poll() is not None, "its end")
        while self._read(0):
            pass
        assert self._process.returncode is not None
        return self._process.returncode

    def _read_until(self, true: Any, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not true():
            if time.monotonic() > end:
                raise AssertionError(f"never came: {what}\n{self.screen}\n{self.written[-500:]!r}")
            self._read(0.05)

    def _read(self, seconds: float) -> bool:
        """Take in what is written within some time; say whether there was anything."""
        ours = [] if self._ours < 0 else [self._ours]
        if not select.select(ours, [], [], seconds)[0]:
            return False
        data = os.read(self._ours, 65536)
        self.written += data
        self._stream.feed(data)
        return True


def _take_terminal() -> None:
    """Make standard input the terminal of the process, which then hears when it is closed."""
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
