"""Citation marks and notes as the footnotes of Word.

Word numbers footnotes itself, in the order in which they are first referred to. Where that
would not give the document's own numbers, every footnote carries its number as a custom mark
instead. A note cited again is the same footnote: there the number is a cross-reference to its
first mark, as Word makes them (ECMA-376 part 1, 17.16.5.43, NOTEREF).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from briefing.document import Document, Note, lines, marks
from briefing.export.word.elements import Element, element, field, paragraph, run, text
from briefing.export.word.inline import NUMBER, Writer, raised

SEPARATORS = {-1: "separator", 0: "continuationSeparator"}
"""The notes that hold the rule above the footnotes, by their ids."""


class Marks:
    """The references to the notes of one document, to be made in reading order."""

    def __init__(self, document: Document) -> None:
        notes = {note.number: note for note in document.notes}
        found = (number for line in lines(document.blocks) for number in marks(line))
        self._uses = Counter(number for number in found if number in notes)
        self._ids = {number: place for place, number in enumerate(self._uses, 1)}
        self._made: set[int] = set()
        self.automatic = all(number == place for number, place in self._ids.items())
        self.cited = [notes[number] for number in self._uses]
        self.uncited = [note for number, note in notes.items() if number not in self._uses]

    def mark(self, number: int) -> Iterable[Element]:
        """Return the runs for a number: a footnote's mark, or a reference to it."""
        if number not in self._uses:
            return raised(number)
        if number in self._made:
            return [field(f"NOTEREF {_bookmark(number)} \\f \\h", str(number), NUMBER)]
        self._made.add(number)
        return self._first(number)

    def _first(self, number: int) -> Iterator[Element]:
        place = self._ids[number]
        if self.automatic:
            reference = run(NUMBER, element("footnoteReference", id=place))
        else:
            own = element("footnoteReference", customMarkFollows=1, id=place)
            reference = run(NUMBER, own, text(str(number)))
        if self._uses[number] == 1:
            yield reference
        else:
            yield element("bookmarkStart", id=place, name=_bookmark(number))
            yield reference
            yield element("bookmarkEnd", id=place)


def footnotes(marks: Marks, writer: Writer) -> Iterator[Element]:
    """Yield what the part of footnotes holds: the rules above them, then each note."""
    for number, kind in SEPARATORS.items():
        rule = paragraph("FootnoteSeparator", [run("", element(kind))])
        yield element("footnote", rule, type=kind, id=number)
    for place, note in enumerate(marks.cited, 1):
        number = element("footnoteRef") if marks.automatic else text(str(note.number))
        yield element("footnote", note_paragraph(note, number, writer), id=place)


def note_paragraph(note: Note, number: Element, writer: Writer) -> Element:
    """Return the paragraph of a note behind its raised number."""
    head = [run(NUMBER, number), run("", element("tab"))]
    return paragraph("FootnoteText", [*head, *writer.line(note.line)])


def _bookmark(number: int) -> str:
    """Return the name of the bookmark on a mark; Word hides names that begin with a line."""
    return f"_RefNote{number}"
