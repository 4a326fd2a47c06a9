"""Two things beside one another, cell by cell; enter opens what the highlighted cell names."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from briefing.tui.widgets.two_sides import TwoSides


class Beside(TwoSides):
    """A comparison of which no cell opens in its place."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", "Open", id="expand")]
