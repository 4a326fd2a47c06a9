"""The base of all lists and panes: rows of prepared lines.

Nothing is mounted for a row, so opening and moving cost the same at any length. The base
handles the cursor, keys, mouse, scrolling without animation and resizing; what stands in a
line is up to the widget built on it.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style

from briefing.tui.commands import bindings
from briefing.tui.tones import tones
from briefing.tui.widgets.drawn_lines import DrawnLines
from briefing.tui.widgets.follower import Follower
from briefing.tui.widgets.span import Span, Stay
from briefing.tui.widgets.styles import component


class LineWidget(DrawnLines, can_focus=True):
    """A scrolling widget of rows; a row is one or more lines and may hold the cursor.

    A widget built on it keeps its rows, sets `line_count` in `lay_out`, and answers
    `row_count`, `span`, `row_at`, `key` and `content`.
    """

    DEFAULT_CSS = """
    .lines--rest { background: $surface; color: $foreground; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--rest"}
    BINDINGS: ClassVar[list[BindingType]] = bindings("lines")

    cursor: reactive[int] = reactive(0, repaint=False, init=False)

    class Opened(Message):
        """A row was opened, by key or mouse."""

        def __init__(self, widget: LineWidget, key: str) -> None:
            super().__init__()
            self.widget, self.key = widget, key

        @property
        def control(self) -> LineWidget:
            """The widget, for `@on` selectors."""
            return self.widget

    class NoteChosen(Opened):
        """A citation mark was clicked; `key` is its number."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.tones: dict[str, Style] = {}
        """The styles that the rows were laid out in."""
        self._height = 0

    # --- what a widget built on this answers ------------------------------------------

    @property
    @abstractmethod
    def row_count(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def span(self, row: int) -> Span:
        """Return the lines of a row."""

    @abstractmethod
    def row_at(self, line: int) -> int | None:
        """Return the row that a line belongs to, or None between rows."""

    @abstractmethod
    def key(self, row: int) -> str:
        """Return what a row stands for."""

    @abstractmethod
    def lay_out(self, width: int) -> None:
        """Lay the rows out for a width in cells and set `line_count`."""

    # --- state ------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """What the row under the cursor stands for, or ""."""
        return self.key(self.cursor) if 0 <= self.cursor < self.row_count else ""

    @property
    def shows_cursor(self) -> bool:
        """Whether the cursor can be seen: in a pane only while it has the focus."""
        return self.has_focus

    @property
    def cursor_lines(self) -> range:
        """The lines of the row under the cursor; none while that is hidden."""
        shown = self.shows_cursor and self.cursor < self.row_count
        return self.span(self.cursor).lines if shown else range(0)

    def redraw_cursor(self) -> None:
        """Draw the row under the cursor anew."""
        self._redraw(self.cursor)

    def _redraw(self, row: int) -> None:
        if 0 <= row < self.row_count:
            span = self.span(row)
            self.forget_at_cursor(span.lines)
            self.refresh_lines(*span)

    def tone(self, name: str) -> Style:
        """Return the style of a tone or of another part of what is drawn; `rest` is that of
        the row under the cursor where the focus is elsewhere."""
        return self.tones[name]

    def _find_tones(self) -> dict[str, Style]:
        here = {"rest": component(self, "lines--rest")}
        return {**tones(self.app.current_theme, self.app.no_color), **here}

    def rearrange(self) -> None:
        """Lay out anew, after the rows or the width have changed."""
        width = self.room
        self.drawn_width, self._height = width or -1, self.size.height
        if width <= 0:
            return
        self.forget()
        self.tones = self._find_tones()
        self.lay_out(width)
        self.extend(Size(width, self.line_count))
        # The bar is drawn with the lines that it stands beside; their edges stay what they are.
        self.refresh(Region(0, 0, self.outer_size.width, self._height))

    def stay(self) -> Stay:
        """Return where the cursor is, to have it kept there while the rows are replaced."""
        offset = self.scroll_offset.y
        lines = range(offset, offset + self._height)
        if not self.shows_cursor or all(self.row_at(line) != self.cursor for line in lines):
            return Stay(self.current, None)
        return Stay(self.current, self.span(self.cursor).first - offset)

    def replaced(self, kept: Stay | None) -> None:
        """Lay out rows that have taken the place of others.

        The cursor stays with what it stood for, or on its row where that is gone; with None it
        goes to the first row, at the top.
        """
        self.rearrange()
        row = 0 if kept is None else self.find(kept.key)
        if row is None:
            row = max(min(self.cursor, self.row_count - 1), 0)
        self.set_reactive(LineWidget.cursor, row)
        if kept is None:
            self._scroll_line(0)
        elif kept.line is not None and row < self.row_count:
            span = self.span(row)
            self._scroll_line(span.first - kept.line)
            if self.stay().line is None:
                self.reveal(span)

    def find(self, key: str) -> int | None:
        """Return the row that stands for something, or None."""
        return next((row for row in range(self.row_count) if self.key(row) == key), None)

    def nearby(self) -> Iterator[str]:
        """Yield what the rows stand for that a key leads to from here, the likeliest first."""
        pages = (row for step in (1, -1) if (row := self._a_page_on(step)[1]) is not None)
        rows = (self.cursor + 1, self.cursor - 1, *pages, self.row_count - 1, 0)
        for row in dict.fromkeys(rows):
            if 0 <= row < self.row_count and row != self.cursor:
                yield self.key(row)

    def go(self, key: str) -> bool:
        """Move the cursor to what stands for something; say whether it is there."""
        row = self.find(key)
        if row is not None:
            self.show_row(row)
        return row is not None

    def show_row(self, row: int, *, top: bool = False) -> None:
        """Move the cursor to a row and scroll as little as shows it, or it to the top."""
        if not self.row_count:
            return
        row = max(0, min(self.row_count - 1, row))
        self.cursor = row
        self.reveal(self.span(row), top=top)

    def reveal(self, span: Span, *, top: bool = False) -> None:
        """Scroll as little as shows these lines."""
        first, height, offset = span.first, self.size.height, self.scroll_offset.y
        # The line above a row is often its heading: let it be seen.
        above = max(first - 1, 0) if first <= 2 else first
        if top or span.first < offset or span.height >= height:
            self._scroll_line(above)
        elif first + span.height > offset + height:
            self._scroll_line(first + span.height - height)

    def _scroll_line(self, line: int) -> None:
        self.scroll_to(y=max(line, 0), animate=False, force=True)

    def watch_cursor(self, old: int, new: int) -> None:
        """Repaint the two rows that changed and tell of the new one."""
        for row in {old, new}:
            self._redraw(row)
        if 0 <= new < self.row_count:
            self.tell()

    def tell(self) -> None:
        """Tell the screen at once where the cursor is, so that what follows is drawn with it."""
        if isinstance(self.screen, Follower):
            self.screen.follow(self, self.current)

    def notify_style_update(self) -> None:
        """Follow other colours."""
        super().notify_style_update()
        self.call_later(self._recolour)

    def _recolour(self) -> None:
        """Lay out anew where the colours, which the lines hold, are others."""
        if self._find_tones() != self.tones:
            self.rearrange()

    # --- keys, mouse, size ------------------------------------------------------------

    def action_move(self, step: int) -> None:
        """Move to the next row; where there is text to read before it, scroll by a line."""
        row = self.cursor + step
        if 0 <= row < self.row_count and self.near(self.span(row)):
            self.show_row(row)
        else:
            self._scroll_line(self.scroll_offset.y + step)

    def near(self, span: Span) -> bool:
        """Return whether lines can be gone to without passing over others that were not seen."""
        height, offset = self.size.height, self.scroll_offset.y
        return offset - height < span.first <= offset + height + 1

    def action_page(self, step: int) -> None:
        """Move by a screen, and the cursor to the first row that is seen."""
        target, row = self._a_page_on(step)
        if target == self.scroll_offset.y:
            self.action_edge(step)
            return
        self._scroll_line(target)
        if row is not None:
            self.cursor = row

    def _a_page_on(self, step: int) -> tuple[int, int | None]:
        """Return the line that a screen further on begins with, and the first row seen there."""
        height = max(self.size.height - 1, 1)
        target = max(0, min(self.max_scroll_y, self.scroll_offset.y + step * height))
        seen = range(target, min(target + self.size.height, self.line_count))
        return target, next((row for line in seen if (row := self.row_at(line)) is not None), None)

    def action_edge(self, step: int) -> None:
        """Move to the first or the last row and line."""
        self._scroll_line(0 if step < 0 else self.line_count)
        if self.row_count:
            self.cursor = 0 if step < 0 else self.row_count - 1

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if self.current:
            self.post_message(self.Opened(self, self.current))

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to a row; a second click, or one on a mark, opens."""
        event.prevent_default()  # Textual would select all of the text here.
        note = event.style.meta.get("note")
        place = event.get_content_offset(self)
        row = None if place is None else self.row_at(place.y + self.scroll_offset.y)
        if row is not None:
            self.cursor = row
        if note is not None:
            self.post_message(self.NoteChosen(self, str(note)))
        elif row is not None and event.chain > 1:
            self.action_open()

    def on_resize(self, event: events.Resize) -> None:
        """Lay out for the new size: the same row at the top, the cursor in sight if it was."""
        if (self.room, self.size.height) == (self.drawn_width, self._height):
            return
        first = self.drawn_width < 0
        top = None if first else self.row_at(self.scroll_offset.y)
        cursor_seen = self.cursor > 0 if first else self.stay().line is not None
        self._height = self.size.height
        if self.room != self.drawn_width:
            self.rearrange()
            if self.scroll_offset.y and top is not None and top < self.row_count:
                self._scroll_line(self.span(top).first)
        if cursor_seen and self.cursor < self.row_count:
            self.reveal(self.span(self.cursor))
