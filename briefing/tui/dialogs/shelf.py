"""The filters of the sources: which to show, and in what order; the list follows each choice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.describe.shelf import ORDERS, Shelf, groups
from briefing.pack.pack import Pack
from briefing.tui.dialogs.filters import CHOSEN, OFF, ON, OTHER, CheckList
from briefing.tui.widgets.clickable import KeyLine
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.row_list import Row
from briefing.words import capital


class ShelfDialog(ModalScreen[None]):
    """Switches filters on and off; `apply` shows a choice and returns how many are left."""

    CSS_PATH = [Path(__file__).with_name("dialogs.tcss"), Path(__file__).with_suffix(".tcss")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f", "dismiss(None)", "Close"),
        Binding("space", "switch", "Switch"),
        Binding("F", "show_all", "Show all"),
    ]

    def __init__(self, pack: Pack, shelf: Shelf, apply: Callable[[Shelf], str]) -> None:
        super().__init__()
        self._pack, self._shelf, self._apply = pack, shelf, apply

    def compose(self) -> ComposeResult:
        """Yield the choices, how many are shown, and the keys."""
        with Vertical(classes="dialog low", id="shelf"):
            yield Static("Which sources to show", classes="title", markup=False)
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

    def _show(self) -> None:
        self.query_one(CheckList).set_rows(list(rows(self._pack, self._shelf)))
        self.query_one("#told", Static).update(self._apply(self._shelf))

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        """Switch what was opened, by key or mouse."""
        self._shelf = switched(self._shelf, event.key)
        self._show()

    def action_switch(self) -> None:
        """Switch the highlighted choice."""
        self.query_one(CheckList).action_open()

    def action_show_all(self) -> None:
        """Take all filters away; the order stays."""
        self._shelf = Shelf(order=self._shelf.order)
        self._show()


def rows(pack: Pack, shelf: Shelf) -> list[Row]:
    """Return a heading for each group and a row for each choice, with its mark."""
    found = []
    for field, (title, values) in groups(pack).items():
        found.append(Row("", title))
        chosen = getattr(shelf, field)
        found += [
            Row(f"{field}:{value}", f"{ON if value in chosen else OFF} {said}")
            for value, said in values.items()
        ]
    found.append(Row("", "Sort by"))
    for order, said in ORDERS.items():
        mark = CHOSEN if order == shelf.order else OTHER
        found.append(Row(f"order:{order}", f"{mark} {capital(said)}"))
    return found


def switched(shelf: Shelf, key: str) -> Shelf:
    """Return the shelf with the choice of a row switched."""
    field, _, value = key.partition(":")
    if field == "order":
        return replace(shelf, order=value)
    return replace(shelf, **{field: getattr(shelf, field) ^ {value}})
