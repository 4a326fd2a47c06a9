"""The table of options: a word and a sign for each criterion, as far as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from briefing.describe.grades import GRADE, NOT_RATED, rated, sign
from briefing.document import Run
from briefing.pack.manifest import Criterion
from briefing.pack.model import Option
from briefing.text import width as cells
from briefing.tui.drawn import styled
from briefing.tui.widgets.clickable import Clickable, acting
from briefing.tui.widgets.painted import EDGE, PaintedList
from briefing.tui.widgets.row_list import Row

GAP = 2
LEAST_NAME = 18
STATUS_QUO = "status quo"
QUO = "="
"""What marks the status quo where there is no room for words."""
BETTER_FIRST, WORSE_FIRST = "↓", "↑"


class Column(NamedTuple):
    """A column: its criterion, how wide it is, and whether its ratings stand there as words."""

    criterion: Criterion
    size: int
    worded: bool

    @property
    def gap(self) -> int:
        """How many cells stand free before it."""
        return GAP if self.worded else 1

    @property
    def head(self) -> str:
        """What stands over it: the name, or as much of it as there is room for."""
        name = self.criterion.name
        return name if self.worded else name[:1]


class Order(NamedTuple):
    """What the options are sorted by; the pack's own order without a criterion."""

    criterion: Criterion | None = None
    worse_first: bool = False


def columns(criteria: Sequence[Criterion], room: int, first: Criterion | None) -> list[Column]:
    """Return the columns for a room in cells.

    All are worded where the names of options keep enough room; else one is, the criterion
    that is sorted by or the first, and the others are signs only.
    """
    full = [Column(criterion, _worded(criterion), True) for criterion in criteria]
    if taken(full) + LEAST_NAME <= room:
        return full
    chosen = first or (criteria[0] if criteria else None)
    return [
        column if column.criterion == chosen else Column(column.criterion, 1, False)
        for column in full
    ]


def _worded(criterion: Criterion) -> int:
    """Return how wide a column is: a sign, a word and its mark, or the name and an arrow."""
    longest = max((*map(cells, criterion.scale), cells(NOT_RATED)))
    return max(longest + 3, cells(criterion.name) + 1)


def taken(shown: Sequence[Column]) -> int:
    """Return how many cells the columns take, with the gaps before them."""
    return sum(column.gap + column.size for column in shown)


