"""The commands: one registry for keys, palette, footer and help."""

from collections import Counter
from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.tui.commands import COMMANDS, bindings, shown_keys
from briefing.tui.dialogs.help import help_document
from tests.tui.reader import USUAL, WIDE, reading

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
    assert listed == [(c.label, c.help) for c in APP if c.id != "palette"]


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


async def test_help_lists_every_command_with_its_keys(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("question_mark")
        shown = reader.words
        for _ in range(6):
            await reader.press("pagedown")
            shown += reader.words
        for command in COMMANDS:
            assert f"{shown_keys(command)} {command.label} – {command.help}" in shown


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
    assert help_document().title == "Keys"


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_the_footer_shows_what_can_be_done_here(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        for key, view in {"2": "compare", "4": "options", "6": "brief"}.items():
            await reader.press(key)
            for command in COMMANDS:
                if command.footer and command.scope in {"app", view}:
                    first = command._replace(keys=command.keys.split(",")[0])
                    assert f"{shown_keys(first)} {command.label}" in reader.lines[-1]


async def test_a_click_on_the_footer_does_what_the_key_does(pack: Path) -> None:
    async with reading(pack) as reader:
        await reader.click("Help")
        await reader.sees("esc close")
