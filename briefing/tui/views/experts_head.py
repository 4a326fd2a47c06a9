"""The lines over the experts: what the panel is not, and what is filtered."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive

from briefing.describe.experts import CHOSEN
from briefing.tui.widgets.clickable import Clickable, acting
from briefing.words import NO_VIEW, NOT_A_POLL


class PanelLine(Clickable):
    """Says what must stand over a panel: curated, by whom, and how many are silent."""

    DEFAULT_CSS = """
    PanelLine { height: 1; padding: 0 1; color: $muted; }
    PanelLine .panel--strong { color: $foreground; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"panel--strong"}

    silent: reactive[tuple[int, int, str]] = reactive((0, 0, ""))
    """How many have no stated view, of how many, and on what."""

    def render(self) -> Content:
        """Return the line, in fewer words where there is less room."""
        few, many, on = self.silent
        have = "has" if few == 1 else "have"
        strong = self.part("panel--strong")
        said = (
            (NOT_A_POLL, f" {CHOSEN} {few} of {many} {have} {NO_VIEW} {on}."),
            (NOT_A_POLL, f" {CHOSEN} {few} of {many} {have} {NO_VIEW}."),
            (NOT_A_POLL, f" The editors chose. {few} of {many} {have} {NO_VIEW}."),
            (NOT_A_POLL, f" Chosen; {few} of {many} silent."),
            (NOT_A_POLL, f" {few}/{many} silent"),
        )
        lines = [Content.assemble((first, strong), rest) for first, rest in said]
        return next((line for line in lines if line.cell_length <= self.size.width), lines[-1])


class FilterLine(Clickable):
    """Says how many are shown, which filters are on, and in what order; each part is a command."""

    DEFAULT_CSS = """
    FilterLine { height: 1; padding: 0 1; color: $muted; }
    FilterLine .filter--on { color: $caution; text-style: bold; }
    FilterLine .filter--key { color: $accent; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"filter--on", "filter--key"}

    count: reactive[str] = reactive("")
    chosen: reactive[str] = reactive("")
    order: reactive[str] = reactive("")

    def render(self) -> Content:
        """Return the line; where there is no room for all, what is chosen matters most."""
        clear = self._key("F", "show all", "show_all")
        filters = self._key("f", "filter", "filter")
        sort = self._key("s", self.order, "sort")
        count = Content(self.count)
        if self.chosen:
            chosen = Content.assemble(
                (self.chosen, self.part("filter--on") + acting("screen.filter"))
            )
            tries = ([count, chosen, clear, filters, sort], [count, chosen, clear], [count, chosen])
        else:
            tries = ([count, filters, sort], [count, filters], [count])
        gap = Content("  ")
        lines = [gap.join(parts) for parts in tries]
        room = self.size.width
        fitting = (line for line in lines if line.cell_length <= room)
        return next(fitting, lines[-1].truncate(room, ellipsis=True))

    def _key(self, key: str, said: str, action: str) -> Content:
        act = acting(f"screen.{action}")
        return Content.assemble((key, self.part("filter--key") + act), (f" {said}", act))
