"""`briefing read`: a view or an item as linear text, for screen readers, pipes and pagers."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.cli.parser import Subparsers

DETAILS = """\
ITEM is an id, kind:id, or the name of a view. Without one, the overview is printed.
Lines are 72 columns wide, or as wide as the terminal up to 100."""

COLUMNS = 72
LEAST_COLUMNS, MOST_COLUMNS = 20, 100


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "read", run, DETAILS)
    parser.add_argument("item", metavar="ITEM", nargs="?", default="overview", help="what to print")


def run(args: argparse.Namespace) -> int:
    """Print the text."""
    from briefing import describe
    from briefing.cli.exits import FINE
    from briefing.cli.packs import find_item, load_pack
    from briefing.cli.streams import emit, terminal_columns
    from briefing.export.text import render

    pack = load_pack(args).pack
    if args.item in describe.VIEWS:
        document = describe.view(pack, args.item)
    else:
        document = describe.item(pack, find_item(pack, args.item, tuple(describe.VIEWS)))
    columns = min(max(terminal_columns() or COLUMNS, LEAST_COLUMNS), MOST_COLUMNS)
    emit(render(document, columns).rstrip("\n"))
    return FINE
