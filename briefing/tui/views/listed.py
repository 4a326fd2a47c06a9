"""The views that are a list with the whole of its highlighted row beside it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from functools import partial
from typing import ClassVar

from textual.app import ComposeResult

from briefing.document import Document, Note
from briefing.pack.pack import Ref
from briefing.tui.views.view import View
from briefing.tui.widgets.choices import Choices
from briefing.tui.widgets.footer import Footer
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane
from briefing.tui.widgets.row_list import Row, RowList


class ListedView(View):
    """A view with a `RowList` called `list` and a `Pane` called `detail`."""

    _was_narrow = False

    @abstractmethod
    def document(self, key: str) -> Document:
        """Return what to show of the row with this key."""

    def list_and_detail(self) -> ComposeResult:
        """Yield the list and the pane beside it."""
        yield RowList(id="list")
        yield Pane(id="detail", classes="rule-left")

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one("#list", RowList)

    @property
    def detail(self) -> Pane:
        """What is shown of the highlighted row."""
        return self.query_one("#detail", Pane)

    def list_rows(self, rows: Sequence[Row]) -> None:
        """Show these rows, and of the highlighted one its detail."""
        self.rows.marks = self.briefing.session.marks
        self.rows.set_rows(rows)
        self._show_detail(self.rows.current)

    def show(self, ref: Ref) -> None:
        """Go to an item of the list."""
        self.rows.go(str(ref))
        self._show_detail(str(ref))

    @property
    def current(self) -> Ref | None:
        """The highlighted item of the detail, else that of the list."""
        return super().current or self.as_ref(self.rows.current)

    @property
    def notes(self) -> list[Note]:
        """The notes of the highlighted line; from the list, those of the detail."""
        return self.detail.notes if self.detail.has_focus else []

    def highlighted(self, widget: LineWidget, key: str) -> None:
        """Show the row that the list has come to."""
        if widget is self.rows:
            self._show_detail(key)

    def opened(self, widget: LineWidget, key: str) -> None:
        """Go from the list to the detail; open what is named there."""
        if widget is self.rows:
            self.set_focus(self.detail)
        else:
            super().opened(widget, key)

    def on_resize(self) -> None:
        """Fill the list anew where the columns of its rows no longer suit the width."""
        if self.narrow != self._was_narrow:
            self._was_narrow = self.narrow
            self.fill()

    def ahead(self) -> Iterator[None]:
        """Make ready what the rows nearby would show."""
        for key in self.rows.nearby():
            yield from self.detail.look_ahead(key, partial(self.document, key))

    def _show_detail(self, key: str) -> None:
        if key:
            self.detail.show_soon(key, partial(self.document, key))


class PivotedView(ListedView):
    """A listed view that can be looked at in several ways, of which one is chosen."""

    PIVOTS: ClassVar[tuple[str, ...]]

    def __init__(self) -> None:
        super().__init__()
        self.pivot = 0

    def choices(self) -> ComposeResult:
        """Yield the line of pivots."""
        yield Choices(self.PIVOTS, "choose_pivot", id="pivots")

    def fill(self) -> None:
        """Mark the pivot, and list what it is about."""
        self.query_one(Choices).chosen = self.pivot
        self.fill_pivot()

    @abstractmethod
    def fill_pivot(self) -> None:
        """List what the pivot is about."""

    def action_pivot(self) -> None:
        """Look in the next way."""
        self.action_choose_pivot((self.pivot + 1) % len(self.PIVOTS))

    def action_choose_pivot(self, pivot: int) -> None:
        """Look in one of the ways."""
        self.pivot = pivot
        self.fill()
        self.query_one(Footer).follow()
