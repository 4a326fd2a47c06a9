"""Sources named in the text, for a page without notes."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.document import Document, Inline, Line, Mark, Run, rewritten
from briefing.notes import Notes, worth


def in_text(document: Document, notes: Notes) -> Document:
    """Return a document whose marks are replaced by what they lead to: "(Tide survey, ¶ 3)".

    Where a source is named first it is told what it is worth. The document has no notes left.
    """
    named: set[str] = set()

    def attributed(line: Line) -> Line:
        return tuple(_named(part, notes, named) for part in line)

    return replace(document, blocks=rewritten(document.blocks, attributed), notes=())


def _named(part: Inline, notes: Notes, named: set[str]) -> Inline:
    if not isinstance(part, Mark):
        return part
    told = []
    for number in part.notes:
        source, locator = notes.place(number)
        first = [] if source.id in named else [worth(source).replace(";", ",")]
        named.add(source.id)
        told.append(", ".join([source.label, locator, *first]))
    return Run(f" ({'; '.join(told)})") if told else Run("")
