"""A pane that shows a document; every item named in it can be highlighted and opened."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.content import Content

from briefing.document import Document, Note
from briefing.tui import draw
from briefing.tui.drawn import GUTTER, Drawn
from briefing.tui.widgets.pane_layout import PaneLayout, PaneRow
from briefing.tui.widgets.soon import ShownSoon
from briefing.tui.widgets.span import Span

MEASURE = 100
"""Lines longer than this many cells are hard to read."""


class Pane(ShownSoon[PaneLayout]):
    """Shows a document.

    Rows are the runs that name an item; their key is that name (`claim:some-id`).
    """

    DEFAULT_CSS = """
    Pane { padding: 0 1 0 0; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(PaneLayout(()), id=id, classes=classes)
        self._shown = ("", "")

    def show(self, doc: Document, of: str = "") -> None:
        """Show a document from its top; one `of` the same thing as before, where the reader is."""
        now = (of, doc.title)
        kept = self.stay() if of and now == self._shown else None
        self.document, self.of, self._shown = doc, of, now
        self.replaced(kept)

    @property
    def notes(self) -> list[Note]:
        """The notes that the highlighted row leads to; all notes where none is highlighted."""
        if not self._rows:
            return list(self.document.notes)
        wanted = self._rows[min(self.cursor, len(self._rows) - 1)].part.notes
        return [note for note in self.document.notes if note.number in wanted]

    @property
    def _rows(self) -> list[PaneRow]:
        return self.laid.rows

    @property
    def row_count(self) -> int:
        """How many items can be highlighted."""
        return len(self._rows)

    def span(self, row: int) -> Span:
        """Return the lines of an item."""
        return self._rows[row].span

    def row_at(self, line: int) -> int | None:
        """Return the item in a line; of several beside one another the highlighted or first."""
        first = self.laid.row_of_line.get(line)
        here = self._rows[self.cursor].span if self.cursor < len(self._rows) else None
        return self.cursor if first is not None and here == self._rows[first].span else first

    def key(self, row: int) -> str:
        """Return the name of an item."""
        return self._rows[row].origin

    def layout_of(self, doc: Document, of: str, width: int) -> PaneLayout:
        """Return the lines of a document, as wide as can be read."""
        return PaneLayout(self.runs(doc, of, max(min(width - GUTTER, MEASURE), 1)))

    def runs(self, doc: Document, of: str, width: int) -> Iterable[Drawn]:
        """Return a document of something as runs of lines, each at most `width` cells wide."""
        return draw.document(doc, width, self.tone)

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return a line behind its margin; a bar marks the highlighted item."""
        if not at_cursor:
            return self.laid.content(line)
        text, part = self.laid.lines[line], self._rows[self.cursor].part
        width = part.width or self.room - GUTTER - part.column
        before, here, after = _cut(text, part.column, width)
        lead = self.laid.margins[line] + before.truncate(max(part.column - GUTTER, 0), pad=True)
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
