"""Brief: the page being built, its items on the left, the page as it will read on the right."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from briefing import recipes
from briefing.compose import compose, word_count
from briefing.document import Document, Note
from briefing.pack.pack import Ref, title
from briefing.pack.recipe import Block, Brief
from briefing.recipes import Slot
from briefing.tui.commands import bindings
from briefing.tui.views.view import View
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane
from briefing.tui.widgets.row_list import Row, RowList

WORDS = (430, 520)
"""How many words a one-page brief holds (design, section 7)."""


class BriefView(View):
    """The page: what is on it, in what order, and how it reads."""

    NAME = "brief"
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("brief")

    def __init__(self) -> None:
        super().__init__()
        self._slots: dict[str, Slot] = {}

    def body(self) -> ComposeResult:
        """Yield the items, the page and its meter."""
        with Horizontal():
            yield RowList(id="list")
            yield Pane(id="page", classes="rule-left")
        yield Static(id="meter", markup=False)

    def fill(self) -> None:
        """Show the page as it is now."""
        brief = self.briefing.session.brief
        items, page = self.query_one("#list", RowList), self.query_one("#page", Pane)
        if brief is None:
            items.set_rows([Row("", "No recipe in briefs/ yet")])
            page.show(Document(title="No page yet"))
            return
        self._slots = {}
        rows = []
        for slot in recipes.slots(brief):
            key = f"slot:{slot.block}:{slot.ref or ''}"
            self._slots[key] = slot
            if slot.ref is None:
                rows.append(Row(key, block_name(brief.blocks[slot.block])))
            else:
                item = self.pack.items[slot.ref]
                rows.append(Row(key, f"  {title(item)}", slot.ref.kind))
        items.set_rows(rows)
        document = compose(self.pack, brief)
        page.show(document, brief.id)
        self.query_one("#meter", Static).update(_meter(word_count(document)))

    def show(self, ref: Ref) -> None:
        """Go to an item on the page."""
        for key, slot in self._slots.items():
            if slot.ref == ref:
                self.query_one("#list", RowList).go(key)

    @property
    def current(self) -> Ref | None:
        """The highlighted item of the page, or of the list."""
        slot = self._slots.get(self.query_one("#list", RowList).current)
        return super().current or (slot.ref if slot else None)

    @property
    def notes(self) -> list[Note]:
        """The notes of the highlighted line of the page."""
        page = self.query_one("#page", Pane)
        return page.notes if page.has_focus else []

    def opened(self, widget: LineWidget, key: str) -> None:
        """Show an item of the page whole."""
        slot = self._slots.get(key)
        ref = slot.ref if slot else self.as_ref(key)
        if ref is not None:
            self.briefing.detail(ref)

    def action_drop(self) -> None:
        """Take the highlighted item, or block, off the page."""
        if slot := self._slot():
            items = self.query_one("#list", RowList)
            row = items.cursor
            self._change(recipes.drop(self._brief(), slot, self.pack))
            items.show_row(row)

    def action_shift(self, step: int) -> None:
        """Move the highlighted item, or block, up or down the page."""
        slot = self._slot()
        if slot is None:
            return
        self._change(recipes.move(self._brief(), slot, step))
        if slot.ref is not None:
            self.show(slot.ref)
        else:
            last = len(self._brief().blocks) - 1
            to = max(0, min(slot.block + step, last))
            self.query_one("#list", RowList).go(f"slot:{to}:")

    def _brief(self) -> Brief:
        brief = self.briefing.session.brief
        assert brief is not None  # there are slots only where there is a brief
        return brief

    def _slot(self) -> Slot | None:
        return self._slots.get(self.query_one("#list", RowList).current)

    def _change(self, brief: Brief) -> None:
        self.briefing.session.brief = brief
        self.fill()


def block_name(block: Block) -> str:
    """Return a block's name as a reader says it: "Bottom line"."""
    return str(block.__struct_config__.tag).replace("-", " ").capitalize()


def _meter(words: int) -> Content:
    """Return how full the page is, in words and as a bar."""
    least, most = WORDS
    filled = min(words * 20 // most, 20)
    bar = "█" * filled + "░" * (20 - filled)
    said = "too long" if words > most else "short" if words < least else "fits"
    tone = "$bad" if words > most else "$caution" if words < least else "$good"
    return Content.assemble(
        (f" {bar} ", tone),
        f"{words} words ",
        (f"{said} ", f"bold {tone}"),
        f"(one page: {least}–{most})",
    )
