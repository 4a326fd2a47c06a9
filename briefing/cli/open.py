"""`briefing open`: the app."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.cli.parser import Subparsers


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "open", run)
    parser.add_argument(
        "--texts", metavar="DIR", help="the folder with the texts of the sources, for citations"
    )
    parser.add_argument("item", metavar="ITEM", nargs="?", help="an id, or kind:id")


def run(args: argparse.Namespace) -> int:
    """Run the app until the user leaves it."""
    from briefing.cli.exits import WrongUsage
    from briefing.cli.packs import find_item, library_asked_for, pack_folder
    from briefing.cli.streams import has_screen

    if not has_screen():
        raise WrongUsage("the app needs a terminal; `briefing read` prints what it shows")
    texts = None
    if args.texts is not None:
        from pathlib import Path

        from briefing.verify import Texts

        texts = Texts(Path(args.texts)).folder.absolute()
    library = library_asked_for(args) if args.item is None else None
    if library is not None:
        from briefing.tui.start import run_library

        return run_library(library, texts)
    folder = pack_folder(args)
    start = None
    if args.item is not None:
        from briefing.pack.cache import load_cached

        start = find_item(load_cached(folder).pack, args.item)

    from briefing.tui.start import run as run_app

    return run_app(folder, start, texts)
