"""Changes of the page: taken back, made again, and kept whatever happens to the app."""

import signal
from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.workspace import Workspace
from tests.packs import edit
from tests.tui.pages import go, listed
from tests.tui.reader import SIZES, WIDE, Reader, reading
from tests.tui.terminal import Terminal


def on_page(reader: Reader, name: str) -> bool:
    """Return whether an item is on the page, by its id."""
    return f'"{name}"' in Workspace().page("tidal-power")


@pytest.mark.parametrize("size", SIZES)
async def test_u_takes_a_change_back_and_capital_u_makes_it_again(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size) as reader:
        await reader.press("6")
        await go(reader, "expert:jon-hale")
        await reader.press("d", "u")
        await reader.hears("Undone: expert “Jon Hale” dropped")
        await go(reader, "expert:jon-hale")
        await reader.press("U")
        await reader.hears("Done again: expert “Jon Hale” dropped")
        with pytest.raises(AssertionError, match="is not on the page"):
            await go(reader, "expert:jon-hale")


async def test_changes_are_taken_back_one_by_one_the_last_first(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home", "J", "d", "r", "ctrl+u")
        await reader.type("Tides")
        await reader.press("enter")
        for told in ("new title", "Bottom line dropped", "Bottom line moved"):
            await reader.press("u")
            await reader.hears(f"Undone: {told}")
        assert listed(reader)[:2] == ["Bottom line", "Comparison"]
        await reader.press("u")
        await reader.hears("Nothing to undo")


async def test_after_another_change_what_was_undone_is_gone(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home", "J", "u", "d", "U")
        await reader.hears("Nothing to do again")


async def test_a_key_that_changes_nothing_is_nothing_to_undo(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home", "K", "u")
        await reader.hears("Nothing to undo")


async def test_a_pin_made_in_another_view_is_taken_back(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("source", "tide-survey")) as reader:
        await reader.press("space", "6", "u")
        await reader.hears("Undone: source “Tidal power in Alderland")


async def test_undo_works_after_a_restart(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        await go(reader, "expert:jon-hale")
        await reader.press("d", "q")
    async with reading(pack, WIDE) as reader:
        await reader.press("u")
        await reader.hears("Undone: expert “Jon Hale” dropped")
        await go(reader, "expert:jon-hale")


async def test_a_page_taken_back_to_its_beginning_follows_the_pack(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home", "J", "u")
        edit(pack, "briefs/one-pager.yaml", "Birchmark sells tidal power", "They sell the tide")
        reader.app.reload()
        await reader.sees("They sell the tide")


async def test_two_windows_leave_each_other_whole(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Neither looks what the other has written, however long the keys take.
    monkeypatch.setattr("briefing.tui.tending.OFTEN", 3600)
    async with reading(pack, WIDE) as one, reading(pack, WIDE) as other:
        await one.press("6")
        await other.press("6")
        await go(other, "option:carry-on")
        await go(one, "expert:jon-hale")
        await one.press("d")
        await other.press("d")
        assert not on_page(other, "carry-on")
        one.app.reload()
        await one.until(lambda: "Carry on" not in one.screen, "the other window's page")
        assert "Jon Hale" in one.screen
        await one.press("u")
        assert not on_page(one, "jon-hale")
        assert on_page(one, "carry-on")


def test_a_change_is_kept_when_the_app_is_killed_and_can_be_taken_back(pack: Path) -> None:
    with Terminal(pack, "open", "jon-hale") as terminal:
        terminal.sees("Minister for the coast")
        terminal.press(" ")
        terminal.sees("Taken off the page")
        terminal.press("6")
        terminal.sees("fits")
        terminal.send(signal.SIGKILL)
        terminal.ends()
    with Terminal(pack) as terminal:
        terminal.sees("Quit")
        terminal.press("6")
        terminal.sees("fits")
        assert "Jon Hale" not in terminal.screen
        terminal.press("u")
        terminal.sees("Undone: expert “Jon Hale” taken off")
        terminal.sees("Jon Hale  ")
