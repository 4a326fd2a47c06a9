"""The briefs of the pack, one of which becomes the page that is worked on."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static

from briefing.pack.recipe import Brief
from briefing.tui.session import Session
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.row_list import Row, RowList

OPEN = "●"
"""Marks the brief that the page was made from."""


class ChooseBriefDialog(ModalScreen[Brief | None]):
    """Lists the briefs; closed with the one that was chosen, or with None."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss(None)", "Close")]

    def __init__(self, session: Session, name: str = "") -> None:
        super().__init__()
        self._session, self._asked = session, name
        self._briefs = {brief.id: brief for brief in session.pack.briefs}

    def compose(self) -> ComposeResult:
        """Yield the briefs."""
        with Vertical(classes="dialog low"):
            yield Static("Open a brief of this pack", classes="title", markup=False)
            yield RowList(id="briefs")
            told = "What is on the page now can be had back with u."
            yield Static(told, classes="hint", markup=False)
            yield Static("enter open · esc close", classes="hint", markup=False)

    def on_mount(self) -> None:
        """Show the briefs, and the one asked for or worked on."""
        rows = self.query_one(RowList)
        rows.styles.height = max(min(len(self._briefs), 12), 1)
        brief = self._session.brief
        here = brief.id if brief else ""
        rows.marks = {here: OPEN}
        listed = [Row(name, brief.title, name) for name, brief in self._briefs.items()]
        rows.set_rows(listed or [Row("", "None yet; add briefs/*.yaml")])
        rows.go(self._asked or here)

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        """Close with the brief."""
        self.dismiss(self._briefs[event.key])
