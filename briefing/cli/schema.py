"""`briefing schema`: what the files of a pack may hold, as JSON Schemas for editors."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command, not_empty

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.cli.parser import Subparsers

DETAILS = """\
With a folder, each schema is written into a file of its own; without one, all are printed as
one JSON object, by file name. Packs keep them in a folder `schema`, where the first line of
each YAML file names its schema: editors with the YAML language server then complete and check
as you type. That server does not look into the front matter of Markdown files; other tools
can, with the schemas for expert, option and source."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "schema", run, DETAILS)
    parser.add_argument(
        "folder", metavar="DIR", nargs="?", type=not_empty, help="where to write them"
    )
    parser.add_argument("--force", action="store_true", help="overwrite files")


def run(args: argparse.Namespace) -> int:
    """Print the schemas, or write them."""
    from pathlib import Path

    from briefing.cli.exits import FINE
    from briefing.cli.packs import shown_from_here
    from briefing.cli.streams import emit, emit_json
    from briefing.export.output import write
    from briefing.pack.schema import as_text, schemas

    made = schemas()
    if args.folder is None:
        emit_json(made)
        return FINE
    folder = Path(args.folder)
    folder.mkdir(exist_ok=True)
    for name, schema in made.items():
        write(folder / name, as_text(schema).encode(), overwrite=args.force)
        emit(shown_from_here(folder / name))
    return FINE
