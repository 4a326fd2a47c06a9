"""Leaving in good order where the session ends, or the terminal is closed or gone."""

from __future__ import annotations

import asyncio
import os
import select
import signal
from collections.abc import Callable
from threading import Thread, Timer

GRACE = 3.0
"""Seconds that the app takes at most to leave on a signal."""
STDIN = 0


def leave_on_signals(
    leave: Callable[[int], None], call_later: Callable[[Callable[[int], None], int], object]
) -> None:
    """Have the app left on SIGTERM, SIGHUP and SIGINT, with the exit code that a shell expects.

    A terminal that goes away without a signal, as where a window is closed that the app was not
    started in, counts as SIGHUP. `call_later` has a function called by the app's own loop.
    """
    loop = asyncio.get_running_loop()

    def caught(number: int, _: object) -> None:
        # Textual may wait without end for a terminal that is gone.
        last = Timer(GRACE, os._exit, (128 + number,))
        last.daemon = True
        last.start()
        loop.call_soon_threadsafe(call_later, leave, 128 + number)

    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        if number := getattr(signal, name, None):
            signal.signal(number, caught)
    if hasattr(select, "poll"):
        hung_up = Thread(target=_wait_for_hangup, args=(caught,), daemon=True)
        hung_up.start()


def _wait_for_hangup(caught: Callable[[int, object], None]) -> None:
    """Wait until the terminal is gone; what is typed is left to the app."""
    terminal = select.poll()
    # Without any event asked for, only those are told that there is no reading after.
    terminal.register(STDIN, 0)
    terminal.poll()
    caught(signal.SIGHUP, None)
