"""The parser of the command line, and the help that it prints."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from briefing import __version__
from briefing.cli.exits import WrongUsage

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn, TypeAlias

    Subparsers: TypeAlias = "argparse._SubParsersAction[Parser]"
    Run = Callable[[argparse.Namespace], int]

ABOUT = """\
A terminal briefing room for policymakers: two sides, expert views, options, and the
evidence for every line. Without a command, the app opens."""

EPILOG = """\
The pack is the folder given with -p or in BRIEFING_PACK, else the nearest one from the
working directory upward that holds a pack.yaml, else the one that ships.

examples:
  briefing                               open the app
  briefing read compute | less           one row of the comparison, with its evidence
  briefing search export controls        find the lines that speak of something
  briefing export -o brief.md            write the one-page brief as Markdown
  briefing -p ../my-pack check --strict  see what is wrong with a pack

exit codes: 0 fine, 1 problems found, 2 wrong usage, 4 cannot read or write"""


class Parser(argparse.ArgumentParser):
    """An argument parser that tells of mistakes in one line, with a suggestion."""

    def error(self, message: str) -> NoReturn:
        """Raise `WrongUsage`."""
        raise WrongUsage(f"{message} (see `{self.prog} --help`)")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            self.error(unknown(action.dest, value, tuple(action.choices)))


def unknown(what: str, name: str, known: tuple[str, ...]) -> str:
    """Say that there is nothing of that name, and what may have been meant."""
    from briefing.text import one_line, suggestion

    hint = suggestion(name, known) or "it may be " + ", ".join(known)
    return f'there is no {what} "{one_line(name)}" – {hint}'


def add_command(
    subparsers: Subparsers, name: str, summary: str, run: Run, details: str = ""
) -> Parser:
    """Add a command with the option that all commands share, and return its parser."""
    parser = subparsers.add_parser(
        name,
        description=f"{summary[0].upper()}{summary[1:]}.\n\n{details}".strip(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    _add_options(parser)
    parser.set_defaults(run=run)
    return parser


def _add_options(parser: argparse.ArgumentParser) -> None:
    # Without a default, so that -p before a command is not undone by its absence after it.
    parser.add_argument(
        "-p", "--pack", metavar="PATH", default=argparse.SUPPRESS, help="the pack's folder"
    )
    parser.add_argument("-h", "--help", action="help", help="show this help")


def make_parser() -> Parser:
    """Return the parser of all commands; what it parses has `run`, the command's function."""
    from briefing.cli import check, export, read, search, themes
    from briefing.cli import list as list_command
    from briefing.cli import open as open_command

    groups = {
        "read": (open_command, read, list_command, search),
        "hand over": (export,),
        "keep in order": (check, themes),
    }
    listing = [
        f"{title}:\n" + "\n".join(f"  {c.USAGE:<20} {c.SUMMARY}" for c in commands)
        for title, commands in groups.items()
    ]
    parser = Parser(
        prog="briefing",
        usage="briefing [-p PATH] [COMMAND] ...",
        description="\n\n".join([ABOUT, *listing]),
        epilog=EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        allow_abbrev=False,
        add_help=False,
    )
    _add_options(parser)
    parser.add_argument(
        "--version",
        action="version",
        version=f"briefing {__version__}",
        help="show the version",
    )
    parser.set_defaults(run=open_command.run, item=None)
    subparsers = parser.add_subparsers(
        dest="command", prog="briefing", metavar="COMMAND", help=argparse.SUPPRESS
    )
    for commands in groups.values():
        for command in commands:
            command.add(subparsers)
    return parser
