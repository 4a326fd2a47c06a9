"""Text that is cut to the lines there are for it, says so, and can be asked for whole."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.content import Content
from textual.geometry import Size
from textual.reactive import reactive
from textual.widget import Widget

from briefing.tui.widgets.drawn_text import DrawnText
from briefing.tui.widgets.styles import component
from briefing.tui.wrapping import wrap


class Excerpt(DrawnText, Widget):
    """Some lines of text; where the rest is cut off, the last one ends in a hint.

    A click carries out an action. With a height of `auto` all of the text is shown.
    """

    DEFAULT_CSS = """
    Excerpt .excerpt--hint { color: $accent; text-style: bold; }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"excerpt--hint"}

    text: reactive[Content] = reactive(Content(""))

    def __init__(self, hint: str, action: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._hint = hint
        self._action = action

    def render(self) -> Content:
        """Return the lines that fit."""
        width, height = self.size
        lines = wrap(self.text, max(width, 1))
        if len(lines) <= height or not height:
            return Content("\n").join(lines)
        hint = Content.assemble("… ", (self._hint, component(self, "excerpt--hint")))
        room = max(width - hint.cell_length, 1)
        kept = lines[: height - 1]
        last = Content(" ").join(lines[height - 1 :]).truncate(room).rstrip()
        return Content("\n").join([*kept, last + hint])

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the whole text takes."""
        return len(wrap(self.text, max(width, 1)))

    def watch_text(self) -> None:
        """Make room for another text where all of it is shown."""
        if self.styles.is_auto_height:
            self.refresh(layout=True)

    def on_resize(self, _: events.Resize) -> None:
        """Cut anew."""
        self.refresh()

    async def on_click(self) -> None:
        """Show the rest, or cut it again."""
        await self.run_action(self._action)
