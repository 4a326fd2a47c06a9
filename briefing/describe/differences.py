"""What changed between two states of a pack, as a document: the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from briefing.describe.common import heading
from briefing.diff import Change, Group
from briefing.document import Block, Cell, Document, Field, Items, Line, Paragraph, Run, Table, run
from briefing.pack.pack import Pack
from briefing.phrases import footer
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

COMPARED = 2000
"""Words of a text up to which those that differ are shown as such; finding them takes time."""


def differences(
    pack: Pack, since: str, changes: Iterable[Change], notes: Iterable[str] = ()
) -> Document:
    """Return the changes that led to a pack; `since` says what it is compared with.

    `notes` say what a reader has to know before: that a state could not be read whole.
    """
    found = tuple(changes)
    warned = tuple(Paragraph(run(note, "caution")) for note in notes)
    manifest = pack.manifest
    count = counted(len(found), "change") if found else "no changes"
    return Document(
        title=f"What changed: {manifest.title}",
        meta=f"{count} since {since}",
        date=manifest.as_of,
        blocks=(*warned, *(tuple(blocks(found)) or (Paragraph(run("Nothing has changed.")),))),
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


def changed(changes: Iterable[Change], title: str) -> Document:
    """Return what changed in an item: each text as it was beside what it is, words marked."""
    return Document(title=title, blocks=tuple(block for c in changes for block in _beside(c)))


def _beside(change: Change) -> Iterator[Block]:
    origin = str(change.ref)
    yield Paragraph(run(change.sentence), origin)
    if change.how != "renamed" and (change.before or change.after):
        texts = zip(_marked(change.before, change.after), ("before", "now"), strict=True)
        cells = (Cell((line or run(f"nothing {when}", "muted"),), origin) for line, when in texts)
        yield Table(("Before", "Now"), (tuple(cells),), named=False)


def _marked(before: str, after: str) -> tuple[Line, Line]:
    """Return two texts of which the words that are not in the other are strong."""
    old, new = before.split(), after.split()
    if not (old and new) or max(len(old), len(new)) > COMPARED:
        return run(" ".join(old)) if old else (), run(" ".join(new)) if new else ()
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return (
        _line([(old[i:j], tag) for tag, i, j, _, _ in codes]),
        _line([(new[i:j], tag) for tag, _, _, i, j in codes]),
    )


def _line(parts: Sequence[tuple[list[str], str]]) -> Line:
    said = [(" ".join(words), tag) for words, tag in parts if words]
    runs = [Run(text, "plain" if tag == "equal" else "strong") for text, tag in said]
    return tuple(part for one in runs for part in (Run(" "), one))[1:]
