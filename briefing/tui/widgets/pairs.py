"""Two sides in one pane: cells beside one another, aligned line for line, scrolled as one.

A cell can be opened where it stands: what is behind it comes below it, and every item named
there can be gone to. Where there is no room for both sides, one is shown at a time and the
row is kept.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.reactive import reactive
from textual.style import Style

from briefing.document import Block, Cell, Document, Note, Table, marks
from briefing.tui.commands import COMMANDS
from briefing.tui.widgets.cells import NOTHING, Lines, Stop, behind, said
from briefing.tui.widgets.columns import GUTTER, column_width, fits_both
from briefing.tui.widgets.lines import LineWidget, Span, Stay
from briefing.tui.widgets.soon import ShownSoon

CLOSED, OPEN = "▸", "▾"
ALONE = "Nothing stands beside this line."

Behind = Callable[[str, int], Iterable[Block]]
"""Gives what is behind an item on a side, 0 or 1."""


class Pairs(ShownSoon):
    """The rows of a comparison; the cursor stands on one side of one row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command._replace(footer=1).binding() for command in COMMANDS if command.id == "expand"
    ]

    side: reactive[int] = reactive(0, repaint=False, init=False)

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.document = Document(title="")
        self.marks: Mapping[str, str] = {}
        self._behind: Behind | None = None
        self.of = ""
        self._rows: Sequence[tuple[Cell, ...]] = ()
        self._open: set[tuple[int, str]] = set()
        self._said: dict[tuple[int, int, str], Lines] = {}
        self._opened: dict[tuple[int, int], Lines] = {}
        self._firsts: list[int] = []
        self._heights: list[int] = []
        self._stops: list[Stop] = []
        self._drawn_for: tuple[int, dict[str, Style]] = (-1, {})
        self._both = True
        self._text_room = 0
        self._styles: dict[str, Style] = {}

    # --- what is shown ------------------------------------------------------------------

    def show(self, doc: Document, of: str = "", behind: Behind | None = None) -> None:
        """Show the comparison in a document: the two columns of its table, without row names.

        One `of` the same thing as before is shown where the reader is. Another is shown from
        its top, or, while the reader is at work here, at the row that the cursor is on. What
        was opened stays open.
        """
        kept = self.stay()
        same, row = of == self.of, self._row if self.has_focus else 0
        if doc != self.document:
            self._said = {}
        self._opened = {}
        self.document, self.of, self._behind = doc, of, behind
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
            self._said, self._opened, self._drawn_for = {}, {}, drawn_for
        self._both = fits_both(width)
        self._text_room = column_width(width) if self._both else max(width - GUTTER - 1, 1)
        self._firsts, self._heights = [], []
        first = 0
        for row in range(len(self._rows)):
            height = max(
                len(self._lines_said(row, side).lines) + len(self._lines_behind(row, side).lines)
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

    def _lines_behind(self, row: int, side: int) -> Lines:
        if not self._is_open(row, side) or self._behind is None:
            return NOTHING
        found = self._opened.get((row, side))
        if found is None:
            blocks = self._behind(self._rows[row][side].origin, side)
            found = self._opened[row, side] = behind(blocks, self._text_room, self.tone)
        return found

    def _find_stops(self) -> list[Stop]:
        """Return the stops of the side that the cursor is on, from top to bottom."""
        side, stops = self.side, []
        for row, cells in enumerate(self._rows):
            cell, first = cells[side], self._firsts[row]
            head = len(self._lines_said(row, side).lines)
            height = head if self._is_open(row, side) else self._heights[row]
            numbers = tuple(number for line in cell.lines for number in marks(line))
            stops.append(Stop(row, cell.origin, cell.origin, Span(first, height), numbers))
            for link in self._lines_behind(row, side).links:
                span = Span(first + head + link.first, link.height)
                stops.append(Stop(row, cell.origin, link.origin, span, link.notes, True))
        return stops

    # --- drawing --------------------------------------------------------------------------

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return one line of both sides; a bar and a ground mark the highlighted cell."""
        row = bisect_right(self._firsts, line) - 1
        place = line - self._firsts[row]
        rule = Content.styled("│", self._styles["rule"])
        pieces = []
        for side in self._sides:
            here = at_cursor and self.has_focus and side == self.side
            pieces.append(self._piece(row, side, place, here))
        return rule.join(pieces)

    def _piece(self, row: int, side: int, place: int, here: bool) -> Content:
        """Return a line of a cell behind its gutter, on the highlight's ground if it is there."""
        head = self._lines_said(row, side).lines
        more = self._lines_behind(row, side).lines
        text = Content("")
        if place < len(head):
            text = head[place]
        elif place - len(head) < len(more):
            text = more[place - len(head)]
        sign = " "
        if place == 0 and self._can_open(row, side):
            sign = OPEN if self._is_open(row, side) else CLOSED
        bar = ("▌", self._styles["bar"]) if here else " "
        padded = text.pad_right(max(self._text_room - text.cell_length, 0) + 1)
        piece = Content.assemble(bar, (sign, self._styles["muted"]), " ", padded)
        return piece.stylize_before(self._styles["rest"]) if here else piece

    # --- opening and closing --------------------------------------------------------------

    def _can_open(self, row: int, side: int) -> bool:
        return self._behind is not None and self._rows[row][side].origin != ""

    def _is_open(self, row: int, side: int) -> bool:
        return (side, self._rows[row][side].origin) in self._open

    def action_expand(self) -> None:
        """Open or close the highlighted cell, or open what its link leads to."""
        self.action_open()

    def action_open(self) -> None:
        """Open or close the highlighted cell, or open what its link leads to."""
        if not self.current:
            return
        stop = self._stops[self.cursor]
        if stop.is_link and stop.notes and stop.origin.startswith("source:"):
            self.post_message(self.NoteChosen(self, str(stop.notes[0])))
        elif stop.is_link or not self._can_open(stop.row, self.side):
            self.post_message(self.Opened(self, stop.origin))
        else:
            self._toggle(stop)

    def action_collapse(self) -> None:
        """Close the cell that the cursor is in."""
        if self._stops and self._is_open(self._row, self.side):
            self._toggle(self._stops[self._head(self._row)])

    def action_expand_all(self) -> None:
        """Open every claim of both sides, or close them all where all are open."""
        claims = {
            (side, cell.origin)
            for cells in self._rows
            for side, cell in enumerate(cells)
            if cell.origin.startswith("claim:")
        }
        kept = self.stay()
        if claims <= self._open:
            self._open -= claims
        else:
            self._open |= claims
        self.replaced(kept)

    def _toggle(self, stop: Stop) -> None:
        """Open or close a cell; it stays where it is as far as what it holds can be seen."""
        self._open ^= {(self.side, stop.owner)}
        self.rearrange()
        self.show_row(self._head(stop.row))
        if self._is_open(stop.row, self.side):
            behind = self._lines_behind(stop.row, self.side).lines
            span = self.span(self.cursor)
            self.reveal(Span(span.first, span.height + len(behind)))

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
            for line in range(first, first + height):
                self._strips.pop((line, True), None)
            self.refresh_lines(first, height)
            self.show_row(self.cursor)
        self.tell()

    def on_click(self, event: events.Click) -> None:
        """Open or close the cell that was clicked; on a link, a second click opens it.

        A click at the end of selecting text does nothing.
        """
        event.prevent_default()
        place = event.get_content_offset(self)
        if place is None or self.text_selection is not None:
            return
        if self._both:
            self.side = int(place.x > GUTTER + column_width(self.room))
        stop = self.row_at(place.y + self.scroll_offset.y)
        if stop is not None:
            self.cursor = stop
        if (note := event.style.meta.get("note")) is not None:
            self.post_message(self.NoteChosen(self, str(note)))
        elif stop is not None and (event.chain > 1) == self._stops[stop].is_link:
            self.action_open()
