"""Lines of text as they were drawn, kept for as long as they would be drawn the same way."""

from __future__ import annotations

from textual.selection import Selection
from textual.strip import Strip
from textual.style import Style

from briefing.tui.widgets.edges import Edges


class Drawing:
    """Lines as drawn between their edges, by number: `lit` under the cursor, `plain` elsewhere."""

    def __init__(self) -> None:
        self.plain: dict[int, Strip] = {}
        self.lit: dict[int, Strip] = {}
        self._drawn_with: tuple[Edges, Style, Selection | None] | None = None

    def begin(self, around: Edges, ground: Style, selection: Selection | None) -> None:
        """Forget what was drawn with other edges, on another ground or with another selection."""
        drawn_with = (around, ground, selection)
        if drawn_with != self._drawn_with:
            self._drawn_with = drawn_with
            self.plain, self.lit = {}, {}
