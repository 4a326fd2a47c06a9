"""The filters of the panel: whom to show, and in what order; the view follows each choice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import ClassVar

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.describe.panel import ENDS, KINDS, LEVELS, NO_SIDE, ORDERS, Selection
from briefing.pack.pack import Pack
from briefing.tui.widgets.clickable import KeyLine
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.row_list import Row, RowList
from briefing.words import STANCE_BASIS, capital

ON, OFF = "☒", "☐"
CHOSEN, OTHER = "●", "○"


class FilterDialog(ModalScreen[None]):
    """Switches filters on and off; `apply` shows a selection and returns how many are left."""

    CSS_PATH = [Path(__file__).with_name("dialogs.tcss"), Path(__file__).with_suffix(".tcss")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,f", "dismiss(None)", "Close"),
        Binding("space", "switch", "Switch"),
        Binding("F", "show_all", "Show all"),
    ]

    def __init__(self, pack: Pack, selection: Selection, apply: Callable[[Selection], str]) -> None:
        super().__init__()
        self._pack, self._selection, self._apply = pack, selection, apply

    def compose(self) -> ComposeResult:
        """Yield the choices, how many are shown, and the keys."""
        with Vertical(classes="dialog low", id="filters"):
            yield Static("Whom to show", classes="title", markup=False)
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
        self.query_one(RowList).set_rows(list(rows(self._pack, self._selection)))
        self.query_one("#told", Static).update(self._apply(self._selection))

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        """Switch what was opened, by key or mouse."""
        self._selection = switched(self._selection, event.key)
        self._show()

    def action_switch(self) -> None:
        """Switch the highlighted choice."""
        self.query_one(RowList).action_open()

    def action_show_all(self) -> None:
        """Take all filters away; the order stays."""
        self._selection = self._selection.cleared
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


def groups(pack: Pack) -> dict[str, tuple[str, dict[str, str]]]:
    """Return what can be chosen: by field of a selection, its title and its values in words."""
    sides = {side.id: side.name for side in pack.sides} | {"": capital(NO_SIDE)}
    return {
        "ends": ("Stance", {name: capital(said) for name, said in ENDS.items()}),
        "bases": ("How it is known", {name: capital(said) for name, said in STANCE_BASIS.items()}),
        "levels": ("Confidence of the reading", {name: capital(name) for name in LEVELS}),
        "sides": ("Speaks from", sides),
        "kinds": ("People and outlets", {name: capital(said) for name, said in KINDS.items()}),
    }


def rows(pack: Pack, selection: Selection) -> list[Row]:
    """Return a heading for each group and a row for each choice, with its mark."""
    found = []
    for field, (title, values) in groups(pack).items():
        found.append(Row("", title))
        chosen = getattr(selection, field)
        found += [
            Row(f"{field}:{value}", f"{ON if value in chosen else OFF} {said}")
            for value, said in values.items()
        ]
    found.append(Row("", "Sort by"))
    for order, said in ORDERS.items():
        mark = CHOSEN if order == selection.order else OTHER
        found.append(Row(f"order:{order}", f"{mark} {capital(said)}"))
    return found


def switched(selection: Selection, key: str) -> Selection:
    """Return the selection with the choice of a row switched."""
    field, _, value = key.partition(":")
    if field == "order":
        return replace(selection, order=value)
    return replace(selection, **{field: getattr(selection, field) ^ {value}})
