"""`briefing settings`: where the user's settings are, whether they are in order, an example."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.cli.parser import Subparsers

DETAILS = """\
The settings are one YAML file of your own: the theme to begin with, and other keys for
commands. What is wrong in it is told and left out; all the rest counts. The example that is
printed holds every command with its keys; take the number signs away from what you change."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    add_command(subparsers, "settings", run, DETAILS)


def run(_: argparse.Namespace) -> int:
    """Print the file's name, then an example with the keys as they are, then how it stands."""
    from briefing.cli.exits import FINE, PROBLEMS
    from briefing.cli.streams import complain_of, emit
    from briefing.problems import summary
    from briefing.settings import read_settings, settings_file, wrong_theme
    from briefing.themes.reading import load_themes
    from briefing.themes.theme import TERMINAL, theme_folders
    from briefing.tui.keys import sample, with_keys

    path = settings_file()
    settings = read_settings(path)
    commands, wrong_keys = with_keys(settings)
    names = (*(theme.name for theme in load_themes(theme_folders())[0]), TERMINAL)
    problems = sorted((*settings.problems, *wrong_theme(settings, names), *wrong_keys))
    state = summary(problems) if path.exists() else "not there yet; all is as it ships"
    emit(f"# {settings.file}: {state}")
    emit(sample(commands))
    complain_of(problems)
    return PROBLEMS if problems else FINE
