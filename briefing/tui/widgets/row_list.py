"""A list of one-line rows, drawn as they come into sight; ten thousand open like ten."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from briefing.text import width as cells
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.span import Span


class Row(NamedTuple):
    """A row of a list: its key, its text, a note at the right end, and the note's tone.

    A row without a key is a heading.
    """

    key: str
    text: str
    note: str = ""
    tone: str = "muted"


class ColumnHead(Widget):
    """The names of a list's columns, over the notes at the right end of its rows."""

    DEFAULT_CSS = """
    ColumnHead { height: 1; color: $muted; }
    """

    names: reactive[str] = reactive("")

    def render(self) -> Content:
        """Return the names where the rows below, beside the scroll bar, have their notes."""
        return Content(" " * (self.size.width - 2 - cells(self.names)) + self.names)


class RowList(LineWidget):
    """A list of rows, of which those with a key can be chosen."""

    DEFAULT_CSS = """
    RowList:nocolor .lines--rest { text-style: underline; }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._rows: Sequence[Row] = ()
        self._chosen: list[int] = []
        self._place: dict[int, int] = {}
        self._by_key: dict[str, int] = {}
        self.marks: Mapping[str, str] = {}

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows; the cursor stays on its key, or goes to the top where that is gone."""
        kept = self.stay()
        self._rows = rows
        self._chosen = [line for line, row in enumerate(rows) if row.key]
        self._place = {line: row for row, line in enumerate(self._chosen)}
        self._by_key = {rows[line].key: row for row, line in enumerate(self._chosen)}
        self.replaced(kept if kept.key in self._by_key else None)

    def find(self, key: str) -> int | None:
        """Return the row with a key, or None."""
        return self._by_key.get(key)

    @property
    def shows_cursor(self) -> bool:
        """Return true: a list shows what the pane beside it is about."""
        return True

    def near(self, span: Span) -> bool:
        """Return true: a list holds nothing to read between its rows."""
        return True

    @property
    def row_count(self) -> int:
        """How many rows can be chosen."""
        return len(self._chosen)

    def span(self, row: int) -> Span:
        """Return the one line of a row."""
        return Span(self._chosen[row], 1)

    def row_at(self, line: int) -> int | None:
        """Return the row in a line, or None for a heading."""
        return self._place.get(line)

    def key(self, row: int) -> str:
        """Return the key of a row."""
        return self._rows[self._chosen[row]].key

    def lay_out(self, width: int) -> None:
        """Take one line for each row."""
        self.line_count = len(self._rows)

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return a row: a mark, the text cut to the width, and the note at the right."""
        row, width = self._rows[line], self.room
        if not row.key:
            return Content.assemble("  ", (row.text, self.tone("heading"))).truncate(
                width, ellipsis=True
            )
        mark = self.marks.get(row.key, " ")
        room = width - 3 - (cells(row.note) + 2 if row.note else 0)
        text = Content(row.text).truncate(max(room, 1), ellipsis=True, pad=True)
        styled = Content.assemble(
            (f"{mark} ", self.tone("mark")),
            text,
            "  " if row.note else "",
            (row.note, self.tone(row.tone)),
        )
        if not at_cursor:
            return styled
        return styled.without_spans.truncate(width, pad=True).stylize(self._cursor_style())

    def _cursor_style(self) -> Style:
        return self.tone("cursor" if self.has_focus else "rest")
