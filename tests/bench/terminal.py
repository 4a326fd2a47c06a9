"""A terminal that answers as real ones do, and tells when the frames of a program were complete.

What the program writes is noted with the time and put on a screen only once the program is
silent, so that this takes no time from it. A program that can holds its frames together by
synchronized output (mode 2026); else a frame is what arrives at once.
"""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pyte

SIZE = (120, 40)
"""Columns and rows."""
PATIENCE = 60.0
"""Seconds without what is waited for, after which a program is taken to hang."""
PAUSE = 0.08
"""Seconds without output, after which a program that does nothing is taken to be done."""
AT_WORK = 0.2
"""The share of a pause for which a program that is not done works, or waits for a processor."""

_SYNCHRONIZED = 2026 << 5  # as pyte keeps the private modes that are on
_MODE = rb"\x1b\[\?(?P<mode>\d+)\$p"
_QUERY = re.compile(
    _MODE
    + rb"|\x1b\[>0?q|\x1b\[>0?c|\x1b\[0?c|\x1b\[[56]n|\x1b\[1[468]t|\x1b\]1[01];\?(\x07|\x1b\\)"
)
_KNOWN_MODES = {1, 7, 25, 1000, 1002, 1003, 1004, 1006, 1049, 2004, 2026}
_ANSWERS = {
    b"\x1b[c": b"\x1b[?62;22c",
    b"\x1b[0c": b"\x1b[?62;22c",
    b"\x1b[>c": b"\x1b[>0;276;0c",
    b"\x1b[>0c": b"\x1b[>0;276;0c",
    b"\x1b[5n": b"\x1b[0n",
    b"\x1b[6n": b"\x1b[1;1R",
    b"\x1b[14t": b"\x1b[4;%d;%dt" % (SIZE[1] * 16, SIZE[0] * 8),
    b"\x1b[16t": b"\x1b[6;16;8t",
    b"\x1b[18t": b"\x1b[8;%d;%dt" % (SIZE[1], SIZE[0]),
}
KEYS = {
    "up": b"\x1b[A",
    "down": b"\x1b[B",
    "home": b"\x1b[H",
    "pagedown": b"\x1b[6~",
    "tab": b"\t",
}
"""What is sent for keys with a name; others are sent as they are."""


class Frame(NamedTuple):
    """The time at which a frame was complete, and whether it looks different from the last."""

    time: float
    changed: bool


class Opened(NamedTuple):
    """Milliseconds to the first frame with a text and to the last one, and peak memory in MB."""

    first: float
    settled: float
    memory: float


class Pressed(NamedTuple):
    """Milliseconds from a key to the first frame it changed, and to the last."""

    first: float
    settled: float


class Terminal:
    """Runs a program on a terminal; use as a context, which ends what still runs."""

    def __init__(
        self, command: tuple[str, ...], home: Path, environment: Mapping[str, str]
    ) -> None:
        columns, rows = SIZE
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._rows: dict[int, tuple[object, ...]] = {}
        self._written: list[tuple[float, bytes]] = []
        self._tail = b""
        self._ours, theirs = pty.openpty()
        fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self._started = time.perf_counter()
        self._process = subprocess.Popen(
            command,
            cwd=home,
            env={**environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            start_new_session=True,
        )
        os.close(theirs)

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._ours)

    @property
    def text(self) -> str:
        """The text of the screen."""
        return "\n".join(self._screen.display)

    @property
    def memory(self) -> float:
        """The most memory that the program has had at once, in MB."""
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        return int(status.partition("VmHWM:")[2].split()[0]) / 1024

    def opened(self, text: str) -> Opened:
        """Wait until the program shows a text and is done."""
        first = settled = 0.0
        deadline = time.perf_counter() + PATIENCE
        while not first:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"{text!r} was never shown\n{self.text}")
            self._listen()
            for frame in self._frames():
                if frame.changed:
                    settled = frame.time
                if not first and text in self.text:
                    first = frame.time
        return Opened(self._since_start(first), self._since_start(settled), self.memory)

    def _since_start(self, moment: float) -> float:
        return (moment - self._started) * 1000

    def press(self, key: str) -> Pressed | None:
        """Press a key and wait until the program is done; None where nothing has changed."""
        while self._read(0):
            pass
        for _ in self._frames():
            pass
        sent = time.perf_counter()
        os.write(self._ours, KEYS.get(key, key.encode()))
        self._listen()
        changed = [frame.time for frame in self._frames() if frame.changed]
        if not changed:
            return None
        return Pressed((changed[0] - sent) * 1000, (changed[-1] - sent) * 1000)

    def leave(self) -> None:
        """Press q and wait for the program to end, so that it keeps what it keeps."""
        os.write(self._ours, b"q")
        deadline = time.perf_counter() + PATIENCE
        while self._process.poll() is None:
            if time.perf_counter() > deadline:
                raise TimeoutError(f"did not end\n{self.text}")
            self._read(0.05)

    # --- reading and emulating --------------------------------------------------------

    def _listen(self) -> None:
        """Read, and answer, until the program is silent and has nothing left to do."""
        worked = self._work()
        while self._read(PAUSE) or self._work() - worked > PAUSE * AT_WORK:
            worked = self._work()
        if self._process.poll() is not None:
            for _ in self._frames():
                pass
            raise RuntimeError(f"the program has ended\n{self.text}")

    def _work(self) -> float:
        """Return for how many seconds the program has worked, or waited for a processor."""
        total = 0
        for task in Path(f"/proc/{self._process.pid}/task").glob("*/schedstat"):
            running, waiting, _ = task.read_text(encoding="ascii").split()
            total += int(running) + int(waiting)
        return total / 1e9

    def _read(self, seconds: float) -> bool:
        """Read what is written within some time; say whether there was anything."""
        if not select.select([self._ours], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._ours, 65536)
        except OSError:  # the program has ended
            return False
        self._written.append((time.perf_counter(), data))
        self._answer(data)
        return True

    def _answer(self, data: bytes) -> None:
        """Answer what is asked, also where a question arrives in two parts."""
        asked = self._tail + data
        end = 0
        for query in _QUERY.finditer(asked):
            end = query.end()
            os.write(self._ours, _answer_to(query))
        self._tail = asked[end:][-24:]

    def _frames(self) -> Iterator[Frame]:
        """Put what was written on the screen; yield each frame when the screen shows it."""
        written, self._written = self._written, []
        for moment, data in written:
            self._stream.feed(data)
            if _SYNCHRONIZED not in self._screen.mode:
                yield Frame(moment, self._changed())

    def _changed(self) -> bool:
        """Return whether any cell, or its colours, differs from when this was asked last."""
        columns = range(self._screen.columns)
        changed = False
        for y in self._screen.dirty:
            line = self._screen.buffer[y]
            row = tuple(line[x] for x in columns)
            changed |= self._rows.get(y) != row
            self._rows[y] = row
        self._screen.dirty.clear()
        return changed


def _answer_to(query: re.Match[bytes]) -> bytes:
    if mode := query["mode"]:
        return b"\x1b[?%s;%d$y" % (mode, 2 if int(mode) in _KNOWN_MODES else 0)
    asked = query.group()
    if asked.startswith(b"\x1b]"):
        colour = b"d0d0/d0d0/d0d0" if asked.startswith(b"\x1b]10") else b"1010/1010/1010"
        return asked[:5] + b"rgb:" + colour + b"\x1b\\"
    return _ANSWERS.get(asked, b"\x1bP>|bench\x1b\\")
