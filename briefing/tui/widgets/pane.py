"""A pane that shows a document; every item named in it can be highlighted and opened."""

from __future__ import annotations

from collections.abc import Callable

from textual.content import Content

from briefing.document import Document, Note
from briefing.tui import draw
from briefing.tui.widgets.lines import LineWidget, Span

GUTTER = 2
MEASURE = 100
"""Lines longer than this many cells are hard to read."""


class Pane(LineWidget):
    """Shows a document, or runs of lines drawn by its owner.

    Rows are the runs that name an item; their key is that name (`claim:some-id`).
    """

    DEFAULT_CSS = """
    Pane { padding: 0 1 0 0; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.document = Document(title="")
        self._draw: Callable[[int], list[draw.Drawn]] = lambda _: []
        self._pending: Callable[[], Document] | None = None
        self._lines: list[Content] = []
        self._runs: list[tuple[draw.Drawn, Span]] = []
        self._row_of_line: dict[int, int] = {}

    def show(self, doc: Document, *, title: bool = True) -> None:
        """Show a document from its top."""
        self.document = doc
        self.show_drawn(lambda width: draw.document(doc, width, self.tone, title=title))

    def show_soon(self, make: Callable[[], Document]) -> None:
        """Show a document once keys are idle; of several in a row only the last is made."""
        waiting = self._pending is not None
        self._pending = make
        if not waiting:
            self.call_later(self._show_pending)

    def _show_pending(self) -> None:
        make, self._pending = self._pending, None
        if make is not None and self.is_attached:
            self.show(make())

    def show_drawn(self, drawing: Callable[[int], list[draw.Drawn]]) -> None:
        """Show what a function draws for a width, from its top."""
        self._draw = drawing
        self.set_reactive(LineWidget.cursor, 0)
        self.scroll_to(y=0, animate=False, force=True)
        self.rearrange()

    @property
    def notes(self) -> list[Note]:
        """The notes that the highlighted row leads to; all notes where none is highlighted."""
        if not self._runs:
            return list(self.document.notes)
        wanted = self._runs[min(self.cursor, len(self._runs) - 1)][0].notes
        return [note for note in self.document.notes if note.number in wanted]

    def go(self, key: str) -> bool:
        """Move the cursor to an item; say whether it is there."""
        for row, (run, _) in enumerate(self._runs):
            if run.origin == key:
                self.show_row(row)
                return True
        return False

    @property
    def row_count(self) -> int:
        """How many items can be highlighted."""
        return len(self._runs)

    def span(self, row: int) -> Span:
        """Return the lines of an item."""
        return self._runs[row][1]

    def row_at(self, line: int) -> int | None:
        """Return the item in a line."""
        return self._row_of_line.get(line)

    def key(self, row: int) -> str:
        """Return the name of an item."""
        return self._runs[row][0].origin

    def lay_out(self, width: int) -> None:
        """Draw the document for a width."""
        self._lines, self._runs, self._row_of_line = [], [], {}
        for run in self._draw(max(min(width - GUTTER, MEASURE), 1)):
            if run.origin:
                span = Span(len(self._lines), len(run.lines))
                for line in range(span.first, span.first + span.height):
                    self._row_of_line[line] = len(self._runs)
                self._runs.append((run, span))
            self._lines += run.lines
        self.line_count = len(self._lines)

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return a line behind its gutter; a bar marks the highlighted item."""
        text = self._lines[line]
        if not (at_cursor and self.has_focus):
            return Content("  ") + text
        bar = Content.assemble(("▌", self.tone("bar")), " ")
        width = self.room
        return (bar + text).truncate(width, pad=True).stylize_before(self.tone("rest"))
