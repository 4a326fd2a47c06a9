"""Leaving in good order where the session ends or the terminal is closed."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Callable
from threading import Timer

GRACE = 3.0
"""Seconds that the app takes at most to leave on a signal."""


def leave_on_signals(
    leave: Callable[[int], None], call_later: Callable[[Callable[[int], None], int], object]
) -> None:
    """Have the app left on SIGTERM and SIGHUP, with the exit code that a shell expects.

    `call_later` has a function called by the app's own loop.
    """
    loop = asyncio.get_running_loop()

    def caught(number: int, _: object) -> None:
        # Textual may wait without end for a terminal that is gone.
        last = Timer(GRACE, os._exit, (128 + number,))
        last.daemon = True
        last.start()
        loop.call_soon_threadsafe(call_later, leave, 128 + number)

    for name in ("SIGTERM", "SIGHUP"):
        if number := getattr(signal, name, None):
            signal.signal(number, caught)
