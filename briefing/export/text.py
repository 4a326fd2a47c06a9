"""A document as linear plain text, for screen readers, pipes and mail: no boxes, no columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Line,
    Mark,
    Paragraph,
    Run,
    Table,
)
from briefing.text import one_line, width, wrap

_UNDERLINES = {1: "=", 2: "-"}
_HANG = "  "
_NARROWEST = 20
"""Cells that a line keeps at least: lists nested deeper are not indented further."""


def render(document: Document, columns: int = 72) -> str:
    """Return the document in lines of at most `columns` cells (20 or more).

    Marks stand as [1] behind the text, and the addresses of links at the end of it.
    """
    parts = [_heading(1, document.title, columns), wrap(one_line(document.meta), columns)]
    parts += _blocks(document.blocks, columns)
    if document.notes:
        parts.append(_heading(2, document.notes_title, columns))
        notes = (f"[{note.number}] {_said(note.line)}" for note in document.notes)
        parts.append([line for note in notes for line in wrap(note, columns, _HANG)])
    parts.append(wrap(one_line(document.footer), columns))
    return "\n\n".join(filter(None, map("\n".join, parts))) + "\n"


def _blocks(blocks: Iterable[Block], columns: int) -> Iterator[list[str]]:
    """Yield what stands apart by an empty line; fields stand together."""
    for kind, run in groupby(blocks, type):
        parts = [part for block in run for part in _block(block, columns)]
        if kind is Field:
            yield [line for part in parts for line in part]
        else:
            yield from parts


def _block(block: Block, columns: int) -> Iterator[list[str]]:
    match block:
        case Heading():
            yield _heading(block.level, _said(block.line), columns)
        case Paragraph():
            yield wrap(_said(block.line), columns)
        case Field():
            yield _labelled(block.label, [block.line], columns)
        case Items():
            numbered = enumerate(block.entries, 1)
            entries = ((f"{n}. " if block.ordered else "- ", entry) for n, entry in numbered)
            yield [line for pair in entries for line in _entry(*pair, columns)]
        case Table():
            if block.caption:
                yield wrap(one_line(block.caption), columns)
            for row in block.rows:
                yield _row(block, row, columns)


def _heading(level: int, text: str, columns: int) -> list[str]:
    lines = wrap(one_line(text), columns)
    if level in _UNDERLINES:
        lines.append(_UNDERLINES[level] * max(map(width, lines)))
    return lines


def _entry(marker: str, entry: tuple[Block, ...], columns: int) -> Iterator[str]:
    """Yield the lines of one entry of a list: its text, then what belongs to it."""
    room = columns - len(marker)
    hang = " " * len(marker) if room >= _NARROWEST else ""
    first, *rest = [line for part in _blocks(entry[:1], room) for line in part]
    yield marker + first
    yield from (hang + line for line in rest)
    for part in _blocks(entry[1:], columns - len(hang)):
        yield from (hang + line for line in part)


def _row(table: Table, row: tuple[Cell, ...], columns: int) -> list[str]:
    """Return a row as its name, where it has one, and a line for each of its other cells."""
    lines: list[str] = []
    for number, (label, cell) in enumerate(zip(table.header, row, strict=True)):
        if table.named and number == 0:
            lines += [part for line in cell.lines for part in wrap(_said(line), columns)]
        elif cell.lines:
            lines += _labelled(label, cell.lines, columns)
    return lines


def _labelled(label: str, values: Sequence[Line], columns: int) -> list[str]:
    """Return "label: value"; further lines of the value stand below the first."""
    first, *rest = map(_said, values)
    lines = wrap(f"{one_line(label)}: {first}", columns, _HANG)
    return lines + [_HANG + line for text in rest for line in wrap(text, columns - len(_HANG))]


def _said(line: Line) -> str:
    """Return a line with its marks, and with the addresses that it links to."""
    parts = [
        " [" + ",".join(map(str, part.notes)) + "]" if isinstance(part, Mark) else part.text
        for part in line
    ]
    links = [part.url for part in line if isinstance(part, Run) and part.url not in ("", part.text)]
    return one_line(" ".join(["".join(parts), *(f"<{url}>" for url in dict.fromkeys(links))]))
