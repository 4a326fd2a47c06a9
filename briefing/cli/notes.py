"""`briefing notes`: the reader's own notes as Markdown."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.cli.parser import Subparsers

DETAILS = """\
Notes are written in the app, with n on the highlighted item, and kept on this machine.
Each is printed below the item that it is on, with the day it was last changed."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "notes", run, DETAILS)
    output = parser.add_mutually_exclusive_group()
    output.add_argument("-o", "--output", metavar="FILE", help="write to a file")
    output.add_argument("--json", action="store_true", help="print JSON, for programs")
    parser.add_argument("--force", action="store_true", help="replace FILE without asking")


def run(args: argparse.Namespace) -> int:
    """Print the notes, or write them to a file."""
    from pathlib import Path

    from briefing.cli.exits import FINE
    from briefing.cli.exporting import write_file
    from briefing.cli.packs import load_pack
    from briefing.cli.streams import emit, emit_json
    from briefing.describe.noted import name, notes
    from briefing.export.markdown import render
    from briefing.problems import CannotRead
    from briefing.text import visible
    from briefing.workspace import Workspace

    pack = load_pack(args).pack
    workspace = Workspace()
    if not workspace.durable:
        raise CannotRead(workspace.reason)
    written = {
        ref: note._replace(text=visible(note.text))
        for ref, note in workspace.notes(pack.manifest.id).items()
    }
    if args.json:
        emit_json(
            [
                {"kind": ref.kind, "id": ref.id, "title": name(pack, ref), **note._asdict()}
                for ref, note in written.items()
            ]
        )
        return FINE
    text = render(notes(pack, written))
    if args.output is None:
        emit(text.rstrip("\n"))
        return FINE
    return write_file(Path(args.output), text.encode(), args.force)
