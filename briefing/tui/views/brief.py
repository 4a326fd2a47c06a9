"""Brief: the page being built, its items on the left, the page as it will read on the right."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical

from briefing import recipes
from briefing.compose import compose, word_count
from briefing.document import Document, Note
from briefing.pack.pack import Ref, title
from briefing.pack.recipe import Block, Brief
from briefing.recipes import Slot
from briefing.tui.commands import bindings
from briefing.tui.measuring import Measuring, printed
from briefing.tui.views.brief_meter import Meter, Reading, going
from briefing.tui.views.brief_page import PagePane
from briefing.tui.views.view import View
from briefing.tui.widgets.key_hints import KeyHints
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.row_list import Row, RowList
from briefing.words import counted

if TYPE_CHECKING:
    from briefing.export.fit import Fit

ROOMY = 28
"""Lines of a screen from which on the keys of this view are told below the list."""
GOES = "×"
"""Marks items that have to go for the page to fit."""


class BriefView(View):
    """The page: what is on it, in what order, how it reads, and whether it fits."""

    NAME = "brief"
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("brief")

    def __init__(self) -> None:
        super().__init__()
        self._slots: dict[str, Slot] = {}
        self._brief: Brief | None = None
        self._measuring = Measuring(self, printed, self._measured)

    def body(self) -> ComposeResult:
        """Yield the items, the page and its meter."""
        with Horizontal():
            with Vertical(id="items"):
                yield RowList(id="list")
                yield KeyHints("brief", id="hints")
            yield PagePane(id="page", classes="rule-left")
        yield Meter(id="meter")

    @property
    def items(self) -> RowList:
        """The list of what is on the page."""
        return self.query_one("#list", RowList)

    @property
    def page(self) -> PagePane:
        """The page as it will print."""
        return self.query_one("#page", PagePane)

    @property
    def meter(self) -> Meter:
        """How full the page is."""
        return self.query_one(Meter)

    # --- what is shown ----------------------------------------------------------------

    def fill(self) -> None:
        """Show the page as it is now, and have it measured."""
        session = self.briefing.session
        brief = self._brief = session.brief
        self._slots = {}
        self.page.beyond = None
        if brief is None:
            self.items.set_rows([Row("", "None yet; add briefs/*.yaml")])
            self.page.show(Document(title="No page yet"))
            self.meter.reading = Reading(wrong="No page yet")
            return
        self._slots = {slot_key(slot): slot for slot in recipes.slots(brief)}
        document = compose(self.pack, brief)
        own = "" if session.is_own(brief) else ", changed"
        self.meter.reading = Reading(word_count(document), name=f"{brief.id}{own}")
        self._list_items(brief)
        self.page.show(document, brief.id)
        if self.is_current:
            self._measuring.ask(self.pack, brief)

    def on_screen_suspend(self) -> None:
        """Leave notices to the dialog that comes over this view, which has them elsewhere."""
        self.query("ToastRack").set(display=False)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Measure a page that changed while another view or a dialog was open."""
        reading = self.meter.reading
        is_unmeasured = reading.fit is None and not reading.wrong
        if self._brief is not None and is_unmeasured and self.is_current:
            self._measuring.ask(self.pack, self._brief)

    def _list_items(self, brief: Brief) -> None:
        gone = {item.slot: number for number, item in enumerate(self.meter.reading.going, 1)}
        rows = []
        for key, slot in self._slots.items():
            if slot.ref is None:
                rows.append(Row(key, block_name(brief.blocks[slot.block])))
            elif slot in gone:
                name = title(self.pack.items[slot.ref])
                rows.append(Row(key, f"  {name}", f"goes {ordinal(gone[slot])}", "caution"))
            else:
                rows.append(Row(key, f"  {title(self.pack.items[slot.ref])}", slot.ref.kind))
        self.items.marks = {slot_key(slot): GOES for slot in gone}
        self.items.set_rows(rows)

    def _measured(self, found: Fit | str) -> None:
        """Show how full the page is, where it ends, and what has to go."""
        brief = self._brief
        if brief is None:
            return
        if isinstance(found, str):
            self.meter.reading = self.meter.reading._replace(wrong=found)
            return
        gone = going(self.pack, brief, found)
        self.meter.reading = self.meter.reading._replace(fit=found, going=gone)
        self._list_items(brief)
        self.page.mark(found.full.beyond)

    def on_resize(self) -> None:
        """Tell the keys where that takes no room from the list."""
        self.query_one(KeyHints).display = not self.narrow and self.app.size.height >= ROOMY

    def show(self, ref: Ref) -> None:
        """Go to an item on the page; to a brief that is not, by the list of briefs."""
        if ref.kind == "brief":
            if self._brief is not None and ref.id != self._brief.id:
                self.action_choose_brief(ref.id)
            return
        for key, slot in self._slots.items():
            if slot.ref == ref:
                self.items.go(key)

    @property
    def current(self) -> Ref | None:
        """The highlighted item of the page, or of the list."""
        slot = self._slot()
        return super().current or (slot.ref if slot else None)

    @property
    def notes(self) -> list[Note]:
        """The notes of the highlighted line of the page."""
        return self.page.notes if self.page.has_focus else []

    def opened(self, widget: LineWidget, key: str) -> None:
        """Show an item of the page whole."""
        slot = self._slots.get(key)
        ref = slot.ref if slot else self.as_ref(key)
        if ref is not None:
            self.briefing.detail(ref)

    # --- what can be done -------------------------------------------------------------

    def action_drop(self) -> None:
        """Take the highlighted item, or block, off the page."""
        if (slot := self._slot()) and self._brief:
            row = self.items.cursor
            self._change(
                recipes.drop(self._brief, slot, self.pack), f"{self._told_slot(slot)} dropped"
            )
            self.items.show_row(row)

    def action_shift(self, step: int) -> None:
        """Move the highlighted item, or block, up or down the page."""
        slot = self._slot()
        if slot is None or self._brief is None:
            return
        self._change(recipes.move(self._brief, slot, step), f"{self._told_slot(slot)} moved")
        if slot.ref is not None:
            self.items.go(slot_key(slot))
        else:
            to = max(0, min(slot.block + step, len(self._brief.blocks) - 1))
            self.items.go(slot_key(Slot(to)))

    def action_trim(self) -> None:
        """Take the items off the page that have to go for it to fit."""
        fit = self.meter.reading.fit
        if self._brief is None:
            return
        if fit is None:
            self.briefing.say("The page is still being measured")
        elif not fit.gone:
            over = "Nothing can be left out; drop what you can spare"
            self.briefing.say(over if fit.full.over else "The page fits as it is")
        else:
            left = ", ".join(map(str, fit.gone))
            self._change(fit.brief, f"{counted(len(fit.gone), 'item')} left out")
            self.briefing.say(f"Left out: {left}. u brings them back")

    def action_undo(self) -> None:
        """Take back the last change of the page."""
        self._tell(self.briefing.session.undo())

    def action_redo(self) -> None:
        """Make the change that was taken back again."""
        self._tell(self.briefing.session.redo())

    def action_retitle(self) -> None:
        """Edit the title of the page."""
        from briefing.tui.dialogs.retitle import RetitleDialog

        def retitle(text: str | None) -> None:
            if text and self._brief:
                self._change(replace(self._brief, title=text), "new title")

        if self._brief is not None:
            self.app.push_screen(RetitleDialog(self._brief.title), retitle)

    def action_choose_brief(self, name: str = "") -> None:
        """Choose which of the pack's briefs to work on."""
        from briefing.tui.dialogs.choose_brief import ChooseBriefDialog

        def choose(brief: Brief | None) -> None:
            if brief is not None:
                self._change(brief, f"{brief.id} opened")
                self.briefing.say(f"Opened {brief.id}; u brings back what was on the page")

        self.app.push_screen(ChooseBriefDialog(self.briefing.session, name), choose)

    def action_save_recipe(self) -> None:
        """Save the page as a recipe."""
        from briefing.tui.dialogs.save_recipe import SaveRecipeDialog

        def saved(brief: Brief | None) -> None:
            if brief is not None:
                self.briefing.reload()
                self._change(brief, f"saved as {brief.id}")

        if self._brief is not None:
            self.app.push_screen(SaveRecipeDialog(self.briefing.session, self._brief), saved)

    def _slot(self) -> Slot | None:
        return self._slots.get(self.items.current)

    def _told_slot(self, slot: Slot) -> str:
        assert self._brief is not None  # there are slots only where there is a brief
        if slot.ref:
            return self.briefing.session.told(slot.ref)
        return block_name(self._brief.blocks[slot.block])

    def _change(self, brief: Brief, done: str) -> None:
        self.briefing.session.keep(brief, done)
        self.fill()

    def _tell(self, done: str) -> None:
        self.fill()
        self.briefing.say(done)


def slot_key(slot: Slot) -> str:
    """Return the key of the row for a place on the page."""
    return f"slot:{slot.block}:{slot.ref or ''}"


def block_name(block: Block) -> str:
    """Return a block's name as a reader says it: "Bottom line"."""
    return str(block.__struct_config__.tag).replace("-", " ").capitalize()


def ordinal(number: int) -> str:
    """Return "1st", "2nd", "3rd", "4th" and so on."""
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{'th' if 10 < number % 100 < 20 else ending}"
