"""Options: each against every criterion, one in full, or two beside one another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical

from briefing.describe import item
from briefing.describe.grades import in_order
from briefing.describe.options_beside import options_beside
from briefing.document import Document
from briefing.pack.model import Option
from briefing.pack.pack import Ref
from briefing.tui.commands import bindings
from briefing.tui.views.option_pane import OptionPane
from briefing.tui.views.options_table import Legend, OptionHeads, OptionTable, Order, SortLine
from briefing.tui.views.paired import InPane, PairedView
from briefing.tui.views.seats import Seated, Seats
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


class Options(PairedView):
    """The options, in the pack's order or sorted by a criterion."""

    NAME = "options"
    PIVOTS = ("One option", "Two side by side")
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("options")

    def __init__(self) -> None:
        super().__init__()
        self.order = Order()
        self.seated = Seated(here=1)

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
    def is_paired(self) -> bool:
        """Whether two options stand beside one another."""
        return self.pivot == TWO

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
            self.table.go(f"option:{self.seated.chosen}")
        self.show_row(self.table.current)
        self.keep_focus_in_sight()

    def _settle_seats(self) -> None:
        """Put in place of an option that is gone or was never chosen one that is there."""
        known = [option.id for option in self.pack.options]
        left, right = self.seated.both
        here = self.as_ref(self.table.current)
        if left not in known:
            left = here.id if here else next(iter(known), "")
        if right not in known:
            quo = (option.id for option in self.pack.options if option.status_quo)
            right = next((name for name in (*quo, *known) if name != left), left)
        self.seated = self.seated._replace(left=left, right=right)

    def _leads(self) -> dict[str, str]:
        """Return on which side an option stands, by id."""
        left, right = self.seated.both
        return {left: BOTH} if left == right else {left: SEATS[0], right: SEATS[1]}

    def show_row(self, key: str) -> None:
        """Show the highlighted option, or the two that are compared."""
        if self.pivot == ONE:
            self._show_detail(key)
            return
        pair = self._pair(self.seated)
        names = self.query_one(Seats)
        left, right = (option.name for option in pair) if len(pair) > 1 else ("nobody", "nobody")
        names.names, names.here = (left, right), self.seated.here
        heads = self.query_one(SideNames)
        heads.heads = (Head(left), Head(right))
        heads.side = self.beside.side
        if len(pair) > 1:
            self.beside.marks = self.briefing.session.marks
            self.beside.show_soon(" ".join(self.seated.both), self._beside(*pair))

    def ahead(self) -> Iterator[None]:
        """Make ready what the rows nearby would show: an option, or two that are compared."""
        if self.pivot == ONE:
            yield from super().ahead()
            return
        for ref in filter(None, map(self.as_ref, self.table.nearby())):
            seated = self.seated.with_chosen(ref.id)
            pair = self._pair(seated)
            if len(pair) > 1:
                yield from self.beside.look_ahead(" ".join(seated.both), self._beside(*pair))

    def _beside(self, one: Option, other: Option) -> Callable[[], Document]:
        return partial(options_beside, self.pack, one, other)

    def _pair(self, seated: Seated) -> list[Option]:
        """Return those of two options that there are."""
        known = {option.id: option for option in self.pack.options}
        return [known[name] for name in seated.both if name in known]

    def document(self, key: str) -> Document:
        """Return an option in full."""
        ref = self.as_ref(key)
        return self.made(item, ref) if ref else Document(title="")

    # --- where the reader is ----------------------------------------------------------

    @property
    def place(self) -> tuple[str, ...]:
        """The pivot, the option, the two compared, the pane, and where in it the cursor is."""
        ref = self.as_ref(self.table.current)
        return Spot(str(self.pivot), ref.id if ref else "", *self.seated.both, *self.in_pane)

    def return_to(self, place: tuple[str, ...]) -> None:
        """Go back to a place of this view."""
        spot = Spot(*place)
        pair = (spot.left, spot.right)
        here = pair.index(spot.option) if spot.option in pair else self.seated.here
        self.pivot, self.seated = int(spot.pivot), Seated(*pair, here)
        self.fill()
        self.table.go(f"option:{spot.option}")
        self.return_to_pane(InPane(spot.pane, spot.line))

    def show(self, ref: Ref) -> None:
        """Go to an option."""
        if self.pivot != ONE:
            self.pivot = ONE
            self.fill()
        super().show(ref)

    # --- following the cursor ---------------------------------------------------------

    def highlighted(self, widget: LineWidget, key: str) -> None:
        """Show the option that the table has come to; follow the side."""
        ref = self.as_ref(key) if widget is self.table else None
        if self.pivot == TWO and ref and ref.id != self.seated.chosen:
            self.seated = self.seated.with_chosen(ref.id)
            self.table.set_leads(self._leads())
        super().highlighted(widget, key)

    def on_option_table_laid_out(self) -> None:
        """Show the heads of the columns that there are now."""
        self.query_one(OptionHeads).refresh()

    def on_resize(self) -> None:
        """Keep all as it is: table and panes lay themselves out."""

    # --- commands ---------------------------------------------------------------------

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
            self.action_seat(self.seated.other)
            return
        ref = self.as_ref(self.table.current)
        self.seated = Seated(ref.id if ref else "", here=1)
        self.action_choose_pivot(TWO)

    def action_seat(self, seat: int) -> None:
        """Choose one of the two that are compared."""
        self.seated = self.seated._replace(here=seat)
        self.fill()
        self.set_focus(self.table)
