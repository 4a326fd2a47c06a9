"""A list of what a search found: titles with the words marked, and below them their places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from briefing.text import width as cells
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.span import Span

Spans = tuple[tuple[int, int], ...]
NARROW = 60
"""The width in cells below which notes stand in a line of their own."""
_INDENT = 4


class Result(NamedTuple):
    """A row: its key, a title, a note at the right end, and an excerpt in a line of its own.

    Spans are where the words stand that were searched for. A row without a key is a heading.
    """

    key: str
    title: str
    spans: Spans = ()
    note: str = ""
    excerpt: str = ""
    excerpt_spans: Spans = ()


class ResultList(LineWidget):
    """A list of results under headings."""

    DEFAULT_CSS = """
    ResultList:nocolor .lines--rest { text-style: reverse; }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._results: Sequence[Result] = ()
        self._lines: list[tuple[int, bool]] = []  # of each line the result, and if it is its first
        self._firsts: list[int] = []
        self._chosen: list[int] = []
        self.marks: Mapping[str, str] = {}

    def set_results(self, results: Sequence[Result]) -> None:
        """Show these results, from the first on."""
        self._results = results
        self._chosen = [place for place, result in enumerate(results) if result.key]
        self.replaced(None)

    @property
    def shows_cursor(self) -> bool:
        """Return true: what `enter` opens is shown while words are typed."""
        return True

    def near(self, span: Span) -> bool:
        """Return true: a list holds nothing to read between its rows."""
        return True

    @property
    def row_count(self) -> int:
        """How many results can be chosen."""
        return len(self._chosen)

    def span(self, row: int) -> Span:
        """Return the one or two lines of a result."""
        place = self._chosen[row]
        first = self._firsts[place]
        after = self._firsts[place + 1] if place + 1 < len(self._firsts) else self.line_count
        return Span(first, after - first)

    def row_at(self, line: int) -> int | None:
        """Return the result in a line, or None for a heading."""
        if line >= len(self._lines):
            return None
        place = self._lines[line][0]
        return self._chosen.index(place) if self._results[place].key else None

    def key(self, row: int) -> str:
        """Return the key of a result."""
        return self._results[self._chosen[row]].key

    def lay_out(self, width: int) -> None:
        """Take a line for each title, and another for what stands below it."""
        self._lines, self._firsts = [], []
        for place, result in enumerate(self._results):
            self._firsts.append(len(self._lines))
            self._lines.append((place, True))
            if result.excerpt or (result.key and result.note and width < NARROW):
                self._lines.append((place, False))
        self.line_count = len(self._lines)

    def content(self, line: int, at_cursor: bool) -> Content:
        """Return a line of a result, with the words marked."""
        place, first = self._lines[line]
        result, width = self._results[place], self.room
        if not result.key:
            heading = (f"  {result.title}", self.tone("heading"))
            note = (f"  {result.note}" if result.note else "", self.tone("muted"))
            return Content.assemble(heading, note).truncate(width, ellipsis=True)
        shown = self._title(result, width) if first else self._below(result, width)
        if not at_cursor:
            return shown.truncate(width, pad=True)
        return shown.truncate(width, pad=True).stylize(self._cursor_style())

    def _title(self, result: Result, width: int) -> Content:
        note = Content(result.note if width >= NARROW else "").truncate(width // 3, ellipsis=True)
        note = note.stylize(self.tone("muted"))
        room = width - 3 - (note.cell_length + 2 if note else 0)
        return Content.assemble(
            (f"{self.marks.get(result.key, ' ')} ", self.tone("mark")),
            self._marked(result.title, result.spans, room).truncate(room, ellipsis=True, pad=True),
            "  " if note else "",
            note,
        )

    def _below(self, result: Result, width: int) -> Content:
        room = width - _INDENT - 1
        text = result.excerpt or result.note
        marked = self._marked(text, result.excerpt_spans, room, self.tone("muted"))
        return Content.assemble(" " * _INDENT, marked.truncate(room, ellipsis=True))

    def _marked(self, text: str, spans: Spans, room: int, style: Style | None = None) -> Content:
        """Return text with the words marked, from so far on that the first can be seen."""
        if spans and cells(text[: spans[0][1]]) >= room:
            start = min(spans[0][0] - room // 3, len(text) - room + 2)
            start = text.find(" ", max(start, 0), spans[0][0]) + 1
            text = f"… {text[start:]}" if start else text
            shift = 2 - start if start else 0
            spans = tuple((first + shift, last + shift) for first, last in spans)
        content = Content(text) if style is None else Content.styled(text, style)
        for first, last in spans:
            content = content.stylize(self.tone("hit"), first, last)
        return content

    def _cursor_style(self) -> Style:
        return self.tone("cursor" if self.has_focus else "rest")
