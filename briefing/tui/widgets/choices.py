"""A line of choices within a view, of which one is made; a click makes another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive

from briefing.tui.widgets.clickable import Clickable, acting


class Choices(Clickable):
    """Shows the ways to look at a view; `action` is called with the number of one clicked."""

    DEFAULT_CSS = """
    Choices { height: 1; padding: 0 1; }
    Choices .choices--here { color: $accent; text-style: bold underline; }
    Choices .choices--other { color: $muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--here", "choices--other"}

    chosen: reactive[int] = reactive(0)

    def __init__(self, names: Sequence[str], action: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._names, self._action = names, action

    def render(self) -> Content:
        """Return the names, the chosen one marked in style and by a dot.

        Where there is no room for all, only the chosen one is named.
        """
        line = self._line(named=True)
        return line if line.cell_length <= self.size.width else self._line(named=False)

    def _line(self, named: bool) -> Content:
        parts = []
        for number, name in enumerate(self._names):
            here = number == self.chosen
            style = self.part("choices--here" if here else "choices--other")
            act = acting(f"screen.{self._action}({number})")
            text = f"{'●' if here else '○'} {name if named or here else ''}".rstrip()
            parts.append(Content.assemble((text, style + act)))
        return Content("  ").join(parts)
