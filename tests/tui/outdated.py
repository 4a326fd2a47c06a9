"""What was laid out or drawn before, held against what would be made now."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from rich.style import Style
from textual.app import App
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.widgets.drawn_text import DrawnText
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.soon import ShownSoon
from tests.tui.reader import Reader


def outdated(app: App[Any]) -> list[ShownSoon[Any]]:
    """Return the panes of the screen whose lines would be others if they were laid out now."""
    panes = app.screen.query(ShownSoon)  # type: ignore[type-abstract]  # of whatever kind
    return [pane for pane in panes if pane.region.area and _is_outdated(pane)]


def _is_outdated(pane: ShownSoon[Any]) -> bool:
    fresh = pane.layout_of(pane.document, pane.of, pane.drawn_width)
    fresh.finish()
    return fresh.line_count != pane.line_count or any(
        not fresh.content(line).is_same(pane.laid.content(line)) for line in range(pane.line_count)
    )


def cells(strips: list[Strip]) -> list[list[tuple[str, Style | None]]]:
    """Return the characters of lines with their looks."""
    return [
        [
            (letter, segment.style and segment.style.clear_meta_and_links())
            for segment in strip
            for letter in segment.text
        ]
        for strip in strips
    ]


def drawn(reader: Reader) -> Iterator[tuple[Widget, type[Widget]]]:
    """Yield what is drawn in a way of our own, and the class that would draw it otherwise."""
    yield reader.app.view, Widget
    for text in reader.app.screen.query(Widget):
        if isinstance(text, DrawnText) and text.region.area:
            yield text, Widget
    for widget in reader.app.screen.query(LineWidget):  # type: ignore[type-abstract]
        if widget.region.area:
            yield widget, ScrollView
            if widget.vertical_scrollbar.region.area:
                yield widget.vertical_scrollbar, ScrollBar


def differing(reader: Reader) -> list[Widget]:
    """Return what looks different from how Textual would draw it now."""
    found = []
    for widget, usual in drawn(reader):
        whole = widget.outer_size.region
        if cells(widget.render_lines(whole)) != cells(usual.render_lines(widget, whole)):
            found.append(widget)
    return found
