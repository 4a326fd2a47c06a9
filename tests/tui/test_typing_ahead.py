"""Keys on a real terminal: many typed in one go, those in a drawer, and what is no key at all."""

import asyncio
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.events import Key
from textual.widgets import Button

from briefing.tui.typing_ahead import TypingAheadApp
from tests.tui.terminal import Terminal


class Stuck(Button):
    """A button that is not done with its key until it is let go."""

    def __init__(self) -> None:
        super().__init__("stuck")
        self.let_go = asyncio.Event()

    async def key_s(self) -> None:
        """Wait."""
        await self.let_go.wait()


class StuckApp(TypingAheadApp):
    """An app of which a part gets stuck, and which does something at another key."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("c", "reach", "Reach", priority=True)]
    patience = 0.01

    def __init__(self) -> None:
        super().__init__()
        self.reached = asyncio.Event()

    def compose(self) -> ComposeResult:
        """Yield what gets stuck."""
        yield Stuck()

    def action_reach(self) -> None:
        """Tell that the key got here."""
        self.reached.set()


async def test_a_part_that_is_stuck_keeps_no_other_from_its_keys() -> None:
    app = StuckApp()
    async with app.run_test():
        for key in "sc":
            app.post_message(Key(key, key))
        try:
            await asyncio.wait_for(app.reached.wait(), 10)
        finally:
            app.query_one(Stuck).let_go.set()


def test_a_note_typed_in_one_go_with_its_key_is_whole(pack: Path) -> None:
    words = "hjkl quickly, 123 and ?"
    with Terminal(pack, "open", "jon-hale") as terminal:
        terminal.sees("Minister for the coast")
        terminal.press(f"n{words}")
        terminal.sees(words)


def test_an_item_is_found_and_opened_by_keys_typed_in_one_go(pack: Path) -> None:
    with Terminal(pack) as terminal:
        terminal.sees("Bottom line")
        terminal.press("/jon hale\r")
        terminal.sees("Minister for the coast")


def test_a_path_pasted_in_one_go_with_the_key_to_export_arrives(pack: Path) -> None:
    with Terminal(pack) as terminal:
        terminal.sees("Bottom line")
        terminal.press("e\x15\x1b[200~\r/nowhere/at-all.md\r\x1b[201~")
        terminal.sees("/nowhere/at-all.md")


def test_letters_typed_in_one_go_with_the_key_of_the_palette_are_looked_for(pack: Path) -> None:
    with Terminal(pack) as terminal:
        terminal.sees("Bottom line")
        terminal.press("\x10whole pack")
        terminal.sees("whole pack")


def test_keys_typed_in_one_go_are_carried_out_in_turn(pack: Path) -> None:
    with Terminal(pack) as terminal:
        terminal.sees("Bottom line")
        terminal.press("4cqN2")
        terminal.sees("esc close")
        terminal.press("q2")
        terminal.sees("Who sells tidal power for less")


def test_the_answers_of_a_terminal_leave_the_tour_on_the_screen(pack: Path, tmp_path: Path) -> None:
    with Terminal(pack, BRIEFING_HOME=str(tmp_path / "first-run")) as terminal:
        terminal.writes(b"\x1b[?2048$p")
        terminal.press("\x1b[?2026;2$y\x1b[?2048;0$y\x1b[I\x1b[O\x1b[I\x1b[<35;9;9M")
        terminal.sees("Welcome to the briefing room")
        terminal.press("\x1b[?2026;2$y\x1b[?2048;0$y\x1b[I\x1b[<35;9;9M\x1b[<35;10;10M")
        terminal.press("2")
        terminal.misses("Welcome to the briefing room")
        terminal.sees("Who sells tidal power for less")


def test_in_a_drawer_the_keys_for_everywhere_work(pack: Path, tmp_path: Path) -> None:
    editor = tmp_path / "editor"
    editor.write_text(f"#!/bin/sh\ntouch '{tmp_path}/edited'\n")
    editor.chmod(0o755)
    with Terminal(pack, "open", "jon-hale", EDITOR=str(editor), DISPLAY="", TMUX="") as terminal:
        terminal.sees("Minister for the coast")
        views = {
            "1": "Bottom line",
            "2": "Who sells",
            "4": "Carry on",
            "5": "Register",
            "3": "Curated",
        }
        for key, title in views.items():
            terminal.press("c")
            terminal.sees("esc close")
            terminal.press(key)
            terminal.misses("esc close")
            terminal.sees(title)
        terminal.press("c")
        terminal.sees("esc close")
        terminal.press(" ")
        terminal.sees("Taken off")
        terminal.press("y")
        terminal.sees("Sent to your terminal")
        terminal.press("n")
        terminal.sees("Note on:")
        terminal.press("\x1b")
        terminal.misses("Note on:")
        terminal.press("o")
        terminal.reads((tmp_path / "edited").is_file)
        terminal.sees("esc close")
        terminal.press("6")
        terminal.sees("words")
