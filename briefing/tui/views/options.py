"""Options: each option against every criterion in words, and the whole of the chosen one."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from briefing.describe import item
from briefing.document import Document
from briefing.pack.manifest import Criterion
from briefing.pack.model import Option
from briefing.text import width
from briefing.tui.commands import bindings
from briefing.tui.views.listed import ListedView
from briefing.tui.widgets.pane import Pane
from briefing.tui.widgets.row_list import ColumnHead, Row, RowList

NO_RATING = "–"


class Options(ListedView):
    """The options, in the pack's order or sorted by a criterion."""

    NAME = "options"
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("options")

    def __init__(self) -> None:
        super().__init__()
        self._sorted_by: Criterion | None = None

    def body(self) -> ComposeResult:
        """Yield the table and the option in full."""
        with Container(id="split"):
            with Container(id="table"):
                yield ColumnHead(id="columns")
                yield RowList(id="list")
            yield Pane(id="detail", classes="rule-left")

    def fill(self) -> None:
        """List the options with their ratings."""
        criteria = self._shown_criteria()
        columns = [max(width(c.name), *map(width, c.scale)) for c in criteria]
        head = "  ".join(
            _padded(self._headed(c), size + 1) for c, size in zip(criteria, columns, strict=True)
        )
        self.query_one(ColumnHead).names = head
        rows = [
            Row(
                f"option:{option.id}",
                option.name + (" (status quo)" if option.status_quo else ""),
                "  ".join(
                    _padded(self._rated(option, c), size + 1)
                    for c, size in zip(criteria, columns, strict=True)
                ),
                "plain",
            )
            for option in self._in_order()
        ]
        self.list_rows(rows or [Row("", "No options yet")])

    def _shown_criteria(self) -> list[Criterion]:
        """Return the criteria there is room for: all, or the one that is sorted by."""
        if not self.narrow:
            return list(self.pack.criteria)
        return [self._sorted_by] if self._sorted_by else []

    def _headed(self, criterion: Criterion) -> str:
        return criterion.name + ("↓" if criterion == self._sorted_by else "")

    def _rated(self, option: Option, criterion: Criterion) -> str:
        rating = option.ratings.get(criterion.id)
        return rating.value if rating else NO_RATING

    def _in_order(self) -> list[Option]:
        """Return the options, the better ones first where a criterion is chosen."""
        options = list(self.pack.options)
        chosen = self._sorted_by
        if chosen is None:
            return options
        best_first = list(chosen.scale)
        if chosen.better == chosen.scale[-1]:
            best_first.reverse()
        rank = {value: place for place, value in enumerate(best_first)}
        return sorted(options, key=lambda o: rank.get(self._rated(o, chosen), len(rank)))

    def document(self, key: str) -> Document:
        """Return an option in full."""
        ref = self.as_ref(key)
        return item(self.pack, ref) if ref else Document(title="")

    def action_sort(self) -> None:
        """Sort by the next criterion, after the last by the pack's own order."""
        criteria = [*self.pack.criteria, None]
        at = criteria.index(self._sorted_by) if self._sorted_by in criteria else -1
        self._sorted_by = criteria[(at + 1) % len(criteria)]
        self.fill()


def _padded(text: str, size: int) -> str:
    """Return text with space behind it, so many cells wide in all."""
    return text + " " * (size - width(text))
