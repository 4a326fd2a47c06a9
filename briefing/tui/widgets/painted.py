"""A list of which each row is drawn for the width that there is, in more than one tone."""

from __future__ import annotations

from abc import abstractmethod

from textual.content import Content

from briefing.tui.widgets.row_list import RowList

EDGE = 3
"""The cells of a row that its mark and the end of the line take."""


class PaintedList(RowList):
    """A list of rows; what is drawn of those with a key is up to the list built on it."""

    @abstractmethod
    def painted(self, key: str, room: int) -> Content | None:
        """Return what stands in a row, in at most `room` cells; None for its text and note."""

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return a row: its mark, and what is painted for it."""
        row = self._rows[line]
        body = self.painted(row.key, max(self.room - EDGE, 1)) if row.key else None
        if body is None:
            return super().content(line, at_cursor)
        mark = self.marks.get(row.key, " ")
        made = Content.assemble((f"{mark} ", self.tone("mark")), body)
        if not at_cursor:
            return made
        width = self.room
        return made.without_spans.truncate(width, pad=True).stylize(self._cursor_style())
