"""The app: six views over one pack, and the commands that work in all of them."""

from __future__ import annotations

import asyncio
import gc
from pathlib import Path
from typing import ClassVar, cast

from textual.binding import BindingType
from textual.screen import ModalScreen
from textual.widget import AwaitMount

from briefing.document import Note
from briefing.pack.pack import Ref, title
from briefing.tui.choosing import ChoosingApp
from briefing.tui.commands import VIEWS, bindings
from briefing.tui.history import History, Stop
from briefing.tui.session import Session
from briefing.tui.signals import leave_on_signals
from briefing.tui.views import MODES, VIEW_OF, bring_in
from briefing.tui.views.view import HEIGHTS, WIDTHS, View


class BriefingApp(ChoosingApp):
    """The briefing room."""

    CSS_PATH = "app.tcss"
    TITLE = "briefing"
    MODES = MODES
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    HORIZONTAL_BREAKPOINTS = WIDTHS
    VERTICAL_BREAKPOINTS = HEIGHTS

    def __init__(
        self,
        session: Session,
        start: Ref | None = None,
        texts: Path | None = None,
        library: Path | None = None,
    ) -> None:
        self.session = session
        self.named_texts = texts
        self._asked = start is not None or library is not None
        self._start = Stop("library") if library else self.first_stop(start)
        super().__init__(session, library)
        self.history = History()

    # --- start and end ----------------------------------------------------------------

    @property
    def DEFAULT_MODE(self) -> str:  # type: ignore[override]  # noqa: N802
        """The view to start in, so that no other is ever made first."""
        return self._start.view

    def first_stop(self, start: Ref | None = None) -> Stop:
        """Return where to start: at the item asked for, or where the reader left."""
        if start is not None:
            return Stop(VIEW_OF[start.kind], start)
        view, ref = self.session.left_at
        return Stop(view if view in VIEWS else "overview", ref)

    async def on_mount(self) -> None:
        """Show the item to start at, and what went wrong on the way."""
        self.history.visit(self._start)
        if self._start.ref is not None:
            self.call_after_refresh(self.view.show, self._start.ref)
        self.tell_own_problems()
        self.call_after_refresh(self.begin_tending)
        if not (self._asked or self.session.workspace.get("tour")):
            self.deaf = True
            self.call_after_refresh(self._begin_with_tour)
        if not self.is_headless:
            self.call_after_refresh(self.run_worker, self.get_ready, group="getting ready")
            leave_on_signals(self.leave, self.call_later)

    async def get_ready(self) -> None:
        """Load what will be wanted while the reader looks at the first screen, and keep it."""
        await asyncio.to_thread(bring_in)
        gc.freeze()  # never look for garbage in what was loaded
        self.makes_views = True

    async def _begin_with_tour(self) -> None:
        """Show the tour to a new reader; what is typed before it stands is not about it."""
        await self.action_tour()
        self.deaf = False

    def _keep(self, name: str, value: str) -> None:
        self.session.workspace.set(name, value)

    async def action_quit(self) -> None:
        """Leave."""
        self.leave()

    def leave(self, code: int = 0) -> None:
        """Leave with an exit code, and remember where."""
        self.keep_place()
        self.session.since.leave(self.session.pack)
        self.exit(return_code=code)

    def refill(self) -> None:
        """Fill the view that is open with the pack as it is now, and others when they are next."""
        if not self.is_running:
            return  # when the app closes, no view is whole
        for mode in MODES:
            for screen in self._screen_stacks.get(mode, []):
                if isinstance(screen, View):
                    screen.is_behind = True
        self.view.catch_up()

    # --- where we are -----------------------------------------------------------------

    @property
    def view(self) -> View:
        """The view that is open, beneath any dialog."""
        return cast(View, self.screen_stack[0])

    def _here(self) -> Stop:
        return Stop(self.view.NAME, self.view.current, self.view.place)

    async def go(self, stop: Stop) -> None:
        """Go to a view, and to an item in it; dialogs are closed."""
        while isinstance(self.screen, ModalScreen):
            await self.pop_screen()
        if stop.view == "library":
            self.keep_place()
        with self.batch_update():
            await self.switch_mode(stop.view)
            await self.view.stands()
            self.view.arrive()
            self.begin_reading()
            ref = stop.ref
            if ref is not None and self.session.exists(ref) and VIEW_OF[ref.kind] == stop.view:
                self.view.show(ref)
            if stop.place:
                self.view.return_to(stop.place)
        self.screen.refresh()

    def delay_update(self, delay: float = 0.05) -> None:
        """Hold the screen back for a moment, unless it is held back until a view stands."""
        if not self._batch_count:
            super().delay_update(delay)

    async def visit(self, stop: Stop) -> None:
        """Go somewhere, and remember the way back."""
        self.history.settle(self._here())
        self.history.visit(stop)
        await self.go(stop)

    def open(self, ref: Ref) -> None:
        """Open an item where it is at home."""
        self.call_later(self.visit, Stop(VIEW_OF[ref.kind], ref))

    def open_chosen(self, ref: Ref | None) -> None:
        """Open the item that a dialog was closed with, if any."""
        if ref is not None:
            self.open(ref)

    # --- commands ---------------------------------------------------------------------

    async def action_view(self, name: str) -> None:
        """Open a view."""
        if not self.must_choose():
            await self.visit(Stop(name))

    async def action_back(self) -> None:
        """Go back to where the reader was."""
        self.history.settle(self._here())
        if stop := self.history.back():
            await self.go(stop)

    async def action_forward(self) -> None:
        """Go forward again."""
        if stop := self.history.forward():
            await self.go(stop)

    def action_search(self) -> None:
        """Search everything."""
        if self.must_choose():
            return
        from briefing.tui.dialogs.search import SearchDialog

        self.push_screen(SearchDialog(self.session), self.open_chosen)

    def action_citation(self) -> None:
        """Open the sources of the highlighted line."""
        notes = self.view.notes
        if notes:
            self.cite(notes)
        elif (ref := self.view.current) is not None:
            self.detail(ref)
        else:
            self.say("Nothing with a citation is highlighted")

    def cite(self, notes: list[Note], of: Ref | None = None) -> None:
        """Show what is behind notes `of` an item, or of the highlighted one of the view."""
        from briefing.tui.dialogs.drawer import CitationDrawer

        drawer = CitationDrawer(self.session.pack, notes, of or self.view.current, self.texts)
        self.push_screen(drawer, self.open_chosen)

    def detail(self, ref: Ref) -> None:
        """Show an item whole, over the view."""
        from briefing.describe import item
        from briefing.tui.dialogs.drawer import Drawer

        self.push_screen(Drawer(item(self.session.pack, ref)), self.open_chosen)

    def action_pin(self) -> None:
        """Put the highlighted item on the page, or take it off."""
        ref = self.view.current
        if ref is None:
            self.say("Nothing is highlighted that could go on the page")
            return
        self.say(self.session.toggle_pin(ref))
        self.refill()

    def action_note(self) -> None:
        """Write a note on the highlighted item."""
        from briefing.tui.dialogs.note import NoteDialog

        if (ref := self.view.current) is not None:
            self.push_screen(NoteDialog(self.session, ref), lambda _: self.refill())
        else:
            self.say("Highlight the item that the note is about")

    def action_copy(self) -> None:
        """Copy the highlighted item with its citations as Markdown."""
        ref = self.view.current
        if ref is None:
            self.say("Highlight the item to copy")
            return
        from briefing.describe import item
        from briefing.export.markdown import render

        self.copy_to_clipboard(render(item(self.session.pack, ref)))
        self.say(f"Copied as Markdown: {title(self.session.pack.items[ref])}")

    def action_export(self) -> None:
        """Write the brief to a file."""
        if self.must_choose():
            return
        from briefing.tui.dialogs.export import ExportDialog

        self.push_screen(ExportDialog(self.session))

    def action_notes(self) -> None:
        """List the reader's notes."""
        if self.must_choose():
            return
        from briefing.tui.dialogs.notes import NotesDialog

        self.push_screen(NotesDialog(self.session), self.open_chosen)

    def action_tour(self) -> AwaitMount:
        """Show what there is, on one screen."""
        from briefing.tui.dialogs.tour import Tour

        self._keep("tour", "seen")
        return self.push_screen(Tour(), self.toured)

    async def toured(self, name: str | None) -> None:
        """Carry out the command that the tour was left by."""
        for command in self.commands:
            if command.id == name:
                where = self if command.scope == "app" else self.view.focused
                await self.run_action(command.action, where)

    def action_help(self) -> None:
        """Show all keys and what they do."""
        from briefing.tui.dialogs.help import HelpDialog

        self.push_screen(HelpDialog(self.commands, self.view.NAME))
