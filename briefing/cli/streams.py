"""Standard output and error: results go to the one, problems to the other, in any locale."""

from __future__ import annotations

import io
import os
import sys

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, TextIO

    from briefing.problems import Problem


SHOWN_AT_FIRST = 20
"""How many problems are shown where nobody asked for all."""


def prepare() -> None:
    """Let both streams take any text: what their encoding cannot show becomes "?"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def emit(text: str) -> None:
    """Write a result and a line end to standard output."""
    _output().write(f"{text}\n")


def emit_bytes(data: bytes) -> None:
    """Write a result to standard output as it is."""
    output = _output()
    output.flush()
    output.buffer.write(data)


def emit_json(value: Any) -> None:
    """Write a result as JSON, which is UTF-8 whatever the locale (RFC 8259, section 8.1).

    Half a surrogate pair, which stands for a byte of a file name, is written as JSON escapes it.
    """
    import json

    text = json.dumps(value, ensure_ascii=False, indent=2)
    emit_bytes(text.encode(errors="backslashreplace") + b"\n")


def complain(message: str, below: Iterable[str] = ()) -> None:
    """Tell the user in one safe line on standard error what is wrong.

    Below it stand further lines, which are safe already, a little to the right.
    """
    from briefing.text import one_line

    if sys.stderr is not None:
        print(f"briefing: {one_line(message)}", *below, sep="\n  ", file=sys.stderr)


def complain_of(problems: Iterable[Problem]) -> None:
    """List problems on standard error."""
    from briefing.text import one_line

    if sys.stderr is not None:
        for problem in problems:
            print(one_line(str(problem)), file=sys.stderr)


def flush() -> None:
    """Send off what was written, while an error can still be told.

    What stands in standard error when its terminal is gone can be told to nobody.
    """
    if sys.stdout is not None:
        sys.stdout.flush()
    if sys.stderr is not None:
        try:
            sys.stderr.flush()
        except OSError:
            _drop(sys.stderr)


def abandon() -> None:
    """Drop what could not be written to standard output."""
    _drop(sys.stdout)


def _drop(stream: TextIO) -> None:
    """Send what a stream holds nowhere, so that Python does not try again at its end."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def can_ask() -> bool:
    """Say whether there is someone at a terminal who can answer a question."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def has_screen() -> bool:
    """Say whether an app can be drawn: a terminal at both ends that can move its cursor."""
    ends = (sys.stdin, sys.stdout)
    return all(end is not None and end.isatty() for end in ends) and not _is_dumb()


def has_colour() -> bool:
    """Say whether standard output shows colour, and colour is wanted (no-color.org)."""
    shown = sys.stdout is not None and sys.stdout.isatty() and not _is_dumb()
    return shown and not os.environ.get("NO_COLOR")


def terminal_columns() -> int | None:
    """Return the width of the terminal that results are shown on, or None without one."""
    if sys.stdout is None or not sys.stdout.isatty():
        return None
    import shutil

    return shutil.get_terminal_size().columns


def _is_dumb() -> bool:
    return os.environ.get("TERM", "dumb") == "dumb"


def _output() -> TextIO:
    if sys.stdout is None:
        from briefing.problems import CannotRead

        raise CannotRead("cannot write: standard output is closed")
    return sys.stdout
