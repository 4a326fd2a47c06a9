"""The commands: one registry for keys, palette, footer and help."""

import re
from collections import Counter
from pathlib import Path

import pytest
from textual.content import Content

from briefing.document import Field, plain
from briefing.pack.pack import Ref
from briefing.tui.commands import COMMANDS, Command, bindings, first_key, shown_keys
from briefing.tui.dialogs.help import help_document
from briefing.tui.keys import untypable
from tests.tui.reader import SMALL, USUAL, WIDE, drawn, reading

KEPT_BY_US = {"escape"}
APP = [command for command in COMMANDS if command.scope == "app"]


def test_every_command_has_a_name_of_its_own() -> None:
    assert [name for name, times in Counter(c.id for c in COMMANDS).items() if times > 1] == []


@pytest.mark.parametrize("view", ["compare", "experts", "options", "evidence", "brief"])
def test_no_key_of_a_view_stands_for_a_command_that_works_everywhere(view: str) -> None:
    everywhere = {key for command in APP for key in command.keys.split(",")}
    here = {key for c in COMMANDS if c.scope == view for key in c.keys.split(",")}
    assert here & everywhere == set()


@pytest.mark.parametrize("scope", sorted({command.scope for command in COMMANDS}))
def test_no_key_stands_for_two_commands_of_one_scope(scope: str) -> None:
    keys = [key for c in COMMANDS if c.scope == scope for key in c.keys.split(",")]
    assert len(keys) == len(set(keys))


def test_a_binding_carries_the_name_and_the_words_of_its_command() -> None:
    for command, binding in zip(APP, bindings("app"), strict=True):
        assert not isinstance(binding, tuple)
        assert (binding.id, binding.key, binding.action) == (
            command.id,
            command.keys,
            command.action,
        )
        assert (binding.description, binding.tooltip) == (command.label, command.help)


async def test_the_palette_lists_the_commands_in_the_same_words(pack: Path) -> None:
    async with reading(pack) as reader:
        listed = [(c.title, c.help) for c in reader.app.get_system_commands(reader.app.screen)]
    shown = [c for c in APP if c.id != "palette"]
    assert [title for title, _ in listed] == [c.label for c in shown]
    for command, (_, told) in zip(shown, listed, strict=True):
        assert Content.from_markup(told).plain == f"{command.help} · {shown_keys(command)}"


async def test_a_command_of_the_palette_does_what_its_key_does(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "alder-turbines")) as reader:
        await reader.press("ctrl+p")
        await reader.type("citation")
        await reader.sees("Says who? Opens the sources")
        await reader.press("down", "enter")
        await reader.sees("Look for")


async def test_a_view_is_opened_from_the_palette(pack: Path) -> None:
    async with reading(pack) as reader:
        await reader.press("ctrl+p")
        await reader.type("evidence")
        await reader.sees("what they are worth")
        await reader.press("down", "enter")
        await reader.until(lambda: reader.view == "evidence", "the view")


async def test_a_palette_takes_keys_before_it_is_drawn(pack: Path) -> None:
    async with reading(pack) as reader:
        with reader.app.batch_update():  # nothing is drawn in here
            await reader.press("ctrl+p", "pagedown", "pageup")
        await reader.sees("Go back to where you were")


@pytest.mark.parametrize(("key", "hint"), [("ctrl+p", "Search for"), ("t", "Colours")])
async def test_what_is_clicked_twice_in_a_palette_stays_readable(
    pack: Path, key: str, hint: str
) -> None:
    async with reading(pack) as reader:
        await reader.press(key)
        row, line = next((n, line) for n, line in enumerate(reader.lines) if hint in line)
        before = set(drawn(reader.app))
        for column in range(line.index(hint) - 2, line.index(hint)):
            await reader.click_at((column, row), times=2)
        assert set(drawn(reader.app)) == before


async def test_help_begins_with_the_view_that_is_open(pack: Path) -> None:
    async with reading(pack) as reader:
        await reader.press("2", "question_mark")
        await reader.sees("In Compare, where you are")


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_help_finds_a_command_by_what_it_does(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        await reader.press("question_mark", "slash")
        await reader.type("undo")
        assert "Take back the last change" in reader.words
        assert "The highlighted line" not in reader.words
        await reader.press("escape")
        assert "Keys of your own" in reader.words
        await reader.press("escape")
        assert "esc close" not in reader.screen


def test_help_lists_every_command_once_with_its_keys() -> None:
    for view in ("overview", "compare", "brief"):
        document = help_document(COMMANDS, view)
        fields = [block for block in document.blocks if isinstance(block, Field)]
        listed = sorted((field.label, plain(field.line)) for field in fields)
        assert listed == sorted((shown_keys(c), f"{c.label} – {c.help}") for c in COMMANDS)


async def test_help_is_closed_as_it_was_opened(pack: Path) -> None:
    async with reading(pack) as reader:
        for key in ("question_mark", "escape", "q"):
            await reader.press("question_mark")
            await reader.sees("Keys")
            await reader.press(key)
            assert "esc close" not in reader.screen


def test_help_names_keys_as_they_stand_on_a_keyboard() -> None:
    shown = {command.id: shown_keys(command) for command in COMMANDS}
    assert shown["search"] == "/"
    assert shown["help"] == "?"
    assert shown["back"] == "["
    assert shown["down"] == "↓ j"


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_the_footer_shows_whole_words_and_always_help(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size) as reader:
        for key in "23456":
            await reader.press(key)
            *shown, last = re.split(r" {2,}|… ", reader.lines[-1])
            offered = {f"{first_key(c)} {c.label}" for c in COMMANDS}
            assert last == "? Help"
            assert {hint for hint in shown if hint} <= offered


async def test_the_footer_offers_what_can_be_done_here(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        assert "u Undo" not in reader.lines[-1]
        await reader.press("2", "space", "6")
        assert "u Undo" in reader.lines[-1]
        assert "a Open all" not in reader.lines[-1]
        await reader.press("2")
        assert "a Open all" in reader.lines[-1]
        await reader.press("5")
        assert "f Filter" in reader.lines[-1]
        await reader.press("v")
        assert "f Filter" not in reader.lines[-1]


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.id)
def test_no_command_needs_a_key_that_tmux_or_a_terminal_keeps(command: Command) -> None:
    free = [key for key in command.keys.split(",") if key in KEPT_BY_US or not untypable(key)]
    assert set(free) - {"ctrl+b", "ctrl+a", "ctrl+s", "ctrl+z", "ctrl+q", "ctrl+d", "ctrl+c"}


async def test_a_click_on_the_footer_does_what_the_key_does(pack: Path) -> None:
    async with reading(pack) as reader:
        await reader.click("Help")
        await reader.sees("esc close")
