"""Two of a list that are set beside one another, and the line that says which they are."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from textual.content import Content
from textual.reactive import reactive

from briefing.tui.widgets.clickable import Clickable, acting


class Seated(NamedTuple):
    """Who sits left and who right, by id, "" for nobody; the list chooses for seat `here`."""

    left: str = ""
    right: str = ""
    here: int = 0

    @property
    def both(self) -> tuple[str, str]:
        """The two, left first."""
        return self.left, self.right

    @property
    def chosen(self) -> str:
        """Who sits where the list chooses."""
        return self.both[self.here]

    def with_chosen(self, name: str) -> Seated:
        """Return the same with another one where the list chooses."""
        return self._replace(right=name) if self.here else self._replace(left=name)

    @property
    def other(self) -> int:
        """The seat that the list does not choose for."""
        return 1 - self.here


class Seats(Clickable):
    """The two who are head to head; the list chooses the one that is marked."""

    DEFAULT_CSS = """
    Seats { height: 1; padding: 0 1; color: $muted; }
    Seats .seats--here { color: $accent; text-style: bold; }
    Seats .seats--key { color: $accent; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"seats--here", "seats--key"}

    names: reactive[tuple[str, str]] = reactive(("", ""))
    here: reactive[int] = reactive(0)

    def render(self) -> Content:
        """Return both names, and the key that chooses the other one."""
        parts = []
        for place, (where, name) in enumerate(zip(("Left", "Right"), self.names, strict=True)):
            mark = "●" if place == self.here else "○"
            style = acting(f"screen.seat({place})")
            if place == self.here:
                style = self.part("seats--here") + style
            parts.append(Content.assemble((f"{mark} {where}: {name}", style)))
        act = acting("screen.beside")
        key = Content.assemble(("w", self.part("seats--key") + act), (" choose the other", act))
        line = Content("  ").join([*parts, key])
        if line.cell_length > self.size.width:
            line = Content("  ").join(parts)
        return line.truncate(self.size.width, ellipsis=True)
