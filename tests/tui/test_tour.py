"""The first run: a tour on one screen, left by any key, and there again when asked for."""

from pathlib import Path

import pytest
from textual.events import Key

from briefing.pack.pack import Ref
from briefing.tui.app import BriefingApp
from briefing.tui.commands import VIEWS
from briefing.tui.session import Session
from tests.tui.reader import SIZES, SMALL, USUAL, Reader, reading

WELCOME = "Welcome to the briefing room"


@pytest.mark.parametrize("size", SIZES)
async def test_the_first_run_shows_the_views_and_the_keys_on_one_screen(
    pack: Path, size: tuple[int, int]
) -> None:
    app = BriefingApp(Session(pack))
    async with app.run_test(size=size) as pilot:
        reader = Reader(app, pilot)
        await reader.sees(WELCOME)
        for number, view in enumerate(VIEWS, 1):
            assert f"{number} {view.capitalize()}" in reader.words
        for key in ("c Citation", "/ Search", "space Pin", "n Note", "? Help"):
            assert key in reader.words
        assert "any key begins · T shows it again" in reader.screen
        await reader.press("x")
        assert WELCOME not in reader.screen
    again = BriefingApp(Session(pack))
    async with again.run_test(size=size) as pilot:
        reader = Reader(again, pilot)
        await reader.settle()
        assert WELCOME not in reader.screen


async def test_who_asked_for_an_item_sees_it_and_not_the_tour(pack: Path) -> None:
    app = BriefingApp(Session(pack), Ref("expert", "jon-hale"))
    async with app.run_test(size=USUAL) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        assert WELCOME not in reader.screen


@pytest.mark.parametrize("key", ["enter", "4", "q", "x"])
async def test_a_key_pressed_before_anything_can_be_seen_leaves_the_tour_alone(
    pack: Path, key: str
) -> None:
    app = BriefingApp(Session(pack))
    app.post_message(Key(key, None))
    async with app.run_test(size=USUAL) as pilot:
        reader = Reader(app, pilot)
        await reader.settle()
        assert "any key begins" in reader.screen
        assert reader.view == "overview"
        await reader.press("4")
        assert (WELCOME in reader.screen, reader.view) == (False, "options")


@pytest.mark.parametrize("size", SIZES)
async def test_the_tour_is_opened_by_its_key_and_closed_by_escape(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size) as reader:
        await reader.press("T")
        await reader.sees(WELCOME)
        await reader.press("escape")
        assert WELCOME not in reader.screen


async def test_a_key_that_stands_on_the_tour_does_what_it_says_there(pack: Path) -> None:
    async with reading(pack) as reader:
        await reader.press("T", "4")
        assert reader.view == "options"
        await reader.press("T", "slash")
        await reader.sees("Type to")


@pytest.mark.parametrize("size", [USUAL, SMALL])
async def test_a_click_on_the_tour_does_what_the_key_does(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size) as reader:
        await reader.press("T")
        await reader.click("Evidence" if size == SMALL else "Sources, what they are worth")
        assert reader.view == "evidence"
        await reader.press("T")
        await reader.click(WELCOME)
        assert (WELCOME in reader.screen, reader.view) == (False, "evidence")
