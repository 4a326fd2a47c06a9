"""A pane that shows a document; every item named in it can be highlighted and opened."""

from __future__ import annotations

from typing import NamedTuple

from textual import events
from textual.content import Content

from briefing.document import Document, Note
from briefing.tui import draw
from briefing.tui.drawn import Drawn, Part
from briefing.tui.widgets.lines import Span
from briefing.tui.widgets.soon import ShownSoon

GUTTER = 2
MEASURE = 100
"""Lines longer than this many cells are hard to read."""


class PaneRow(NamedTuple):
    """An item in a pane: its lines, its name, its share of them, the notes they lead to."""

    span: Span
    part: Part

    @property
    def origin(self) -> str:
        """The name of the item."""
        return self.part.origin


class Pane(ShownSoon):
    """Shows a document.

    Rows are the runs that name an item; their key is that name (`claim:some-id`).
    """

    DEFAULT_CSS = """
    Pane { padding: 0 1 0 0; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.document = Document(title="")
        self._of = ("", "")
        self._lines: list[Content] = []
        self._rows: list[PaneRow] = []
        self._row_of_line: dict[int, int] = {}

    def show(self, doc: Document, of: str = "") -> None:
        """Show a document from its top; one `of` the same thing as before, where the reader is."""
        now = (of, doc.title)
        kept = self.stay() if of and now == self._of else None
        self.document, self._of = doc, now
        self.replaced(kept)

    @property
    def notes(self) -> list[Note]:
        """The notes that the highlighted row leads to; all notes where none is highlighted."""
        if not self._rows:
            return list(self.document.notes)
        wanted = self._rows[min(self.cursor, len(self._rows) - 1)].part.notes
        return [note for note in self.document.notes if note.number in wanted]

    @property
    def row_count(self) -> int:
        """How many items can be highlighted."""
        return len(self._rows)

    def span(self, row: int) -> Span:
        """Return the lines of an item."""
        return self._rows[row].span

    def row_at(self, line: int) -> int | None:
        """Return the item in a line; of several beside one another the highlighted or first."""
        first = self._row_of_line.get(line)
        here = self._rows[self.cursor].span if self.cursor < len(self._rows) else None
        return self.cursor if first is not None and here == self._rows[first].span else first

    def key(self, row: int) -> str:
        """Return the name of an item."""
        return self._rows[row].origin

    def lay_out(self, width: int) -> None:
        """Draw the document for a width; runs of one item that touch are one row."""
        self._lines, self._rows, self._row_of_line = [], [], {}
        for run in self.runs(max(min(width - GUTTER, MEASURE), 1)):
            if run.origin:
                span = Span(len(self._lines), len(run.lines))
                for part in run.parts or (Part(run.origin, run.notes),):
                    self._add_row(PaneRow(span, part))
            self._lines += run.lines
        self.line_count = len(self._lines)

    def runs(self, width: int) -> list[Drawn]:
        """Return the document as runs of lines, each at most `width` cells wide."""
        return draw.document(self.document, width, self.tone)

    def margin(self, line: int) -> Content:
        """Return what stands in the gutter before a line where the highlight is not."""
        return Content(" " * GUTTER)

    def _add_row(self, row: PaneRow) -> None:
        last = self._rows[-1] if self._rows else None
        if last and last.origin == row.origin and sum(last.span) == row.span.first:
            span = Span(last.span.first, last.span.height + row.span.height)
            notes = last.part.notes + row.part.notes
            self._rows[-1] = PaneRow(span, row.part._replace(notes=notes))
        else:
            self._rows.append(row)
        for line in range(row.span.first, row.span.first + row.span.height):
            self._row_of_line.setdefault(line, len(self._rows) - 1)

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return a line behind its gutter; a bar marks the highlighted item."""
        text = self._lines[line]
        if not (at_cursor and self.has_focus):
            return self.margin(line) + text
        part = self._rows[self.cursor].part
        width = part.width or self.room - GUTTER - part.column
        before, here, after = _cut(text, part.column, width)
        lead = self.margin(line) + before.truncate(max(part.column - GUTTER, 0), pad=True)
        bar = Content.assemble(("▌", self.tone("bar")), " ")
        lit = (bar + here.truncate(width, pad=True)).stylize_before(self.tone("rest"))
        return (lead + lit if part.column else lit) + after

    def on_click(self, event: events.Click) -> None:
        """Of items beside one another, move the cursor to the one that was clicked."""
        place = event.get_content_offset(self)
        if place is None:
            return
        line, column = place.y + self.scroll_offset.y, place.x - GUTTER
        clicked = [
            number
            for number, (span, part) in enumerate(self._rows)
            if part.width and span.first <= line < sum(span) and part.column <= column
        ]
        if clicked:
            self.cursor = clicked[-1]


def _cut(text: Content, column: int, width: int) -> tuple[Content, Content, Content]:
    """Return what stands before some cells of a line, in them, and after them."""
    before = len(text.truncate(column).plain) if column else 0
    until = len(text.truncate(column + width).plain)
    return text[:before], text[before:until], text[until:]