class OptionTable(PaintedList):
    """The options with their ratings."""

    class LaidOut(Message):
        """The columns may be others now."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._options: dict[str, Option] = {}
        self._criteria: Sequence[Criterion] = ()
        self._leads: dict[str, str] = {}
        self.order = Order()

    def set_options(
        self,
        options: Sequence[Option],
        criteria: Sequence[Criterion],
        order: Order,
        leads: dict[str, str],
    ) -> None:
        """Show these options; `leads` stand before the names of some, by id."""
        self._options = {f"option:{option.id}": option for option in options}
        self._criteria, self.order, self._leads = criteria, order, leads
        self.set_rows(
            [Row(key, option.name) for key, option in self._options.items()]
            or [Row("", "None yet; add options/*.md")]
        )

    def set_leads(self, leads: dict[str, str]) -> None:
        """Show something else before names."""
        self._leads = leads
        self.forget()
        self.refresh()

    def lay_out(self, width: int) -> None:
        """Take one line for each option, and tell of the columns."""
        super().lay_out(width)
        self.post_message(self.LaidOut())

    def place_of(self, criterion: Criterion) -> int:
        """Return the number of a criterion, from 0."""
        return self._criteria.index(criterion)

    def columns(self) -> list[Column]:
        """Return the columns that there is room for."""
        return columns(self._criteria, self.room - EDGE, self.order.criterion)

    def painted(self, key: str, room: int) -> Content:
        """Return the name of an option and its ratings."""
        option, shown = self._options[key], self.columns()
        size = max(room - taken(shown), 1)
        parts = [self._titled(option, size)]
        for column in shown:
            rating = option.ratings.get(column.criterion.id)
            if column.worded:
                line = rated(column.criterion, rating)
            else:
                line = (sign(column.criterion, rating),) if rating else (Run(NOT_RATED),)
            cell = styled(line, self.tone).truncate(column.size)
            parts.append(Content(" " * column.gap) + cell.pad_right(column.size - cell.cell_length))
        return Content("").join(parts)

    def _titled(self, option: Option, size: int) -> Content:
        """Return the name of an option; that it is the status quo is told in words or by a sign."""
        lead = f"{self._leads.get(option.id, ' ')} " if self._leads else ""
        name = lead + option.name
        if option.status_quo:
            worded = f"{name} ({STATUS_QUO})"
            name = worded if cells(worded) <= size else f"{lead}{QUO} {option.name}"
        return Content(name).truncate(size, ellipsis=True, pad=True)


class OptionHeads(Clickable):
    """The names of the criteria over their columns; a click on one sorts by it, or turns it."""

    DEFAULT_CSS = """
    OptionHeads { height: 1; color: $muted; }
    OptionHeads .heads--here { color: $accent; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"heads--here"}

    def __init__(self, table: OptionTable, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._table = table

    def render(self) -> Content:
        """Return the heads where the table has its columns."""
        shown, order = self._table.columns(), self._table.order
        line = Content(" " * max(self._table.room - EDGE - taken(shown) + 2, 0))
        for column in shown:
            place = self._table.place_of(column.criterion)
            style = acting(f"screen.sort_on({place})")
            head = column.head
            if column.criterion == order.criterion:
                style = self.part("heads--here") + style
                arrow = WORSE_FIRST if order.worse_first else BETTER_FIRST
                head += arrow if column.worded else ""
            size = column.size - cells(head)
            line += Content(" " * column.gap) + Content.assemble((head + " " * size, style))
        return line


class SortLine(Clickable):
    """Says what the options are sorted by, and what that criterion asks; each part is a command."""

    DEFAULT_CSS = """
    SortLine { height: 1; padding: 0 2; color: $muted; }
    SortLine .sort--strong { color: $foreground; text-style: bold; }
    SortLine .sort--key { color: $accent; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"sort--strong", "sort--key"}

    order: reactive[Order] = reactive(Order())

    def render(self) -> Content:
        """Return the line, in fewer words where there is less room."""
        criterion, worse_first = self.order
        if criterion is None:
            said, asks = "In the pack’s order", ""
        else:
            said = f"{criterion.name}, {'worse' if worse_first else 'better'} first"
            asks = f" – {criterion.asks}"
        head = Content.assemble((said, self.part("sort--strong")))
        keys = self._key("s", "sort", "sort")
        if criterion:
            keys += "  " + self._key("S", "turn", "turn")
        tries = [head + asks + "  " + keys, head + asks, head + "  " + keys, head]
        room = self.size.width
        fitting = (line for line in tries if line.cell_length <= room)
        return next(fitting, head.truncate(room, ellipsis=True))

    def _key(self, key: str, said: str, action: str) -> Content:
        act = acting(f"screen.{action}")
        return Content.assemble((key, self.part("sort--key") + act), (f" {said}", act))


class Legend(Clickable):
    """Says in words what the signs and marks of the table mean."""

    DEFAULT_CSS = """
    Legend { height: 1; padding: 0 2; color: $muted; }
    Legend .legend--good { color: $good; }
    Legend .legend--caution { color: $caution; }
    Legend .legend--muted { color: $muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"legend--good", "legend--caution", "legend--muted"}

    def render(self) -> Content:
        """Return as much of the legend as there is room for."""
        parts = [
            Content.assemble((glyph, self.part(f"legend--{feel}")), f" {said}")
            for glyph, said, feel in GRADE.values()
        ]
        signs = Content("  ").join(parts)
        quo = f"  {QUO} {STATUS_QUO}"
        tries = [
            signs + "  * the editor’s own  – not rated" + quo + "  No sums.",
            signs + "  * the editor’s own  – not rated" + quo,
            signs + "  * the editor’s own" + quo,
            signs + "  * the editor’s own",
            signs,
        ]
        return next((line for line in tries if line.cell_length <= self.size.width), signs)
