"""Keys of the user's own: they work, they are shown, and mistakes among them are told."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.settings import settings_file
from tests.tui.reader import SIZES, WIDE, reading


def settle(text: str) -> None:
    """Write the user's settings."""
    settings_file().parent.mkdir(parents=True, exist_ok=True)
    settings_file().write_text(text, encoding="utf-8")


@pytest.mark.parametrize("size", SIZES)
async def test_a_command_is_carried_out_by_its_new_key_only(
    pack: Path, size: tuple[int, int]
) -> None:
    settle("keys: {search: ctrl+s}")
    async with reading(pack, size) as reader:
        await reader.press("slash")
        assert len(reader.app.screen_stack) == 1
        await reader.press("ctrl+s")
        assert len(reader.app.screen_stack) == 2


async def test_footer_help_palette_and_tabs_show_the_new_keys(pack: Path) -> None:
    settle("keys: {search: 'Z', compare: x2}\ntheme: paper\n".replace("x2", "f2"))
    async with reading(pack, WIDE) as reader:
        assert "Z Search" in reader.lines[-1]
        assert "f2 Compare" in reader.lines[0]
        assert reader.app.theme == "paper"
        told = {
            title: told for title, told, *_ in reader.app.get_system_commands(reader.app.screen)
        }
        assert told["Search"].endswith(" · Z")
        await reader.press("question_mark")
        assert "Z find a command" in reader.screen


async def test_a_key_that_moves_in_lists_and_panes_can_be_changed(pack: Path) -> None:
    settle("keys: {down: [down, z], left-pane: H}")
    async with reading(pack, WIDE, Ref("dimension", "price")) as reader:
        first = reader.here
        await reader.press("z")
        assert reader.here != first
        await reader.press("right", "left")
        assert reader.here != first


async def test_mistakes_are_told_and_listed_and_lead_to_their_line(pack: Path) -> None:
    settle("keys: {pinn: p, note: alt+n}")
    async with reading(pack, WIDE) as reader:
        await reader.hears('there is no command "pinn"')
        await reader.hears("and 1 more, listed under Problems")
        await reader.press("exclamation_mark")
        await reader.sees('"alt+n" cannot be a key')


async def test_settings_that_change_are_read_again(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        settle("keys: {search: 'Z'}")
        reader.app.reload()
        await reader.settle()
        assert "Z Search" in reader.lines[-1]
        settle("keys: {}\n# as it ships\n")
        reader.app.reload()
        await reader.settle()
        assert "/ Search" in reader.lines[-1]
