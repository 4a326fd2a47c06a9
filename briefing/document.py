"""The document tree: frozen blocks, the same for the screen, for print and for the pipe.

`compose.py` makes documents of briefs and `describe.py` of single items; the exporters and
the app's panes only draw them. Nothing here knows a format, and no block needs the pack.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

Tone = Literal[
    "plain", "strong", "emphasis", "muted", "good", "caution", "bad", "first", "second", "found"
]  # fmt: skip
"""How a run of text is meant. `first` and `second` belong to the two sides, `found` is what was
looked for; good, caution and bad go with a word that says the same, so a format without colour
loses nothing."""


class Run(Struct, frozen=True):
    """A run of text in one tone; with `url`, a link."""

    text: str
    tone: Tone = "plain"
    url: str = ""


class Mark(Struct, frozen=True):
    """Citation marks: the numbers of notes, shown as [1] or as raised figures."""

    notes: tuple[int, ...]


Inline = Run | Mark
Line = tuple[Inline, ...]
"""Text that belongs together, with its marks in place."""


class Heading(Struct, frozen=True):
    """A heading; level 1 is the document's own title."""

    level: int
    line: Line
    origin: str = ""


class Paragraph(Struct, frozen=True):
    """A paragraph. `origin` names the item it comes from (`claim:some-id`), here and below."""

    line: Line
    origin: str = ""


class Items(Struct, frozen=True):
    """A list; each entry is a run of blocks, of which the first is its text."""

    entries: tuple[tuple[Block, ...], ...]
    ordered: bool = False


class Field(Struct, frozen=True):
    """A labelled value, read aloud as "label: value"."""

    label: str
    line: Line
    origin: str = ""


class Cell(Struct, frozen=True):
    """A cell of a table: one or more lines, one below the other."""

    lines: tuple[Line, ...]
    origin: str = ""


class Table(Struct, frozen=True):
    """A table with a header row; the first cell of each row names it, unless `named` is false.

    In a `paired` table the second and the third column are held against each other: in print
    they are equally wide, however much either has to say. Where these are the two `sides` of
    the pack, they have their colours.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    named: bool = True
    paired: bool = False
    sides: bool = False


Block = Heading | Paragraph | Items | Field | Table


class Note(Struct, frozen=True):
    """A numbered note: what a citation mark leads to.

    `source` and `locator` say which paragraph of which source; `line` is the note as printed.
    """

    number: int
    line: Line
    source: str
    locator: str


class Name(Struct, frozen=True):
    """A name as bibliographies hold it: `family` and `given`, or `literal` for anything else."""

    family: str = ""
    given: str = ""
    literal: str = ""


class Reference(Struct, frozen=True, kw_only=True):
    """A source as bibliographies hold it: fields and values are those of CSL-JSON 1.0.

    `issued` and `accessed` are dates of EDTF level 1, as the pack has them; `note` says what
    the source is worth.
    """

    id: str
    type: str
    title: str
    author: tuple[Name, ...] = ()
    container_title: str = ""
    publisher: str = ""
    issued: str = ""
    accessed: str = ""
    url: str = ""
    language: str = ""
    note: str = ""


Paper = Literal["fit-both", "a4", "letter"]
"""What a document is printed on; `fit-both` is a page that comes out alike on A4 and US Letter."""


class Document(Struct, frozen=True, kw_only=True):
    """A composed document.

    `meta` is the line under the title (pack, version, date), `footer` what stands at the
    foot of each page, `date` the ISO date of the content. Notes are numbered from 1 in order
    of first use; `references` are the sources they lead to, each once, in the same order.
    """

    title: str
    language: str = "en"
    meta: str = ""
    date: str = ""
    blocks: tuple[Block, ...] = ()
    notes: tuple[Note, ...] = ()
    notes_title: str = "Sources"
    references: tuple[Reference, ...] = ()
    footer: str = ""
    paper: Paper = "fit-both"
    max_pages: int = 1


def run(text: str, tone: Tone = "plain") -> Line:
    """Return a line of one run."""
    return (Run(text, tone),)


def plain(line: Iterable[Inline]) -> str:
    """Return the text of a line without its marks."""
    return "".join(part.text for part in line if isinstance(part, Run))


def marks(line: Iterable[Inline]) -> tuple[int, ...]:
    """Return the numbers of the notes that a line leads to, in order."""
    return tuple(number for part in line if isinstance(part, Mark) for number in part.notes)


def lines(blocks: Iterable[Block]) -> Iterator[Line]:
    """Yield every line of text of the blocks, in reading order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Field():
                yield block.line
            case Items():
                for entry in block.entries:
                    yield from lines(entry)
            case Table():
                for row in block.rows:
                    for cell in row:
                        yield from cell.lines


def rewritten(blocks: Iterable[Block], change: Callable[[Line], Line]) -> tuple[Block, ...]:
    """Return the blocks with every line of text changed, in reading order."""
    return tuple(_rewritten(block, change) for block in blocks)


def _rewritten(block: Block, change: Callable[[Line], Line]) -> Block:
    match block:
        case Items():
            entries = tuple(rewritten(entry, change) for entry in block.entries)
            return replace(block, entries=entries)
        case Table():
            rows = tuple(
                tuple(replace(cell, lines=tuple(map(change, cell.lines))) for cell in row)
                for row in block.rows
            )
            return replace(block, rows=rows)
        case _:
            return replace(block, line=change(block.line))
