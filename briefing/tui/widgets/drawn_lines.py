"""Lines of text in a widget that scrolls, each of which is drawn once and then only moved."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from rich.segment import Segment
from textual import events
from textual.content import Content
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from briefing.tui.widgets.bar import Bar
from briefing.tui.widgets.drawing import Drawing
from briefing.tui.widgets.drawn_once import DrawnOnce
from briefing.tui.widgets.edges import Edges, edges
from briefing.tui.widgets.segments import segments
from briefing.tui.widgets.styles import component


class DrawnLines(DrawnOnce, ScrollView):
    """A scrolling widget of lines, with text that can be selected.

    A widget built on it sets `line_count` and `drawn_width`, the cells that lines were laid out
    for (-1 before that), answers `content` and `cursor_lines`, and says when lines are to be
    forgotten.
    """

    # A bar that came and went with the length of the text would have all laid out twice.
    DEFAULT_CSS = """
    DrawnLines {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size: 1 1;
        scrollbar-gutter: stable;
        background: $background;
        color: $foreground;
    }
    """

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.line_count = 0
        self.drawn_width = -1
        self.drawing = Drawing()
        """The lines as drawn between their edges."""
        self._edges: Edges | None = None
        """What stands left and right of all lines, as long as it is known to be unchanged."""

    @abstractmethod
    def content(self, line: int, at_cursor: bool) -> Content:
        """Return what stands in a line, with its styles."""

    @property
    @abstractmethod
    def cursor_lines(self) -> range:
        """The lines of the row under the cursor, which look different; none while it is hidden."""

    @property
    def room(self) -> int:
        """How many cells a line has, the scroll bar left out."""
        return self.scrollable_size.width

    def forget(self) -> None:
        """Draw all lines anew when they are next to be seen."""
        self.drawing = Drawing()

    def extend(self, size: Size) -> None:
        """Have lines of another width or number to scroll over.

        Only where the widget itself is as high as its lines is the screen laid out anew, as
        Textual always would.
        """
        if self.styles.is_auto_height:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(DrawnLines.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = size.height
            self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def forget_at_cursor(self, lines: Iterable[int]) -> None:
        """Draw these lines anew where the cursor is on them."""
        for line in lines:
            self.drawing.lit.pop(line, None)

    @property
    def vertical_scrollbar(self) -> ScrollBar:
        """The scroll bar, made when it is first wanted."""
        if self._vertical_scrollbar is None:
            bar = Bar(name="vertical", thickness=self.scrollbar_size_vertical)
            bar.display = False
            self._vertical_scrollbar = bar
            self.app._start_widget(self, bar)
        return self._vertical_scrollbar

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Show how far down the lines are, also where none of them has moved by a whole line."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) == round(new_value) and isinstance(self.vertical_scrollbar, Bar):
            self.vertical_scrollbar.refresh_alone()

    def _set_dirty(self, *regions: Region) -> None:
        super()._set_dirty(*regions)
        if not regions:
            self._edges = None

    def brush(self) -> Callable[[int], Strip]:
        """Return what draws a line between the edges that all lines have."""
        if self._edges is None:
            self._edges = edges(self, *self.draw_line(self.styles.gutter.top))
        around, first, lit = self._edges, self.scroll_offset.y, self.cursor_lines
        ground, selection = self.visual_style, self.text_selection
        drawing = self.drawing
        drawing.begin(around, ground, selection)

        def draw(y: int) -> Strip:
            line = first + y
            drawn = drawing.lit if line in lit else drawing.plain
            if line not in drawn:
                shown = self._line(line, line in lit, around.room, ground, selection)
                drawn[line] = around.around(shown)
            return drawn[line]

        return draw

    def draw_first(
        self, drawing: Drawing, content: Callable[[int], Content], count: int
    ) -> Iterator[None]:
        """Draw, one by one, the lines that would be seen first of so many, while others are."""
        nothing = Content("")
        lines = range(self.scrollable_size.height)
        return self._draw_plain(
            drawing, lambda line: content(line) if line < count else nothing, lines
        )

    def draw_near(self) -> Iterator[None]:
        """Draw, one by one, the lines a screen below and above those that are seen."""
        return self._draw_plain(self.drawing, partial(self.content, at_cursor=False), self._near())

    def _near(self) -> Iterator[int]:
        """Yield lines, until others are laid out in their place."""
        height, first, drawing = self.scrollable_size.height, self.scroll_offset.y, self.drawing
        for line in (*range(first + height, first + 2 * height), *range(first - height, first)):
            if self.drawing is not drawing or self.drawn_width < 0:
                return
            if 0 <= line < self.line_count:
                yield line

    def _draw_plain(
        self, drawing: Drawing, content: Callable[[int], Content], lines: Iterable[int]
    ) -> Iterator[None]:
        """Draw lines as they look without the cursor and without a selection."""
        if self._edges is None or self.text_selection:
            return
        around, ground = self._edges, self.visual_style
        drawing.begin(around, ground, None)
        drawn = drawing.plain
        for line in lines:
            if line not in drawn:
                drawn[line] = around.around(self._filled(content(line), around.room, ground))
                yield

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen, with the offsets by which the mouse selects text."""
        line, room = y + self.scroll_offset.y, max(self.room, 0)
        lit, ground = line in self.cursor_lines, self.visual_style
        strip = Strip(self._line(line, lit, room, ground, self.text_selection))
        return strip.apply_offsets(0, line) if line < self.line_count else strip

    def _line(
        self, line: int, at_cursor: bool, room: int, ground: Style, selection: Selection | None
    ) -> list[Segment]:
        """Return what stands in a line, in so many cells, and what is selected of it."""
        if line >= self.line_count or self.drawn_width < 0:
            return self._filled(Content(""), room, ground)
        content = self.content(line, at_cursor)
        if selection is not None and (span := selection.get_span(line)) is not None:
            start, end = span
            end = len(content) if end == -1 else end
            content = content.stylize(component(self.screen, "screen--selection"), start, end)
        return self._filled(content, room, ground)

    def _filled(self, content: Content, room: int, ground: Style) -> list[Segment]:
        """Return a line on its ground, in so many cells."""
        shown = segments(content, ground, self._get_style)
        if content.cell_length == room:
            return shown
        return Segment.adjust_line_length(shown, room, ground.rich_style)

    # Of a widget that gets or loses the focus Textual draws everything anew, and looks for other
    # styles. Here it is only the row under the cursor that looks different, but where a rule asks
    # for the focus.

    def on_focus(self, event: events.Focus) -> None:
        """Take the keys."""
        event.prevent_default()
        self._turn(focused=True)

    def on_blur(self, event: events.Blur) -> None:
        """Leave the keys to another widget."""
        event.prevent_default()
        self._turn(focused=False)

    def _turn(self, *, focused: bool) -> None:
        self.has_focus = focused
        if self.parent is not None:
            told = events.DescendantFocus if focused else events.DescendantBlur
            self.parent.post_message(told(self))

    def watch_has_focus(self, value: bool) -> None:
        """Draw the row under the cursor with or without the focus."""
        if self._follows_focus:
            super().watch_has_focus(value)
        self.redraw_cursor()

    @abstractmethod
    def redraw_cursor(self) -> None:
        """Draw the row under the cursor anew."""

    @property
    def _follows_focus(self) -> bool:
        rules = self.app.stylesheet.rules_map
        names = {*self._selector_names, *(f".{name}" for name in self._get_component_classes())}
        found = (rule.pseudo_classes for name in names for rule in rules.get(name, ()))
        return any(not asked.isdisjoint({"focus", "blur"}) for asked in found)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the selected text, without the padding of lines."""
        text = "\n".join(self.content(line, False).plain for line in range(self.line_count))
        lines = selection.extract(text).split("\n")
        return "\n".join(line.rstrip() for line in lines), "\n"

    def selection_updated(self, selection: Selection | None) -> None:
        """Repaint what is selected."""
        self.refresh()
