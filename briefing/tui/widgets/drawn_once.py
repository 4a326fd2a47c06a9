"""A widget that is drawn anew only where something in it has changed.

Textual asks all widgets of a screen for their lines whenever one of them has changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

# Not a widget itself: of several of these, Textual takes styles and keys only from the first.
if TYPE_CHECKING:
    _Base = Widget
else:
    _Base = object


class DrawnOnce(_Base):
    """To be named before the widget that is to be drawn so."""

    _drawn: tuple[Region, list[Strip]] | None = None
    """What was drawn last, as long as nothing in it has changed."""

    def _set_dirty(self, *regions: Region) -> None:
        super()._set_dirty(*regions)
        self._drawn = None

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return the lines that were drawn last, or draw them."""
        if self._drawn is None or self._drawn[0] != crop:
            self._drawn = crop, self.draw(crop)
        return self._drawn[1]

    def draw(self, crop: Region) -> list[Strip]:
        """Draw lines as Textual does."""
        return super().render_lines(crop)
