"""Characters that the shipped fonts cannot print: which, and in what they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from briefing.document import Block, Document, Field, Heading, Items, Paragraph, Table, plain
from briefing.export import Unprintable
from briefing.text import one_line

_MISSING = r'the text `"(.*)"` could not be displayed'
_ESCAPE = r"\\u\{([0-9a-f]+)\}|\\(.)"
_SHOWN = 40
"""How many characters of a text are shown where nothing else names it."""


def missing(diagnostic: str) -> tuple[str, ...]:
    """Return the texts that Typst could not print, each once; none where it says otherwise."""
    found = (re.sub(_ESCAPE, _unescaped, text) for text in re.findall(_MISSING, diagnostic))
    return tuple(dict.fromkeys(found))


def unprintable(document: Document, texts: Iterable[str]) -> Unprintable:
    """Return what to raise where texts of a document cannot be printed."""
    places = list(_places(document))
    named = [f"{_named(text)}{_place(text, places)}" for text in texts]
    them = "it" if len(named) == 1 else "them"
    return Unprintable(f"no glyph for {', '.join(named)}; reword {them}, or export another format")


def _unescaped(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[2]


def _named(text: str) -> str:
    numbers = " ".join(f"U+{ord(character):04X}" for character in text)
    return f'"{text}" ({numbers})'


def _place(text: str, places: Iterable[tuple[str, str]]) -> str:
    found = next((place for place, words in places if text in words), None)
    return f" in {found}" if found else ""


def _places(document: Document) -> Iterator[tuple[str, str]]:
    """Yield texts in reading order, each with what to call it."""
    yield "the title", document.title
    yield "the line below the title", document.meta
    yield from _of_blocks(document.blocks)
    yield "the title of the notes", document.notes_title
    for note in document.notes:
        yield f"note {note.number}", plain(note.line)
    yield "the footer", document.footer


def _of_blocks(blocks: Iterable[Block]) -> Iterator[tuple[str, str]]:
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield _called(block.origin, plain(block.line))
            case Field():
                yield _called(block.origin, f"{block.label}: {plain(block.line)}")
            case Items():
                for entry in block.entries:
                    yield from _of_blocks(entry)
            case Table():
                for text in (block.caption, *block.header):
                    yield _called("", text)
                for cell in (cell for row in block.rows for cell in row):
                    yield _called(cell.origin, " ".join(map(plain, cell.lines)))


def _called(origin: str, text: str) -> tuple[str, str]:
    shown = one_line(text)
    if len(shown) > _SHOWN:
        shown = f"{shown[:_SHOWN].rstrip()}…"
    return origin or f"“{shown}”", text
