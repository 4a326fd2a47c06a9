"""The keys of a view that its footer has no room for, and what they do; each can be clicked."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size

from briefing.tui.commands import commands_of, first_key
from briefing.tui.widgets.clickable import Clickable, acting


class KeyHints(Clickable):
    """As many lines of keys as the width asks for."""

    DEFAULT_CSS = """
    KeyHints { height: auto; padding: 0 2; color: $muted; }
    """

    def __init__(self, scope: str, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._scope = scope

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the keys take."""
        return len(self._lines(width))

    def render(self) -> Content:
        """Return the keys."""
        return Content("\n").join(self._lines(self.size.width))

    def _lines(self, width: int) -> list[Content]:
        lines: list[Content] = []
        for command in commands_of(self.app):
            if command.scope != self._scope or command.footer:
                continue
            said = f"{first_key(command)} {command.label}"
            hint = Content.assemble((said, acting(f"screen.{command.action}")))
            if lines and lines[-1].cell_length + hint.cell_length + 2 <= width:
                lines[-1] = lines[-1] + "  " + hint
            else:
                lines.append(hint)
        return lines
