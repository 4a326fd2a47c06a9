"""`briefing themes`: list, preview and check colour themes."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.cli.parser import Subparsers
    from briefing.themes.theme import Theme

DETAILS = """\
A theme of your own is a YAML file in the folder `themes` of your settings. `briefing themes
check FILE` says whether its text can be read on its background."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "themes", run, DETAILS)
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")
    actions = parser.add_subparsers(metavar="check FILE", dest="action")
    about = "say what is wrong with themes"
    check = actions.add_parser("check", help=about, description=f"{about.capitalize()}.")
    check.add_argument("files", metavar="FILE", nargs="+", help="a theme's YAML file")
    check.add_argument(
        "--json", action="store_true", default=argparse.SUPPRESS, help="print JSON, for programs"
    )
    check.set_defaults(run=run_check)


def run(args: argparse.Namespace) -> int:
    """Print one line for each theme, with its colours where the terminal shows colour."""
    from briefing.cli.columns import aligned
    from briefing.cli.exits import FINE, PROBLEMS
    from briefing.cli.streams import complain_of, emit, emit_json, has_colour, terminal_columns
    from briefing.themes.reading import load_themes
    from briefing.themes.theme import TERMINAL, TERMINAL_TITLE, theme_folders

    themes, problems = load_themes(theme_folders())
    rows = [_row(theme) for theme in themes]
    if TERMINAL not in [theme.name for theme in themes]:
        rows.append((TERMINAL, TERMINAL_TITLE, "contrast not measured"))
    lines = list(aligned(rows, terminal_columns()))
    if args.json:
        emit_json([_as_data(theme) for theme in themes])
    elif has_colour():
        _preview(themes, lines)
    else:
        for line in lines:
            emit(line)
    complain_of(problems)
    return PROBLEMS if problems else FINE


def run_check(args: argparse.Namespace) -> int:
    """Print the problems of themes."""
    from pathlib import Path

    from briefing.cli.check import as_data
    from briefing.cli.exits import FINE, PROBLEMS
    from briefing.cli.packs import refuse_unread
    from briefing.cli.streams import emit, emit_json
    from briefing.problems import summary
    from briefing.themes.reading import read_theme

    problems = []
    for path in map(Path, args.files):
        path.stat()
        found = read_theme(path)[1]
        refuse_unread(path, found)
        problems += found
    if args.json:
        emit_json([as_data(problem) for problem in problems])
    else:
        for problem in problems:
            emit(str(problem))
        emit(summary(problems))
    return PROBLEMS if problems else FINE


def _row(theme: Theme) -> tuple[str, str, str]:
    return theme.name, theme.title, _kind(theme)


def _kind(theme: Theme) -> str:
    return ("dark" if theme.dark else "light") + ", high contrast" * (theme.contrast == "high")


def _as_data(theme: Theme) -> dict[str, object]:
    colours = {name: getattr(theme.colours, name) for name in theme.colours.__struct_fields__}
    colours.pop("place")
    return {
        "name": theme.name,
        "title": theme.title,
        "dark": theme.dark,
        "contrast": theme.contrast,
        "colours": colours,
    }


def _preview(themes: list[Theme], lines: list[str]) -> None:
    """Print each theme's line, and below it a word in each of its colours, where it has its own."""
    from rich.console import Console
    from rich.style import Style
    from rich.text import Text

    from briefing.themes.theme import text_pairs

    console = Console(highlight=False)
    for theme, line in zip(themes, lines, strict=False):
        swatch = Text("  ")
        for name, grounds in text_pairs():
            colour, ground = (getattr(theme.colours, which) for which in (name, grounds[0]))
            label = name.removesuffix("_text")
            swatch.append(f" {label} ", Style(color=colour, bgcolor=ground))
        console.print(Text(line), swatch, sep="\n")
    for line in lines[len(themes) :]:
        console.print(Text(line))
