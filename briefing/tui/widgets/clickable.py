"""A line of text in which parts can be clicked; each part names the action it stands for."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from textual import events
from textual.content import Content
from textual.css.styles import RenderStyles
from textual.style import Style
from textual.widget import Widget

from briefing.tui.widgets.drawn_text import DrawnText
from briefing.tui.widgets.styles import component


@lru_cache
def acting(action: str) -> Style:
    """Return the style of a part of a `Clickable` that carries out an action when clicked."""
    return Style.from_meta({"act": action})


class Clickable(DrawnText, Widget):
    """A widget whose parts, styled with `acting`, carry out actions when clicked."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._parts: dict[str, tuple[RenderStyles | None, Style]] = {}

    async def on_click(self, event: events.Click) -> None:
        """Carry out the action of the part that was clicked."""
        if action := event.style.meta.get("act"):
            event.prevent_default()  # Textual would select all of the text at a second click.
            await self.run_action(action)

    def part(self, name: str) -> Style:
        """Return the style of one of this widget's components."""
        styles = self._component_styles.get(name)  # others whenever Textual looks for them again
        if name not in self._parts or self._parts[name][0] is not styles:
            self._parts[name] = styles, component(self, name)
        return self._parts[name][1]


SEPARATOR = Content(" · ")


class KeyLine(Clickable):
    """A line of keys and what they do, each of which can be clicked."""

    DEFAULT_CSS = """
    KeyLine { height: 1; color: $muted; }
    """

    def __init__(self, keys: Mapping[str, tuple[str, str]]) -> None:
        """Take what each key does in words, and the action behind it."""
        super().__init__()
        self._keys = keys

    def render(self) -> Content:
        """Return the keys, or where there is no room for all, those that lead on and out."""
        parts = [
            Content.assemble((f"{key} {said}", acting(action)))
            for key, (said, action) in self._keys.items()
        ]
        *others, (out, (_, leave)) = self._keys.items()
        room, short = self.size.width, Content.assemble((out, acting(leave)))
        tries = [parts, *([*parts[:kept], short] for kept in range(len(others), 0, -1)), [short]]
        lines = [SEPARATOR.join(found) for found in tries]
        return next((line for line in lines if line.cell_length <= room), lines[-1])
