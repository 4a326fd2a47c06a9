"""Filters: what a view shows, and in what order; the view follows each choice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, ClassVar, Generic, TypeVar

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.describe.panel import Selection
from briefing.describe.shelf import Shelf
from briefing.tui.widgets.clickable import KeyLine
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.row_list import Row, RowList
from briefing.words import capital

ON, OFF = "☒", "☐"
CHOSEN, OTHER = "●", "○"


Chosen = TypeVar("Chosen", Selection, Shelf)
Groups = Mapping[str, tuple[str, Mapping[str, str]]]
"""What can be chosen: by field, its title and its values in words."""


class FilterDialog(ModalScreen[None], Generic[Chosen]):
    """Switches filters on and off; `apply` shows what was chosen and returns how much is left."""

    CSS_PATH = [Path(__file__).with_name("dialogs.tcss"), Path(__file__).with_suffix(".tcss")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f", "dismiss(None)", "Close"),
        Binding("space", "switch", "Switch"),
        Binding("F", "show_all", "Show all"),
    ]

    def __init__(
        self,
        title: str,
        groups: Groups,
        orders: Mapping[Any, str],
        chosen: Chosen,
        apply: Callable[[Chosen], str],
    ) -> None:
        super().__init__()
        self._title, self._groups, self._orders = title, groups, orders
        self._chosen: Chosen = chosen
        self._apply: Callable[[Chosen], str] = apply

    def compose(self) -> ComposeResult:
        """Yield the choices, how many are shown, and the keys."""
        with Vertical(classes="dialog low", id="filters"):
            yield Static(self._title, classes="title", markup=False)
            yield CheckList(id="choices")
            yield Static(id="told", markup=False)
            yield KeyLine(
                {
                    "space": ("switch", "screen.switch"),
                    "F": ("show all", "screen.show_all"),
                    "esc": ("close", "screen.dismiss(None)"),
                }
            )

    def on_mount(self) -> None:
        """Show what is chosen."""
        self._show()

    def on_resize(self) -> None:
        """Leave room for what stands around the choices."""
        self.query_one(CheckList).styles.max_height = max(self.app.size.height - 5, 1)

    def _show(self) -> None:
        self.query_one(RowList).set_rows(rows(self._groups, self._orders, self._chosen))
        self.query_one("#told", Static).update(self._apply(self._chosen))

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        """Switch what was opened, by key or mouse."""
        self._chosen = switched(self._chosen, event.key)
        self._show()

    def action_switch(self) -> None:
        """Switch the highlighted choice."""
        self.query_one(RowList).action_open()

    def action_show_all(self) -> None:
        """Take all filters away; the order stays."""
        self._chosen = self._chosen.cleared
        self._show()


class CheckList(RowList):
    """A list of which one click, not two, opens a row."""

    def on_click(self, event: events.Click) -> None:
        """Open the row that was clicked, once for each click."""
        place = event.get_content_offset(self)
        row = None if place is None else self.row_at(place.y + self.scroll_offset.y)
        if row is not None:
            event.prevent_default()
            self.cursor = row
            self.action_open()


def rows(groups: Groups, orders: Mapping[Any, str], chosen: Chosen) -> list[Row]:
    """Return a heading for each group and a row for each choice, with its mark."""
    found = []
    for field, (title, values) in groups.items():
        found.append(Row("", title))
        found += [
            Row(f"{field}:{value}", f"{ON if value in getattr(chosen, field) else OFF} {said}")
            for value, said in values.items()
        ]
    found.append(Row("", "Sort by"))
    for order, said in orders.items():
        mark = CHOSEN if order == chosen.order else OTHER
        found.append(Row(f"order:{order}", f"{mark} {capital(said)}"))
    return found


def switched(chosen: Chosen, key: str) -> Chosen:
    """Return what is chosen with the choice of a row switched."""
    field, _, value = key.partition(":")
    if field == "order":
        return replace(chosen, order=value)
    return replace(chosen, **{field: getattr(chosen, field) ^ {value}})
