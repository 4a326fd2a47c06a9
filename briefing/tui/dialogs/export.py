"""The export: format, paper and destination, whether the page fits, and the writing of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from msgspec.structs import replace
from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static
from textual.worker import Worker

from briefing.document import Paper
from briefing.export import FORMATS, named_by
from briefing.pack.recipe import Brief
from briefing.problems import CannotRead, count
from briefing.text import one_line
from briefing.tui.destination import offered, typed_path, working_folder
from briefing.tui.dialogs.written import WrittenDialog
from briefing.tui.exporting import PAPERS, Order, carry_out, remedy, told_gone, too_long
from briefing.tui.measuring import Measuring, fitted
from briefing.tui.session import Session
from briefing.tui.widgets.clickable import KeyLine
from briefing.tui.widgets.follower import Follower
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.row_list import Row, RowList
from briefing.tui.widgets.setting import Setting
from briefing.tui.widgets.text_field import TextField

if TYPE_CHECKING:
    from briefing.export.fit import Fit

KEYS = {
    "tab": ("next", "app.focus_next"),
    "enter": ("write", "screen.export"),
    "esc": ("close", "screen.cancel"),
}


class Offer(Static):
    """Says whether the page fits; a click leaves out what has to go, or puts it back."""

    async def on_click(self) -> None:
        """Do what the key does."""
        await self.run_action("screen.trim")


class ExportDialog(ModalScreen[None], Follower):
    """Writes the page being built; asks again before it replaces a file."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "cancel", "Close"),
        Binding("ctrl+t", "trim", "Leave out"),
        Binding("down", "step(1)", "Next format"),
        Binding("up", "step(-1)", "Previous format"),
    ]

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._brief: Brief | None = session.brief
        self._fit: Fit | None = None
        self._trim = False
        self._replace = ""
        self._worker: Worker[None] | None = None
        self._writing = False
        self._measuring = Measuring(self, fitted, self._measured)

    def compose(self) -> ComposeResult:
        """Yield the formats, the papers, the path, and what there is to say."""
        with Vertical(id="export-dialog", classes="dialog"):
            yield Static("Export the page", classes="title", markup=False)
            yield RowList(id="formats")
            yield Static("Page", id="paper-label", classes="hint label")
            yield Setting(list(PAPERS.values()), "choose_paper", id="paper")
            yield Static("File", classes="hint label")
            yield TextField(id="path")
            yield Offer("", id="fit", markup=False)
            yield Static("", id="told", classes="error", markup=False)
            yield KeyLine(KEYS)

    def on_mount(self) -> None:
        """Offer the last format, paper and folder."""
        kept = self._session.workspace
        formats = self.query_one(RowList)
        formats.set_rows([Row(name, f.title, f.suffix) for name, f in FORMATS.items()])
        formats.go(kept.get("export format", "md"))
        default = self._brief.page if self._brief else "fit-both"
        paper = kept.get("export paper", default)
        self.query_one(Setting).chosen = list(PAPERS).index(paper) if paper in PAPERS else 0
        folder = Path(kept.get("export folder", str(working_folder())))
        name = f"{self._session.pack.manifest.id}-{self._brief.id if self._brief else 'brief'}"
        path = offered(folder, f"{name}{FORMATS[formats.current].suffix}")
        self.query_one(TextField).fill(path)
        self.query_one(TextField).focus()
        self._measure()

    # --- whether it fits --------------------------------------------------------------

    @property
    def _paper(self) -> Paper:
        return list(PAPERS)[self.query_one(Setting).chosen]

    @property
    def _paged(self) -> bool:
        return FORMATS[self.query_one(RowList).current].paged

    def _measure(self) -> None:
        """Have the page measured for this format and paper, and show what is known until then."""
        self._fit = None
        self._tell("")
        for asked in self.query("#paper, #paper-label"):
            asked.visible = self._paged
        if self._paged and self._brief is not None:
            self._measuring.ask(self._session.pack, replace(self._brief, page=self._paper))
        self._show_fit()

    def _measured(self, found: Fit) -> None:
        self._fit = found
        self._show_fit()

    def _show_fit(self) -> None:
        """Say whether the page fits, what would have to go, and how to leave that out."""
        shown = self.query_one("#fit", Static)
        fit = self._fit
        shown.set_class(False, "caution")
        if not self._paged or self._brief is None:
            shown.update("This format may be of any length.")
        elif fit is None:
            shown.update("Measuring the page…")
        elif not fit.full.over:
            shown.update(f"{fit.full.used} of {fit.full.room} lines: the page fits.")
        else:
            shown.set_class(True, "caution")
            shown.update(self._over(fit))

    def _over(self, fit: Fit) -> str:
        pack = self._session.pack
        if self._trim:
            lines = f"{fit.left.used} of {fit.left.room} lines"
            return f"{lines}. {told_gone(pack, fit)}. ctrl+t puts them back."
        names = told_gone(pack, fit).removeprefix("Left out: ")
        told = f"{too_long(fit, fit.document)}; {remedy(fit)}"
        return told if fit.left.over else f"{told}: {names}."

    def action_trim(self) -> None:
        """Leave out what has to go for the page to fit, or put it back."""
        fit = self._fit
        if fit and fit.gone and not fit.left.over:
            self._trim = not self._trim
            self._tell("")
            self._show_fit()

    def action_step(self, step: int) -> None:
        """Choose the next format, also while the file is being named."""
        self.query_one(RowList).action_move(step)

    def action_choose_paper(self, place: int) -> None:
        """Print on another paper."""
        self.query_one(Setting).chosen = place
        self._measure()

    def follow(self, widget: LineWidget, key: str) -> None:
        """Give the file the suffix of its format."""
        path = self.query_one(TextField)
        named = with_suffix(path.value, FORMATS[key].suffix)
        if named != path.value:
            path.fill(named)
        self._measure()

    @on(Input.Changed)
    def choose_format(self) -> None:
        """Choose the format that the file's name tells, as the command line does."""
        formats, named = self.query_one(RowList), named_by(self.query_one(TextField).value)
        if named and named.name != formats.current:
            formats.go(named.name)

    # --- writing ----------------------------------------------------------------------

    @on(Input.Submitted)
    @on(LineWidget.Opened)
    def action_export(self) -> None:
        """Write the file, or say why not."""
        if self._worker is not None or not self.is_current:
            return
        try:
            order = self._order()
        except CannotRead as error:
            self._tell(str(error))
            return
        self._worker = self._carry_out(order)

    def _order(self) -> Order:
        """Return what is to be written; raises `CannotRead` where nothing can be."""
        path = typed_path(self.query_one(TextField).value)
        if self._brief is None:
            raise CannotRead("This pack has no recipe to export; add one in briefs/")
        if count(self._session.problems)[0]:
            raise CannotRead(
                "The content has errors; press ! in the view to see them, mend them first"
            )
        if path.is_file() and self._replace != str(path):
            self._replace = str(path)
            raise CannotRead(f"{one_line(str(path))} exists; press enter again to replace it")
        fmt, pack = self.query_one(RowList).current, self._session.pack
        agreed = self._replace == str(path)
        return Order(pack, self._brief, fmt, self._paper, self._trim, path, agreed)

    @work
    async def _carry_out(self, order: Order) -> None:
        try:
            left_out = await carry_out(order, self._progress)
        except CannotRead as error:
            self._tell(str(error))
        else:
            self._done(order, left_out)
        finally:
            self._worker, self._writing = None, False

    def _progress(self, step: str) -> None:
        self._writing = step == "Writing…"
        self._tell(step, "progress")

    def _done(self, order: Order, left_out: str) -> None:
        kept = self._session.workspace
        kept.set("export format", order.fmt)
        kept.set("export paper", order.paper)
        kept.set("export folder", str(order.path.parent))
        told = ". ".join(filter(None, [FORMATS[order.fmt].title, left_out]))
        self.app.switch_screen(WrittenDialog(order.path, told))

    def _tell(self, text: str, kind: str = "error") -> None:
        told = self.query_one("#told", Static)
        told.set_classes(kind)
        told.update(text)
        self.query_one("#export-dialog").set_class(bool(text), "said")

    def action_cancel(self) -> None:
        """Stop what is being done, of which nothing is left; else close."""
        if self._writing:
            return  # a moment later it is done
        if self._worker is None:
            self.dismiss(None)
        else:
            self._worker.cancel()
            self._tell("Stopped; nothing was written")


def with_suffix(path: str, suffix: str) -> str:
    """Return a path with the suffix of one format in place of that of another."""
    known = named_by(path)
    if known is None or known.suffix == suffix:
        return path
    return path[: -len(known.suffix)] + suffix
