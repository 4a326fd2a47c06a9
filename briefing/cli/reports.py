"""Reports of commands as documents: printed as text, or in any format that a brief has."""

from __future__ import annotations

import argparse

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.cli.parser import Parser
    from briefing.document import Document

FORMATS = ("txt", "md", "html", "pdf", "docx")
_NOT_TEXT = ("pdf", "docx")


def add_report_options(parser: Parser, what: str) -> None:
    """Add what says how a report is handed over; `what` names it in the help."""
    made = parser.add_mutually_exclusive_group()
    made.add_argument(
        "-f",
        "--format",
        metavar="FORMAT",
        help=f"{what} as a document: {', '.join(FORMATS)}",
    )
    made.add_argument("--json", action="store_true", help="print JSON, for programs")
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write that")
    parser.add_argument("--force", action="store_true", help="overwrite a file")


def wanted_format(args: argparse.Namespace) -> str | None:
    """Return the format asked for, else the one that the name of the file tells, else None.

    Raises `WrongUsage` where there is no such format, or JSON is to be a document.
    """
    from briefing.cli.exits import WrongUsage
    from briefing.cli.parser import unknown

    if args.json and args.output is not None:
        raise WrongUsage("--json is printed; leave out -o, and send it to a file")
    fmt: str | None = args.format
    if fmt is not None and fmt not in FORMATS:
        raise WrongUsage(unknown("format", fmt, FORMATS))
    if fmt is not None or args.output is None:
        return fmt
    suffix: str = args.output.lower().rpartition(".")[2]
    if suffix not in FORMATS:
        names = ", ".join(FORMATS)
        raise WrongUsage(
            f'the name "{args.output}" does not tell the format; add -f with one of {names}'
        )
    return suffix


def hand_over(document: Document, fmt: str, args: argparse.Namespace) -> int:
    """Write a report to its file, or else to standard output; return the exit code of that."""
    import sys
    from pathlib import Path

    from briefing.cli.exits import FINE, PROBLEMS, WrongUsage
    from briefing.cli.exporting import write_file
    from briefing.cli.streams import complain, emit_bytes
    from briefing.export import Unprintable, render

    output = None if args.output in (None, "-") else Path(args.output)
    if output is None and fmt in _NOT_TEXT and sys.stdout is not None and sys.stdout.isatty():
        raise WrongUsage(f"a terminal cannot show {fmt}; add -o FILE")
    try:
        data = render(document, fmt)
    except Unprintable as error:
        complain(f"nothing written: {error}")
        return PROBLEMS
    if output is None:
        emit_bytes(data)
        return FINE
    return write_file(output, data, args.force)


def print_text(document: Document) -> None:
    """Print a report as text, as wide as `briefing read` prints."""
    from briefing.cli.read import COLUMNS, LEAST_COLUMNS, MOST_COLUMNS
    from briefing.cli.streams import emit, terminal_columns
    from briefing.export.text import render

    columns = min(max(terminal_columns() or COLUMNS, LEAST_COLUMNS), MOST_COLUMNS)
    emit(render(document, columns).rstrip("\n"))
