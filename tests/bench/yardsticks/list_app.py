"""Yardstick: a list drawn line by line, and the highlighted row told in a pane of fixed size."""

from __future__ import annotations

from rich.segment import Segment
from rich.style import Style
from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.containers import Horizontal
from textual.geometry import Region, Size
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widgets import Footer, Header, Static

ROWS = tuple(f"Row {number} of a list that is drawn line by line" for number in range(1000))
SHOWN = ROWS[1]


class Lines(ScrollView, can_focus=True):
    """Rows of text; a key repaints the row that it leaves and the one that it comes to."""

    BINDINGS = [Binding("down", "step(1)"), Binding("up", "step(-1)")]
    at = reactive(0, repaint=False)

    def on_mount(self) -> None:
        self.virtual_size = Size(0, len(ROWS))

    def render_line(self, y: int) -> Strip:
        row, width = y + self.scroll_offset.y, self.size.width
        style = self.rich_style + Style(reverse=row == self.at)
        return Strip([Segment(ROWS[row][:width].ljust(width), style)], width)

    def action_step(self, step: int) -> None:
        left, self.at = self.at, min(max(self.at + step, 0), len(ROWS) - 1)
        top, height = self.scroll_offset.y, self.size.height
        if top <= self.at < top + height:
            self.refresh(*(Region(0, row - top, self.size.width, 1) for row in (left, self.at)))
        else:
            self.scroll_to(y=top + step, animate=False, force=True)


class ListApp(App[None]):
    """The list on the left, what it has come to on the right."""

    CSS = "Lines, Static { width: 1fr; height: 1fr; }"
    BINDINGS = [Binding("q", "quit", "Quit")]

    def compose(self) -> ComposeResult:
        yield Header()
        with Horizontal():
            yield Lines()
            yield Static(ROWS[0])
        yield Footer()

    def on_mount(self) -> None:
        self.watch(self.query_one(Lines), "at", self._tell, init=False)

    def _tell(self, row: int) -> None:
        self.query_one(Static).update("\n\n".join([ROWS[row]] * 5))


if __name__ == "__main__":
    ListApp().run()
