"""A document as a Word file: named styles, real headings, lists, header rows and footnotes.

The title is in the style Heading 1 and not in Title, which Word does not count as a heading:
so the outline has one root, in the navigation pane as for a screen reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from briefing.document import Document, Heading, Paper, Run
from briefing.export.word.blocks import Blocks
from briefing.export.word.elements import Element, element, field, paragraph, root, run, text
from briefing.export.word.inline import Writer
from briefing.export.word.lists import Numbering
from briefing.export.word.notes import Marks, footnotes, note_paragraph
from briefing.export.word.parts import File, settings, styles
from briefing.text import one_line


class _Page(NamedTuple):
    """A page in twentieths of a point: its size, and what lies below its text."""

    width: int
    height: int
    bottom: int

    @property
    def measure(self) -> int:
        """How wide the text is."""
        return self.width - 2 * _MARGIN


_MARGIN = 1021
"""18 mm."""
_FOOTER = 330
"""From the end of the text to the end of the footer's one line."""
_A4, _LETTER = (11906, 16838), (12240, 15840)
_PAGES: dict[Paper, _Page] = {
    "a4": _Page(*_A4, _MARGIN),
    "letter": _Page(*_LETTER, _MARGIN),
    # The text ends where it does on Letter: the same sheet prints on either paper.
    "fit-both": _Page(*_A4, _MARGIN + _A4[1] - _LETTER[1]),
}


def render(document: Document) -> bytes:
    """Return the document as a Word file (ECMA-376): the same bytes for the same document.

    Its notes are footnotes, which need no heading; those that nothing refers to stand at the
    end, below theirs.
    """
    page, marks, numbering, file = _PAGES[document.paper], Marks(document), Numbering(), File()
    writer = Writer(file.text, marks.mark)
    blocks = Blocks(writer, numbering, page.measure)
    body = element("body", *_content(document, marks, writer, blocks))
    file.text.element.append(body)
    file.add("styles", styles(document, page.measure))
    file.add("settings", settings())
    file.add("numbering", root("numbering", *numbering.definitions()))
    notes = file.add("footnotes", root("footnotes"))
    notes.element.extend(footnotes(marks, Writer(notes)))
    footer = file.add("footer", root("ftr", _footer(document)))
    body.append(_section(page, file.text.relate_to(footer, RELATIONSHIP_TYPE.FOOTER)))
    file.describe(document)
    return file.data()


def _content(document: Document, marks: Marks, writer: Writer, blocks: Blocks) -> Iterator[Element]:
    """Yield the paragraphs and tables of the whole document."""
    yield paragraph("Heading1", writer.line((Run(document.title),)))
    if document.meta:
        yield paragraph("Subtitle", writer.line((Run(document.meta),)))
    yield from blocks.write(document.blocks)
    if marks.uncited:
        yield from blocks.write([Heading(2, (Run(document.notes_title),))])
    for note in marks.uncited:
        yield note_paragraph(note, text(str(note.number)), writer)


def _footer(document: Document) -> Element:
    """Return what stands at the foot of each page."""
    said = one_line(document.footer)
    left = run("", text(said), element("tab"), text("page "))
    return paragraph(
        "Footer", [left, field("PAGE", "1"), run("", text(" of ")), field("NUMPAGES", "1")]
    )


def _section(page: _Page, footer: str) -> Element:
    """Return the page and its footer, which is a relationship of the text."""
    shown = element("footerReference", type="default")
    shown.set(qn("r:id"), footer)
    size = element("pgSz", w=page.width, h=page.height)
    margins = element(
        "pgMar",
        top=_MARGIN,
        right=_MARGIN,
        bottom=page.bottom,
        left=_MARGIN,
        header=_MARGIN // 2,
        footer=page.bottom - _FOOTER,
        gutter=0,
    )
    return element("sectPr", shown, size, margins)
