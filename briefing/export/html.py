"""A document as one web page that needs nothing else: no script, and nothing from elsewhere.

Foreign text is escaped wherever it stands, links lead to web and mail addresses only, and the
page forbids the browser whatever it does not hold itself (Content Security Policy Level 3).
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from hashlib import sha256
from html import escape
from itertools import groupby
from pathlib import Path
from urllib.parse import quote

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
    Paper,
    Paragraph,
    Run,
    Table,
    Tone,
)
from briefing.export.layout import shares, whole
from briefing.text import one_line, visible

_STYLE = Path(__file__).with_suffix(".css")
_PAGE: dict[Paper, str] = {
    "fit-both": "size: auto; margin: 18mm max(18mm, 50% - 87mm) max(18mm, 100% - 261.4mm);",
    "a4": "size: A4;",
    "letter": "size: letter;",
}
"""The page in print. What fits both keeps to a block of 174 by 243.4 mm on any paper."""
_ADDRESS = re.compile(r"https?://|mailto:", re.IGNORECASE)
_IN_ADDRESS = "!#$%&'()*+,/:;=?@[]~"
_TAGS: dict[Tone, str] = {"strong": "strong", "emphasis": "em", "found": "strong"}
_BACK = "↑"


def render(document: Document) -> str:
    """Return the document as HTML, ending with one line feed.

    Notes are marked up as the Digital Publishing WAI-ARIA Module 1.1 has it, and the page
    meets WCAG 2.2 AA on screens from 320 pixels wide.
    """
    drawing = _Drawing()
    main = [*drawing.blocks(document.blocks), *drawing.notes(document)]
    parts = [
        *_head(document),
        "<body>",
        f"<header>\n<h1>{_text(document.title)}</h1>",
        *_optional("p", document.meta),
        "</header>",
        "<main>",
        *main,
        "</main>",
        *_optional("footer", document.footer),
        "</body>",
        "</html>",
    ]
    return "\n".join(parts) + "\n"


def _head(document: Document) -> Iterator[str]:
    style = "\n" + _style(document)
    digest = b64encode(sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield "<!DOCTYPE html>"
    yield f'<html lang="{_attribute(document.language)}">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield f"<title>{_text(document.title)}</title>"
    for name, content in (
        ("viewport", "width=device-width, initial-scale=1"),
        ("color-scheme", "light dark"),
        ("referrer", "no-referrer"),
        ("description", document.meta),
        ("date", document.date),
    ):
        if content:
            yield f'<meta name="{name}" content="{_attribute(content)}">'
    yield f"<style>{style}</style>"
    yield "</head>"


def _style(document: Document) -> str:
    """Return the style sheet with what belongs to this document: its paper, foot and columns."""
    foot = _css_string(document.footer)
    rules = [
        f"@page {{ {_PAGE[document.paper]} @bottom-left {{ content: {foot}; }} }}",
        *_columns(document.blocks),
    ]
    return _STYLE.read_text(encoding="utf-8") + "\n".join(rules) + "\n"


def _columns(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the widths of the columns of every table, by the number of the table."""
    for number, table in enumerate(_tables(blocks), 1):
        for column, share in enumerate(shares(table), 1):
            yield f"#table-{number} col:nth-child({column}) {{ width: {share:.2%}; }}"


def _tables(blocks: Iterable[Block]) -> Iterator[Table]:
    for block in blocks:
        match block:
            case Table():
                yield block
            case Items():
                for entry in block.entries:
                    yield from _tables(entry)


