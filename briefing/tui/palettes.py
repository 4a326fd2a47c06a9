"""The palettes: of all commands, and of the colours."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.markup import escape

if TYPE_CHECKING:
    from briefing.tui.custom import CustomApp


class Palette(CommandPalette):
    """The palette of commands; how palettes look is read when the first of them is opened."""

    CSS_PATH = Path(__file__).with_suffix(".tcss")


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
