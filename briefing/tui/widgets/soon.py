"""Showing what a list has come to: at once, but of what passes under a held key only the last."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable

from briefing.document import Document
from briefing.tui.widgets.lines import LineWidget


class ShownSoon(LineWidget):
    """A widget that shows one document at a time, each of which takes a while to make."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._pending: tuple[str, Callable[[], Document]] | None = None

    @abstractmethod
    def show(self, doc: Document, of: str = "") -> None:
        """Show a document of something."""

    def show_soon(self, of: str, make: Callable[[], Document]) -> None:
        """Show a document; while more keys wait, only the last of several in a row is made."""
        waiting = self._pending is not None
        self._pending = (of, make)
        if not self._keys_wait:
            self.show_pending()
        elif not waiting:
            self.call_later(self.show_pending)

    def show_pending(self) -> None:
        """Show what waits to be shown, if anything does."""
        pending, self._pending = self._pending, None
        if pending is not None and self.is_attached:
            of, make = pending
            self.show(make(), of)

    @property
    def _keys_wait(self) -> bool:
        focused = self.screen.focused
        return focused is not None and focused.message_queue_size > 0
