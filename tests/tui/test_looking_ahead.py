"""What the next key may show is made ready while no key waits, and looks as if made when wanted."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, ClassVar

import pytest
from textual.events import Key
from textual.screen import Screen

from briefing.document import Document, Paragraph, run
from briefing.tui import app
from briefing.tui.app import BriefingApp
from briefing.tui.commands import VIEWS
from briefing.tui.drawn import Drawn
from briefing.tui.session import Session
from briefing.tui.views import MODES
from briefing.tui.views.overview import Overview
from briefing.tui.widgets.pane import Pane
from briefing.workspace import Workspace
from tests.packs import edit
from tests.tui.hosts import hosting
from tests.tui.outdated import differing, outdated
from tests.tui.reader import MIDDLE, SIZES, Reader, reading

WALKS = {
    "compare": ("2", "down up pagedown home end tab right left full_stop comma space x X n"),
    "experts": ("3", "down up pagedown home end tab v w s space right left f escape"),
    "options": ("4", "down up pagedown home end tab v w s S space right left"),
    "evidence": ("5", "down up pagedown home end tab v s space right left"),
}


class Counting(Pane):
    """A pane that counts how often it has laid out what."""

    def __init__(self) -> None:
        super().__init__()
        self.made: list[str] = []

    def runs(self, doc: Document, of: str, width: int) -> Iterator[Drawn]:
        self.made.append(doc.title)
        yield from super().runs(doc, of, width)


def told(title: str, words: str = "Some words. ") -> Document:
    """Return a document of a few lines."""
    return Document(title=title, blocks=tuple(Paragraph(run(words * 9)) for _ in range(4)))


def show(pane: Pane) -> None:
    pane.show(told("One"), "one")


def exhaust(steps: Iterator[None]) -> int:
    """Take all steps; return how many there were."""
    return sum(1 for _ in steps)


async def test_what_was_made_ready_is_not_laid_out_again() -> None:
    async with hosting(Counting(), show, (40, 10)) as host:
        assert exhaust(host.widget.look_ahead("two", lambda: told("Two"))) > 10
        host.widget.show(told("Two"), "two")
        host.widget.show(told("One"), "one")
        await host.settle()
        assert [host.widget.made.count(name) for name in ("One", "Two")] == [1, 1]
        assert host.lines[0] == "  One"


async def test_what_was_half_ready_is_finished_when_it_is_wanted() -> None:
    async with hosting(Counting(), show, (40, 10)) as host:
        steps = host.widget.look_ahead("two", lambda: told("Two"))
        for _ in range(4):
            next(steps)
        host.widget.show(told("Two"), "two")
        await host.settle()
        seen = host.lines
        assert exhaust(steps) >= 0
        host.widget.refresh()
        await host.settle()
        assert host.lines == seen
        assert seen[:3] == ["  Two", "", "  Some words. Some words. Some words."]
        assert [host.widget.made.count(name) for name in ("One", "Two")] == [1, 1]


async def test_what_was_left_half_ready_is_made_ready_later() -> None:
    async with hosting(Counting(), show, (40, 10)) as host:
        steps = host.widget.look_ahead("two", lambda: told("Two"))
        for _ in range(4):
            next(steps)
        assert exhaust(host.widget.look_ahead("two", lambda: told("Two"))) > 5
        assert exhaust(host.widget.look_ahead("two", lambda: told("Two"))) == 0
        assert host.widget.made.count("Two") == 1


async def test_a_page_further_on_is_drawn_before_it_is_seen() -> None:
    async with hosting(Counting(), show, (40, 10)) as host:
        assert exhaust(host.widget.draw_near()) > 5
        assert exhaust(host.widget.draw_near()) == 0
        host.widget.show(told("Two"), "two")
        await host.settle()
        steps = host.widget.draw_near()
        next(steps)
        host.widget.show(told("One"), "one")
        assert exhaust(steps) == 0


async def test_what_has_changed_since_is_laid_out_as_it_is_now() -> None:
    async with hosting(Counting(), show, (40, 10)) as host:
        exhaust(host.widget.look_ahead("two", lambda: told("Two")))
        host.widget.show(told("Two", "Other words. "), "two")
        await host.settle()
        assert host.lines[2] == "  Other words. Other words. Other"


async def test_what_was_made_ready_for_another_width_is_laid_out_again() -> None:
    async with hosting(Counting(), show, (40, 10)) as host:
        exhaust(host.widget.look_ahead("two", lambda: told("Two")))
        await host.resize(30, 10)
        host.widget.show(told("Two"), "two")
        await host.settle()
        assert host.lines[2] == "  Some words. Some words."


@pytest.mark.parametrize("view", WALKS)
@pytest.mark.parametrize("size", SIZES)
async def test_whatever_is_done_in_between_all_looks_as_if_made_when_wanted(
    view: str, size: tuple[int, int], pack: Path
) -> None:
    number, keys = WALKS[view]
    chance = random.Random(f"{view} {size}")
    async with reading(pack, size) as reader:
        await reader.press(number)
        for step in range(24):
            await reader.press(chance.choice(keys.split()))
            if step == 8:
                reader.app.theme = "paper"
            if step == 16:
                await reader.resize(MIDDLE)
            await reader.settle()
            assert not outdated(reader.app), step
            assert not differing(reader), step


async def test_after_an_edit_of_the_pack_the_next_row_shows_it(pack: Path) -> None:
    async with reading(pack) as reader:
        await reader.press("2", "down", "up")
        second = reader.app.session.pack.dimensions[1]
        [headline, *_] = [entry.headline for entry in second.entries.values() if entry.headline]
        edit(pack, f"dimensions/{second.id}.yaml", headline, "All of this is new.")
        reader.app.look_around()
        await reader.settle()
        await reader.press("down")
        await reader.sees("All of this is new.")


@pytest.mark.parametrize("size", SIZES)
async def test_views_made_ready_look_as_if_made_when_wanted(
    size: tuple[int, int], pack: Path
) -> None:
    seen = {}
    for makes_views in (False, True):
        async with reading(pack, size) as reader:
            reader.app.makes_views = makes_views
            await reader.press("1")
            assert (len(reader.app._screen_stacks) == len(VIEWS)) is makes_views
            for number in ("3", "6", "2", "5", "4", "2"):
                await reader.press(number)
                seen[makes_views, number] = (reader.screen, reader.here)
    for number in "23456":
        assert seen[True, number] == seen[False, number], number


async def test_views_made_ready_know_of_what_was_done_since(pack: Path) -> None:
    async with reading(pack, MIDDLE) as reader:
        reader.app.makes_views = True
        await reader.press("2", "tab", "space", "6")
        await reader.sees("one-pager, changed")
        reader.app.theme = "paper"
        await reader.press("3", "4", "5")
        assert not differing(reader)


async def test_a_view_that_is_being_made_can_be_opened_at_once(pack: Path) -> None:
    async with reading(pack, MIDDLE) as reader:
        reader.app.makes_views = True
        await reader.press("end")
        for number in ("5", "3", "4", "2", "6"):
            reader.app.post_message(Key(number, number))
        await reader.settle()
        assert reader.view == "brief"


class Busy(Overview):
    """A view that has very much to make ready."""

    left: ClassVar[int] = 10_000_000

    def ahead(self) -> Iterator[None]:
        while Busy.left > 0:
            Busy.left -= 1
            yield


class BusyApp(BriefingApp):
    CSS_PATH = str(Path(app.__file__).with_name("app.tcss"))
    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {**MODES, "overview": Busy}


async def test_a_key_does_not_wait_for_what_is_made_ready(pack: Path) -> None:
    Workspace().set("tour", "seen")
    busy = BusyApp(Session(pack))
    async with busy.run_test(size=MIDDLE) as pilot:
        reader = Reader(busy, pilot)
        busy.post_message(Key("down", None))
        await pilot.pause(0)
        busy.post_message(Key("2", "2"))
        for _ in range(100):
            await pilot.pause(0)
            if reader.view == "compare":
                break
        assert reader.view == "compare"
        assert Busy.left
        Busy.left = 0
