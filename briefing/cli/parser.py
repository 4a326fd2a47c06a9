"""The parser of the command line, and the help that it prints."""

from __future__ import annotations

import argparse

from briefing import __version__
from briefing.cli.exits import WrongUsage
from briefing.cli.streams import emit

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, NoReturn, TypeAlias

    Subparsers: TypeAlias = "argparse._SubParsersAction[Parser]"
    Run = Callable[[argparse.Namespace], int]

COMMANDS = {
    "open": ("[ITEM]", "open the app, at an item or where you left it"),
    "read": ("[ITEM]", "print a view or an item as plain text"),
    "list": ("[KIND]", "list ids and titles"),
    "search": ("QUERY", "find words in the pack"),
    "export": ("[-o FILE]", "write the one-page brief: PDF, Word, web page, text"),
    "trace": ("[FILE]", "say where the lines of a page come from"),
    "notes": ("[-o FILE]", "print your own notes as Markdown"),
    "check": ("", "say what is wrong with a pack"),
    "explain": ("[RULE]", "say why a rule is there, and how to mend what it finds"),
    "verify": ("--texts DIR", "hold citations against the texts of their sources"),
    "diff": ("OLD [NEW]", "say what changed, from a folder or a revision in git"),
    "new": ("DIR", "make a small pack to start from"),
    "import": ("FILE", "make sources of a bibliography: BibTeX or CSL-JSON"),
    "schema": ("[DIR]", "print or write JSON Schemas, for editors"),
    "themes": ("[check FILE]", "list, preview and check colour themes"),
    "settings": ("", "say where your keys and theme are settled, and how"),
}
"""Every command, what it takes, and what it does; each is a module of this package."""

GROUPS = {
    "read": ("open", "read", "list", "search"),
    "hand over": ("export", "trace", "notes"),
    "write": ("new", "import", "schema"),
    "keep in order": ("check", "explain", "verify", "diff", "themes", "settings"),
}

ABOUT = """\
A terminal briefing room for policymakers: two sides, expert views, options, and the
evidence for every line. Without a command, the app opens."""

EPILOG = """\
The pack is the folder given with -p or in BRIEFING_PACK, or a shipped one by its name (see
`briefing list packs`); else the nearest one from the working directory upward that holds a
pack.yaml, else the one on the US and China that ships.

examples:
  briefing                               open the app
  briefing read compute | less           one row of the comparison, with its evidence
  briefing search export controls        find the lines that speak of something
  briefing export -o brief.pdf           write the one-page brief, ready to print
  briefing -p ../my-pack check --strict  see what is wrong with a pack

exit codes: 0 fine, 1 problems found, 2 wrong usage, 3 does not fit the page,
4 cannot read or write"""


class Parser(argparse.ArgumentParser):
    """An argument parser that tells of mistakes in one line, with a suggestion."""

    def __init__(self, **options: Any) -> None:
        super().__init__(formatter_class=_formatter, allow_abbrev=False, add_help=False, **options)
        self.add_argument("-h", "--help", action="help", help="show this help")

    def add_pack_option(self) -> None:
        """Add what all commands share; it may stand before a command as well as after it."""
        # Without a default, so that -p before a command is not undone by its absence after it.
        self.add_argument(
            "-p", "--pack", metavar="PATH", default=argparse.SUPPRESS, help="the pack's folder"
        )

    def print_help(self, _: object = None) -> None:
        """Print the help as results are printed: argparse would not tell of a full disk."""
        emit(self.format_help().rstrip("\n"))

    def error(self, message: str) -> NoReturn:
        """Raise `WrongUsage`."""
        raise WrongUsage(f"{message} (see `{self.prog} --help`)")

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is not None and value not in action.choices:
            known = COMMANDS if action.dest == "command" else action.choices
            self.error(unknown(action.dest, value, tuple(known)))


class _Version(argparse.Action):
    """Print the version and end; argparse's own wraps it like prose, which takes longer."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        emit(f"briefing {__version__}")
        parser.exit()


def _formatter(prog: str) -> argparse.HelpFormatter:
    # A fixed width also spares argparse the import that finds the width of the terminal.
    return argparse.RawDescriptionHelpFormatter(prog, max_help_position=28, width=88)


def not_empty(value: str) -> str:
    """Return an argument that names something; an unset variable of the shell does not."""
    if not value:
        raise argparse.ArgumentTypeError("is empty")
    return value


def unknown(what: str, name: str, known: tuple[str, ...]) -> str:
    """Say that there is nothing of that name, and what may have been meant."""
    from briefing.text import one_line, suggestion

    hint = suggestion(name, known) or ("it may be " + ", ".join(known) if known else "")
    return f'there is no {what} "{one_line(name)}"' + (f" – {hint}" if hint else "")


def add_command(subparsers: Subparsers, name: str, run: Run, details: str = "") -> Parser:
    """Add a command with the option that all commands share, and return its parser."""
    summary = COMMANDS[name][1]
    about = f"{summary[0].upper()}{summary[1:]}.\n\n{details}".strip()
    parser = subparsers.add_parser(name, description=about)
    parser.add_pack_option()
    parser.set_defaults(run=run)
    return parser


def make_parser(argv: list[str]) -> Parser:
    """Return a parser for these arguments; what it parses has `run`, the command's function.

    It knows only the commands that are named in the arguments, so that no others need to be
    imported.
    """
    parser = Parser(
        prog="briefing",
        usage="briefing [-p PATH] [COMMAND] ...",
        description="\n\n".join([ABOUT, *map(_listing, GROUPS)]),
        epilog=EPILOG,
    )
    parser.add_pack_option()
    parser.add_argument("--version", action=_Version, nargs=0, help="show the version")
    parser.set_defaults(run=_open, item=None, texts=None)
    subparsers = parser.add_subparsers(
        dest="command", prog="briefing", metavar="COMMAND", help=argparse.SUPPRESS
    )
    for name in COMMANDS:
        if name in argv:
            from importlib import import_module

            import_module(f"briefing.cli.{name}").add(subparsers)
    return parser


def _listing(group: str) -> str:
    """Return the lines of the help that tell of a group of commands."""
    lines = [f"{group}:"]
    for name in GROUPS[group]:
        takes, summary = COMMANDS[name]
        lines.append(f"  {name + ' ' + takes:<20} {summary}")
    return "\n".join(lines)


def _open(args: argparse.Namespace) -> int:
    """Do what is done without a command."""
    from briefing.cli.open import run

    return run(args)
