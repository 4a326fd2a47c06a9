"""Two sides of which each cell can be opened where it stands.

What is behind a cell comes below it, and every item named there can be gone to.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import BindingType

from briefing.document import Block, Document
from briefing.tui.commands import COMMANDS
from briefing.tui.widgets.cells import NOTHING, Lines, Stop, behind
from briefing.tui.widgets.lines import Span
from briefing.tui.widgets.two_sides import TwoSides

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
        self._opened: dict[tuple[int, int], Lines] = {}

    def show(self, doc: Document, of: str = "") -> None:
        """Show the comparison in a document; what was opened stays open."""
        self._opened = {}
        super().show(doc, of)

    def forget_lines(self) -> None:
        """Forget what was wrapped for another width or in other colours."""
        super().forget_lines()
        self._opened = {}

    def behind(self, row: int, side: int) -> Lines:
        """Return what stands below a cell, where it is open."""
        if not self._is_open(row, side):
            return NOTHING
        found = self._opened.get((row, side))
        if found is None:
            blocks = self._behind(self._rows[row][side].origin, side)
            found = self._opened[row, side] = behind(blocks, self._text_room, self.tone)
        return found

    def sign(self, row: int, side: int) -> str:
        """Return whether a cell is open, or can be opened."""
        if not self._can_open(row, side):
            return " "
        return OPEN if self._is_open(row, side) else CLOSED

    def opens(self, stop: Stop, clicks: int) -> bool:
        """Return whether so many clicks open or close a cell, or open what a link leads to."""
        return (clicks > 1) == stop.is_link

    def _can_open(self, row: int, side: int) -> bool:
        return self._rows[row][side].origin != ""

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
            more = self.behind(stop.row, self.side).lines
            span = self.span(self.cursor)
            self.reveal(Span(span.first, span.height + len(more)))
