"""Lines and texts are drawn quickly, and look as if Textual had drawn each of them by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.color import Color
from textual.events import AppBlur
from textual.scrollbar import ScrollBar
from textual.widget import Widget

from briefing.tui.commands import VIEWS
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.side_names import SideNames
from briefing.tui.widgets.styles import component
from tests.tui.outdated import cells, differing, drawn
from tests.tui.reader import SIZES, USUAL, reading

KEYS = ("end", "tab", "pagedown")


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


RULES = {
    "color": "red",
    "background": "blue",
    "text_style": "italic reverse",
    "text_align": "center",
    "content_align": ("right", "middle"),
    "text_opacity": 0.5,
    "opacity": 0.5,
    "tint": "red 30%",
    "outline": ("solid", "red"),
    "hatch": ("cross", "red"),
    "line_pad": 1,
    "border": ("round", "red"),
    "padding": (1, 2),
}


@pytest.mark.parametrize("rule", RULES)
async def test_any_rule_of_style_is_followed(pack: Path, rule: str) -> None:
    async with reading(pack, USUAL) as reader:
        for number in range(1, len(VIEWS) + 1):
            await reader.press(str(number))
            for widget, _ in drawn(reader):
                if not isinstance(widget, ScrollBar):
                    setattr(widget.styles, rule, RULES[rule])
            for widget, _ in drawn(reader):
                widget.refresh()
            await reader.settle()
            assert not differing(reader), number


async def test_other_colours_and_a_selection_are_drawn_at_once(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("2", "tab")
        for theme in ("paper", "terminal", "dusk"):
            reader.app.theme = theme
            await reader.settle()
            assert not differing(reader), theme
        dark = reader.app.current_theme
        reader.app.register_theme(replace(dark, foreground="#123456"))
        reader.app.refresh_css()
        await reader.settle()
        assert not differing(reader)
        await reader.drag((30, 6), (50, 8))
        assert reader.app.screen.get_selected_text()
        assert not differing(reader)
        reader.app.post_message(AppBlur())
        await reader.settle()
        assert not differing(reader)


async def test_parts_of_a_line_that_can_be_clicked_follow_other_colours(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("2")
        names = reader.app.screen.query_one(SideNames)
        seen = []
        for theme in ("paper", "dusk", "paper"):
            reader.app.theme = theme
            await reader.settle()
            seen.append({part: names.part(part) for part in SideNames.COMPONENT_CLASSES})
            assert seen[-1] == {part: component(names, part) for part in seen[-1]}
        assert seen[0] == seen[2] != seen[1]


def grounds(widget: Widget) -> tuple[Color, Color]:
    """Return the grounds of a list, and of its highlighted row."""
    return widget.styles.background, widget.get_component_styles("lines--rest").background


@pytest.mark.parametrize("rule", ["RowList:focus", "#pairs:blur", "RowList:focus .lines--rest"])
async def test_a_rule_that_asks_for_the_focus_is_followed(pack: Path, rule: str) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("2")
        reader.app.stylesheet.add_source(f"{rule} {{ background: #ff0000; }}", is_default_css=False)
        reader.app.refresh_css()
        seen = []
        for _ in range(3):
            await reader.press("tab")
            for widget in reader.app.screen.query(LineWidget):  # type: ignore[type-abstract]
                seen.append(grounds(widget))
                widget.update_node_styles(animate=False)
                assert grounds(widget) == seen[-1]
        assert len(set(seen)) > 1


async def test_what_the_mouse_passes_over_is_not_drawn_again(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("2")
        excerpt = reader.app.screen.query_one("#so-what")
        whole = excerpt.outer_size.region
        strips = excerpt.render_lines(whole)
        reader.app.screen.get_style_at(*excerpt.region.offset)
        assert excerpt.render_lines(whole) is strips
