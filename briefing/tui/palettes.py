"""The palettes: of all commands, and of the colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType
from textual.command import CommandList, CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.markup import escape

if TYPE_CHECKING:
    from briefing.tui.custom import CustomApp


class Palette(CommandPalette):
    """The palette of commands, which bears keys that come before its list has been drawn.

    How palettes look is read when the first of them is opened.
    """

    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pagedown", "page('page_down')", show=False),
        Binding("pageup", "page('page_up')", show=False),
    ]

    def action_page(self, action: str) -> None:
        """Move by a page; Textual would end the app where the list has no lines yet."""
        if self.query_one(CommandList).scrollable_content_region:
            self._action_command_list(action)


class ThemePalette(Palette):
    """The palette of colours; it leaves room to see them."""


class Themes(Provider):
    """The colours that there are, by name; a title is foreign text, so never markup."""

    def _all(self) -> Iterable[tuple[str, str, Callable[[], None]]]:
        app = cast("CustomApp", self.app)
        for name, title in sorted(app.titles.items()):
            yield name, escape(title), partial(app.choose_theme, name)

    async def discover(self) -> Hits:
        """Yield all themes."""
        for name, title, choose in self._all():
            yield DiscoveryHit(name, choose, text=name, help=title)

    async def search(self, query: str) -> Hits:
        """Yield the themes whose name or title is like what was typed."""
        matcher = self.matcher(query)
        for name, title, choose in self._all():
            if score := max(matcher.match(name), matcher.match(title)):
                yield Hit(score, matcher.highlight(name), choose, text=name, help=title)
