"""Lines and texts are drawn quickly, and look as if Textual had drawn each of them by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.style import Style
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from briefing.tui.commands import VIEWS
from briefing.tui.widgets.drawn_text import DrawnText
from briefing.tui.widgets.lines import LineWidget
from tests.tui.reader import SIZES, Reader, reading

KEYS = ("end", "tab", "pagedown")


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
    for text in reader.app.screen.query(Widget):
        if isinstance(text, DrawnText) and text.region.area:
            yield text, Widget
    for widget in reader.app.screen.query(LineWidget):  # type: ignore[type-abstract]
        if widget.region.area:
            yield widget, ScrollView
            if widget.vertical_scrollbar.region.area:
                yield widget.vertical_scrollbar, ScrollBar


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("colours", ["colours", "none"])
async def test_lines_look_as_textual_would_draw_them(
    pack: Path, size: tuple[int, int], colours: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if colours == "none":
        monkeypatch.setenv("NO_COLOR", "1")
    async with reading(pack, size) as reader:
        for number in range(1, len(VIEWS) + 1):
            for key in (str(number), *KEYS):
                await reader.press(key)
                for widget, usual in drawn(reader):
                    whole = widget.outer_size.region
                    ours, theirs = widget.render_lines(whole), usual.render_lines(widget, whole)
                    assert cells(ours) == cells(theirs), widget
                    part = whole.shrink((0, 1, 0, 1)) if whole.width > 3 else whole
                    assert cells(widget.render_lines(part)) == cells(
                        usual.render_lines(widget, part)
                    )
