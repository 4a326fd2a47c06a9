"""A pane that shows a document; every item named in it can be highlighted and opened."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from textual.content import Content

from briefing.document import Document, Note
from briefing.tui import draw
from briefing.tui.widgets.lines import LineWidget, Span

GUTTER = 2
MEASURE = 100
"""Lines longer than this many cells are hard to read."""


class PaneRow(NamedTuple):
    """An item in a pane: its name, its lines, and the notes that they lead to."""

    origin: str
    span: Span
    notes: tuple[int, ...]


class Pane(LineWidget):
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
        self._pending: tuple[str, Callable[[], Document]] | None = None
        self._lines: list[Content] = []
        self._rows: list[PaneRow] = []
        self._row_of_line: dict[int, int] = {}

    def show(self, doc: Document, of: str = "") -> None:
        """Show a document from its top; one `of` the same thing as before, where the reader is."""
        now = (of, doc.title)
        kept = self.stay() if of and now == self._of else None
        self.document, self._of = doc, now
        self.replaced(kept)

    def show_soon(self, of: str, make: Callable[[], Document]) -> None:
        """Show a document once keys are idle; of several in a row only the last is made."""
        waiting = self._pending is not None
        self._pending = (of, make)
        if not waiting:
            self.call_later(self._show_pending)

    def _show_pending(self) -> None:
        pending, self._pending = self._pending, None
        if pending is not None and self.is_attached:
            of, make = pending
            self.show(make(), of)

    @property
    def notes(self) -> list[Note]:
        """The notes that the highlighted row leads to; all notes where none is highlighted."""
        if not self._rows:
            return list(self.document.notes)
        wanted = self._rows[min(self.cursor, len(self._rows) - 1)].notes
        return [note for note in self.document.notes if note.number in wanted]

    @property
    def row_count(self) -> int:
        """How many items can be highlighted."""
        return len(self._rows)

    def span(self, row: int) -> Span:
        """Return the lines of an item."""
        return self._rows[row].span

    def row_at(self, line: int) -> int | None:
        """Return the item in a line."""
        return self._row_of_line.get(line)

    def key(self, row: int) -> str:
        """Return the name of an item."""
        return self._rows[row].origin

    def lay_out(self, width: int) -> None:
        """Draw the document for a width; runs of one item that touch are one row."""
        self._lines, self._rows, self._row_of_line = [], [], {}
        for run in draw.document(self.document, max(min(width - GUTTER, MEASURE), 1), self.tone):
            if run.origin:
                span = Span(len(self._lines), len(run.lines))
                self._add_row(PaneRow(run.origin, span, run.notes))
            self._lines += run.lines
        self.line_count = len(self._lines)

    def _add_row(self, row: PaneRow) -> None:
        last = self._rows[-1] if self._rows else None
        if last and last.origin == row.origin and sum(last.span) == row.span.first:
            span = Span(last.span.first, last.span.height + row.span.height)
            self._rows[-1] = PaneRow(row.origin, span, last.notes + row.notes)
        else:
            self._rows.append(row)
        for line in range(row.span.first, row.span.first + row.span.height):
            self._row_of_line[line] = len(self._rows) - 1

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return a line behind its gutter; a bar marks the highlighted item."""
        text = self._lines[line]
        if not (at_cursor and self.has_focus):
            return Content("  ") + text
        bar = Content.assemble(("▌", self.tone("bar")), " ")
        width = self.room
        return (bar + text).truncate(width, pad=True).stylize_before(self.tone("rest"))
