"""The user's settings, from one small file that may hold mistakes.

    theme: paper
    texts: ~/texts
    keys:
      search: [slash, ctrl+s]
      pin: p

What is wrong in it is a problem each; all the rest counts.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from briefing.paths import config_dir
from briefing.problems import Problem, Severity
from briefing.text import one_line, suggestion


class Named(NamedTuple):
    """A word of the settings, and where it stands: line and column from 1."""

    name: str
    line: int
    column: int


class Wish(NamedTuple):
    """The keys that a command shall have."""

    command: Named
    keys: tuple[Named, ...]


class Settings(NamedTuple):
    """What the user has settled; `file` names where, as problems do."""

    file: str
    theme: Named | None = None
    texts: Named | None = None
    wishes: tuple[Wish, ...] = ()
    problems: tuple[Problem, ...] = ()

    def problem(self, at: Named, rule: str, message: str, hint: str = "") -> Problem:
        """Return what is wrong with a word; the app works without it, so it is a warning."""
        return Problem(self.file, at.line, at.column, rule, message, hint, Severity.WARNING)


def settings_file() -> Path:
    """Return where the settings are; there need be no such file."""
    return config_dir() / "settings.yaml"


def read_settings(path: Path) -> Settings:
    """Return the settings in a file, with what is wrong with its form; none without a file."""
    empty = Settings(one_line(str(path)))
    if not (path.exists() or path.is_symlink()):
        return empty
    from briefing.settings.reading import read

    return read(path, empty)


def wrong_theme(settings: Settings, names: tuple[str, ...]) -> list[Problem]:
    """Return what is wrong where the settings name a theme that there is not."""
    theme = settings.theme
    if theme is None or theme.name in names:
        return []
    hint = suggestion(theme.name, names) or "there are " + ", ".join(names)
    return [settings.problem(theme, "SET004", f'there is no theme "{theme.name}"', hint)]
