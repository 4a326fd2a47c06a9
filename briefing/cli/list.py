"""`briefing list`: ids and titles."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command, unknown

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.cli.parser import Subparsers
    from briefing.pack.pack import Pack
    from briefing.pack.recipe import Brief


KINDS = {
    "side": "sides",
    "criterion": "criteria",
    "judgement": "judgements",
    "dimension": "dimensions",
    "claim": "claims",
    "question": "questions",
    "expert": "experts",
    "option": "options",
    "source": "sources",
    "brief": "briefs",
}
"""The kinds that can be listed, each with its plural."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    kinds = ", ".join(KINDS.values())
    details = f"KIND is one of {kinds}; or packs, for those that -p takes by name from here."
    parser = add_command(subparsers, "list", run, details)
    parser.add_argument("kind", metavar="KIND", nargs="?", help="only this kind")
    parser.add_argument("--json", action="store_true", help="print JSON, for programs")


def run(args: argparse.Namespace) -> int:
    """Print one line for each item: its id (or kind:id among several kinds) and its title.

    Briefs, listed on their own, also have how much paper they may take.
    """
    if args.kind in ("pack", "packs"):
        return _list_packs(as_json=args.json)
    from briefing.cli.columns import aligned
    from briefing.cli.exits import FINE
    from briefing.cli.packs import load_pack
    from briefing.cli.papers import pages
    from briefing.cli.streams import emit, emit_json, terminal_columns

    wanted = _kind(args.kind)
    pack = load_pack(args).pack
    rows = [row for row in _rows(pack) if wanted in (None, row[0])]
    briefs = {brief.id: brief for brief in pack.briefs}
    if args.json:
        emit_json([_as_data(*row, briefs) for row in rows])
        return FINE
    shown: list[tuple[str, ...]]
    if wanted == "brief":
        shown = [(name, pages(briefs[name]), title) for _, name, title in rows]
    else:
        shown = [(name if wanted else f"{kind}:{name}", title) for kind, name, title in rows]
    for line in aligned(shown, terminal_columns()):
        emit(line)
    return FINE


def _list_packs(*, as_json: bool) -> int:
    """Print the shipped packs and those in the working directory: what -p takes, and the title."""
    from briefing.cli.columns import aligned
    from briefing.cli.exits import FINE
    from briefing.cli.streams import emit, emit_json, terminal_columns
    from briefing.pack.library import named_packs, read_pack

    rows = [
        (name, read if isinstance(read, str) else read.pack.manifest.title, str(folder))
        for name, folder in named_packs().items()
        for read in [read_pack(folder)]
    ]
    if as_json:
        emit_json([dict(zip(("name", "title", "folder"), row, strict=True)) for row in rows])
        return FINE
    for line in aligned([row[:2] for row in rows], terminal_columns()):
        emit(line)
    return FINE


def _kind(name: str | None) -> str | None:
    """Return the kind that a singular or a plural stands for."""
    if name is None or name in KINDS:
        return name
    for kind, plural in KINDS.items():
        if name == plural:
            return kind
    from briefing.cli.exits import WrongUsage

    raise WrongUsage(unknown("kind", name, (*KINDS.values(), "packs")))


def _rows(pack: Pack) -> list[tuple[str, str, str]]:
    """Return kind, id and title of everything that has an id."""
    from briefing.pack.pack import title

    return [
        *(("side", side.id, side.name) for side in pack.sides),
        *(("criterion", criterion.id, criterion.name) for criterion in pack.criteria),
        *((ref.kind, ref.id, title(item)) for ref, item in pack.items.items()),
    ]


def _as_data(kind: str, name: str, title: str, briefs: Mapping[str, Brief]) -> dict[str, object]:
    """Return an item as a program wants it."""
    data: dict[str, object] = {"kind": kind, "id": name, "title": title}
    if kind == "brief":
        data |= {"max_pages": briefs[name].max_pages, "page": briefs[name].page}
    return data
