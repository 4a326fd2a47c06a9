"""A document as the template of printed pages wants it: plain data, every text made safe."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from math import inf
from typing import Any

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Line,
    Mark,
    Note,
    Paragraph,
    Run,
    Table,
)
from briefing.export.layout import shares, whole
from briefing.text import one_line, visible

Data = dict[str, Any]

_SPACE = re.compile(r"\s+")
_TIED = re.compile(r"(?<=¶) (?=\d)|(?<=[a-z]) (?=\d{4}\))")
"""Spaces that no line breaks at: before a paragraph's number, and in "(January 2025)"."""
_WEB = ("https://", "http://", "mailto:")
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_LANGUAGE = re.compile(r"([a-z]{2,3})(-[a-z]{4})?(-([a-z]{2}))?(-[a-z0-9]+)*")
_LINE = 490.0
"""Points that a line of text may take; each level of a list takes `_INDENT` off them."""
_INDENT = 12.0
_GUTTER = 9.0
_EM = 10.0
"""Points that no character of body text is wider than."""
_DEEPEST = 8
"""Lists nested deeper are drawn as part of the entry that they stand in."""


def data(document: Document) -> Data:
    """Return the document as plain data: titles, pages and blocks for `page.typ`.

    White space is folded, and what could drive a terminal or reorder text has a stand-in.
    """
    language = _LANGUAGE.fullmatch(document.language.lower())
    date = _DATE.match(document.date)
    footer = one_line(document.footer)
    return {
        "title": one_line(document.title),
        "heading": _text(document.title, inf),
        "language": (language[1], language[4]) if language else ("en", None),
        "date": [int(part or 1) for part in date.groups()] if date else None,
        "keywords": [footer] if footer else [],
        "meta": _text(document.meta, _LINE),
        "footer": _text(document.footer, _LINE / 2),
        "paper": document.paper,
        "blocks": list(_blocks(document.blocks, 0)),
        "notes_title": _text(document.notes_title, inf),
        "notes": [_note(note) for note in document.notes],
    }


def _blocks(blocks: Iterable[Block], depth: int) -> Iterator[Data]:
    """Yield the blocks of a list entry, or of the document itself where `depth` is 0."""
    room = _LINE - depth * _INDENT
    level = 1
    for block in blocks:
        match block:
            case Heading() if _line(block.line, inf):  # an empty one breaks PDF/UA-1, 7.4
                level = max(2, min(block.level, level + 1, 6))  # PDF/UA-1, 7.4.2: none skipped
                yield {"kind": "heading", "level": level, **_said(block, inf)}
            case Paragraph():
                yield {"kind": "paragraph", **_said(block, room)}
            case Field():
                yield {"kind": "field", "label": _text(block.label, room), **_said(block, room)}
            case Items() if depth < _DEEPEST:
                entries = [list(_blocks(entry, depth + 1)) for entry in block.entries]
                yield {"kind": "items", "ordered": block.ordered, "entries": entries}
            case Items():
                for entry in block.entries:
                    yield from _blocks(entry, depth)
            case Table():
                yield _table(block)


def _said(block: Heading | Paragraph | Field, room: float) -> Data:
    return {"line": _line(block.line, room), "origin": block.origin or None}


def _note(note: Note) -> Data:
    return {"number": note.number, "line": _line(note.line, _LINE), "origin": f"note:{note.number}"}


def _table(table: Table) -> Data:
    columns = shares(table)
    rooms = [_LINE * share - _GUTTER for share in columns]
    return {
        "kind": "table",
        "shares": columns,
        "caption": _text(table.caption, _LINE) if table.caption else None,
        "header": [_text(name, room) for name, room in zip(table.header, rooms, strict=True)],
        "rows": [
            _row(row, rooms, named=table.named, breakable=not whole(row, columns))
            for row in table.rows
        ],
    }


def _row(row: tuple[Cell, ...], rooms: list[float], *, named: bool, breakable: bool) -> list[Data]:
    return [
        {
            "lines": [_line(line, room) for line in cell.lines],
            "name": named and column == 0,
            "origin": cell.origin or None,
            "breakable": breakable,
        }
        for column, (cell, room) in enumerate(zip(row, rooms, strict=True))
    ]


def _line(line: Line, room: float) -> list[Data]:
    """Return a line with its white space folded, as if it were one text.

    Marks stand right behind the word before them.
    """
    parts: list[Data] = []
    open_end = False  # whether a space may follow
    for part in line:
        if isinstance(part, Mark):
            if parts and "text" in parts[-1]:
                parts[-1]["text"] = parts[-1]["text"].rstrip(" ")
            parts.append({"notes": part.notes, "apart": bool(parts)})
            open_end = True
            continue
        text = _SPACE.sub(" ", visible(part.text))
        if not open_end:
            text = text.lstrip(" ")
        if text:
            open_end = not text.endswith(" ")
            parts.append(_part(text, room, part))
    return parts


def _text(text: str, room: float) -> Data:
    return _part(one_line(text), room, Run(text))


def _part(text: str, room: float, run: Run) -> Data:
    long = max(map(len, text.split(" "))) * _EM > room
    url = run.url if run.url.lower().startswith(_WEB) else None
    text = _TIED.sub("\N{NO-BREAK SPACE}", text)
    return {"text": text, "tone": run.tone, "url": url, "room": room if long else None}
