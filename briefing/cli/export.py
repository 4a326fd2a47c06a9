"""`briefing export`: the brief as a file."""

from __future__ import annotations

import argparse

from briefing.cli.lean import without
from briefing.cli.papers import PAPERS
from briefing.cli.parser import add_command, unknown

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from pathlib import Path

    from briefing.cli.parser import Subparsers
    from briefing.pack.pack import Pack

DETAILS = """\
Without -o, the brief is printed. Without -f, the end of FILE's name tells the format. A
pack with errors is not exported unless --allow-problems leaves its broken items out.

What is made for paper (html, pdf, docx) is measured first. Where it runs over its page,
nothing is written, and you are told by how much and what would have to go. All formats can
be made of the same shortened brief with --trim.

The foot of each page names the content it was made of, such as "content 7d2e01ab34cd".
--at exports that content again, also after it has changed, where git still has it."""

STDOUT = "-"
DEFAULT_FORMAT = "md"


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "export", run, DETAILS)
    formats = "md (the default), html, pdf, docx, txt; bib or csl (.json) for its sources"
    parser.add_argument("-f", "--format", metavar="FORMAT", help=formats)
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write it")
    parser.add_argument(
        "--all", metavar="DIR", help="write every brief in every format into a folder"
    )
    parser.add_argument(
        "--brief", metavar="NAME|FILE", help="which of the pack's briefs, or a recipe in a file"
    )
    parser.add_argument(
        "--page", choices=tuple(PAPERS), metavar="PAPER", help="fit-both, a4 or letter"
    )
    parser.add_argument("--trim", action="store_true", help="drop what does not fit the page")
    parser.add_argument("--at", metavar="HASH", help="the content that the foot of a page names")
    parser.add_argument("--force", action="store_true", help="overwrite files")
    parser.add_argument(
        "--allow-problems", action="store_true", help="export a pack that has errors"
    )


def run(args: argparse.Namespace) -> int:
    """Write the brief, or all of them."""
    from pathlib import Path

    from briefing.cli.exits import PROBLEMS, WrongUsage

    if args.all is not None and (args.output is not None or args.brief is not None):
        raise WrongUsage("--all writes every brief under its own name; leave out -o and --brief")
    output = None if args.output in (None, STDOUT) else Path(args.output)
    wanted = _format(args.format, output)
    with without("typing_extensions"):
        import msgspec  # noqa: F401  # of which it takes what Python 3.11 has itself

    pack = _content(args)
    if pack is None:
        return PROBLEMS
    if args.all is not None:
        from briefing.cli.exporting_all import export_all

        return export_all(pack, args)
    from briefing.cli.exporting import export

    return export(pack, args, wanted, output)


def _content(args: argparse.Namespace) -> Pack | None:
    """Return the pack that was asked for, or None where it has errors and is not exported."""
    from briefing.cli.packs import openable, pack_folder
    from briefing.cli.streams import SHOWN_AT_FIRST, complain, complain_of
    from briefing.pack.cache import load_cached
    from briefing.problems import Severity, summary

    folder = pack_folder(args)
    loaded = load_cached(folder)
    loaded = loaded._replace(problems=tuple(openable(folder, p) for p in loaded.problems))
    if args.at is not None:
        from briefing.cli.exporting_at import content_at

        loaded = content_at(args.at, folder, loaded)
    pack, problems = loaded
    errors = [problem for problem in problems if problem.severity == Severity.ERROR]
    complain_of(errors[:SHOWN_AT_FIRST])
    if (left := len(errors) - SHOWN_AT_FIRST) > 0:
        complain(f"… and {left} more; `briefing check` lists them")
    if errors and not args.allow_problems:
        complain(
            f"not exported: {summary(errors)} in the pack; mend them, or leave the broken "
            "items out with --allow-problems"
        )
        return None
    return pack


def _format(wanted: str | None, output: Path | None) -> str:
    """Return the format asked for, else the one that the name of the file tells, else md."""
    from briefing.cli.exits import WrongUsage
    from briefing.export import FORMATS, named_by

    if wanted in FORMATS:
        return wanted
    if wanted is not None:
        raise WrongUsage(unknown("format", wanted, tuple(FORMATS)))
    if output is None:
        return DEFAULT_FORMAT
    if made := named_by(output.name):
        return made.name
    names = ", ".join(FORMATS)
    raise WrongUsage(f'the name "{output}" does not tell the format; add -f with one of {names}')
