"""A setting of a dialog: a line of choices that can be gone through by key."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.tui.widgets.choices import Choices


class Setting(Choices, can_focus=True):
    """Choices that take the focus; left and right, or space, make another one."""

    DEFAULT_CSS = """
    Setting { padding: 0; }
    Setting:focus .choices--here { background: $cursor; color: $cursor-text; text-style: bold; }
    Setting:focus:nocolor .choices--here { text-style: bold reverse; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,l,space", "step(1)", "Next", show=False),
        Binding("left,h", "step(-1)", "Previous", show=False),
    ]

    def action_step(self, step: int) -> None:
        """Make the next choice, or the one before."""
        self.chosen = (self.chosen + step) % len(self._names)
        self.call_later(self.run_action, f"screen.{self._action}({self.chosen})")

    def watch_has_focus(self, value: bool) -> None:
        """Draw the choice with the focus or without."""
        super().watch_has_focus(value)
        self.refresh()
