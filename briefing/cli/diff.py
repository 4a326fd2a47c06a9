"""`briefing diff`: what changed in a pack, in the reader's terms."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command, not_empty

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from briefing.cli.parser import Subparsers
    from briefing.diff import Change
    from briefing.pack.loaded import Loaded
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
    parser.add_argument("old", metavar="OLD", type=not_empty, help="a folder or a revision")
    parser.add_argument(
        "new", metavar="NEW", nargs="?", type=not_empty, help="another one; the pack as it is now"
    )
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
    before, since = _state(folder, args.old)
    after = load_pack(args) if args.new is None else _state(folder, args.new)[0]
    old, new = before.pack, after.pack
    changes = diff(old, new)
    if args.json:
        emit_json(as_data(before, after, changes))
        return FINE
    names = (args.old, args.new or "the pack as it is now")
    notes = (_note(*state) for state in zip(names, (before, after), strict=True))
    document = differences(new, since, changes, filter(None, notes))
    if wanted is not None:
        return hand_over(document, wanted, args)
    print_text(document)
    return FINE


def _note(name: str, state: Loaded) -> str:
    """Say that what is broken in a state is not compared, where there is such."""
    from briefing.problems import count
    from briefing.text import one_line
    from briefing.words import counted

    errors, _ = count(state.problems)
    told = f"{counted(errors, 'error')} in {one_line(name)}: what is broken counts as not there."
    return told if errors else ""


def _state(folder: Path, name: str) -> tuple[Loaded, str]:
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
        state = _read(path, name)
        return state, f"{one_line(name)} (content {state.pack.digest[:SHOWN]})"
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
        state = _read(laid, name)
    return state, f"revision {revision.commit[:SHOWN]} of {revision.date}"


def _read(folder: Path, name: str) -> Loaded:
    """Return the pack in a folder; what is wrong with it is counted on standard error."""
    from briefing.cli.streams import complain
    from briefing.pack.loader import load
    from briefing.problems import summary

    state = load(folder)
    if state.problems:
        complain(f"{summary(state.problems)} in {name}, broken items left out")
    return state


def as_data(old: Loaded, new: Loaded, changes: tuple[Change, ...]) -> dict[str, Any]:
    """Return the changes as a program wants them."""
    from briefing.problems import count

    return {
        "pack": new.pack.manifest.id,
        "old": old.pack.digest,
        "old_errors": count(old.problems)[0],
        "new": new.pack.digest,
        "new_errors": count(new.problems)[0],
        "changes": [_change(change, new.pack) for change in changes],
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
