"""Sources named in the text, for a page without notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from msgspec.structs import replace

from briefing.document import Block, Cell, Document, Inline, Items, Line, Mark, Run, Table
from briefing.notes import Notes, worth


def in_text(document: Document, notes: Notes) -> Document:
    """Return a document whose marks are replaced by what they lead to: "(Tide survey, ¶ 3)".

    Where a source is named first it is told what it is worth. The document has no notes left.
    """
    named: set[str] = set()

    def attributed(line: Line) -> Line:
        return tuple(_named(part, notes, named) for part in line)

    return replace(document, blocks=_each(document.blocks, attributed), notes=())


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


def _each(blocks: Iterable[Block], change: Callable[[Line], Line]) -> tuple[Block, ...]:
    """Return the blocks with every line changed, in reading order."""
    return tuple(_changed(block, change) for block in blocks)


def _changed(block: Block, change: Callable[[Line], Line]) -> Block:
    match block:
        case Items():
            return replace(block, entries=tuple(_each(entry, change) for entry in block.entries))
        case Table():
            rows = tuple(tuple(_cell(cell, change) for cell in row) for row in block.rows)
            return replace(block, rows=rows)
        case _:
            return replace(block, line=change(block.line))


def _cell(cell: Cell, change: Callable[[Line], Line]) -> Cell:
    return replace(cell, lines=tuple(map(change, cell.lines)))
