"""The line above the footer that says what is broken in the content, and how to get there."""

from __future__ import annotations

from typing import ClassVar

from textual.content import Content
from textual.reactive import reactive

from briefing.problems import Problem
from briefing.tui.commands import commands_of, first_key
from briefing.tui.widgets.clickable import Clickable, acting

WAYS = ("mend", "problems")
"""The commands that lead to what is broken."""


class Trouble(Clickable):
    """One line, there only while something is broken; a click on it opens the editor."""

    DEFAULT_CSS = """
    Trouble { height: 1; background: $surface; color: $foreground; display: none; }
    Trouble.-there { display: block; }
    Trouble .trouble--sign { color: $bad; text-style: bold; }
    Trouble .trouble--key { color: $accent; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"trouble--sign", "trouble--key"}

    problem: reactive[Problem | None] = reactive(None)

    def watch_problem(self, problem: Problem | None) -> None:
        """Be there only with a problem."""
        self.set_class(problem is not None, "-there")

    def render(self) -> Content:
        """Return the problem as far as it fits, and the keys at the right."""
        if self.problem is None:
            return Content("")
        file, line, *_, message, hint, _ = self.problem
        place = f"{file}:{line} " if file and line else f"{file} ".lstrip()
        told = Content.assemble(
            (f" ✗ {place}", self.part("trouble--sign")), message, f" – {hint}" if hint else ""
        )
        keys = self._keys()
        room = max(self.size.width - keys.cell_length, 0)
        shown = told.truncate(room, ellipsis=True, pad=True).stylize_before(acting("app.mend"))
        return shown + keys

    def _keys(self) -> Content:
        parts: list[Content] = []
        for command in commands_of(self.app):
            if command.id in WAYS:
                act = acting(f"app.{command.action}")
                key = (f" {first_key(command)}", self.part("trouble--key") + act)
                parts.append(Content.assemble(key, (f" {command.label} ", act)))
        return Content("").join(parts)
