"""Going from view to view, by key, by mouse and by command."""

from pathlib import Path

import pytest

from briefing.tui.commands import COMMANDS, VIEWS, Command
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, drawn, reading

VIEW_COMMANDS = [command for command in COMMANDS if command.id in VIEWS]
FIRST_LINES = {
    "overview": "Bottom line",
    "compare": "Who sells tidal power for less",
    "experts": "Open grid",
    "options": "Carry on (status quo)",
    "evidence": "Register of prices",
    "brief": "words",
}
"""Words that stand in one view at any size."""


@pytest.mark.parametrize("size", SIZES)
async def test_every_view_is_one_key_away(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        for command in reversed(VIEW_COMMANDS):
            await reader.press(command.keys)
            assert reader.view == command.id
            assert f" {command.keys} {command.label}" in reader.lines[0]
            assert FIRST_LINES[command.id] in reader.screen


@pytest.mark.parametrize("size", [USUAL, SMALL])
async def test_a_click_on_a_tab_opens_its_view(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        for command in reversed(VIEW_COMMANDS):
            await reader.click(f" {command.keys}")
            assert reader.view == command.id


@pytest.mark.parametrize("view", VIEW_COMMANDS[1:], ids=lambda command: command.id)
async def test_a_view_fits_the_size_that_the_terminal_was_given_in_another(
    pack: Path, view: Command
) -> None:
    async with reading(pack, SMALL) as reader:
        await reader.press("1", view.keys)
        there = reader.screen
    async with reading(pack, WIDE) as reader:
        await reader.press("1", view.keys, "1")
        await reader.resize(SMALL)
        await reader.press(view.keys)
        assert reader.screen == there


async def test_the_overview_is_one_column_where_the_terminal_was_made_small(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        assert "For you" in reader.screen
        await reader.press("2")
        await reader.resize(SMALL)
        await reader.press("1")
        assert "For you" not in reader.screen


async def test_the_rule_beside_a_pane_shows_that_it_has_the_keys(pack: Path) -> None:
    async with reading(pack) as reader:
        rule = {part for part in drawn(reader.app) if part.text == "▏"}
        await reader.press("right")
        lit = {part for part in drawn(reader.app) if part.text == "▏"}
        assert lit.isdisjoint(rule)
        await reader.press("left")
        assert {part for part in drawn(reader.app) if part.text == "▏"} == rule


async def test_a_second_click_selects_no_text_where_a_click_does_something(pack: Path) -> None:
    async with reading(pack) as reader:
        await reader.click("The gap in price", times=2)
        await reader.sees("Evidence for")
        await reader.press("escape")
        assert reader.app.screen.selections == {}
        await reader.click("3 Experts", times=2)
        assert (reader.view, reader.app.screen.selections) == ("experts", {})
        await reader.click("By expert", times=2)
        assert reader.app.screen.selections == {}
