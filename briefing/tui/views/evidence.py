"""Evidence: sources and their worth, claims by status, conflicts, a timeline, and each mix."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from briefing.describe import item, shelf, timeline
from briefing.describe.conflict import NEITHER, conflict, home
from briefing.describe.shelf import EVERYTHING, ORDERS, Shelf
from briefing.describe.standing import standing
from briefing.document import Document
from briefing.pack.model import Claim, Dimension
from briefing.pack.pack import Ref
from briefing.pack.source import Source
from briefing.tui.commands import bindings
from briefing.tui.views import evidence_list as lists
from briefing.tui.views.evidence_list import EvidenceList, PictureHead
from briefing.tui.views.experts_head import FilterLine
from briefing.tui.views.paired import InPane, PairedView
from briefing.tui.widgets.beside import Beside
from briefing.tui.widgets.pane import Pane
from briefing.tui.widgets.row_list import Row, RowList
from briefing.tui.widgets.side_names import Head, SideNames
from briefing.tui.widgets.signs import Signs

SOURCES, CLAIMS, CONFLICTS, TIME, MIX = range(5)
WIDE = 110
"""From this width on, the list says how each source was read."""
CLASSES = ("-sources", "-claims", "-conflicts", "-time", "-mix")


class Spot(NamedTuple):
    """A place in this view, as the history keeps it: all of it as text."""

    pivot: str
    key: str
    pane: str
    line: str


class Evidence(PairedView):
    """What everything rests on."""

    NAME = "evidence"
    PIVOTS = ("Sources", "Claims by status", "Conflicts", "Timeline", "Mix")
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("evidence")

    def __init__(self) -> None:
        super().__init__()
        self.shelf = EVERYTHING
        self._was_wide = False

    def body(self) -> ComposeResult:
        """Yield the pivots, the list with what stands over and under it, and the detail."""
        shown = EvidenceList(id="list")
        yield from self.choices()
        yield FilterLine(id="filter")
        with Horizontal(id="split"):
            with Vertical(id="listed"):
                yield PictureHead(shown, id="heads")
                yield shown
                yield Signs(id="legend")
            yield Pane(id="detail", classes="rule-left")
            with Vertical(id="pair", classes="rule-left"):
                yield SideNames(id="names")
                yield Beside(id="beside")
                yield Static(NEITHER, id="neither", markup=False)

    # --- what is shown ----------------------------------------------------------------

    @property
    def rows(self) -> RowList:
        """The list."""
        return self.query_one(EvidenceList)

    @property
    def is_paired(self) -> bool:
        """Whether two claims at odds stand beside one another."""
        return self.pivot == CONFLICTS

    def fill_pivot(self) -> None:
        """List what the pivot is about."""
        for place, name in enumerate(CLASSES):
            self.set_class(place == self.pivot, name)
        shown = self.query_one(EvidenceList)
        shown.marks = self.briefing.session.marks
        shown.show_rows(self.pack, self._rows(), self._none)
        line = self.query_one(FilterLine)
        line.count = shelf.count(self.pack, self.shelf)
        line.chosen = shelf.told(self.pack, self.shelf)
        line.order = f"by {ORDERS[self.shelf.order]}"
        line.set_class(self.shelf == EVERYTHING, "-off")
        self.query_one(PictureHead).of_time = self.pivot == TIME
        self.show_row(shown.current)
        self.keep_focus_in_sight()
        self.call_after_refresh(self._fit)

    def _rows(self) -> list[Row]:
        if self.pivot == SOURCES:
            return lists.source_rows(self.pack, self.shelf, read=self._is_wide)
        made = (lists.claim_rows, lists.conflict_rows, lists.period_rows, lists.mix_rows)
        return made[self.pivot - 1](self.pack)

    @property
    def _none(self) -> str:
        """What to do where nothing is listed."""
        if self.pivot == CONFLICTS and self.pack.claims:
            return "No claims are at odds"
        if self.pivot == SOURCES:
            return "None fits; F shows all" if self.pack.sources else "None yet; add sources/*.md"
        return "None yet; add dimensions/*.yaml"

    @property
    def _is_wide(self) -> bool:
        return self.app.size.width >= WIDE

    def _fit(self) -> None:
        """Fit what stands over and under the list to its width."""
        head = self.query_one(PictureHead)
        head.refresh()
        if self.pivot in {TIME, MIX}:
            self.query_one(Signs).told = head.legend()

    def show_row(self, key: str) -> None:
        """Show a conflict, or the detail of another row."""
        if self.pivot != CONFLICTS:
            self._show_detail(key)
        elif pair := self._pair(key):
            self._show_pair(key, *pair)

    def _show_pair(self, key: str, one: Claim, other: Claim) -> None:
        self.beside.marks = self.briefing.session.marks
        names = self.query_one(SideNames)
        names.heads = (Head(home(self.pack, one)), Head(home(self.pack, other)))
        names.side = self.beside.side
        self.beside.show_soon(key, partial(conflict, self.pack, one, other))

    def ahead(self) -> Iterator[None]:
        """Make ready what the rows nearby would show: details, or conflicts."""
        if self.pivot != CONFLICTS:
            yield from super().ahead()
            return
        for key in self.rows.nearby():
            if pair := self._pair(key):
                yield from self.beside.look_ahead(key, partial(conflict, self.pack, *pair))

    def _pair(self, key: str) -> tuple[Claim, Claim] | None:
        """Return the claims of a row of conflicts."""
        kind, *names = key.split(":")
        claims = [self.pack.claims[name] for name in names if name in self.pack.claims]
        return (claims[0], claims[1]) if kind == "conflict" and len(claims) == len(names) else None

    def document(self, key: str) -> Document:
        """Return a source, a claim, the claims of a period, or those of a dimension by status."""
        kind, _, name = key.partition(":")
        if kind == "period":
            periods = timeline.periods(self.pack)
            found = next((period for period in periods if period.when == name), None)
            return timeline.period(self.pack, found) if found else Document(title="")
        ref = self.as_ref(key)
        listed = self.pack.items[ref] if ref else None
        if isinstance(listed, Dimension):
            return standing(self.pack, listed)
        return self.made(item, ref) if ref else Document(title="")

    # --- where the reader is ----------------------------------------------------------

    @property
    def current(self) -> Ref | None:
        """The highlighted item beside the list, else that of the list; of a conflict, one claim."""
        found = super().current
        if found is None and (pair := self._pair(self.rows.current)):
            return Ref("claim", pair[self.beside.side].id)
        return found

    @property
    def place(self) -> tuple[str, ...]:
        """The pivot, the row, the pane, and where in it the cursor is."""
        return Spot(str(self.pivot), self.rows.current, *self.in_pane)

    def return_to(self, place: tuple[str, ...]) -> None:
        """Go back to a place of this view."""
        spot = Spot(*place)
        self.pivot = int(spot.pivot)
        self._reveal(self.as_ref(spot.key))
        self.fill()
        self.rows.go(spot.key)
        self.show_row(self.rows.current)
        self.return_to_pane(InPane(spot.pane, spot.line))

    def show(self, ref: Ref) -> None:
        """Go to a source."""
        if self.pivot != SOURCES:
            self.pivot = SOURCES
            self.fill()
        self._reveal(ref)
        super().show(ref)

    def _reveal(self, ref: Ref | None) -> None:
        """Take the filters away where they hide a source that is to be shown."""
        source = self.pack.items.get(ref) if ref else None
        if isinstance(source, Source) and not self.shelf.has(self.pack, source):
            self._shelve(self.shelf.cleared)
            self.briefing.say(f"Filters were taken away to show {source.label}")

    def on_resize(self) -> None:
        """Fit what is listed to the width."""
        if self._is_wide != self._was_wide:
            self._was_wide = self._is_wide
            self.fill()
        self.call_after_refresh(self._fit)

    # --- commands ---------------------------------------------------------------------

    def can(self, command: str) -> bool:
        """Return whether a command can do anything here; filters are for the list of sources."""
        return self.pivot == SOURCES if command == "shelf" else super().can(command)

    def action_sort(self) -> None:
        """Sort the sources in the next way."""
        orders = list(ORDERS)
        after = orders[(orders.index(self.shelf.order) + 1) % len(orders)]
        self._shelve(replace(self.shelf, order=after))

    def action_filter(self) -> None:
        """Choose which sources to show, and in what order."""
        from briefing.tui.dialogs.filters import FilterDialog

        groups = shelf.groups(self.pack)
        title = "Which sources to show"
        self.briefing.push_screen(FilterDialog(title, groups, ORDERS, self.shelf, self._shelve))

    def action_show_all(self) -> None:
        """Take all filters away; the order stays."""
        self._shelve(Shelf(order=self.shelf.order))

    def _shelve(self, chosen: Shelf) -> str:
        """Show a choice of sources and return how many are shown."""
        self.shelf, self.pivot = chosen, SOURCES
        self.fill()
        return self.query_one(FilterLine).count
