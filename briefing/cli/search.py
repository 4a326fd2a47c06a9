"""`briefing search`: find words in a pack."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.cli.parser import Subparsers
    from briefing.search import Hit

DETAILS = """\
Everything that holds all the words is listed, the best match first; the last word may be
unfinished."""

LIMIT = 200
INDENT = "    "


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "search", run, DETAILS)
    parser.add_argument("words", metavar="QUERY", nargs="+", help="one word or more")
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")


def run(args: argparse.Namespace) -> int:
    """Print the items found: kind:id and title, and below them the words in their place."""
    from briefing.cli.columns import aligned, cut
    from briefing.cli.exits import FINE
    from briefing.cli.packs import pack_folder
    from briefing.cli.streams import complain, emit, emit_json, terminal_columns
    from briefing.search import Index
    from briefing.text import one_line

    query = " ".join(args.words)
    index = Index(pack_folder(args))
    hits = index.search(query, LIMIT)
    index.close()
    if args.json:
        emit_json([_as_data(hit) for hit in hits])
    else:
        columns = terminal_columns()
        titles = aligned([(str(hit.ref), hit.title) for hit in hits], columns)
        for title, hit in zip(titles, hits, strict=True):
            emit(title)
            if hit.excerpt:
                emit(INDENT + cut(one_line(hit.excerpt), columns, taken=len(INDENT)))
    if not hits:
        complain(f'nothing found for "{query}"')
    if len(hits) == LIMIT:
        complain(f"only the first {LIMIT} are shown; add a word")
    return FINE


def _as_data(hit: Hit) -> dict[str, str]:
    return {
        "kind": hit.ref.kind,
        "id": hit.ref.id,
        "title": hit.title,
        "context": hit.context,
        "excerpt": hit.excerpt,
    }
