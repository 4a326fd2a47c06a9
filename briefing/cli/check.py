"""`briefing check`: what is wrong with a pack."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from typing import Any

    from briefing.cli.parser import Subparsers
    from briefing.problems import Problem

DETAILS = """\
Every problem is printed with its file, line and column, its rule, and what to do about it.
The exit code is 1 where there is an error, or with --strict a warning."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "check", run, DETAILS)
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="what to print (text)"
    )
    parser.add_argument(
        "--json",
        dest="format",
        action="store_const",
        const="json",
        help="the same as --format json",
    )


def run(args: argparse.Namespace) -> int:
    """Print the problems, and how many there are in how many files."""
    from briefing.cli.exits import FINE, PROBLEMS
    from briefing.cli.packs import openable, pack_folder
    from briefing.cli.streams import emit, emit_json
    from briefing.pack.files import pack_files
    from briefing.pack.loader import load
    from briefing.problems import count
    from briefing.text import one_line

    folder = pack_folder(args)
    problems = load(folder).problems
    files = len(pack_files(folder, []))
    errors, warnings = count(problems)
    if args.format == "json":
        emit_json(
            {
                "pack": str(folder),
                "files": files,
                "errors": errors,
                "warnings": warnings,
                "problems": [as_data(problem) for problem in problems],
            }
        )
    else:
        for problem in problems:
            emit(one_line(str(openable(folder, problem))))
        numbers = ((files, "file"), (errors, "error"), (warnings, "warning"))
        emit(", ".join(f"{number} {word}{'s' * (number != 1)}" for number, word in numbers))
    return PROBLEMS if errors or (args.strict and warnings) else FINE


def as_data(problem: Problem) -> dict[str, Any]:
    """Return a problem as a program wants it."""
    return {
        "file": problem.file,
        "line": problem.line,
        "column": problem.column,
        "severity": str(problem.severity),
        "rule": problem.rule,
        "message": problem.message,
        "hint": problem.hint,
    }
