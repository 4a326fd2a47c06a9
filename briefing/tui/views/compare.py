"""Compare: dimensions on the left, both sides beside one another, the so-what below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Static

from briefing.describe import item
from briefing.document import Note
from briefing.pack.model import Dimension
from briefing.pack.pack import Ref
from briefing.tui.commands import bindings
from briefing.tui.views.view import View
from briefing.tui.widgets.clickable import Clickable, acting
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pairs import Pairs, fits_both
from briefing.tui.widgets.row_list import Row, RowList


class Compare(View):
    """Both sides on one dimension at a time."""

    NAME = "compare"
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("compare")

    def body(self) -> ComposeResult:
        """Yield the list of dimensions, the two sides and the so-what."""
        with Horizontal():
            yield RowList(id="list")
            with Vertical(id="sides", classes="rule-left"):
                yield Static(id="question", markup=False)
                yield SideNames(id="names")
                yield Pairs(id="pairs")
                yield Static(id="so-what", markup=False)

    def fill(self) -> None:
        """List the dimensions; the highlighted one is shown beside them."""
        dimensions = self.query_one("#list", RowList)
        dimensions.marks = self.briefing.session.marks
        dimensions.set_rows(
            [Row(f"dimension:{d.id}", d.label) for d in self.pack.dimensions]
            or [Row("", "No dimensions yet")]
        )
        self._show_dimension(dimensions.current)

    def show(self, ref: Ref) -> None:
        """Go to a dimension, or to a claim within its own."""
        home = self.pack.homes.get(ref.id) if ref.kind == "claim" else None
        name = home.dimension.id if home else ref.id
        self.query_one("#list", RowList).go(f"dimension:{name}")
        self._show_dimension(f"dimension:{name}")
        if home:
            pairs = self.query_one(Pairs)
            self.set_focus(pairs)
            self.call_after_refresh(pairs.go, str(ref))

    @property
    def notes(self) -> list[Note]:
        """The notes of the highlighted cell."""
        return self.query_one(Pairs).notes

    @property
    def current(self) -> Ref | None:
        """The highlighted claim, or the dimension where the list has the focus."""
        pairs = self.query_one(Pairs)
        claim = self.as_ref(pairs.current) if pairs.has_focus else None
        return claim or self.as_ref(self.query_one("#list", RowList).current)

    def highlighted(self, widget: LineWidget, key: str) -> None:
        """Show the dimension that the list has come to; follow the side."""
        if widget.id == "list":
            self._show_dimension(key)
        else:
            self.query_one(SideNames).side = self.query_one(Pairs).side

    def opened(self, widget: LineWidget, key: str) -> None:
        """Go from the list to the sides; show a claim whole."""
        if widget.id == "list":
            self.set_focus(self.query_one(Pairs))
        elif ref := self.as_ref(key):
            self.briefing.detail(ref)

    def notes_of(self, widget: LineWidget) -> Sequence[Note]:
        """Return the notes of the dimension."""
        return self.query_one(Pairs).document.notes

    def action_dimension(self, step: int) -> None:
        """Go to the next or the previous dimension."""
        self.query_one("#list", RowList).action_move(step)

    def action_side(self, side: int) -> None:
        """Move to one of the sides, and from the first one on to the list."""
        pairs = self.query_one(Pairs)
        if side == 0 == pairs.side and pairs.has_focus:
            self.set_focus(self.query_one("#list", RowList))
            return
        self.set_focus(pairs)
        pairs.side = side

    def _show_dimension(self, key: str) -> None:
        ref = self.as_ref(key)
        dimension = self.pack.items[ref] if ref else None
        if ref is None or not isinstance(dimension, Dimension):
            return
        pairs = self.query_one(Pairs)
        pairs.show(item(self.pack, ref), key)
        place = self.pack.dimensions.index(dimension) + 1
        number = f"{place}/{len(self.pack.dimensions)}  "
        self.query_one("#question", Static).update(
            Content.assemble((number, "$text-muted"), (dimension.question, "bold"))
        )
        self.query_one("#so-what", Static).update(
            Content.assemble(("So what  ", "bold $accent"), dimension.so_what)
        )
        names = self.query_one(SideNames)
        names.sides = (self.pack.sides[0].name, self.pack.sides[1].name)
        names.side = pairs.side


class SideNames(Clickable):
    """The names of the sides over their columns, or as tabs where there is one column."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"names--first", "names--second", "names--here"}

    side: reactive[int] = reactive(0)
    sides: reactive[tuple[str, str]] = reactive(("", ""))

    def render(self) -> Content:
        """Return the names; where one side is shown at a time, that one is marked."""
        width = self.size.width - 1  # the pane below has a scroll bar
        both = fits_both(width)
        names = []
        for place, (name, tone) in enumerate(zip(self.sides, ("first", "second"), strict=True)):
            here = not both and place == self.side
            style = self.part("names--here" if here else f"names--{tone}")
            act = acting(f"screen.side({place})")
            room = (width - 1) // 2
            names.append(Content.assemble("  ", (name, style + act)).truncate(room, pad=True))
        return Content(" ").join(names)
