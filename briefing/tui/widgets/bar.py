"""The scroll bar of a list or pane."""

from __future__ import annotations

from collections.abc import Callable
from typing import Self

from rich.color import Color
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Offset, Region
from textual.reactive import Reactive, reactive
from textual.scrollbar import ScrollBar, ScrollBarRender
from textual.strip import Strip

from briefing.tui.widgets.drawn_once import DrawnOnce
from briefing.tui.widgets.segments import colouring


class Bar(DrawnOnce, ScrollBar):
    """A scroll bar; it has no edges, and most of its cells look the same.

    Whenever it changes, so does mostly what it stands beside, and both are drawn together. Only
    where the mouse makes the difference does it ask for the screen to be written.
    """

    mouse_over = reactive(False, repaint=False)
    grabbed: Reactive[Offset | None] = reactive(None, repaint=False)

    def watch_mouse_over(self) -> None:
        """Show that the mouse is over it, or no longer."""
        self.refresh_alone()

    def watch_grabbed(self) -> None:
        """Show that the mouse holds it, or no longer."""
        self.refresh_alone()

    def refresh_alone(self) -> None:
        """Be drawn anew, though what it stands beside is not."""
        super().refresh()

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Be drawn anew with what it stands beside."""
        super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)
        self._repaint_required = False
        return self

    def brush(self) -> Callable[[int], Strip] | None:
        """Return what draws a cell; those that are alike are drawn once."""
        shown = self.render()
        if not isinstance(shown, ScrollBarRender) or not isinstance(shown.style, Style):
            return None
        cells = list(
            shown.render_bar(
                size=self.size.height,
                virtual_size=shown.virtual_size,
                window_size=shown.window_size,
                position=shown.position,
                thickness=shown.thickness,
                vertical=shown.vertical,
                back_color=shown.style.bgcolor or Color.default(),
                bar_color=shown.style.color or Color.default(),
            ).segments
        )
        ground, coloured = self.visual_style.rich_style, colouring(self)
        strips = {
            cell: Strip(coloured.of([Segment(cell.text, ground + cell.style)]), self.thickness)
            for cell in set(cells)
        }
        return lambda y: strips[cells[y]]