class _Drawing:
    """The blocks of one page, with what they must know of those above."""

    def __init__(self) -> None:
        self._level = 1
        self._tables = 0
        self._marked: set[int] = set()

    def blocks(self, blocks: Iterable[Block]) -> Iterator[str]:
        """Yield the elements of the blocks; fields that follow each other are one list."""
        for kind, found in groupby(blocks, type):
            parts = map(self._block, found)
            yield from ["<dl>", *parts, "</dl>"] if kind is Field else parts

    def notes(self, document: Document) -> Iterator[str]:
        """Yield the numbered notes; each leads back to the first mark that leads to it."""
        if not document.notes:
            return
        yield '<section role="doc-endnotes" aria-labelledby="notes">'
        yield f'<h2 id="notes">{_text(document.notes_title)}</h2>'
        yield "<ol>"
        yield from map(self._note, document.notes)
        yield "</ol>"
        yield "</section>"

    def _note(self, note: Note) -> str:
        number, text = note.number, self._line(note.line)
        if number in self._marked:
            text += (
                f'\N{NO-BREAK SPACE}<a href="#mark-{number}" role="doc-backlink"'
                f' aria-label="Back to the mark of note {number}">{_BACK}</a>'
            )
        return f'<li id="note-{number}">{text}</li>'

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                self._level = max(2, min(block.level, self._level + 1, 6))
                return f"<h{self._level}>{self._line(block.line)}</h{self._level}>"
            case Paragraph():
                return f"<p>{self._line(block.line)}</p>"
            case Field():
                label = _text(block.label)
                return f"<div><dt>{label}:</dt> <dd>{self._line(block.line)}</dd></div>"
            case Items():
                tag = "ol" if block.ordered else "ul"
                entries = ("\n".join(self.blocks(entry)) for entry in block.entries)
                return "\n".join([f"<{tag}>", *(f"<li>{e}</li>" for e in entries), f"</{tag}>"])
            case Table():
                return "\n".join(self._table(block))

    def _table(self, table: Table) -> Iterator[str]:
        self._tables += 1
        kind = ' class="sides"' if table.sides else ""
        yield f'<table id="table-{self._tables}"{kind}>'
        yield from _optional("caption", table.caption)
        yield f"<colgroup>{'<col>' * len(table.header)}</colgroup>"
        names = (f'<th scope="col">{_text(name)}</th>' for name in table.header)
        yield f"<thead><tr>{''.join(names)}</tr></thead>"
        yield "<tbody>"
        for row in table.rows:
            kind = "" if whole(row, shares(table)) else ' class="long"'
            yield f"<tr{kind}>{''.join(self._row(table, row))}</tr>"
        yield "</tbody>"
        yield "</table>"

    def _row(self, table: Table, row: tuple[Cell, ...]) -> Iterator[str]:
        for number, (label, cell) in enumerate(zip(table.header, row, strict=True)):
            shown = [self._line(line) for line in cell.lines]
            text = shown[0] if len(shown) == 1 else "".join(f"<p>{line}</p>" for line in shown)
            if table.named and number == 0 and text:
                yield f'<th scope="row">{text}</th>'
            else:  # where there is no room for columns, each cell shows its label
                yield f'<td data-label="{_attribute(label)}">{text}</td>'

    def _line(self, line: Line) -> str:
        text = ""
        for part in line:
            if isinstance(part, Mark):  # raised figures follow their word without a space
                text = f"{text.rstrip()}<sup>{','.join(map(self._mark, part.notes))}</sup>"
            else:
                text += _run(part)
        return text.strip()

    def _mark(self, number: int) -> str:
        first = "" if number in self._marked else f' id="mark-{number}"'
        self._marked.add(number)
        return (
            f'<a{first} href="#note-{number}" role="doc-noteref"'
            f' aria-label="Note {number}">{number}</a>'
        )


def _run(part: Run) -> str:
    text = _text(part.text)
    if _ADDRESS.match(part.url):
        text = f'<a href="{_href(part.url)}">{text}</a>'
    if part.tone == "plain":
        return text
    if tag := _TAGS.get(part.tone):
        return f"<{tag}>{text}</{tag}>"
    return f'<span class="{part.tone}">{text}</span>'


def _optional(tag: str, text: str) -> Iterator[str]:
    if text:
        yield f"<{tag}>{_text(text)}</{tag}>"


def _text(text: str) -> str:
    """Return foreign text as it stands between tags."""
    return escape(visible(text), quote=False)


def _attribute(text: str) -> str:
    """Return foreign text as it stands in double quotes."""
    return escape(one_line(text))


def _href(url: str) -> str:
    """Return an address with all that may not stand in one percent-encoded (RFC 3986)."""
    return escape(quote(visible(url), safe=_IN_ADDRESS))


def _css_string(text: str) -> str:
    """Return foreign text as a string of CSS, in which only letters and digits stand bare."""
    escaped = re.sub(r"[^\w ]", lambda found: f"\\{ord(found.group()):x} ", one_line(text))
    return f'"{escaped}"'
