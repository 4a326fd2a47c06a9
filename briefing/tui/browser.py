"""Web addresses in the reader's own browser, where there is one."""

from __future__ import annotations

import os
import subprocess
import sys
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from textual.app import App

from briefing.problems import CannotRead
from briefing.tui.opener import can_open, opener

SCHEMES = ("http", "https")


def host(address: str) -> str:
    """Return the host that an address leads to, or "" unless it is one of the web."""
    try:
        parts = urlsplit(address)
        return (parts.hostname or "") if parts.scheme in SCHEMES else ""
    except ValueError:
        return ""


def has_browser(app: App[Any]) -> bool:
    """Return whether what is opened would be seen: on this desktop, or where the app is served."""
    return app.is_web or can_open()


def browse(app: App[Any], address: str) -> None:
    """Open an address of the web; nothing is waited for, and nothing is written to the terminal.

    Raises `CannotRead` where the address is none of the web or the browser cannot be started.
    """
    if not host(address):
        raise CannotRead(f"only http and https are opened, not {address}")
    if app.is_web:
        app.open_url(address)
        return
    name = opener(sys.platform, os.environ)
    quiet = subprocess.DEVNULL
    try:
        if sys.platform == "win32":
            os.startfile(address)
            return
        started = subprocess.Popen(
            [name, address], stdin=quiet, stdout=quiet, stderr=quiet, start_new_session=True
        )
    except OSError as error:
        raise CannotRead(f"{name} cannot be started: {error.strerror or error}") from None
    # It is waited for so that nothing is left of it when it ends.
    Thread(target=started.wait, daemon=True).start()
