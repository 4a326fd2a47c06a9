"""What lies behind all widgets of a view, most of which can never be seen."""

from __future__ import annotations

from collections.abc import Callable

from rich.segment import Segment
from textual.geometry import Spacing
from textual.strip import Strip

from briefing.tui.widgets.drawn_once import DrawnOnce
from briefing.tui.widgets.segments import colouring

NO_EDGE = Spacing()


class Ground(DrawnOnce):
    """To be named before a screen that shows nothing itself: all of its lines are one."""

    def brush(self) -> Callable[[int], Strip] | None:
        """Return what draws a line; none for a screen with edges, or that one sees through."""
        if self.styles.gutter != NO_EDGE or self.styles.background.a < 1:
            return None
        width = self.region.width
        line = [Segment(" " * width, self.visual_style.background_style.rich_style)]
        strip = Strip(colouring(self).of(line), width)
        return lambda _: strip
