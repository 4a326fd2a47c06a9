"""Two sides of which each cell can be opened where it stands.

What is behind a cell comes below it, and every item named there can be gone to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType

from briefing.document import Block, Cell, Document
from briefing.tui.commands import COMMANDS
from briefing.tui.widgets.cells import NOTHING, Lines, Stop, behind
from briefing.tui.widgets.span import Span
from briefing.tui.widgets.two_sides import TwoSides, rows

CLOSED, OPEN = "▸", "▾"

Behind = Callable[[str, int], Iterable[Block]]
"""Gives what is behind an item on a side, 0 or 1."""


class Pairs(TwoSides):
    """The rows of a comparison, and what is behind those of its cells that are open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        command._replace(footer=1).binding() for command in COMMANDS if command.id == "expand"
    ]

    def __init__(self, behind: Behind, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._behind = behind
        self._open: set[tuple[int, str]] = set()

    def depends_on(self, doc: Document, of: str) -> object:
        """Return what a layout depends on; with an open cell it may be another each time."""
        here = {(side, cell.origin) for row in rows(doc) for side, cell in enumerate(row)}
        return super().depends_on(doc, of), None if here.isdisjoint(self._open) else object()

    def behind(self, cell: Cell, side: int, room: int) -> Lines:
        """Return what stands below a cell, where it is open."""
        if not self._is_open(cell, side):
            return NOTHING
        return behind(self._behind(cell.origin, side), room, self.tone)

    def sign(self, cell: Cell, side: int) -> str:
        """Return whether a cell is open, or can be opened."""
        if not self._can_open(cell):
            return " "
        return OPEN if self._is_open(cell, side) else CLOSED

    def opens(self, stop: Stop, clicks: int) -> bool:
        """Return whether so many clicks open or close a cell, or open what a link leads to."""
        return (clicks > 1) == stop.is_link

    def _can_open(self, cell: Cell) -> bool:
        return cell.origin != ""

    def _is_open(self, cell: Cell, side: int) -> bool:
        return (side, cell.origin) in self._open

    def _cell(self, row: int) -> Cell:
        return self.laid.rows[row][self.side]

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
        elif stop.is_link or not self._can_open(self._cell(stop.row)):
            self.post_message(self.Opened(self, stop.origin))
        else:
            self._toggle(stop)

    def action_collapse(self) -> None:
        """Close the cell that the cursor is in."""
        if self._stops and self._is_open(self._cell(self._row), self.side):
            self._toggle(self._stops[self._head(self._row)])

    def action_expand_all(self) -> None:
        """Open every claim of both sides, or close them all where all are open."""
        claims = {
            (side, cell.origin)
            for cells in self.laid.rows
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
        if self._is_open(self._cell(stop.row), self.side):
            more = self.laid.below(stop.row, self.side).lines
            span = self.span(self.cursor)
            self.reveal(Span(span.first, span.height + len(more)))
