"""Tending a pack while it is read: files that change, what is broken in them, other windows."""

from __future__ import annotations

import asyncio
from abc import abstractmethod
from typing import NamedTuple

from textual import work
from textual.worker import get_current_worker

from briefing.pack.pack import Pack
from briefing.pack.types import Place
from briefing.problems import CannotRead, Problem
from briefing.tui.resting import RestingApp
from briefing.tui.session import Session

CHECK = "check"
OFTEN = 1.0
"""Seconds between two looks at what has changed on disk."""


class Findings(NamedTuple):
    """What the rules found, and how many of them wait until errors are mended."""

    problems: tuple[Problem, ...]
    waiting: int = 0


class TendingApp(RestingApp):
    """An app that follows the files of its pack, and leads to the editor and back."""

    session: Session
    found: Findings | None = None
    """What `briefing check` finds in the pack as it is; None until that was asked for, and
    while it is looked for."""
    _told = ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong with the content, as far as that is known."""
        return self.session.problems if self.found is None else self.found.problems

    @property
    def waiting(self) -> int | None:
        """How many rules wait for errors to be mended; None while none was asked."""
        return None if self.found is None else self.found.waiting

    @abstractmethod
    def refill(self) -> None:
        """Show the pack as it is now."""

    def begin_tending(self) -> None:
        """Say what cannot be kept, and look from now on what has changed."""
        self.begin_reading()
        self._tell_what_is_not_kept()
        # In turn with keys: a timer of its own would find views that are only half there.
        self.set_interval(OFTEN, lambda: self.call_later(self.look_around))
        self.begin_resting()

    def begin_reading(self) -> None:
        """Take the pack as being read, unless the reader still chooses one in the library."""
        if self.view.NAME != "library":
            self.session.since.begin(self.session.pack)
            self._compare()

    def must_choose(self) -> bool:
        """Return whether no pack is open yet, only a library of them; say so if that is so."""
        choosing = self.view.NAME == "library" and not self.session.since.begun
        if choosing:
            self.say("Choose a pack first: enter opens it")
        return choosing

    def keep_place(self) -> None:
        """Keep where in the pack the reader is."""
        if self.view.NAME != "library":
            self.session.stay_at(self.view.NAME, self.view.current)

    def _compare(self) -> None:
        """Find what changed since the reader last read the pack, and show it when that is known."""
        if self.session.since.pending(self.session.pack):
            self._find_changes(self.session.pack)

    @work(exclusive=True, group="since")
    async def _find_changes(self, pack: Pack) -> None:
        since = self.session.since
        since.tell(pack, await asyncio.to_thread(since.look, pack))
        self.refill()

    def look_around(self) -> None:
        """Read what has changed on disk, and keep where the reader is."""
        if not self.is_running:  # the views of an app that closes are no longer whole
            return
        self.reload()
        self.keep_place()
        self._tell_what_is_not_kept()

    def _tell_what_is_not_kept(self) -> None:
        """Say so once where notes and places can no longer be kept, as on a full disk."""
        if self.session.workspace.reason != self._told:
            self._told = self.session.workspace.reason
            self.say(self._told, "warning")

    def reload(self) -> None:
        """Read the pack again, and show it where anything is different."""
        if self.session.reload():
            if self.found is not None or self._is_checking:
                self.check()
            self.refill()
            self._show_problems()
            self._compare()
            # It is no news worth what is told already, such as where a recipe was written.
            if self.session.trouble is None and not self._notifications:
                self.say("The pack has changed and was read again")
        elif self.session.others_wrote():
            self.refill()

    def _show_problems(self) -> None:
        from briefing.tui.dialogs.problems import ProblemsDialog

        if isinstance(self.screen, ProblemsDialog):
            self.screen.fill(self.problems, self.waiting)

    @property
    def _is_checking(self) -> bool:
        return any(worker.group == CHECK and not worker.is_finished for worker in self.workers)

    def check(self) -> None:
        """Hold the pack against the rules, away from the keys, and show what they find."""
        self.found = None
        self.run_worker(self._check, thread=True, group=CHECK, exclusive=True)

    def forget_findings(self) -> None:
        """Know nothing of what the rules find, as in a pack that was just opened."""
        self.workers.cancel_group(self, CHECK)
        self.found = None

    def _check(self) -> None:
        from briefing.export.checkup import report

        worker = get_current_worker()
        try:
            told = report(self.session.folder)
            found = Findings(told.problems, len(told.waiting))
        except (CannotRead, ValueError):
            # These say that there is no pack to be checked.
            found = Findings(self.session.problems)
        if not worker.is_cancelled:
            self.call_later(self._checked, found)

    def _checked(self, found: Findings) -> None:
        self.found = found
        self.refill()
        self._show_problems()

    def action_edit(self) -> None:
        """Open the file of the highlighted item at its line in the user's editor."""
        if (ref := self.view.current) is not None:
            self.edit_at(self.session.pack.items[ref].place)
        else:
            self.say("Highlight the item to edit")

    def action_mend(self) -> None:
        """Open the first error of the content at its line in the user's editor."""
        if self.must_choose():
            return
        if (trouble := self.session.trouble) is not None:
            self.edit_at(Place(trouble.file, trouble.line, trouble.column))
        else:
            self.say("Nothing in the content is broken")

    def edit_at(self, place: Place) -> None:
        """Open a place of the pack in the user's editor, and read what was changed."""
        from briefing.tui.editor import edit

        try:
            edit(self, self.session.folder, place)
        except CannotRead as error:
            self.say(str(error), "error")
        self.reload()

    def action_problems(self) -> None:
        """List what is wrong with the content; the rules are asked when this is first wanted."""
        if self.must_choose():
            return
        from briefing.tui.dialogs.problems import ProblemsDialog

        if self.found is None and not self._is_checking:
            self.check()
        self.push_screen(ProblemsDialog(self.problems, self.waiting))
