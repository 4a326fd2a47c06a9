"""The line at the head of every view: the views as tabs, the pack, its date, its problems."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.reactive import reactive

from briefing.tui.commands import VIEWS, commands_of, first_key
from briefing.tui.widgets.clickable import Clickable, acting


class Header(Clickable):
    """One line; a click on a tab goes to its view, one on the problems lists them."""

    DEFAULT_CSS = """
    Header { dock: top; height: 1; background: $surface; color: $foreground; }
    Header .header--here { background: $cursor; color: $cursor-text; text-style: bold; }
    Header:nocolor .header--here { text-style: bold reverse; }
    Header .header--key { color: $accent; }
    Header .header--pack { color: $muted; }
    Header .header--problems { color: $bad; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "header--here", "header--key", "header--pack", "header--problems",
    }  # fmt: skip

    view: reactive[str] = reactive("")
    pack: reactive[str] = reactive("")
    problems: reactive[str] = reactive("")

    def render(self) -> Content:
        """Return the tabs as far as they fit, and what there is room for at the right."""
        width = self.size.width
        views = [(first_key(c), c.label, c.id) for c in commands_of(self.app) if c.id in VIEWS]
        tabs = self._tabs(views, sum(len(key + label) + 3 for key, label, _ in views) <= width)
        problems = Content.assemble(
            (f" {self.problems} ", self.part("header--problems") + acting("app.problems"))
        )
        pack = Content.assemble((f" {self.pack} ", self.part("header--pack")))
        right = problems + pack if self.problems else pack
        room = width - tabs.cell_length
        if right.cell_length > room:
            right = problems if self.problems else Content("")
        return (tabs + Content(" " * (room - right.cell_length)) + right).truncate(width)

    def _tabs(self, views: list[tuple[str, str, str]], named: bool) -> Content:
        """Return the tabs, each with its name, or only the present one where space is short."""
        parts = []
        for key, label, view in views:
            act = acting(f"app.view({view!r})")
            if view == self.view:
                parts.append((f" {key} {label} ", self.part("header--here") + act))
            else:
                parts += [(f" {key}", self.part("header--key") + act)]
                parts += [(f" {label} " if named else " ", act)]
        return Content.assemble(*parts)

    def on_resize(self, _: events.Resize) -> None:
        """Choose anew what fits."""
        self.refresh()
