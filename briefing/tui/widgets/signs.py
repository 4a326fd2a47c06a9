"""What signs mean: each with its words, in as many lines as that takes."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from briefing.tui.wrapping import wrap

NO_BREAK = "\u00a0"


class Signs(Widget):
    """Tells what signs mean; no line ends between a sign and its words."""

    DEFAULT_CSS = """
    Signs { height: auto; color: $muted; padding: 0 2; }
    """

    told: reactive[tuple[str, ...]] = reactive((), layout=True)

    def render(self) -> Content:
        """Return the lines."""
        return Content("\n").join(self._lines(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines there are."""
        return len(self._lines(width))

    def _lines(self, width: int) -> list[Content]:
        kept = [told.replace(" ", NO_BREAK) for told in self.told]
        return wrap(Content("  ".join(kept)), max(width, 1))
