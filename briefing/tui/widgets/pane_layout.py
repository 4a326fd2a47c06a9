"""The lines of a document in a pane, and the items among them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from textual.content import Content

from briefing.tui.drawn import Drawn, Part
from briefing.tui.widgets.layout import Layout
from briefing.tui.widgets.span import Span


class PaneRow(NamedTuple):
    """An item in a pane: its lines, its name, its share of them, the notes they lead to."""

    span: Span
    part: Part

    @property
    def origin(self) -> str:
        """The name of the item."""
        return self.part.origin


class PaneLayout(Layout):
    """Runs of lines, each behind its margin; runs of one item that touch are one row."""

    def __init__(self, runs: Iterable[Drawn]) -> None:
        super().__init__()
        self._runs = runs
        self.lines: list[Content] = []
        """The lines without their margins."""
        self.margins: list[Content] = []
        self.rows: list[PaneRow] = []
        self.row_of_line: dict[int, int] = {}
        """Of a line that belongs to an item the row; of several the first."""

    def _lay_out(self) -> Iterator[None]:
        for run in self._runs:
            if run.origin:
                span = Span(len(self.lines), len(run.lines))
                for part in run.parts or (Part(run.origin, run.notes),):
                    self._add(PaneRow(span, part))
            self.lines += run.lines
            self.margins += [run.margin] * len(run.lines)
            yield
        self.line_count = len(self.lines)

    def _add(self, row: PaneRow) -> None:
        last = self.rows[-1] if self.rows else None
        if last and last.origin == row.origin and sum(last.span) == row.span.first:
            span = Span(last.span.first, last.span.height + row.span.height)
            notes = last.part.notes + row.part.notes
            self.rows[-1] = PaneRow(span, row.part._replace(notes=notes))
        else:
            self.rows.append(row)
        for line in row.span.lines:
            self.row_of_line.setdefault(line, len(self.rows) - 1)

    def content(self, line: int) -> Content:
        """Return a line behind its margin."""
        return self.margins[line] + self.lines[line]
