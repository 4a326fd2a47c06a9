"""What the app does while no key waits: make ready what keys may show, and look for garbage."""

from __future__ import annotations

import asyncio
import gc
from abc import abstractmethod
from collections.abc import Iterable
from itertools import chain
from time import monotonic
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from briefing.tui.commands import VIEWS
from briefing.tui.terminal import TerminalApp
from briefing.tui.typing_ahead import done

if TYPE_CHECKING:
    from briefing.tui.views.view import View

AHEAD = "looking ahead"
AT_ONCE = 0.002
"""Seconds for which work that nobody waits for may keep a key waiting."""
SELDOM = 60.0
"""Seconds between two looks for garbage."""


class RestingApp(TerminalApp):
    """An app that works ahead of its reader."""

    makes_views = False
    """Whether views are made before they are opened; not before what they need is loaded."""

    @property
    @abstractmethod
    def view(self) -> View:
        """The view that is open, beneath any dialog."""

    def begin_resting(self) -> None:
        """Look for garbage from now on."""
        self.set_interval(SELDOM, self._clean_up)

    def _clean_up(self) -> None:
        """Look for garbage while no key waits: Python would do it in the middle of some key."""
        if not self.keys_at_work:
            gc.collect()

    def rest(self) -> None:
        """Once the screen shows what a key has done, make ready what the next may show."""
        self.call_after_refresh(self.run_worker, self._look_ahead, group=AHEAD, exclusive=True)

    async def _look_ahead(self) -> None:
        view = self.view
        steps = chain(view.ahead(), view.draw_near()) if view.is_mounted else ()
        if await self._took(steps) and self.makes_views:
            await self._make_views()

    async def _make_views(self) -> None:
        """Make the views that were not opened yet, and draw them, until a key waits."""
        for name in VIEWS if self.view.NAME in VIEWS else ():
            if name in self._screen_stacks:
                continue
            await self._init_mode(name)
            view = cast("View", self._screen_stacks[name][0])
            await done(view)
            for widget in view.query(Widget):
                await done(widget)
            if not await self._took(view.draw_ahead()):
                return

    async def _took(self, steps: Iterable[None]) -> bool:
        """Take all steps and return true, or stop where a key waits."""
        until = 0.0
        for _ in steps:
            if monotonic() > until:
                await asyncio.sleep(0)
                if self.keys_at_work:
                    return False
                until = monotonic() + AT_ONCE
        return not self.keys_at_work

    def stop_looking_ahead(self) -> None:
        """Make nothing more ready until a key has been pressed."""
        self.workers.cancel_group(self, AHEAD)
