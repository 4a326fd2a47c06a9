"""Starting the app: on a pack, or on a library to choose one from."""

from __future__ import annotations

import sys
from contextlib import suppress
from pathlib import Path

from briefing.pack.library import packs_in
from briefing.pack.pack import Ref
from briefing.problems import CannotRead
from briefing.tui.app import BriefingApp
from briefing.tui.session import Session


def run(folder: Path, start: Ref | None = None, texts: Path | None = None) -> int:
    """Open the app on a pack, at an item or where the reader left it; the exit code comes back.

    `texts` is the folder with the texts of the sources, where the reader names one.

    Raises `CannotRead` where the folder holds no pack, and what the app itself has failed of.
    """
    return _run(BriefingApp(Session(folder), start, texts))


def run_library(library: Path, texts: Path | None = None) -> int:
    """Open the app on the packs in a folder, to choose one; the exit code comes back.

    Raises `CannotRead` where none of them can be read, and what the app itself has failed of.
    """
    return _run(BriefingApp(_first_of(library), texts=texts, library=library))


def _first_of(library: Path) -> Session:
    """Return the first pack of a library that can be read; others wait until they are chosen."""
    *others, last = packs_in(library)
    for folder in others:
        with suppress(CannotRead):
            return Session(folder)
    return Session(last)


def _run(app: BriefingApp) -> int:
    # The thread that writes to the terminal would wait up to 5 ms for its turn.
    sys.setswitchinterval(0.0005)
    app.run()
    if app.crash is not None:
        raise app.crash
    return app.return_code or 0
