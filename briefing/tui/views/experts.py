"""Experts: by question, by person, as a matrix, and two head to head."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from briefing.describe import panel
from briefing.document import Document
from briefing.pack.pack import Ref
from briefing.tui.commands import bindings
from briefing.tui.history import Stop
from briefing.tui.views import experts_shown as shown
from briefing.tui.views.experts_head import FilterLine, PanelLine
from briefing.tui.views.experts_seated import SeatedView
from briefing.tui.views.experts_shown import EXPERT, HEAD_TO_HEAD, MATRIX, QUESTION
from briefing.tui.views.seats import Seated, Seats
from briefing.tui.widgets.grid import Grid, GridHead
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.row_list import Row, RowList
from briefing.tui.widgets.signs import Signs
from briefing.tui.widgets.stance_line import Places, StancePane


class Spot(NamedTuple):
    """A place in this view, as the history keeps it: all of it as text."""

    pivot: str
    expert: str
    question: str
    pane: str
    left: str
    right: str


class Experts(SeatedView):
    """Who stands where; always headed by what the panel is not."""

    NAME = "experts"
    PIVOTS = ("By question", "By expert", "Matrix", "Head to head")
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("experts")

    _expert = ""

    def body(self) -> ComposeResult:
        """Yield the pivots, the lines over the panel, the list or matrix, and the detail."""
        grid = Grid(id="grid")
        yield from self.choices()
        yield PanelLine(id="panel")
        yield FilterLine(id="filter")
        yield Seats(id="seats")
        with Horizontal(id="split"):
            yield RowList(id="list")
            with Vertical(id="matrix"):
                yield GridHead(grid, "sort_on", "page_columns", id="heads")
                yield grid
                yield Signs(id="key")
            yield StancePane(self._places, id="detail")

    # --- what is shown ----------------------------------------------------------------

    @property
    def grid(self) -> Grid:
        """The matrix."""
        return self.query_one(Grid)

    @property
    def main(self) -> LineWidget:
        """The list, or in its place the matrix."""
        return self.grid if self.pivot == MATRIX else self.rows

    def fill_pivot(self) -> None:
        """List what the pivot is about, at what was last looked at, and tell of it."""
        self.set_class(self.pivot == MATRIX, "-matrix")
        self.set_class(self.pivot == HEAD_TO_HEAD, "-head-to-head")
        self._settle_places()
        if self.pivot == MATRIX:
            heads, rows = shown.matrix(self.pack, self.selection)
            self.grid.set_grid(heads, rows)
            left_out = (shown.KEY_OF_FILTER,) if self.selection.by_position else ()
            self.query_one(Signs).told = (*shown.KEY, *left_out)
            self.grid.column = shown.column(self.pack, self.question)
        else:
            self.rows.marks = self.briefing.session.marks
            self.rows.set_rows(self._rows() or [Row("", self._nobody)])
        self.main.go(self._key())
        self._tell()
        self._show_detail(self._detail_key(self.main.current))
        if isinstance(self.focused, RowList | Grid) and self.focused is not self.main:
            self.set_focus(self.main)

    def _settle_places(self) -> None:
        """Put in place of what is gone or was never chosen what there is."""
        if shown.question(self.pack, self.question) is None and self.pack.questions:
            self.question = self.pack.questions[0].id
        known = [expert.id for expert in panel.experts(self.pack, self.selection)]
        if known and self._expert not in known:
            self._expert = known[0]
        if self.pivot == HEAD_TO_HEAD:
            self.settle_seats(self._expert)

    def _rows(self) -> list[Row]:
        if self.pivot == QUESTION:
            return [Row(f"question:{q.id}", q.short) for q in self.pack.questions]
        seated = self.seated if self.pivot == HEAD_TO_HEAD else Seated()
        return shown.expert_rows(self.pack, self.selection, seated)

    @property
    def _nobody(self) -> str:
        """What to do where nothing is listed."""
        if self.pivot == QUESTION:
            return "None yet; add to pack.yaml"
        return "Nobody; F shows all" if self.pack.experts else "None yet; add experts/*.md"

    def _key(self) -> str:
        """Return the row that what was last looked at stands in."""
        if self.pivot == QUESTION:
            return f"question:{self.question}"
        return f"expert:{self.seated.chosen if self.pivot == HEAD_TO_HEAD else self._expert}"

    def _detail_key(self, key: str) -> str:
        """Return what the detail is of: in the matrix a cell, not a row."""
        if self.pivot == MATRIX and key:
            return f"{key} question:{self.question}"
        return key or "nobody"

    def _tell(self) -> None:
        """Say over the panel how many are silent, shown and left out, and who is head to head."""
        on = shown.question(self.pack, self.question) if self.pivot == QUESTION else None
        self.query_one(PanelLine).silent = shown.silent(self.pack, on)
        self.tell_selection(on)
        if self.pivot == HEAD_TO_HEAD:
            self.tell_seats()

    def document(self, key: str) -> Document:
        """Return a question with everyone on it, an expert, a cell, or two head to head."""
        if self.pivot == HEAD_TO_HEAD and key != "nobody":
            return self.made(shown.pair, *self.seated.both)
        return self.made(shown.document, key, self.selection, self.narrow)

    def ahead(self) -> Iterator[None]:
        """Make ready what the rows nearby would show."""
        for key in map(self._detail_key, self.main.nearby()):
            pair = self.seated.with_chosen(key.removeprefix("expert:")).both
            two = partial(self.made, shown.pair, *pair)
            one = partial(self.document, key)
            yield from self.detail.look_ahead(key, two if self.pivot == HEAD_TO_HEAD else one)

    def _places(self, key: str) -> Places | None:
        """Return the marks of the stance line of a question, or None for all else."""
        question = shown.question(self.pack, key.removeprefix("question:"))
        return shown.places(self.pack, question, self.selection) if question else None

    # --- where the reader is ----------------------------------------------------------

    @property
    def current(self) -> Ref | None:
        """The highlighted item of the detail, else that of the list or matrix."""
        if self.focused is self.detail and (ref := self.as_ref(self.detail.current)):
            return ref
        return self.as_ref(self.main.current)

    @property
    def place(self) -> tuple[str, ...]:
        """The pivot, the expert and the question, who is head to head, and the pane."""
        expert, question = self._position()
        pane = "detail" if self.detail.has_focus else "list"
        return Spot(str(self.pivot), expert, question, pane, *self.seated.both)

    def return_to(self, place: tuple[str, ...]) -> None:
        """Go back to a pivot, and in it to a position."""
        spot = Spot(*place)
        self.pivot = int(spot.pivot)
        self._expert, self.question = spot.expert or self._expert, spot.question or self.question
        self.seated = Seated(spot.left, spot.right, self.seated.here)
        if self.pivot != HEAD_TO_HEAD:
            on = spot.question if self.pivot in {QUESTION, MATRIX} else ""
            self.reveal(self.pack.expert(spot.expert), on)
        self.fill()
        if spot.pane == "list":
            self.set_focus(self.main)
            return
        key = self._detail_key(self.main.current)
        self.detail.show(self.document(key), key)
        self.set_focus(self.detail)
        line = f"expert:{spot.expert}" if self.pivot == QUESTION else f"question:{spot.question}"
        # A card stands at the top, because a notice may stand at the foot.
        self.detail.show_row(self.detail.find(line) or 0, top=self.pivot == QUESTION)

    def show(self, ref: Ref) -> None:
        """Go to a question, or to an expert, each where it is listed."""
        if ref.kind == "question":
            self.pivot, self.question = QUESTION, ref.id
        else:
            self._expert = ref.id
            self.pivot = EXPERT
            self.reveal(self.pack.expert(ref.id))
        self.fill()

    def _position(self) -> tuple[str, str]:
        """Return the highlighted expert and question; "" for the one that is not."""
        line = self.as_ref(self.detail.current) if self.detail.has_focus else None
        on = line.id if line and line.kind == "question" else ""
        if self.pivot == QUESTION:
            return (line.id if line and line.kind == "expert" else ""), self.question
        if self.pivot == HEAD_TO_HEAD:
            return self.seated.left, on
        return self._expert, (self.question if self.pivot == MATRIX else on)

    # --- following the cursor ---------------------------------------------------------

    def highlighted(self, widget: LineWidget, key: str) -> None:
        """Show what the list or the matrix has come to."""
        ref = self.as_ref(key)
        if widget is not self.main or ref is None:
            return
        if widget is self.grid:
            self._expert = ref.id
            self.question = self.pack.questions[self.grid.column].id
        elif ref.kind == "question":
            self.question = ref.id
            self._tell()
        elif self.pivot == HEAD_TO_HEAD:
            self.seated = self.seated.with_chosen(ref.id)
            self._tell()
        else:
            self._expert = ref.id
        self._show_detail(self._detail_key(key))

    def on_grid_shifted(self) -> None:
        """Show the heads of the columns in sight."""
        self.query_one(GridHead).follow()

    def opened(self, widget: LineWidget, key: str) -> None:
        """Go from the list to the detail, from a cell or a line to the position it stands for."""
        if widget is self.rows:
            self.set_focus(self.detail)
            return
        expert, on = self.pack.expert(self._expert), ""
        if widget is self.grid:
            on = self.question
        elif self.pivot == EXPERT:
            on = key.removeprefix("question:")
        if expert and expert.on(on):
            self._go(Spot(str(QUESTION), expert.id, on, "detail", *self.seated.both))
        else:
            super().opened(widget, key)

    def _go(self, spot: Spot) -> None:
        """Go to a place of this view, and remember the way back."""
        kind, name = ("question", spot.question)
        if int(spot.pivot) != QUESTION:
            kind, name = "expert", spot.expert
        self.briefing.call_later(self.briefing.visit, Stop(self.NAME, Ref(kind, name), spot))

    def on_resize(self) -> None:
        """Keep all as it is: list, matrix and panes lay themselves out."""

    # --- commands ---------------------------------------------------------------------

    def action_pane(self, place: int) -> None:
        """Move to the list or matrix, or to the pane beside it."""
        self.set_focus(self.main if place == 0 else self.detail)

    def action_choose_pivot(self, pivot: int) -> None:
        """Look in one of the ways, from its list or matrix."""
        super().action_choose_pivot(pivot)
        self.set_focus(self.main)

    def action_across(self, step: int) -> None:
        """Move to the next column of the matrix; else between the list and the pane."""
        if not self.grid.has_focus:
            self.action_pane(0 if step < 0 else -1)
        elif not self.grid.move_column(step) and step > 0:
            self.set_focus(self.detail)

    def action_page_columns(self, step: int) -> None:
        """Show the next columns of the matrix."""
        self.grid.page_columns(step)

    def action_opposing(self) -> None:
        """Go to the strongest voice at the other end of the question."""
        name, on = self._position()
        found = shown.opposed(self.pack, self.pack.expert(name), on)
        if isinstance(found, str):
            self.briefing.say(found)
            return
        self.briefing.say(shown.opposing(found))
        expert, question = found.voice.expert.id, found.question.id
        pane = "list" if self.pivot == MATRIX else "detail"
        left, right = self.seated.left, expert if self.pivot == HEAD_TO_HEAD else self.seated.right
        self._go(Spot(str(self.pivot), expert, question, pane, left, right))
