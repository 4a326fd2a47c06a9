"""Who is told at once where the cursor of a list or pane has come to."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefing.tui.widgets.lines import LineWidget


class Follower:
    """A screen that follows the cursors of its lists and panes."""

    @abstractmethod
    def follow(self, widget: LineWidget, key: str) -> None:
        """Do what follows when the cursor of a widget comes to the row that stands for `key`."""
