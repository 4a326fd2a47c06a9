"""The views of which one pivot sets two things beside one another, next to the list."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence
from typing import NamedTuple

from briefing.document import Note
from briefing.pack.pack import Ref
from briefing.tui.views.listed import PivotedView
from briefing.tui.widgets.beside import Beside
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.side_names import SideNames


class InPane(NamedTuple):
    """Where the cursor is next to the list, as text: "detail" or a side, and its line or stop.

    Both are "" while the list has the focus.
    """

    pane: str = ""
    line: str = ""


class PairedView(PivotedView):
    """A pivoted view with a `Beside` and the `SideNames` over it, in place of the detail."""

    @property
    @abstractmethod
    def is_paired(self) -> bool:
        """Whether two things stand beside one another now."""

    @property
    def beside(self) -> Beside:
        """The two things."""
        return self.query_one(Beside)

    @property
    def shown(self) -> LineWidget:
        """What stands next to the list."""
        return self.beside if self.is_paired else self.detail

    @abstractmethod
    def show_row(self, key: str) -> None:
        """Show next to the list what it has come to."""

    @property
    def current(self) -> Ref | None:
        """The highlighted item next to the list, else that of the list."""
        found = self.as_ref(self.shown.current) if self.shown.has_focus else None
        return found or self.as_ref(self.rows.current)

    @property
    def notes(self) -> list[Note]:
        """The notes of the highlighted line or cell."""
        if self.is_paired:
            return self.beside.notes if self.beside.has_focus else []
        return super().notes

    def notes_of(self, widget: LineWidget) -> Sequence[Note]:
        """Return the notes that the marks in a widget lead to."""
        return self.beside.document.notes if widget is self.beside else super().notes_of(widget)

    # --- where the reader is ----------------------------------------------------------

    @property
    def in_pane(self) -> InPane:
        """Where the cursor is next to the list."""
        if self.beside.has_focus:
            return InPane(str(self.beside.side), self.beside.path)
        if self.detail.has_focus:
            return InPane("detail", str(self.detail.cursor))
        return InPane()

    def return_to_pane(self, spot: InPane) -> None:
        """Go back to where the cursor was next to the list, or in the list."""
        if spot.pane == "detail":
            self.detail.show(self.document(self.rows.current), self.rows.current)
            self.set_focus(self.detail)
            self.call_after_refresh(self.detail.show_row, int(spot.line))
        elif spot.pane:
            self.beside.show_pending()
            self.set_focus(self.beside)
            self.call_after_refresh(self.beside.return_to, int(spot.pane), spot.line)
        else:
            self.set_focus(self.rows)

    def highlighted(self, widget: LineWidget, key: str) -> None:
        """Show what the list has come to; follow the side."""
        if widget is self.beside:
            self.query_one(SideNames).side = self.beside.side
        elif widget is self.rows:
            self.show_row(key)

    def opened(self, widget: LineWidget, key: str) -> None:
        """Go from the list to what is next to it; open what is named there."""
        if widget is self.rows:
            self.set_focus(self.shown)
        else:
            super().opened(widget, key)

    def keep_focus_in_sight(self) -> None:
        """Give the keys to what stands next to the list now, where they went to what is gone."""
        if isinstance(self.focused, LineWidget) and not self.focused.display:
            self.set_focus(self.shown)

    # --- commands ---------------------------------------------------------------------

    def action_across(self, step: int) -> None:
        """Move to the pane on the right or the left, in a comparison side by side."""
        if not self.beside.has_focus:
            self.action_pane(-1 if step > 0 else 0)
        elif step < 0 and self.beside.side == 0:
            self.action_pane(0)
        else:
            self.action_to_side(int(step > 0))

    def action_pane(self, place: int) -> None:
        """Move to the list, or to what stands next to it."""
        self.set_focus(self.rows if place == 0 else self.shown)

    def action_to_side(self, side: int) -> None:
        """Move to one of the two."""
        self.set_focus(self.beside)
        self.beside.side = side
