"""`briefing export`: the brief as a file."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command, unknown

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from pathlib import Path

    from briefing.cli.parser import Subparsers

DETAILS = """\
Without -o, the brief is printed. Without -f, the end of FILE's name tells the format. A
pack with errors is not exported unless --allow-problems leaves its broken items out."""

STDOUT = "-"
DEFAULT_FORMAT = "md"


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "export", run, DETAILS)
    parser.add_argument("-f", "--format", metavar="FORMAT", help="md or txt (md)")
    parser.add_argument("-o", "--output", metavar="FILE", help="where to write it")
    parser.add_argument(
        "--brief", metavar="NAME|FILE", help="which of the pack's briefs, or a recipe in a file"
    )
    parser.add_argument("--force", action="store_true", help="overwrite FILE")
    parser.add_argument(
        "--allow-problems", action="store_true", help="export a pack that has errors"
    )


def run(args: argparse.Namespace) -> int:
    """Write the brief."""
    from pathlib import Path

    from briefing.cli.briefs import find_brief
    from briefing.cli.exits import FINE, PROBLEMS
    from briefing.cli.packs import openable, pack_folder
    from briefing.cli.streams import complain, complain_of, emit_bytes
    from briefing.compose import compose
    from briefing.export import render
    from briefing.pack.cache import load_cached
    from briefing.problems import Severity, summary

    output = None if args.output in (None, STDOUT) else Path(args.output)
    wanted = _format(args.format, output)
    folder = pack_folder(args)
    pack, problems = load_cached(folder)
    errors = [problem for problem in problems if problem.severity == Severity.ERROR]
    if errors:
        complain_of(openable(folder, problem) for problem in errors)
        if not args.allow_problems:
            complain(
                f"not exported: {summary(errors)} in the pack; mend them, or leave the broken "
                "items out with --allow-problems"
            )
            return PROBLEMS
    brief, wrong = find_brief(pack, args.brief)
    if brief is None:
        complain_of(wrong)
        complain(f"not exported: {summary(wrong)} in the brief")
        return PROBLEMS
    data = render(compose(pack, brief), wanted)
    if output is None:
        emit_bytes(data)
        return FINE
    return _write(output, data, args.force)


def _format(wanted: str | None, output: Path | None) -> str:
    """Return the format asked for, else the one that the name of the file tells, else md."""
    from briefing.cli.exits import WrongUsage
    from briefing.export import FORMATS

    if wanted in FORMATS:
        return wanted
    if wanted is not None:
        raise WrongUsage(unknown("format", wanted, tuple(FORMATS)))
    if output is None:
        return DEFAULT_FORMAT
    for made in FORMATS.values():
        if output.suffix.lower() == made.suffix:
            return made.name
    flags = " or ".join(f"-f {name}" for name in FORMATS)
    raise WrongUsage(f'the name "{output}" does not tell the format; add {flags}')


def _write(output: Path, data: bytes, force: bool) -> int:
    """Write the file, after asking where one is there already and someone can answer."""
    from briefing.cli.exits import CANNOT, FINE
    from briefing.cli.streams import can_ask, complain
    from briefing.export.output import write

    if not force and can_ask() and output.is_file():
        force = _agreed(output)
        if not force:
            complain("nothing written")
            return CANNOT
    write(output, data, overwrite=force)
    complain(f"wrote {output}")
    return FINE


def _agreed(output: Path) -> bool:
    """Ask on standard error whether to overwrite a file; no answer means no."""
    import sys

    from briefing.text import one_line

    sys.stderr.write(f"briefing: {one_line(str(output))} exists; overwrite it? [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
