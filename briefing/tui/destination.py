"""Where files go: the path that a reader typed, and what is offered to begin with."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.paths import shipped
from briefing.problems import CannotRead
from briefing.text import visible


def typed_path(text: str) -> Path:
    """Return the path that was typed, from the working directory; `~` is the user's home.

    Raises `CannotRead` where that directory is gone.
    """
    # `Path.expanduser` raises where nobody has the name after the tilde.
    path = Path(os.path.expanduser(text))  # noqa: PTH111
    try:
        return path.absolute()
    except FileNotFoundError:
        raise CannotRead(
            "The folder that the app was started in is gone; write the whole path, such as ~/page"
        ) from None


def working_folder() -> Path:
    """Return the folder that the app was started in, or the user's home where that is gone."""
    try:
        return Path.cwd()
    except FileNotFoundError:
        return Path("~")


def offered(folder: Path, name: str) -> str:
    """Return a path to begin with; a folder whose name cannot be shown is left out."""
    path = str(folder / name)
    return path if visible(path) == path else name


def can_hold(folder: Path) -> bool:
    """Return whether files of the reader's own may go to a folder: writable, and no installed one.

    What is installed is replaced when it is updated.
    """
    installed = shipped("content").parent.name == "shipped" and folder.is_relative_to(
        shipped("content")
    )
    return not installed and os.access(folder, os.W_OK)
