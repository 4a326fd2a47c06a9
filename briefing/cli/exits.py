"""How a command ends: the exit codes, and the exception for wrong usage."""

from __future__ import annotations

FINE = 0
PROBLEMS = 1
USAGE = 2
RUNS_OVER = 3
"""The brief does not fit its page."""
CANNOT = 4
BUG = 70
"""A fault of the program itself; EX_SOFTWARE of BSD's sysexits.h."""
INTERRUPTED = 130
"""What a shell reports of a program that Ctrl-C has ended: 128 + SIGINT."""


class WrongUsage(Exception):
    """Raised where a command is asked for what there is not; the message is one line."""
