"""The app: six views over one pack, and the commands that work in all of them."""

from __future__ import annotations

import asyncio
import gc
import os
import signal
from collections.abc import Iterable
from pathlib import Path
from threading import Timer
from typing import ClassVar, cast

from textual import events
from textual.app import App, SystemCommand
from textual.binding import BindingType
from textual.screen import ModalScreen, Screen

from briefing.document import Note
from briefing.pack.pack import Ref
from briefing.pack.types import Place
from briefing.problems import CannotRead
from briefing.text import visible
from briefing.themes import load_themes, theme_folders
from briefing.tui.commands import COMMANDS, VIEWS, bindings
from briefing.tui.history import History, Stop
from briefing.tui.palette import to_textual
from briefing.tui.session import Session
from briefing.tui.views import MODES
from briefing.tui.views.view import NARROW, View

DEFAULT_THEME = "dusk"
GRACE = 3.0
"""Seconds that the app takes at most to leave on a signal."""
VIEW_OF = {
    "judgement": "overview",
    "dimension": "compare",
    "claim": "compare",
    "question": "experts",
    "expert": "experts",
    "option": "options",
    "source": "evidence",
    "brief": "brief",
}
"""The view in which an item of each kind is at home."""


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
        self._load_themes()

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

    def _load_themes(self) -> None:
        themes, self.theme_problems = load_themes(theme_folders())
        for theme in themes:
            self.register_theme(to_textual(theme))
        wanted = self.session.workspace.get("theme", DEFAULT_THEME)
        names = [theme.name for theme in themes]
        self.theme = wanted if wanted in names else names[0]
        for name in set(self.available_themes) - set(names):
            self.unregister_theme(name)

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
            self._leave_on_signals()

    def _leave_on_signals(self) -> None:
        """Leave in good order where the session ends or the terminal is closed."""
        loop = asyncio.get_running_loop()

        def leave(number: int, _: object) -> None:
            # Textual may wait without end for a terminal that is gone.
            last = Timer(GRACE, os._exit, (128 + number,))
            last.daemon = True
            last.start()
            loop.call_soon_threadsafe(self.call_later, self.leave, 128 + number)

        for name in ("SIGTERM", "SIGHUP"):
            if number := getattr(signal, name, None):
                signal.signal(number, leave)

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
        return Stop(self.view.NAME, self.view.current)

    async def go(self, stop: Stop) -> None:
        """Go to a view, and to an item in it; dialogs are closed."""
        while isinstance(self.screen, ModalScreen):
            await self.pop_screen()
        await self.switch_mode(stop.view)
        ref = stop.ref
        if ref is not None and self.session.exists(ref) and VIEW_OF[ref.kind] == stop.view:
            self.view.show(ref)

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

    def cite(self, notes: list[Note]) -> None:
        """Show what is behind notes: source, paragraph, worth, defects, other uses."""
        from briefing.describe.relations import citations
        from briefing.tui.dialogs.drawer import Drawer

        self.push_screen(Drawer(citations(self.session.pack, notes)), self.open_chosen)

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
        """Yield the commands for the palette: same words, same actions."""
        for command in COMMANDS:
            if command.scope == "app" and command.id != "palette":

                async def act(action: str = command.action) -> None:
                    await self.run_action(action)

                yield SystemCommand(command.label, command.help, act)
