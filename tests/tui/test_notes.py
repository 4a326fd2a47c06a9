"""The reader's notes: listed, opened where they belong, copied and written as Markdown."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.workspace import Workspace
from tests.packs import edit
from tests.tui.reader import SIZES, USUAL, WIDE, reading

PACK = "tidal-power"


@pytest.fixture
def noted(pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pack with two notes, and an empty folder to write to."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    workspace = Workspace()
    workspace.set_note(PACK, Ref("option", "carry-on"), "Ask *Q*.\nTwice.")
    workspace.set_note(PACK, Ref("claim", "alder-price"), "Which year?")
    return pack


@pytest.mark.parametrize("size", SIZES)
async def test_notes_are_listed_in_the_order_of_the_pack(
    noted: Path, size: tuple[int, int]
) -> None:
    async with reading(noted, size) as reader:
        await reader.press("N")
        await reader.sees("Which year?")
        shown = reader.words
        await reader.press("end")
        shown += reader.words
        assert shown.index("Which year?") < shown.index("Ask *Q*.")


async def test_writing_goes_on_where_a_note_ends(noted: Path) -> None:
    async with reading(noted, USUAL, Ref("option", "carry-on")) as reader:
        await reader.press("n")
        await reader.type(" Or more.")
        await reader.press("escape")
    assert Workspace().notes(PACK)[Ref("option", "carry-on")].text == "Ask *Q*.\nTwice. Or more."


async def test_enter_goes_to_the_item_of_a_note(noted: Path) -> None:
    async with reading(noted, WIDE) as reader:
        await reader.press("N", "end", "enter")
        await reader.until(lambda: reader.here == "option:carry-on", "the item")
        assert reader.view == "options"


async def test_notes_are_written_to_a_file_which_is_not_replaced_unasked(noted: Path) -> None:
    async with reading(noted, USUAL) as reader:
        await reader.press("N", "w", "enter")
        await reader.sees("Written to")
        file = Path("tidal-power-notes.md")
        assert "Ask \\*Q\\*." in file.read_text()
        file.write_text("mine")
        await reader.press("w", "enter")
        await reader.sees("exists; press enter")
        assert file.read_text() == "mine"
        await reader.press("enter")
        await reader.sees("Written to")
        assert "Which year?" in file.read_text()


async def test_escape_leads_from_the_path_to_the_notes_and_from_there_to_the_view(
    noted: Path,
) -> None:
    async with reading(noted, USUAL) as reader:
        await reader.press("N", "w", "escape")
        assert "Your notes" in reader.screen
        await reader.press("escape")
        assert "w write" not in reader.screen


async def test_all_notes_are_copied_as_markdown(noted: Path) -> None:
    async with reading(noted, USUAL) as reader:
        await reader.press("N", "y")
        assert "Which year?" in reader.app.clipboard
        assert "claim:alder-price" in reader.app.clipboard


@pytest.mark.parametrize("key", ["w", "y"])
async def test_without_notes_there_is_nothing_to_write_or_copy(pack: Path, key: str) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("N", key)
        assert f"There is no note to {'write' if key == 'w' else 'copy'} yet" in reader.screen
        await reader.press("escape")
        assert "There is no note" not in reader.screen


async def test_a_note_on_an_item_that_is_gone_is_kept_and_told(noted: Path) -> None:
    edit(noted, "options/carry-on.md", "id: carry-on", "id: go-on")
    async with reading(noted, WIDE) as reader:
        await reader.press("N", "end")
        assert "no longer in the pack" in reader.screen
        await reader.press("enter")
        await reader.sees("its note is kept")


async def test_without_notes_it_is_said_how_to_write_one(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("N")
        assert "No notes yet. Highlight an item" in reader.words
