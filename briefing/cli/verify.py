"""`briefing verify`: citations held against the texts of their sources."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command, not_empty

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from briefing.cli.parser import Subparsers
    from briefing.pack.pack import Pack
    from briefing.verify import Check, CheckedLine, Verification

DETAILS = """\
DIR holds the texts that the citations were made against, by the names that the sources of
the pack give in "text_file". A citation is verified where its text has the hash on record,
its paragraphs exist, and all its terms stand in them. Numbers count in any common form.

The exit code is 1 where a citation failed, and where an error leaves something out of the
pack, which then is not held against its texts either. -f or -o make a report to be signed, such as
-o report.pdf; the end of FILE's name tells the format."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    from briefing.cli.reports import add_report_options

    parser = add_command(subparsers, "verify", run, DETAILS)
    parser.add_argument(
        "--texts",
        metavar="DIR",
        required=True,
        type=not_empty,
        help="the folder with the texts of the sources",
    )
    add_report_options(parser, "a report to be signed")


def run(args: argparse.Namespace) -> int:
    """Print what came of it, or write the report."""
    from pathlib import Path

    from briefing.cli.exits import FINE, PROBLEMS
    from briefing.cli.packs import load_pack, pack_folder
    from briefing.cli.reports import hand_over, print_text, wanted_format
    from briefing.cli.streams import emit_json
    from briefing.describe.verification import verification
    from briefing.problems import Severity, count
    from briefing.verify import Texts, verify

    wanted = wanted_format(args)
    texts = Texts(Path(args.texts))
    pack, problems = load_pack(args)
    errors, _ = count(problems)
    found = verify(pack, texts)
    _refuse_nothing(found, args.texts)
    wrong = any(problem.severity == Severity.ERROR for problem in found.problems)
    code = PROBLEMS if wrong or errors else FINE
    if args.json:
        emit_json(as_data(pack, found, errors))
    elif wanted is None:
        shown = _openable(found, pack_folder(args))
        print_text(verification(pack, shown, errors=errors, to_sign=False))
    else:
        code = hand_over(verification(pack, found, errors=errors), wanted, args) or code
    return code


def _refuse_nothing(found: Verification, folder: str) -> None:
    """Raise `CannotRead` where not one of the texts on record is at hand."""
    from briefing.problems import CannotRead
    from briefing.text import one_line

    if found.texts and all(checked.text.state == "missing" for checked in found.texts):
        raise CannotRead(
            f"{one_line(folder)} holds none of the texts that the pack records, such as "
            f"{found.texts[0].text.file}"
        )


def _openable(found: Verification, folder: Path) -> Verification:
    """Return the same with paths by which the files can be opened from here."""
    from briefing.cli.packs import openable
    from briefing.verify import Verification

    def opened(part: Any) -> Any:
        return part._replace(problems=tuple(openable(folder, p) for p in part.problems))

    lines = (line._replace(checks=tuple(map(opened, line.checks))) for line in found.lines)
    return Verification(tuple(map(opened, found.texts)), tuple(lines))


def as_data(pack: Pack, found: Verification, errors: int) -> dict[str, Any]:
    """Return what came of it as a program wants it; paragraphs are told where one failed."""
    from collections import Counter

    from briefing.cli.check import as_data as problem_data

    outcomes = Counter(check.outcome for check in found.checks)
    return {
        "pack": pack.manifest.id,
        "content": pack.digest,
        "errors": errors,
        "citations": len(found.checks),
        "verified": outcomes["verified"],
        "failed": outcomes["failed"],
        "not_at_hand": outcomes["not at hand"],
        "texts": [
            {
                "source": checked.source.id,
                "file": checked.text.file,
                "state": checked.text.state,
                "sha256": checked.text.sha256,
                "sha256_on_record": checked.source.sha256,
                "paragraphs": len(checked.text.paragraphs),
                "reason": checked.text.reason,
                "problems": [problem_data(problem) for problem in checked.problems],
            }
            for checked in found.texts
        ],
        "lines": [_line(line) for line in found.lines],
    }


def _line(line: CheckedLine) -> dict[str, Any]:
    return {
        "item": str(line.ref),
        "part": line.part,
        "text": line.text,
        "outcome": line.outcome.replace(" ", "-"),
        "citations": [_check(check) for check in line.checks],
    }


def _check(check: Check) -> dict[str, Any]:
    from briefing.cli.check import as_data as problem_data

    citation = check.citation
    data: dict[str, Any] = {
        "source": citation.source,
        "at": citation.at if isinstance(citation.at, str) else list(citation.at),
        "terms": list(citation.terms),
        "file": citation.place.file,
        "line": citation.place.line,
        "outcome": check.outcome.replace(" ", "-"),
        "problems": [problem_data(problem) for problem in check.problems],
    }
    if check.outcome == "failed":
        data["paragraphs"] = {passage.number: passage.text for passage in check.passages}
    return data
