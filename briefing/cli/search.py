"""`briefing search`: find words in a pack."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.cli.parser import Subparsers
    from briefing.search import Found, Group, Hit

DETAILS = """\
Everything that holds all the words is listed, kind by kind, the best first: what goes by
that very name, then what has the words in its title. The last word may be unfinished.

  "export controls"     these words, one after another (in the shell: '"export controls"')
  chips -huawei         without a word (in the shell: "chips -huawei")
  kind:claim            judgement, dimension, option, expert, question, claim, term, source
  side:china            of a side, by its id or name
  expert:ding           what involves an expert
  status:contested      claims of a status
  source:s-report       what rests on a source

Filters may be combined with words and with one another; a filter alone lists all."""

LIMIT = 50
"""So many of a kind on a terminal; who reads on does so in a pipe."""
INDENT = "    "
BOLD, END = "\x1b[1m", "\x1b[22m"


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "search", run, DETAILS)
    parser.add_argument("words", metavar="QUERY", nargs="+", help="one word or more")
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")


def run(args: argparse.Namespace) -> int:
    """Print the items found: kind:id and title, and below them the words in their place."""
    from briefing.cli.exits import FINE, USAGE
    from briefing.cli.packs import pack_folder
    from briefing.cli.streams import complain, emit_json, terminal_columns
    from briefing.search import Index

    query = " ".join(args.words)
    columns = terminal_columns()
    index = Index(pack_folder(args))
    found = index.search(query, LIMIT if columns and not args.json else None)
    index.close()
    if args.json:
        emit_json([_as_data(hit) for hit in found.hits])
    else:
        _list(found, columns)
    for told in found.told:
        complain(told)
    if not (found.groups or found.told):
        near = " or ".join(f'"{other}"' for other in found.near)
        complain(f'nothing found for "{query}"' + (f" – did you mean {near}?" if near else ""))
    return USAGE if found.told else FINE


def _list(found: Found, columns: int | None) -> None:
    """Print what was found; on a terminal with headings, and with the words marked."""
    from briefing.cli.columns import aligned, cut
    from briefing.cli.streams import emit, has_colour
    from briefing.text import one_line

    marking = has_colour()
    hits = found.hits
    titles = aligned([(one_line(str(hit.ref)), hit.title) for hit in hits], columns)
    for group in found.groups:
        if columns:
            heading = cut(_heading(group), columns)
            emit(_marked(heading, [(0, len(heading))] if marking else ()))
        for hit in group.hits:
            line = next(titles)
            name = len(one_line(str(hit.ref)))
            start = len(line) - len(line[name:].lstrip())
            emit(_marked(line, hit.title_spans if marking else (), start))
            if hit.excerpt:
                line = INDENT + cut(hit.excerpt, columns, taken=len(INDENT))
                emit(_marked(line, hit.spans if marking else (), len(INDENT)))


def _heading(group: Group) -> str:
    from briefing.search import KINDS, MANY

    total = f"more than {MANY}" if group.total == MANY else group.total
    said = f"{KINDS[group.kind].capitalize()} ({total})"
    shown = len(group.hits)
    return f"{said}, the first {shown}; add a word or a filter" if shown < group.total else said


def _marked(line: str, spans: Sequence[tuple[int, int]], shift: int = 0) -> str:
    """Return a line with the words in it made bold, as far as they were not cut off."""
    for start, end in reversed(spans):
        start, end = start + shift, min(end + shift, len(line))
        if start < end:
            line = f"{line[:start]}{BOLD}{line[start:end]}{END}{line[end:]}"
    return line


def _as_data(hit: Hit) -> dict[str, str]:
    return {
        "kind": hit.ref.kind,
        "id": hit.ref.id,
        "title": hit.title,
        "context": hit.context,
        "excerpt": hit.excerpt,
    }
