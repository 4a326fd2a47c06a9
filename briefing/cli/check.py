"""`briefing check`: what is wrong with a pack."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command
from briefing.cli.streams import SHOWN_AT_FIRST

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from briefing.checks.engine import Found, Report
    from briefing.cli.parser import Subparsers
    from briefing.problems import Problem

DETAILS = """\
Every problem is printed with its file, line and column, its rule, and what to do about it;
`briefing explain RULE` says why the rule is there. The exit code is 1 where there is an
error, or with --strict a warning. What is waived in the pack is counted, and no problem.

RULES are ids or the letters that they begin with, such as LEX,STY001."""

FORMATS = ("text", "json", "github", "sarif")
_ANY_MAY_WRITE = 0o222
"""A file that nobody may write is not to be written, by an administrator neither."""
WIDEST = 100
"""How wide lines of files are shown where there is no terminal."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "check", run, DETAILS)
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    parser.add_argument("--select", metavar="RULES", help="check these rules only")
    parser.add_argument("--ignore", metavar="RULES", help="leave these rules out")
    parser.add_argument("--fix", action="store_true", help="mend what can be mended for certain")
    parser.add_argument(
        "--all",
        action="store_true",
        help=f"show all problems on a terminal, not the first {SHOWN_AT_FIRST}",
    )
    parser.add_argument(
        "--watch", action="store_true", help="check again when a file changes, until ctrl+c"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="what to print (text)")
    parser.add_argument(
        "--json",
        dest="format",
        action="store_const",
        const="json",
        help="the same as --format json",
    )


def run(args: argparse.Namespace) -> int:
    """Print the problems, and how many there are in how many files."""
    from briefing.cli.packs import pack_folder

    folder = pack_folder(args)
    chosen = choose(args.select, args.ignore)
    if args.watch:
        from briefing.cli.watching import watch

        return watch(folder, lambda: _check(folder, chosen, args))
    return _check(folder, chosen, args)


def choose(select: str | None, ignore: str | None) -> set[str]:
    """Return the ids of the rules that are asked for; raise `WrongUsage` where there is none."""
    from briefing.checks.registry import OF_PACKS

    chosen = _named(select) if select is not None else set(OF_PACKS)
    return chosen - _named(ignore) if ignore is not None else chosen


def _named(names: str) -> set[str]:
    from briefing.checks.registry import OF_PACKS, meant
    from briefing.cli.exits import WrongUsage

    found: set[str] = set()
    for name in map(str.strip, names.split(",")):
        matching = {rule for rule in OF_PACKS if name and rule.startswith(name.upper())}
        if not matching:
            raise WrongUsage(f'there is no rule "{name}" of packs – {meant(name, OF_PACKS)}')
        found |= matching
    return found


def _check(folder: Path, chosen: set[str], args: argparse.Namespace) -> int:
    """Check a pack once, mend it if asked, and print what is left."""
    from briefing.cli.exits import FINE, PROBLEMS
    from briefing.pack.files import pack_files
    from briefing.problems import count

    report = _report(folder, chosen)
    if args.fix and _mend(folder, report):
        report = _report(folder, chosen)
    _print(folder, report, len(pack_files(folder, [])), args)
    errors, warnings = count(report.problems)
    return PROBLEMS if errors or (args.strict and warnings) else FINE


def _report(folder: Path, chosen: set[str]) -> Report:
    from briefing.cli.exits import WrongUsage
    from briefing.export.checkup import report

    try:
        return report(folder, chosen)
    except ValueError as error:
        raise WrongUsage(str(error)) from None


def _mend(folder: Path, report: Report) -> int:
    """Mend what can be mended for certain, say so, and return how many mends there were.

    Raises `CannotRead` where a file may not be written; then all stay as they are.
    """
    import os

    from briefing.checks.mending import mended
    from briefing.cli.streams import complain
    from briefing.export.output import write
    from briefing.problems import CannotRead
    from briefing.text import one_line

    files, number = mended(folder, report.found)
    for path in files:
        file = folder / path
        if not (file.stat().st_mode & _ANY_MAY_WRITE and os.access(file, os.W_OK)):
            raise CannotRead(f"{one_line(str(file))}: is read-only; nothing was mended")
    for path, data in files.items():
        write(folder / path, data, overwrite=True)
    if number:
        where = "1 file" if len(files) == 1 else f"{len(files)} files"
        complain(f"{number} mended in {where}")
    return number


def _print(folder: Path, report: Report, files: int, args: argparse.Namespace) -> None:
    from briefing.checks import show_text
    from briefing.cli.streams import emit, emit_json, terminal_columns

    base = base_of(folder)
    match args.format:
        case "json":
            emit_json(_as_data(folder, report, files))
        case "sarif":
            from briefing.checks.sarif import log

            emit_json(log(report, base))
        case "github":
            for problem in report.problems:
                emit(show_text.annotation(problem, base))
        case _:
            columns = terminal_columns()
            most = SHOWN_AT_FIRST if columns and not args.all else None
            for line in show_text.lines(folder, base, report, most, columns or WIDEST):
                emit(line)
            emit(show_text.totals(files, report))


def base_of(folder: Path) -> str:
    """Return what the name of a file in a pack begins with, so that it can be opened from here."""
    from pathlib import Path

    here = Path.cwd()
    path = here / folder
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    return "" if shown == Path() else f"{shown}/"


def _as_data(folder: Path, report: Report, files: int) -> dict[str, Any]:
    from briefing.problems import count

    errors, warnings = count(report.problems)
    return {
        "pack": str(folder),
        "files": files,
        "errors": errors,
        "warnings": warnings,
        "passed": list(report.passed),
        "waiting": list(report.waiting),
        "problems": [_found_as_data(found) for found in report.found],
        "waived": [{**_found_as_data(found), "why": found.waived} for found in report.waived],
    }


def _found_as_data(found: Found) -> dict[str, Any]:
    line, column = found.end or (0, 0)
    return {**as_data(found.problem), "end_line": line, "end_column": column}


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
