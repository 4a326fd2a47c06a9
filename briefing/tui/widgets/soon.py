"""Showing what a list has come to: at once, but of what passes under a held key only the last.

What it may come to next is laid out and drawn before, while no key waits.
"""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator
from typing import Generic, NamedTuple, TypeVar

from briefing.document import Document
from briefing.tui.widgets.drawing import Drawing
from briefing.tui.widgets.layout import Layout
from briefing.tui.widgets.lines import LineWidget

L = TypeVar("L", bound=Layout)
MOST_KEPT = 8
"""How many documents are kept as they were laid out."""


class Kept(NamedTuple, Generic[L]):
    """A document as laid out and drawn, and all that its layout was made of."""

    made_of: tuple[Document, object]
    layout: L
    drawing: Drawing


class ShownSoon(LineWidget, Generic[L]):
    """A widget that shows one document at a time, each of which takes a while to make."""

    def __init__(self, empty: L, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self.document = Document(title="")
        self.of = ""
        """What the document is of."""
        self.laid = empty
        self._kept: dict[str, Kept[L]] = {}
        """What was laid out, by what it is of; what was wanted last stands last."""
        self._kept_for: tuple[int, object] = (-1, None)
        self._pending: tuple[str, Callable[[], Document]] | None = None

    @abstractmethod
    def show(self, doc: Document, of: str = "") -> None:
        """Show a document of something."""

    @abstractmethod
    def layout_of(self, doc: Document, of: str, width: int) -> L:
        """Return the layout of a document of something, to be finished."""

    def depends_on(self, doc: Document, of: str) -> object:
        """Return what else the layout of a document depends on, beside its width and tones."""
        return None

    # --- what waits to be shown -----------------------------------------------------------

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

    # --- what is laid out -----------------------------------------------------------------

    def lay_out(self, width: int) -> None:
        """Show the document as it was laid out before, where that would come out the same."""
        kept = self._laid_out(self.document, self.of, width)
        kept.layout.finish()
        kept.drawing.lit.clear()  # the cursor was elsewhere
        self.laid, self.drawing = kept.layout, kept.drawing
        self.line_count = self.laid.line_count

    def _laid_out(self, doc: Document, of: str, width: int) -> Kept[L]:
        """Return what is kept of a document, or what is to be laid out."""
        if (width, self.tones) != self._kept_for:
            self._kept_for = width, self.tones
            self._kept = {}
        made_of = (doc, self.depends_on(doc, of))
        kept = self._kept.pop(of, None)
        if kept is None or kept.made_of != made_of:
            kept = Kept(made_of, self.layout_of(doc, of, width), Drawing())
        self._kept[of] = kept
        if len(self._kept) > MOST_KEPT:
            del self._kept[next(iter(self._kept))]
        return kept

    def look_ahead(self, of: str, make: Callable[[], Document]) -> Iterator[None]:
        """Lay out and draw, step by step, what may be shown next.

        Whether it still is the same is looked at when it is shown.
        """
        if not self.display or self.drawn_width <= 0:
            return
        kept = self._kept.get(of)
        if kept is None:
            doc = make()
            yield
            kept = self._laid_out(doc, of, self.drawn_width)
        for _ in kept.layout.steps:
            yield
        yield from self.draw_first(kept.drawing, kept.layout.content, kept.layout.line_count)
