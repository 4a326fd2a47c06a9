"""The reader's own notes as a document: each below the item that it is on, with its date."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.describe.common import heading, page
from briefing.document import Block, Document, Paragraph, Run, run
from briefing.pack.pack import Pack, Ref, title
from briefing.words import counted, date
from briefing.workspace import Note

HOW = "No notes yet. Highlight an item in any view and press n to write one."
GONE = "no longer in the pack"


def notes(pack: Pack, written: Mapping[Ref, Note]) -> Document:
    """Return the notes in the order of the pack; those on items that are gone stand last."""
    kept = [ref for ref in pack.items if ref in written]
    gone = [ref for ref in written if ref not in pack.items]
    blocks = [block for ref in kept + gone for block in _note(pack, ref, written[ref])]
    kind = counted(len(written), "note")
    return page(pack, kind, "Your notes", blocks or [Paragraph(run(HOW, "muted"))])


def name(pack: Pack, ref: Ref) -> str:
    """Return the title of an item, or what is left of one that is gone."""
    item = pack.items.get(ref)
    return title(item) if item is not None else str(ref)


def _note(pack: Pack, ref: Ref, note: Note) -> Iterator[Block]:
    yield heading(name(pack, ref), 2, str(ref))
    parts = [str(ref), *([date(note.day)] if note.day else [])]
    told = Run(" · ".join(parts), "muted")
    lost = () if ref in pack.items else (Run(f" · {GONE}", "caution"),)
    yield Paragraph((told, *lost), str(ref))
    # Each line is one of the reader's own, so it stays one.
    for line in note.text.splitlines():
        if line.strip():
            yield Paragraph(run(line.strip()), str(ref))
