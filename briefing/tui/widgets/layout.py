"""What a document looks like in a width: its lines, before anyone's cursor is in them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator

from textual.content import Content


class Layout(ABC):
    """Lines that are laid out step by step, so that a key need not wait until all are."""

    def __init__(self) -> None:
        self.line_count = 0
        """How many lines there are; known once all are laid out."""
        self.steps = self._lay_out()
        """Lays out a little more each time it is asked to go on."""

    def finish(self) -> None:
        """Lay out all that is left."""
        for _ in self.steps:
            pass

    @abstractmethod
    def _lay_out(self) -> Iterator[None]:
        """Lay out the lines, and pause now and then."""

    @abstractmethod
    def content(self, line: int) -> Content:
        """Return what stands in a line."""
