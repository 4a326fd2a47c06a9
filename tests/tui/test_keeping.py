"""What is kept: place, notes, colours, and the last good content while files are edited."""

import shutil
from pathlib import Path

import pytest
from textual.widgets import TextArea

from briefing.pack.pack import Ref
from briefing.paths import shipped
from briefing.tui.views import VIEW_OF
from tests.packs import FILES, edit, write_pack
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, Reader, drawn, reading

ITEMS = {
    "judgement:gap-narrows",
    "dimension:permits",
    "claim:birch-subsidy",
    "question:pay-more",
    "expert:jon-hale",
    "option:open-the-grid",
    "source:strait-gazette",
}


@pytest.mark.parametrize("item", sorted(ITEMS))
async def test_the_app_starts_at_an_item_where_it_is_at_home(pack: Path, item: str) -> None:
    kind, _, name = item.partition(":")
    async with reading(pack, USUAL, Ref(kind, name)) as reader:
        assert reader.view == VIEW_OF[kind]
        assert reader.here == item


@pytest.mark.parametrize("item", ["claim:birch-subsidy", "expert:jon-hale"])
async def test_the_app_starts_where_the_reader_left(pack: Path, item: str) -> None:
    kind, _, name = item.partition(":")
    async with reading(pack, USUAL, Ref(kind, name)) as reader:
        await reader.press("q")
    async with reading(pack) as reader:
        assert reader.view == VIEW_OF[kind]
        assert reader.here == item


async def test_without_a_place_to_go_back_to_the_app_starts_with_the_answer(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "permit-time")) as reader:
        await reader.press("q")
    edit(pack, "dimensions/permits.yaml", "id: permit-time", "id: permit-years")
    async with reading(pack) as reader:
        assert reader.view == "compare"
        assert "1/2  Who sells tidal power" in reader.screen


async def write_note(reader: Reader, text: str) -> None:
    """Write a note on the highlighted item."""
    await reader.press("n")
    await reader.type(text)
    await reader.press("escape")


