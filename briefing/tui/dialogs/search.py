"""Search: results as you type, grouped by kind, and a jump to the one that is opened."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.pack.pack import Ref
from briefing.search import Hit
from briefing.tui.session import Session
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.row_list import Row, RowList
from briefing.words import counted

LIMIT = 200
"""More results than this help nobody to find anything."""
KINDS = {
    "judgement": "Judgements",
    "dimension": "Dimensions",
    "claim": "Claims",
    "question": "Questions",
    "expert": "Experts",
    "option": "Options",
    "source": "Sources",
    "brief": "Briefs",
}


class SearchDialog(ModalScreen[Ref | None]):
    """Finds anything; closed with the item that was chosen, or with None."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Close")]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def compose(self) -> ComposeResult:
        """Yield the words, the results, and how many there are."""
        with Vertical(classes="dialog"):
            yield Input(placeholder="Search names, figures, words", id="words")
            yield RowList(id="results")
            yield Static("Type to search", id="count", classes="hint", markup=False)

    @on(Input.Changed)
    def search(self, event: Input.Changed) -> None:
        """Show what is found for the words so far."""
        hits = self._session.index.search(event.value, LIMIT)
        results = self.query_one(RowList)
        results.set_rows(list(rows(hits)))
        results.show_row(0, top=True)
        found = counted(len(hits), "result") if event.value.strip() else "Type to search"
        more = " or more" if len(hits) == LIMIT else ""
        self.query_one("#count", Static).update(f"{found}{more} · enter opens · esc closes")

    def on_key(self, event: events.Key) -> None:
        """Let the arrow keys move in the results while the words keep the focus."""
        results = self.query_one(RowList)
        step = {"down": 1, "up": -1}.get(event.key)
        if step and not results.has_focus:
            results.action_move(step)
        elif event.key in {"pagedown", "pageup"} and not results.has_focus:
            results.action_page(1 if event.key == "pagedown" else -1)
        else:
            return
        event.prevent_default()

    @on(Input.Submitted)
    def choose(self) -> None:
        """Open the highlighted result."""
        self._close_with(self.query_one(RowList).current)

    @on(LineWidget.Opened)
    def choose_clicked(self, event: LineWidget.Opened) -> None:
        """Open the result that was opened in the list."""
        self._close_with(event.key)

    def _close_with(self, key: str) -> None:
        kind, _, name = key.partition(":")
        if name:
            self.dismiss(Ref(kind, name))


def rows(hits: Iterable[Hit]) -> Iterable[Row]:
    """Yield the results under a heading for each kind, in the order of their best hits."""
    by_kind: dict[str, list[Hit]] = {}
    for hit in hits:
        by_kind.setdefault(hit.ref.kind, []).append(hit)
    for kind, found in by_kind.items():
        yield Row("", f"{KINDS[kind]} ({len(found)})")
        for hit in found:
            yield Row(str(hit.ref), hit.title, hit.context)
