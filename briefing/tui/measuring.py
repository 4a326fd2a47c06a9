"""Measuring the page without keeping a key waiting."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from textual.screen import Screen

from briefing.compose import compose
from briefing.pack.pack import Pack
from briefing.pack.recipe import Brief

if TYPE_CHECKING:
    from briefing.export.fit import Fit

IDLE = 0.08
"""Seconds without another page to measure after which keys are taken to be idle."""

T = TypeVar("T")


class Measuring(Generic[T]):
    """Measures pages for a screen, one at a time in a thread.

    Of several pages asked for in a row only the last is measured, and only what was found of
    that one is told.
    """

    def __init__(
        self, screen: Screen[Any], measure: Callable[[Pack, Brief], T], tell: Callable[[T], None]
    ) -> None:
        self._screen, self._measure, self._tell = screen, measure, tell
        self._wanted: tuple[Pack, Brief] | None = None
        self._at_work = False

    def ask(self, pack: Pack, brief: Brief) -> None:
        """Measure a brief once keys are idle, in place of what was asked for before."""
        self._wanted = (pack, brief)
        if not self._at_work:
            self._at_work = True
            self._screen.run_worker(self._work(), group="measuring")

    async def _work(self) -> None:
        while (wanted := self._wanted) is not None:
            await asyncio.sleep(IDLE)
            if wanted is not self._wanted:
                continue
            found = await asyncio.to_thread(self._measure, *wanted)
            if wanted is self._wanted:
                self._wanted = None
                # An app that is closing has taken parts of the screen away.
                if self._screen.app.is_running:
                    self._tell(found)
        self._at_work = False


# Only who looks at the page waits for what typesets it, so it is imported within.


def fitted(pack: Pack, brief: Brief) -> Fit:
    """Return how a brief fits its page."""
    from briefing.export.fit import fit

    return fit(pack, brief)


def printed(pack: Pack, brief: Brief) -> Fit | str:
    """Return how a brief fits its page, or why that page cannot be printed."""
    from briefing.export import Unprintable
    from briefing.export.pdf import render

    try:
        render(compose(pack, brief))
    except Unprintable as error:
        return str(error)
    return fitted(pack, brief)
