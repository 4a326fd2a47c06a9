"""A stylesheet that reads each sheet once, however often widgets bring new ones.

Textual reads all sheets again whenever a screen brings one of its own, and keeps only the 64
that were read last, so that an app with more than that reads all of them for each new widget.
"""

from __future__ import annotations

from textual.cache import LRUCache
from textual.css.stylesheet import Stylesheet

SHEETS = 1024
"""More sheets than all widgets of the app bring; what is held are a few rules each."""


class KeptStylesheet(Stylesheet):
    """A stylesheet that reads a sheet again only when the colours it may name have changed."""

    def __init__(self, *, variables: dict[str, str] | None = None) -> None:
        super().__init__(variables=variables)
        self._parse_cache = LRUCache(SHEETS)

    def set_variables(self, variables: dict[str, str]) -> None:
        """Set the variables that the sheets name; the same ones again change nothing."""
        if variables != self._variables:
            super().set_variables(variables)

    def reparse(self) -> None:
        """Take the rules of all sheets anew; where one is wrong, raise and keep those there are.

        Raises `StylesheetError` or `StylesheetParseError`.
        """
        self.parse()
