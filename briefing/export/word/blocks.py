"""The blocks of a document as paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise, zip_longest

from briefing.document import Block, Cell, Field, Heading, Items, Line, Paragraph, Run, Table, plain
from briefing.export.layout import Shares, shares, whole
from briefing.export.word.elements import Element, element, paragraph
from briefing.export.word.inline import Writer
from briefing.export.word.lists import Numbering, counted, style
from briefing.text import one_line

_DEEPEST = 6
"""Levels of headings that there are styles for."""


class Blocks:
    """What writes the blocks of one document, `width` twentieths of a point wide."""

    def __init__(self, writer: Writer, numbering: Numbering, width: int) -> None:
        self._writer, self._numbering, self._width = writer, numbering, width
        self._level, self._section = 1, ""

    def write(self, blocks: Sequence[Block], depth: int = 0) -> Iterator[Element]:
        """Yield the paragraphs and tables of blocks; `depth` counts the lists around them."""
        for block, following in zip_longest(blocks, blocks[1:]):
            match block:
                case Heading() if not depth:
                    yield self._heading(block)
                case Heading() | Paragraph() | Field():
                    own = "Field" if isinstance(block, Field) else "BodyText"
                    look = style("ListContinue", depth) if depth else own
                    yield paragraph(look, self._writer.line(_words(block)))
                case Items():
                    yield from self._items(block, depth + 1)
                case Table():
                    yield from self._table(block)
                    if not isinstance(following, Heading):
                        yield paragraph("TableEnd", ())  # what keeps two tables apart

    def _heading(self, heading: Heading) -> Element:
        """Return a heading at most one level below the one before."""
        self._level = max(2, min(heading.level, self._level + 1, _DEEPEST))
        self._section = plain(heading.line)
        return paragraph(f"Heading{self._level}", self._writer.line(heading.line))

    def _items(self, items: Items, depth: int) -> Iterator[Element]:
        look = style("ListNumber" if items.ordered else "ListBullet", depth)
        number = self._numbering.start(depth) if items.ordered else None
        for entry in items.entries:
            rest = entry
            if entry and isinstance(entry[0], Heading | Paragraph | Field):
                place = [] if number is None else [counted(number, depth)]
                yield paragraph(look, self._writer.line(_words(entry[0])), *place)
                rest = entry[1:]
            yield from self.write(rest, depth)

    def _table(self, table: Table) -> Iterator[Element]:
        if table.caption:
            yield paragraph("Caption", self._writer.line((Run(table.caption),)))
        columns = shares(table)
        widths = self._widths(columns)
        header = tuple(Cell(((Run(name),),)) for name in table.header)
        yield element(
            "tbl",
            self._properties(table),
            element("tblGrid", *(element("gridCol", w=width) for width in widths)),
            self._row(header, widths, ["TableHeader"] * len(widths), "cantSplit", "tblHeader"),
            *(
                self._row(row, widths, _looks(table), *["cantSplit"] * whole(row, columns))
                for row in table.rows
            ),
        )

    def _widths(self, columns: Shares) -> list[int]:
        """Return the widths of the columns, which together make that of the text."""
        ends = [round(end * self._width) for end in accumulate(columns, initial=0.0)]
        return [end - start for start, end in pairwise(ends)]

    def _properties(self, table: Table) -> Element:
        title = one_line(table.caption or self._section)
        return element(
            "tblPr",
            element("tblStyle", val="BriefTable"),
            element("tblW", w=self._width, type="dxa"),
            element("tblLayout", type="fixed"),
            element("tblLook", val="07A0" if table.named else "0720"),
            *([element("tblCaption", val=title)] if title else []),
        )

    def _row(
        self, row: Sequence[Cell], widths: Sequence[int], looks: Sequence[str], *properties: str
    ) -> Element:
        """Return a row with its cells in their styles."""
        cells = (
            element(
                "tc",
                element("tcPr", element("tcW", w=width, type="dxa")),
                *self._lines(cell, look),
            )
            for cell, width, look in zip(row, widths, looks, strict=True)
        )
        return element("tr", element("trPr", *map(element, properties)), *cells)

    def _lines(self, cell: Cell, look: str) -> Iterator[Element]:
        """Yield the lines of a cell; of a row's header, only the first is its name."""
        for number, line in enumerate(cell.lines or ((),)):
            yield paragraph("TableText" if number else look, self._writer.line(line))


def _looks(table: Table) -> list[str]:
    """Return the styles of the cells of a row."""
    first = "TableRowHeader" if table.named else "TableText"
    return [first, *["TableText"] * (len(table.header) - 1)]


def _words(block: Heading | Paragraph | Field) -> Line:
    """Return the line of a block, with its label."""
    if isinstance(block, Field):
        return (Run(f"{block.label}:", "strong"), Run(" "), *block.line)
    return block.line
