"""What changed between two states of a pack, as a document: the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from briefing.compose import footer
from briefing.describe.common import heading
from briefing.diff import Change, Group
from briefing.document import Block, Document, Field, Items, Paragraph, run
from briefing.pack.pack import Pack
from briefing.words import counted

HEADINGS: dict[Group, str] = {
    Group.JUDGEMENTS: "Key judgements",
    Group.PACK: "The pack",
    Group.CLAIMS: "Claims",
    Group.COMPARISON: "Comparison",
    Group.POSITIONS: "Expert views",
    Group.OPTIONS: "Options",
    Group.SOURCES: "Sources",
    Group.BRIEFS: "Briefs",
}


def differences(pack: Pack, since: str, changes: Iterable[Change]) -> Document:
    """Return the changes that led to a pack; `since` says what it is compared with."""
    found = tuple(changes)
    manifest = pack.manifest
    count = counted(len(found), "change") if found else "no changes"
    return Document(
        title=f"What changed: {manifest.title}",
        meta=f"{count} since {since}",
        date=manifest.as_of,
        blocks=tuple(blocks(found)) or (Paragraph(run("Nothing has changed.")),),
        footer=footer(pack),
        max_pages=1000,
    )


def blocks(changes: Iterable[Change]) -> Iterator[Block]:
    """Yield the changes under a heading for each group, texts as they were and are below them."""
    for group, found in groupby(changes, lambda change: change.group):
        yield heading(HEADINGS[group])
        yield Items(tuple(tuple(_entry(change)) for change in found))


def _entry(change: Change) -> Iterator[Block]:
    origin = str(change.ref)
    yield Paragraph(run(change.sentence), origin)
    for label, text in (("Before", change.before), ("Now", change.after)):
        if change.how != "renamed" and text and text not in change.sentence:
            yield Field(label, run(text), origin)
