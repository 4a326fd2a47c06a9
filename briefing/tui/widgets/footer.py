"""The line at the foot of every view: what can be done here and now, most useful first."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate
from typing import TYPE_CHECKING, Any, ClassVar, cast

from textual import events
from textual.binding import Binding
from textual.content import Content
from textual.keys import format_key
from textual.screen import Screen

from briefing.tui.commands import commands_of
from briefing.tui.widgets.clickable import Clickable, acting

if TYPE_CHECKING:
    from briefing.tui.views.view import View

LAST = "help"
"""The command that leads to all others: it is always shown, at the end."""
MORE = "… "


class Footer(Clickable):
    """One line of keys, each of which can be clicked; what there is no room for is left out."""

    DEFAULT_CSS = """
    Footer { dock: bottom; height: 1; background: $surface; color: $foreground; }
    Footer .footer--key { color: $accent; text-style: bold; }
    Footer .footer--more { color: $muted; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key", "footer--more"}

    def __init__(self) -> None:
        super().__init__()
        self._working: list[Binding] = []
        self._offered: list[Binding] = []

    def on_mount(self) -> None:
        """Follow the keys that work: they change with the focus."""
        self.screen.bindings_updated_signal.subscribe(self, self.rebind)

    def rebind(self, screen: Screen[Any]) -> None:
        """Take note of the keys that work now, in the order of their use, and offer them."""
        if screen is not self.screen:
            return
        ranks = {command.id: command.footer for command in commands_of(self.app)}
        found: dict[str, Binding] = {}
        for active in screen.active_bindings.values():
            binding = active.binding
            if binding.show and binding.id in ranks and active.enabled:
                found.setdefault(binding.id, binding)
        self._working = sorted(found.values(), key=lambda binding: ranks[binding.id or ""] or 1)
        self.follow()
        # And once more when it is known what the cursor has come to, as on a view just opened.
        self.call_after_refresh(self.follow)

    def follow(self) -> None:
        """Offer what can be done where the cursor is now."""
        # A view goes with all its keys where another pack is opened.
        if not self.is_attached or not self.screen.is_mounted:
            return
        view = cast("View", self.screen)
        offered = [binding for binding in self._working if view.can(binding.id or "")]
        if offered != self._offered:
            self._offered = offered
            self.refresh()

    def render(self) -> Content:
        """Return the keys that there is room for, whole, and always the one for help."""
        hints = [(binding.id, self._hint(binding)) for binding in self._offered]
        rest = [hint for name, hint in hints if name != LAST]
        last = [hint for name, hint in hints if name == LAST]
        ends = list(accumulate(hint.cell_length for hint in rest))
        room = self.size.width - sum(hint.cell_length for hint in last)
        if ends and ends[-1] > room:
            rest = rest[: bisect_right(ends, room - len(MORE))]
            rest.append(Content.assemble((MORE, self.part("footer--more"))))
        return Content("").join([*rest, *last])

    def _hint(self, binding: Binding) -> Content:
        key = (format_key(binding.key), self.part("footer--key"))
        act = acting(f"app.simulate_key({binding.key!r})")
        return Content.assemble(key, f" {binding.description}", "  ").stylize(act)

    def on_resize(self, _: events.Resize) -> None:
        """Choose anew what fits."""
        self.refresh()
