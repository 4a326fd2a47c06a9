"""`briefing diff`: what changed in a pack, in the reader's terms."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from briefing.cli.parser import Subparsers
    from briefing.diff import Change
    from briefing.pack.pack import Pack

DETAILS = """\
OLD and NEW are folders with a pack, or revisions in git of the pack's folder, such as HEAD~3,
a branch, a tag or the id of a commit. Without NEW, the pack as it is now is compared with OLD.

What is most important comes first: judgements, the status of claims, positions, options,
sources. Items that have another id or other words are told as such."""

SHOWN = 12
"""So many digits of a commit and of a content hash are shown."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    from briefing.cli.reports import add_report_options

    parser = add_command(subparsers, "diff", run, DETAILS)
    parser.add_argument("old", metavar="OLD", help="a folder or a revision")
    parser.add_argument("new", metavar="NEW", nargs="?", help="another one; the pack as it is now")
    add_report_options(parser, "the changes")


def run(args: argparse.Namespace) -> int:
    """Print the changes, or write them as a document."""
    from briefing.cli.exits import FINE
    from briefing.cli.packs import load_pack, pack_folder
    from briefing.cli.reports import hand_over, print_text, wanted_format
    from briefing.cli.streams import emit_json
    from briefing.describe.differences import differences
    from briefing.diff import diff

    wanted = wanted_format(args)
    folder = pack_folder(args)
    old, since = _state(folder, args.old)
    new = load_pack(args).pack if args.new is None else _state(folder, args.new)[0]
    changes = diff(old, new)
    if args.json:
        emit_json(as_data(old, new, changes))
        return FINE
    document = differences(new, since, changes)
    if wanted is not None:
        return hand_over(document, wanted, args)
    print_text(document)
    return FINE


def _state(folder: Path, name: str) -> tuple[Pack, str]:
    """Return the pack that a name stands for, and what to call that; raises `CannotRead`."""
    from pathlib import Path
    from tempfile import TemporaryDirectory

    from briefing.pack.revisions import lay, named
    from briefing.paths import PACK_FILE
    from briefing.problems import CannotRead
    from briefing.text import one_line

    path = Path(name)
    if path.name == PACK_FILE:
        path = path.parent
    if (path / PACK_FILE).exists():
        pack = _read(path, name)
        return pack, f"{one_line(name)} (content {pack.digest[:SHOWN]})"
    try:
        revision = named(folder, name)
    except CannotRead as error:
        raise CannotRead(
            f'"{name}" is neither a folder with a pack nor a revision of this one: {error}'
        ) from None
    with TemporaryDirectory() as place:
        laid = lay(folder, revision, Path(place))
        if not (laid / PACK_FILE).is_file():
            raise CannotRead(f"revision {name} holds no pack in {one_line(str(folder))}")
        pack = _read(laid, name)
    return pack, f"revision {revision.commit[:SHOWN]} of {revision.date}"


def _read(folder: Path, name: str) -> Pack:
    """Return the pack in a folder; what is wrong with it is counted on standard error."""
    from briefing.cli.streams import complain
    from briefing.pack.loader import load
    from briefing.problems import summary

    pack, problems = load(folder)
    if problems:
        complain(f"{summary(problems)} in {name}, broken items left out")
    return pack


def as_data(old: Pack, new: Pack, changes: tuple[Change, ...]) -> dict[str, Any]:
    """Return the changes as a program wants them."""
    return {
        "pack": new.manifest.id,
        "old": old.digest,
        "new": new.digest,
        "changes": [_change(change, new) for change in changes],
    }


def _change(change: Change, new: Pack) -> dict[str, Any]:
    item = new.items.get(change.ref)
    return {
        "group": change.group.name.lower(),
        "how": change.how,
        "item": str(change.ref),
        "was": str(change.was) if change.was else None,
        "about": change.about,
        "sentence": change.sentence,
        "before": change.before,
        "after": change.after,
        "file": item.place.file if item else None,
        "line": item.place.line if item else None,
    }
