"""Where the reader has been, like a browser's back and forward."""

from __future__ import annotations

from typing import NamedTuple

from briefing.pack.pack import Ref


class Stop(NamedTuple):
    """A place in the app: a view, the item shown in it, and what else the view goes by."""

    view: str
    ref: Ref | None = None
    place: tuple[str, ...] = ()


class History:
    """The stops so far; `visit` after going back drops what lay ahead."""

    def __init__(self, limit: int = 200) -> None:
        self._stops: list[Stop] = []
        self._at = -1
        self._limit = limit

    @property
    def here(self) -> Stop | None:
        """The present stop."""
        return self._stops[self._at] if self._stops else None

    def visit(self, stop: Stop) -> None:
        """Add a stop after the present one; staying where one is adds none."""
        if stop == self.here:
            return
        self._stops = [*self._stops[: self._at + 1], stop][-self._limit :]
        self._at = len(self._stops) - 1

    def settle(self, stop: Stop) -> None:
        """Note where in the present view the reader is now, so that back leads there."""
        if self._stops and stop.view == self._stops[self._at].view:
            self._stops[self._at] = stop

    @property
    def has_back(self) -> bool:
        """Whether there is a stop before the present one."""
        return self._at > 0

    def back(self) -> Stop | None:
        """Go back one stop and return it, or None at the beginning."""
        return self._move(-1)

    def forward(self) -> Stop | None:
        """Go forward one stop and return it, or None at the end."""
        return self._move(1)

    def _move(self, step: int) -> Stop | None:
        if not 0 <= self._at + step < len(self._stops):
            return None
        self._at += step
        return self._stops[self._at]
