"""The app: six views over one pack, and the commands that work in all of them."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar, cast

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

from briefing.document import Note
from briefing.pack.pack import Ref
from briefing.pack.types import Place
from briefing.problems import CannotRead
from briefing.text import visible
from briefing.tui.commands import COMMANDS, VIEWS, bindings
from briefing.tui.history import History, Stop
from briefing.tui.palette import register_themes
from briefing.tui.session import Session
from briefing.tui.signals import leave_on_signals
from briefing.tui.views import MODES, VIEW_OF
from briefing.tui.views.view import NARROW, View

DEFAULT_THEME = "dusk"


def run(folder: Path, start: Ref | None = None) -> int:
    """Open the app on a pack, at an item or where the reader left it; the exit code comes back.

    Raises `CannotRead` where the folder holds no pack.
    """
    app = BriefingApp(Session(folder), start)
    # What was loaded stays; collecting it again and again would stop the screen for a moment.
    gc.freeze()
    gc.set_threshold(50_000)
    app.run()
    return app.return_code or 0


class BriefingApp(App[None]):
    """The briefing room."""

    CSS_PATH = "app.tcss"
    TITLE = "briefing"
    MODES = MODES
    BINDINGS: ClassVar[list[BindingType]] = bindings("app")
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (NARROW, "-medium"), (110, "-wide"), (150, "-full")]
    VERTICAL_BREAKPOINTS = [(0, "-short"), (20, "-tall")]

    def __init__(self, session: Session, start: Ref | None = None) -> None:
        self.session = session
        self._start = self._first_stop(start)
        # Without this, Textual shows shades of grey where no colour is wanted (no-color.org).
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        self.history = History()
        wanted = session.workspace.get("theme", DEFAULT_THEME)
        self.theme_problems = register_themes(self, wanted)

    # --- start and end ----------------------------------------------------------------

    @property
    def DEFAULT_MODE(self) -> str:  # type: ignore[override]  # noqa: N802
        """The view to start in, so that no other is ever made first."""
        return self._start.view

    def _first_stop(self, start: Ref | None) -> Stop:
        """Return where to start: at the item asked for, or where the reader left."""
        if start is not None:
            return Stop(VIEW_OF[start.kind], start)
        view, _, name = self.session.workspace.get("last", "overview").partition(" ")
        kind, _, item = name.partition(":")
        ref = Ref(kind, item)
        if view not in VIEWS:
            view = "overview"
        return Stop(view, ref if self.session.exists(ref) else None)

    async def on_mount(self) -> None:
        """Show the item to start at, and what went wrong on the way."""
        self.theme_changed_signal.subscribe(self, lambda theme: self._keep("theme", theme.name))
        self.history.visit(self._start)
        if self._start.ref is not None:
            self.call_after_refresh(self.view.show, self._start.ref)
        for problem in self.theme_problems:
            self.say(str(problem), "warning")
        if not self.session.workspace.durable:
            self.say(self.session.workspace.reason, "warning")
        self.set_interval(1.0, self.reload)
        if not self.is_headless:
            leave_on_signals(self.leave, self.call_later)

    def _keep(self, name: str, value: str) -> None:
        self.session.workspace.set(name, value)

    async def action_quit(self) -> None:
        """Leave."""
        self.leave()

    def leave(self, code: int = 0) -> None:
        """Leave with an exit code, and remember where."""
        here = self._here()
        self._keep("last", f"{here.view} {here.ref or ''}".strip())
        self.session.workspace.mark_seen(self.session.pack)
        self.exit(return_code=code)

    def reload(self) -> None:
        """Read the pack again, and show it where anything is different."""
        if self.session.reload():
            self.refill()
            self.say("The pack has changed on disk and was read again")
        elif self.session.page_moved():
            self.refill()

    def refill(self) -> None:
        """Fill every view that was opened with the pack as it is now."""
        for mode in VIEWS:
            for screen in self._screen_stacks.get(mode, []):
                if isinstance(screen, View):
                    screen.refill()

    async def on_event(self, event: events.Event) -> None:
        """Make what is pasted safe before a field gets it: fields show all that they hold."""
        if isinstance(event, events.Paste):
            event.text = visible(event.text)
        await super().on_event(event)

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
        await self.switch_mode(stop.view)
        ref = stop.ref
        if ref is not None and self.session.exists(ref) and VIEW_OF[ref.kind] == stop.view:
            self.view.show(ref)
        if stop.place:
            self.view.return_to(stop.place)

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

    def say(self, text: str, severity: str = "information") -> None:
        """Tell the reader something; the text is never read as markup."""
        self.notify(text, severity=severity, markup=False)  # type: ignore[arg-type]

    # --- commands ---------------------------------------------------------------------

    async def action_view(self, name: str) -> None:
        """Open a view."""
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

        drawer = CitationDrawer(self.session.pack, notes, of or self.view.current)
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
            self.say("Nothing is highlighted")
            return
        from briefing.describe import item
        from briefing.export.markdown import render

        self.copy_to_clipboard(render(item(self.session.pack, ref)))
        self.say(f"Copied {ref} as Markdown")

    def action_export(self) -> None:
        """Write the brief to a file."""
        from briefing.tui.dialogs.export import ExportDialog

        self.push_screen(ExportDialog(self.session))

    def action_edit(self) -> None:
        """Open the file of the highlighted item at its line in the user's editor."""
        if (ref := self.view.current) is not None:
            self.edit_at(self.session.pack.items[ref].place)
        else:
            self.say("Highlight the item to edit")

    def edit_at(self, place: Place) -> None:
        """Open a place of the pack in the user's editor, and read what was changed."""
        from briefing.tui.editor import edit

        try:
            edit(self, self.session.folder, place)
        except CannotRead as error:
            self.say(str(error), "error")
        self.reload()

    def action_problems(self) -> None:
        """List what is wrong with the content."""
        from briefing.tui.dialogs.problems import ProblemsDialog

        self.push_screen(ProblemsDialog(self.session.problems))

    def action_help(self) -> None:
        """Show all keys and what they do."""
        from briefing.tui.dialogs.help import HelpDialog

        self.push_screen(HelpDialog())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the commands for the palette, also those of the view: same words, same actions."""
        for command in COMMANDS:
            if command.scope in {"app", self.view.NAME} and command.id != "palette":
                where = self if command.scope == "app" else self.view

                async def act(action: str = command.action, where: DOMNode = where) -> None:
                    await self.run_action(action, where)

                yield SystemCommand(command.label, command.help, act)
