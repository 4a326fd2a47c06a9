"""Two sides in one pane: cells beside one another, aligned line for line, scrolled as one.

Where there is no room for both sides, one is shown at a time and the row is kept.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

from textual import events
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style

from briefing.document import Cell, Document, Note, Table, marks
from briefing.tui.widgets.cells import NOTHING, Lines, Stop, said
from briefing.tui.widgets.columns import GUTTER, column_width, fits_both
from briefing.tui.widgets.lines import LineWidget, Span, Stay
from briefing.tui.widgets.soon import ShownSoon

Piece = str | Content | tuple[str, Style]
"""A part of a line, to be put together with others."""
NO_TEXT = Content("")
ALONE = "Nothing stands beside this line."


class TwoSides(ShownSoon):
    """The rows of a comparison; the cursor stands on one side of one row.

    What stands behind a cell, if anything, and the sign before it, are up to the widget built
    on this.
    """

    side: reactive[int] = reactive(0, repaint=False, init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.document = Document(title="")
        self.marks: Mapping[str, str] = {}
        self.of = ""
        self._rows: Sequence[tuple[Cell, ...]] = ()
        self._said: dict[tuple[int, int, str], Lines] = {}
        self._firsts: list[int] = []
        self._heights: list[int] = []
        self._stops: list[Stop] = []
        self._drawn_for: tuple[int, dict[str, Style]] = (-1, {})
        self._both = True
        self._text_room = 0
        self._styles: dict[str, Style] = {}

    # --- what is shown ------------------------------------------------------------------

    def show(self, doc: Document, of: str = "") -> None:
        """Show the comparison in a document: the two columns of its table, without row names.

        One `of` the same thing as before is shown where the reader is. Another is shown from
        its top, or, while the reader is at work here, at the row that the cursor is on.
        """
        kept = self.stay()
        same, row = of == self.of, self._row if self.has_focus else 0
        if doc != self.document:
            self._said = {}
        self.document, self.of = doc, of
        tables = [block for block in doc.blocks if isinstance(block, Table)]
        self._rows = [cells[1:] for table in tables for cells in table.rows]
        self.replaced(kept if same else None)
        if not same and row:
            self._land(min(row, len(self._rows) - 1), kept.line)

    def _land(self, row: int, line: int | None) -> None:
        """Put the cursor on a row, if possible in the line of the screen given."""
        self.show_row(self._head(row))
        if line is not None and self.row_count:
            self._scroll_line(self.span(self.cursor).first - line)

    def go(self, key: str) -> bool:
        """Move the cursor to an item; say whether it is there."""
        for row, cells in enumerate(self._rows):
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
    def _sides(self) -> tuple[int, ...]:
        return (0, 1) if self._both else (self.side,)

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
        """Wrap both sides, and make each row as tall as its taller side."""
        self._styles = {name: self.tone(name) for name in ("bar", "muted", "rest", "rule")}
        drawn_for = (width, self.tones)
        if drawn_for != self._drawn_for:
            self.forget_lines()
            self._drawn_for = drawn_for
        self._both = fits_both(width)
        self._text_room = column_width(width) if self._both else max(width - GUTTER - 1, 1)
        self._firsts, self._heights = [], []
        first = 0
        for row in range(len(self._rows)):
            height = max(
                len(self._lines_said(row, side).lines) + len(self.behind(row, side).lines)
                for side in self._sides
            )
            self._firsts.append(first)
            self._heights.append(height)
            first += height + 1
        self.line_count = max(first - 1, 0)
        self._stops = self._find_stops()

    def _lines_said(self, row: int, side: int) -> Lines:
        cell = self._rows[row][side]
        mark = self.marks.get(cell.origin, "") if cell.origin.startswith("claim:") else ""
        found = self._said.get((row, side, mark))
        if found is None:
            found = said(cell, mark, self._text_room, self.tone)
            if not found.lines and not self._both:
                found = Lines(Content.assemble((ALONE, self.tone("muted"))).wrap(self._text_room))
            self._said[row, side, mark] = found
        return found

    def forget_lines(self) -> None:
        """Forget what was wrapped for another width or in other colours."""
        self._said = {}

    def behind(self, row: int, side: int) -> Lines:
        """Return what stands below a cell, where it is open."""
        return NOTHING

    def sign(self, row: int, side: int) -> str:
        """Return the sign of one cell in width that stands before a cell."""
        return " "

    def _find_stops(self) -> list[Stop]:
        """Return the stops of the side that the cursor is on, from top to bottom."""
        side, stops = self.side, []
        for row, cells in enumerate(self._rows):
            cell, first = cells[side], self._firsts[row]
            head = len(self._lines_said(row, side).lines)
            more = self.behind(row, side)
            height = head if more.lines else self._heights[row]
            numbers = tuple(number for line in cell.lines for number in marks(line))
            stops.append(Stop(row, cell.origin, cell.origin, Span(first, height), numbers))
            for link in more.links:
                span = Span(first + head + link.first, link.height)
                stops.append(Stop(row, cell.origin, link.origin, span, link.notes, True))
        return stops

    # --- drawing --------------------------------------------------------------------------

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return one line of both sides; a bar and a ground mark the highlighted cell."""
        row = bisect_right(self._firsts, line) - 1
        place = line - self._firsts[row]
        parts: list[Piece] = []
        for side in self._sides:
            if parts:
                parts.append(("│", self._styles["rule"]))
            here = at_cursor and self.has_focus and side == self.side
            parts += self._highlit(row, side, place) if here else self._plain(row, side, place)
        return Content.assemble(*parts, strip_control_codes=False)

    def _highlit(self, row: int, side: int, place: int) -> list[Piece]:
        """Return a line of the highlighted cell, on its ground."""
        _, *rest = self._plain(row, side, place)
        piece = Content.assemble(("▌", self._styles["bar"]), *rest)
        return [piece.stylize_before(self._styles["rest"])]

    def _plain(self, row: int, side: int, place: int) -> list[Piece]:
        """Return a line of a cell behind its gutter."""
        head = self._lines_said(row, side).lines
        more = self.behind(row, side).lines
        text = NO_TEXT
        if place < len(head):
            text = head[place]
        elif place - len(head) < len(more):
            text = more[place - len(head)]
        sign = " " if place else self.sign(row, side)
        shown = sign if sign == " " else (sign, self._styles["muted"])
        pad = " " * (max(self._text_room - text.cell_length, 0) + 1)
        return [" ", shown, " ", text, pad]

    # --- sides and mouse ------------------------------------------------------------------

    def watch_side(self) -> None:
        """Show the highlight, or the other side, and tell of the item there."""
        row = self._row
        if self._both:
            self._stops = self._find_stops()
        else:
            self.rearrange()
        self.set_reactive(LineWidget.cursor, self._head(row))
        if row < len(self._rows):
            first, height = self._firsts[row], self._heights[row]
            self.forget_at_cursor(range(first, first + height))
            self.refresh_lines(first, height)
            self.show_row(self.cursor)
        self.tell()

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the cell or link that was clicked; a second click opens it."""
        event.prevent_default()
        place = event.get_content_offset(self)
        if place is None:
            return
        if self._both:
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
