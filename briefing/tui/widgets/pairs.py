"""Two sides in one pane: cells beside one another, aligned line for line, scrolled as one.

Where there is no room for both, one side is shown at a time and the row is kept.
"""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.reactive import reactive

from briefing.document import Cell, Document, Note, Table, marks
from briefing.tui import draw
from briefing.tui.widgets.lines import LineWidget, Span

LEAST_COLUMN = 22
"""Below this many cells for each side, one side is shown at a time."""
GUTTER = 2


def column_width(width: int) -> int:
    """Return how many cells of text a side gets where two share a width."""
    return (width - 1) // 2 - GUTTER - 1


def fits_both(width: int) -> bool:
    """Return whether two sides can be read beside one another in a width."""
    return column_width(width) >= LEAST_COLUMN


class Pairs(LineWidget):
    """The rows of a comparison; the cursor stands on one side of one row."""

    side: reactive[int] = reactive(0, repaint=False, init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.document = Document(title="")
        self._of = ""
        self._rows: Sequence[tuple[Cell, ...]] = ()
        self._drawn: list[tuple[list[Content], ...]] = []
        self._spans: list[Span] = []
        self._row_of_line: dict[int, int] = {}

    def show(self, doc: Document, of: str) -> None:
        """Show the comparison in a document: the two columns of its table, without row names.

        One `of` the same thing as before is shown where the reader is, another from its top.
        """
        kept = self.stay() if of == self._of else None
        self.document, self._of = doc, of
        tables = [block for block in doc.blocks if isinstance(block, Table)]
        self._rows = [row[1:] for table in tables for row in table.rows]
        self.replaced(kept)

    def go(self, key: str) -> bool:
        """Move the cursor to an item; say whether it is there."""
        for row, cells in enumerate(self._rows):
            for side, cell in enumerate(cells):
                if cell.origin == key:
                    self.side = side
                    self.show_row(row)
                    return True
        return False

    @property
    def notes(self) -> list[Note]:
        """The notes that the highlighted cell leads to."""
        cell = self._cell(self.cursor)
        wanted = [n for line in cell.lines for n in marks(line)] if cell else []
        return [note for note in self.document.notes if note.number in wanted]

    @property
    def both(self) -> bool:
        """Whether there is room for both sides."""
        return fits_both(self.room)

    def _cell(self, row: int) -> Cell | None:
        return self._rows[row][self.side] if 0 <= row < len(self._rows) else None

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    def span(self, row: int) -> Span:
        """Return the lines of a row."""
        return self._spans[row]

    def row_at(self, line: int) -> int | None:
        """Return the row in a line, or None between rows."""
        return self._row_of_line.get(line)

    def key(self, row: int) -> str:
        """Return the item in the row on the side of the cursor."""
        cell = self._cell(row)
        return cell.origin if cell else ""

    def lay_out(self, width: int) -> None:
        """Wrap both sides, and make each row as tall as its taller side."""
        sides = (0, 1) if self.both else (self.side,)
        room = column_width(width) if self.both else max(width - GUTTER - 1, 1)
        self._drawn, self._spans, self._row_of_line = [], [], {}
        first = 0
        for row, cells in enumerate(self._rows):
            columns = tuple(
                [
                    piece
                    for line in cells[side].lines
                    for piece in draw.styled(line, self.tone).wrap(room)
                ]
                for side in sides
            )
            height = max(map(len, columns))
            self._drawn.append(columns)
            self._spans.append(Span(first, height))
            self._row_of_line.update((line, row) for line in range(first, first + height))
            first += height + 1
        self.line_count = max(first - 1, 0)

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return one line of both sides; a bar and a ground mark the highlighted cell."""
        row = self._row_of_line.get(line)
        rule = Content.assemble(("│", self.tone("rule")))
        room = column_width(self.room) if self.both else self.room - GUTTER - 1
        if row is None:
            return Content(" " * (GUTTER + room + 1)) + rule if self.both else Content("")
        place = line - self._spans[row].first
        pieces = []
        for column, lines in enumerate(self._drawn[row]):
            here = at_cursor and self.has_focus and column == (self.side if self.both else 0)
            piece = lines[place] if place < len(lines) else Content("")
            pieces.append(self._ground(piece, room, here))
        return rule.join(pieces)

    def _ground(self, piece: Content, room: int, here: bool) -> Content:
        """Return a piece of a cell behind its gutter, on the highlight's ground if it is there."""
        padded = piece.pad_right(max(room - piece.cell_length, 0) + 1)
        if not here:
            return Content(" " * GUTTER) + padded
        bar = Content.assemble(("▌", self.tone("bar")), " ")
        return (bar + padded).stylize_before(self.tone("rest"))

    def watch_side(self) -> None:
        """Show the highlight, or the other side, and tell of the item there."""
        if self.both:
            self._strips.clear()
            if self.cursor < len(self._spans):
                self.refresh_lines(*self._spans[self.cursor])
        else:
            self.rearrange()
            self.show_row(self.cursor)
        self.post_message(self.Highlighted(self, self.current))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the side that was clicked."""
        place = event.get_content_offset(self)
        if self.both and place is not None:
            self.side = int(place.x > GUTTER + column_width(self.room))