async def test_a_note_is_kept_over_a_restart(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await write_note(reader, "Ask Q.")
        await reader.press("1")
        await reader.sees("Your notes")
        await reader.press("q")
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await reader.press("n")
        await reader.sees("Ask Q.")
        await reader.press("escape", "1")
        await reader.sees("Your notes")


async def test_an_item_with_a_note_is_marked_in_lists(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("expert", "mira-ostberg")) as reader:
        await reader.press("space")
        await write_note(reader, "x")
        await reader.sees("✎ Mira Ostberg")


async def test_an_empty_note_is_none(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await write_note(reader, "x")
        await reader.press("n", "backspace", "delete", "escape", "1")
        assert "None yet; n writes one" in reader.words


async def test_a_note_that_is_being_written_is_kept_when_the_app_is_left(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await reader.press("n")
        await reader.type("half a")
        await reader.press("ctrl+q")
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await reader.press("n")
        await reader.sees("half a")


async def test_a_note_on_a_small_screen_shows_what_it_is_about(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("expert", "jon-hale")) as reader:
        await reader.press("n")
        await reader.sees("Note on: Jon Hale")
        assert "esc keep and close" in reader.screen
        assert isinstance(reader.app.focused, TextArea)


async def test_a_theme_is_chosen_by_name_and_kept_over_a_restart(pack: Path) -> None:
    async with reading(pack) as reader:
        await reader.press("t")
        await reader.sees("dusk")
        await reader.type("sepia")
        await reader.until(lambda: "dusk" not in reader.screen, "one theme left")
        await reader.press("down", "enter")
        await reader.until(lambda: reader.app.theme == "sepia", "the theme")
    async with reading(pack) as reader:
        assert reader.app.theme == "sepia"


async def test_a_theme_that_is_looked_at_is_shown_and_left_again(pack: Path) -> None:
    async with reading(pack) as reader:
        await reader.press("t")
        await reader.sees("The terminal's own colours")
        await reader.press("down")
        assert reader.app.theme == "high-contrast"
        await reader.press("escape")
        assert reader.app.theme == "dusk"
    async with reading(pack) as reader:
        assert reader.app.theme == "dusk"


async def test_a_theme_is_read_again_when_its_file_changes(pack: Path, themes: Path) -> None:
    text = (shipped("themes") / "dusk.yaml").read_text().replace("name: dusk", "name: own")
    (themes / "own.yaml").write_text(text)
    async with reading(pack) as reader:
        reader.app.choose_theme("own")
        await reader.settle()
        (themes / "own.yaml").write_text(text.replace("#dfe1ea", "#ffffff") + "# newer\n")
        reader.app.reload()
        await reader.settle()
        assert "#ffffff" in {colour for _, colour, _ in drawn(reader.app)}
        (themes / "own.yaml").write_text("name: own\n")
        reader.app.reload()
        await reader.hears("own.yaml:1:1: warning FLD002")
        assert reader.app.theme == "dusk"


async def test_a_theme_that_is_gone_gives_way_to_another(pack: Path, themes: Path) -> None:
    async with reading(pack) as reader:
        reader.app.choose_theme("slate")
        await reader.press("q")
    (themes / "slate.yaml").write_text("name: slate\n")
    async with reading(pack) as reader:
        assert reader.app.theme == "slate"
        await reader.hears("slate.yaml")


async def test_a_changed_file_is_read_again_and_the_place_kept(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("claim", "alder-turbines")) as reader:
        edit(pack, "dimensions/price.yaml", "runs 42 turbines", "ran 43 turbines")
        reader.app.reload()
        await reader.sees("Alderland ran 43")
        await reader.hears("The pack has changed and was read again")
        assert reader.here == "claim:alder-turbines"


@pytest.mark.parametrize(
    ("item", "file"),
    [
        ("expert:jon-hale", "experts/mira-ostberg.md"),
        ("option:open-the-grid", "options/carry-on.md"),
        ("source:strait-gazette", "sources/tide-survey.md"),
    ],
)
async def test_the_row_of_a_list_is_kept_over_a_change(pack: Path, item: str, file: str) -> None:
    kind, _, name = item.partition(":")
    async with reading(pack, USUAL, Ref(kind, name)) as reader:
        with (pack / file).open("a") as stream:
            stream.write("\nMore to say.\n")
        reader.app.reload()
        await reader.settle()
        assert reader.here == item


async def test_the_line_of_a_detail_is_kept_over_a_change(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("source", "tide-survey")) as reader:
        await reader.press("enter", "end", "pageup")
        before = reader.here
        assert before != "source:tide-survey"
        shown = [line[2:9].rstrip() for line in reader.lines]
        edit(pack, "sources/tide-survey.md", "issued: 2025-01~", "issued: 2025-01")
        reader.app.reload()
        await reader.settle()
        assert reader.here == before
        assert [line[2:9].rstrip() for line in reader.lines] == shown


async def test_a_broken_edit_keeps_the_last_good_content_and_counts_its_problems(
    pack: Path,
) -> None:
    async with reading(pack, WIDE, Ref("claim", "alder-price")) as reader:
        edit(pack, "dimensions/price.yaml", "kind: estimate", "kind: guess")
        reader.app.reload()
        await reader.sees("1 error")
        assert "Alderland's tidal power sells at 65 crowns" in reader.screen
        assert reader.here == "claim:alder-price"
        edit(pack, "dimensions/price.yaml", "kind: guess", "kind: estimate")
        reader.app.reload()
        await reader.until(lambda: "1 error" not in reader.screen, "no problems")


async def test_a_pack_that_is_gone_keeps_its_content_on_the_screen(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "alder-price")) as reader:
        shutil.rmtree(pack)
        reader.app.reload()
        await reader.sees("1 error")
        assert "Alderland's tidal power sells at 65 crowns" in reader.screen
        reader.app.reload()
        await reader.press("2", "3", "4", "5", "6", "slash")
        await reader.type("hale")
        await reader.sees("esc closes")


async def test_what_changed_since_the_last_reading_is_told(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.sees("Your first reading.")
        await reader.press("q")
    edit(pack, "options/carry-on.md", "Builders go on waiting.", "Builders wait.")
    async with reading(pack, WIDE) as reader:
        await reader.sees("• The option “Carry on”: case against")


@pytest.mark.parametrize("item", ["claim:birch-subsidy", "source:price-register"])
async def test_another_size_and_back_keeps_the_row(pack: Path, item: str) -> None:
    kind, _, name = item.partition(":")
    async with reading(pack, WIDE, Ref(kind, name)) as reader:
        before = reader.screen
        await reader.resize(SMALL)
        assert reader.here == item
        await reader.resize(WIDE)
        assert reader.screen == before


async def test_the_highlighted_row_stays_in_sight_at_every_size(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-subsidy")) as reader:
        for size in [*SIZES, *reversed(SIZES)]:
            await reader.resize(size)
            assert any("▌" in line and "Without its subsidy" in line for line in reader.lines)


async def test_the_highlighted_row_of_a_detail_stays_in_sight_at_every_size(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("source", "tide-survey")) as reader:
        await reader.press("enter", "end")
        last = reader.here
        for size in [*SIZES, *reversed(SIZES)]:
            await reader.resize(size)
            assert reader.here == last
            assert any("▌" in line for line in reader.lines)


async def test_an_item_far_down_a_list_is_in_sight_from_the_start(shipped_pack: Path) -> None:
    async with reading(shipped_pack, USUAL, Ref("source", "wired-unfound")) as reader:
        await reader.sees("  Wired, unread")
        assert reader.here == "source:wired-unfound"


async def test_lists_without_items_are_told_as_such(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, dict.fromkeys(set(FILES) - {"pack.yaml"}))
    async with reading(pack, WIDE) as reader:
        for key, words in {
            "2": "No dimensions yet; add dimensions/*.yaml",
            "4": "None yet; add options/*.md",
            "5": "None yet; add sources/*.md",
            "6": "None yet; add briefs/*.yaml",
        }.items():
            await reader.press(key)
            await reader.sees(words)
            await reader.press("enter", "c", "space", "n", "y", "end")
        await reader.press("3", "v", "v", "v", "x", "enter")
