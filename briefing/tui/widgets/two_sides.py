"""Two sides in one pane: cells beside one another, aligned line for line, scrolled as one.

Where there is no room for both sides, one is shown at a time and the row is kept.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping

from textual import events
from textual.content import Content
from textual.reactive import reactive

from briefing.document import Cell, Document, Note, Table
from briefing.tui.widgets.cells import NOTHING, Lines, Stop, said
from briefing.tui.widgets.columns import GUTTER, column_width, fits_both
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.sides_layout import SidesLayout, Told
from briefing.tui.widgets.soon import ShownSoon
from briefing.tui.widgets.span import Span, Stay

ALONE = "Nothing stands beside this line."


class TwoSides(ShownSoon[SidesLayout]):
    """The rows of a comparison; the cursor stands on one side of one row.

    What stands behind a cell, if anything, and the sign before it, are up to the widget built
    on this.
    """

    side: reactive[int] = reactive(0, repaint=False, init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(SidesLayout((), 1, 0, self._told, {}), id=id)
        self.marks: Mapping[str, str] = {}
        self._stops: list[Stop] = []

    # --- what is shown ------------------------------------------------------------------

    def show(self, doc: Document, of: str = "") -> None:
        """Show the comparison in a document: the two columns of its tables, without row names.

        One `of` the same thing as before is shown where the reader is. Another is shown from
        its top, or, while the reader is at work here, at the row that the cursor is on.
        """
        kept = self.stay()
        same, row = of == self.of, self._row if self.has_focus else 0
        self.document, self.of = doc, of
        self.replaced(kept if same else None)
        if not same and row:
            self._land(min(row, len(self.laid.rows) - 1), kept.line)

    def _land(self, row: int, line: int | None) -> None:
        """Put the cursor on a row, if possible in the line of the screen given."""
        self.show_row(self._head(row))
        if line is not None and self.row_count:
            self._scroll_line(self.span(self.cursor).first - line)

    def go(self, key: str) -> bool:
        """Move the cursor to an item; say whether it is there."""
        for row, cells in enumerate(self.laid.rows):
            for side, cell in enumerate(cells):
                if cell.origin == key:
                    self.side = side
                    self.show_row(self._head(row))
                    return True
        return False

    @property
    def path(self) -> str:
        """The name of the stop that the cursor is on."""
        return self._stops[self.cursor].path if self.cursor < self.row_count else ""

    def return_to(self, side: int, path: str) -> None:
        """Move the cursor to a stop of that name on a side, or to the cell that it was in."""
        self.side = side
        stop = self.find(path)
        if stop is not None:
            self.show_row(stop)

    @property
    def notes(self) -> list[Note]:
        """The notes that the highlighted cell or link leads to."""
        wanted = self._stops[self.cursor].notes if self.cursor < self.row_count else ()
        return [note for note in self.document.notes if note.number in wanted]

    @property
    def _row(self) -> int:
        return self._stops[self.cursor].row if self.cursor < len(self._stops) else 0

    def _head(self, row: int) -> int:
        return bisect_left(self._stops, row, key=lambda stop: stop.row)

    # --- rows as lists have them: the stops of the side that the cursor is on -------------

    @property
    def row_count(self) -> int:
        """How many stops there are."""
        return len(self._stops)

    def span(self, row: int) -> Span:
        """Return the lines of a stop."""
        return self._stops[row].span

    def row_at(self, line: int) -> int | None:
        """Return the stop in a line, or None between stops."""
        place = bisect_right(self._stops, line, key=lambda stop: stop.span.first) - 1
        return place if place >= 0 and line < sum(self._stops[place].span) else None

    def key(self, row: int) -> str:
        """Return the item that a stop stands for."""
        return self._stops[row].origin

    def stay(self) -> Stay:
        """Return where the cursor is, by the name of its stop."""
        return super().stay()._replace(key=self.path)

    def find(self, key: str) -> int | None:
        """Return the stop of a name, or the cell that it was in."""
        paths = {stop.path: place for place, stop in reversed(list(enumerate(self._stops)))}
        return paths.get(key, paths.get(key.partition(" ")[0]))

    # --- laying out -----------------------------------------------------------------------

    def lay_out(self, width: int) -> None:
        """Lay both sides out, or the one that there is room for."""
        super().lay_out(width)
        self._stops = self.laid.stops[self.side]

    def layout_of(self, doc: Document, of: str, width: int) -> SidesLayout:
        """Return the two columns of the tables of a document, without the names of rows."""
        styles = {name: self.tone(name) for name in ("bar", "muted", "rest", "rule")}
        return SidesLayout(rows(doc), width, self.side, self._told, styles)

    def depends_on(self, doc: Document, of: str) -> object:
        """Return the marks on items, and the side that is shown where it is one only."""
        return self.marks, None if fits_both(self.room) else self.side

    def _told(self, cell: Cell, side: int, room: int) -> Told:
        """Return a cell of a side as lines."""
        mark = self.marks.get(cell.origin, "") if cell.origin.startswith("claim:") else ""
        told = said(cell, mark, room, self.tone)
        if not told.lines and not fits_both(self.room):
            told = Lines(Content.assemble((ALONE, self.tone("muted"))).wrap(room))
        return Told(self.sign(cell, side), told.lines, self.behind(cell, side, room))

    def behind(self, cell: Cell, side: int, room: int) -> Lines:
        """Return what stands below a cell, where it is open."""
        return NOTHING

    def sign(self, cell: Cell, side: int) -> str:
        """Return the sign of one cell in width that stands before a cell."""
        return " "

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return one line of both sides; a bar and a ground mark the highlighted cell."""
        return self.laid.lit(line, self.side if at_cursor else None)

    # --- sides and mouse ------------------------------------------------------------------

    def watch_side(self) -> None:
        """Show the highlight, or the other side, and tell of the item there."""
        row = self._row
        if self.laid.both:
            self._stops = self.laid.stops[self.side]
        else:
            self.rearrange()
        self.set_reactive(LineWidget.cursor, self._head(row))
        if row < len(self.laid.rows):
            span = Span(self.laid.firsts[row], self.laid.heights[row])
            self.forget_at_cursor(span.lines)
            self.refresh_lines(*span)
            self.show_row(self.cursor)
        self.tell()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the cell or link that was clicked; a second click opens it."""
        event.prevent_default()
        place = event.get_content_offset(self)
        if place is None:
            return
        if self.laid.both:
            self.side = int(place.x > GUTTER + column_width(self.room))
        stop = self.row_at(place.y + self.scroll_offset.y)
        if stop is not None:
            self.cursor = stop
        if (note := event.style.meta.get("note")) is not None:
            self.post_message(self.NoteChosen(self, str(note)))
        elif stop is not None and self.opens(self._stops[stop], event.chain):
            self.action_open()

    def opens(self, stop: Stop, clicks: int) -> bool:
        """Return whether so many clicks on a stop open it."""
        return clicks > 1


def rows(doc: Document) -> list[tuple[Cell, ...]]:
    """Return the rows of the comparison in a document, without their names."""
    tables = [block for block in doc.blocks if isinstance(block, Table)]
    return [cells[1:] for table in tables for cells in table.rows]
