"""Options: each against every criterion, one in full, or two beside one another."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical

from briefing.describe import item
from briefing.describe.grades import in_order
from briefing.describe.options_beside import options_beside
from briefing.document import Document, Note
from briefing.pack.model import Option
from briefing.pack.pack import Ref
from briefing.tui.commands import bindings
from briefing.tui.views.experts_head import Seats
from briefing.tui.views.listed import PivotedView
from briefing.tui.views.option_pane import OptionPane
from briefing.tui.views.options_table import Legend, OptionHeads, OptionTable, Order, SortLine
from briefing.tui.widgets.beside import Beside
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.side_names import Head, SideNames

ONE, TWO = range(2)
SEATS, BOTH = ("L", "R"), "B"
"""What stands before the names of the two that are compared."""


class Spot(NamedTuple):
    """A place in this view, as the history keeps it: all of it as text."""

    pivot: str
    option: str
    left: str
    right: str
    pane: str
    line: str


class Options(PivotedView):
    """The options, in the pack's order or sorted by a criterion."""

    NAME = "options"
    PIVOTS = ("One option", "Two side by side")
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("options")

    def __init__(self) -> None:
        super().__init__()
        self.order = Order()
        self._seats = ("", "")
        self._seat = 1

    def body(self) -> ComposeResult:
        """Yield the pivots, the table, and beside it one option or two."""
        table = OptionTable(id="list")
        yield from self.choices()
        yield Seats(id="seats")
        with Container(id="split"):
            with Container(id="table"):
                yield SortLine(id="sorted")
                yield OptionHeads(table, id="heads")
                yield table
                yield Legend(id="legend")
            yield OptionPane(id="detail", classes="rule-left")
            with Vertical(id="pair", classes="rule-left"):
                yield SideNames(id="names")
                yield Beside(id="beside")

    # --- what is shown ----------------------------------------------------------------

    @property
    def table(self) -> OptionTable:
        """The table of options."""
        return self.query_one(OptionTable)

    @property
    def beside(self) -> Beside:
        """The two options beside one another."""
        return self.query_one(Beside)

    @property
    def shown(self) -> LineWidget:
        """What stands beside the table."""
        return self.beside if self.pivot == TWO else self.detail

    def fill_pivot(self) -> None:
        """List the options, and show one of them or two."""
        self.set_class(self.pivot == TWO, "-two")
        criteria = self.pack.criteria
        if self.order.criterion not in criteria:
            self.order = Order()
        if self.pivot == TWO:
            self._settle_seats()
        self.query_one(SortLine).order = self.order
        self.table.marks = self.briefing.session.marks
        leads = self._leads() if self.pivot == TWO else {}
        options = in_order(self.pack, *self.order)
        self.table.set_options(options, criteria, self.order, leads)
        self.query_one(OptionHeads).refresh()
        if self.pivot == TWO:
            self.table.go(f"option:{self._seats[self._seat]}")
        self._show(self.table.current)
        if isinstance(self.focused, LineWidget) and not self.focused.display:
            self.set_focus(self.shown)

    def _settle_seats(self) -> None:
        """Put in place of an option that is gone or was never chosen one that is there."""
        known = [option.id for option in self.pack.options]
        left, right = self._seats
        here = self.as_ref(self.table.current)
        if left not in known:
            left = here.id if here else next(iter(known), "")
        if right not in known:
            quo = (option.id for option in self.pack.options if option.status_quo)
            right = next((name for name in (*quo, *known) if name != left), left)
        self._seats = (left, right)

    def _leads(self) -> dict[str, str]:
        """Return on which side an option stands, by id."""
        left, right = self._seats
        return {left: BOTH} if left == right else {left: SEATS[0], right: SEATS[1]}

    def _show(self, key: str) -> None:
        """Show the highlighted option, or the two that are compared."""
        if self.pivot == ONE:
            self._show_detail(key)
            return
        pair = [found for name in self._seats if (found := self._option(name))]
        names = self.query_one(Seats)
        left, right = (option.name for option in pair) if len(pair) > 1 else ("nobody", "nobody")
        names.names, names.here = (left, right), self._seat
        heads = self.query_one(SideNames)
        heads.heads = (Head(left), Head(right))
        heads.side = self.beside.side
        if len(pair) > 1:
            self.beside.marks = self.briefing.session.marks
            one, other = pair
            made = partial(options_beside, self.pack, one, other)
            self.beside.show_soon(" ".join(self._seats), made)

    def _option(self, name: str) -> Option | None:
        return next((option for option in self.pack.options if option.id == name), None)

    def document(self, key: str) -> Document:
        """Return an option in full."""
        ref = self.as_ref(key)
        return item(self.pack, ref) if ref else Document(title="")

    # --- where the reader is ----------------------------------------------------------

    @property
    def current(self) -> Ref | None:
        """The highlighted item of the pane, else the option highlighted in the table."""
        found = self.as_ref(self.shown.current) if self.shown.has_focus else None
        return found or self.as_ref(self.table.current)

    @property
    def notes(self) -> list[Note]:
        """The notes of the highlighted line or cell."""
        if self.pivot == TWO:
            return self.beside.notes if self.beside.has_focus else []
        return super().notes

    def notes_of(self, widget: LineWidget) -> Sequence[Note]:
        """Return the notes that the marks in a widget lead to."""
        return self.beside.document.notes if widget is self.beside else super().notes_of(widget)

    @property
    def place(self) -> tuple[str, ...]:
        """The pivot, the option, the two compared, the pane, and where in it the cursor is."""
        ref = self.as_ref(self.table.current)
        pane, line = "", ""
        if self.beside.has_focus:
            pane, line = str(self.beside.side), self.beside.path
        elif self.detail.has_focus:
            pane, line = "detail", str(self.detail.cursor)
        return Spot(str(self.pivot), ref.id if ref else "", *self._seats, pane, line)

    def return_to(self, place: tuple[str, ...]) -> None:
        """Go back to a place of this view."""
        spot = Spot(*place)
        self.pivot, self._seats = int(spot.pivot), (spot.left, spot.right)
        if spot.option in self._seats:
            self._seat = self._seats.index(spot.option)
        self.fill()
        self.table.go(f"option:{spot.option}")
        if spot.pane == "detail":
            self.detail.show(self.document(self.table.current), self.table.current)
            self.set_focus(self.detail)
            self.call_after_refresh(self.detail.show_row, int(spot.line))
        elif spot.pane:
            self.beside.show_pending()
            self.set_focus(self.beside)
            self.call_after_refresh(self.beside.return_to, int(spot.pane), spot.line)
        else:
            self.set_focus(self.table)

    def show(self, ref: Ref) -> None:
        """Go to an option."""
        if self.pivot != ONE:
            self.pivot = ONE
            self.fill()
        super().show(ref)

    # --- following the cursor ---------------------------------------------------------

    def highlighted(self, widget: LineWidget, key: str) -> None:
        """Show the option that the table has come to; follow the side."""
        if widget is self.beside:
            self.query_one(SideNames).side = self.beside.side
        elif widget is self.table and (ref := self.as_ref(key)):
            if self.pivot == TWO and ref.id != self._seats[self._seat]:
                left, right = self._seats
                self._seats = (left, ref.id) if self._seat else (ref.id, right)
                self.table.set_leads(self._leads())
            self._show(key)

    def opened(self, widget: LineWidget, key: str) -> None:
        """Go from the table to what is beside it; open whoever is named there."""
        ref = self.as_ref(key)
        if widget is self.table:
            self.set_focus(self.shown)
        elif widget is self.beside and ref and ref.kind == "option":
            self.briefing.open(ref)
        else:
            super().opened(widget, key)

    def on_option_table_laid_out(self) -> None:
        """Show the heads of the columns that there are now."""
        self.query_one(OptionHeads).refresh()

    def on_resize(self) -> None:
        """Keep all as it is: table and panes lay themselves out."""

    # --- commands ---------------------------------------------------------------------

    def action_across(self, step: int) -> None:
        """Move to the pane on the right or the left, in a comparison side by side."""
        if not self.beside.has_focus:
            self.set_focus(self.shown if step > 0 else self.table)
        elif step < 0 and self.beside.side == 0:
            self.set_focus(self.table)
        else:
            self.action_side(int(step > 0))

    def action_pane(self, place: int) -> None:
        """Move to the table, or to what stands beside it."""
        self.set_focus(self.table if place == 0 else self.shown)

    def action_side(self, side: int) -> None:
        """Move to one of the two options."""
        self.set_focus(self.beside)
        self.beside.side = side

    def action_sort(self) -> None:
        """Sort by the next criterion, after the last by the pack's own order."""
        criteria = [*self.pack.criteria, None]
        at = criteria.index(self.order.criterion) if self.order.criterion else -1
        self._sort(Order(criteria[(at + 1) % len(criteria)]))

    def action_turn(self) -> None:
        """Sort the other way round."""
        if self.order.criterion is None:
            self.briefing.say("Sort by a criterion first: s")
            return
        self._sort(self.order._replace(worse_first=not self.order.worse_first))

    def action_sort_on(self, place: int) -> None:
        """Sort by a criterion, or the other way round where that is done already."""
        criterion = self.pack.criteria[place]
        if criterion == self.order.criterion:
            self.action_turn()
        else:
            self._sort(Order(criterion))

    def _sort(self, order: Order) -> None:
        self.order = order
        self.fill()

    def action_beside(self) -> None:
        """Set the highlighted option beside another; there, choose the other of the two."""
        if self.pivot == TWO:
            self.action_seat(1 - self._seat)
            return
        ref = self.as_ref(self.table.current)
        self._seats, self._seat = (ref.id if ref else "", ""), 1
        self.action_choose_pivot(TWO)

    def action_seat(self, seat: int) -> None:
        """Choose one of the two that are compared."""
        self._seat = seat
        self.fill()
        self.set_focus(self.table)
