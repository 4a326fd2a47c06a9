"""Two things beside one another, cell by cell; enter opens what the highlighted cell names."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.document import Document
from briefing.tui.widgets.pairs import Pairs


class Beside(Pairs):
    """A comparison of which no cell opens in its place."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", "Open", id="expand")]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._pending: tuple[str, Callable[[], Document]] | None = None

    def show_soon(self, of: str, make: Callable[[], Document]) -> None:
        """Show a comparison once keys are idle; of several in a row only the last is made."""
        waiting = self._pending is not None
        self._pending = (of, make)
        if not waiting:
            self.call_later(self.show_pending)

    def show_pending(self) -> None:
        """Show what waits to be shown, if anything does."""
        pending, self._pending = self._pending, None
        if pending is not None and self.is_attached:
            of, make = pending
            self.show(make(), of)
