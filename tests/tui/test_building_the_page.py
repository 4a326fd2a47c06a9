"""The page: pinning from any view, arranging in Brief, and writing it to a file."""

from pathlib import Path

import pytest

from briefing.export import FORMATS
from briefing.pack.pack import Ref
from tests.packs import edit, write_pack
from tests.tui.reader import SMALL, USUAL, WIDE, Reader, reading


def listed(reader: Reader) -> list[str]:
    """Return what the list of the Brief view shows, up to the rule beside it."""
    return [line.split("▏")[0].strip() for line in reader.lines[1:] if "▏" in line]


async def go(reader: Reader, ref: str) -> None:
    """Walk down the list of the Brief view to an item."""
    await reader.press("home")
    for _ in range(20):
        if reader.here == ref:
            return
        await reader.press("down")
    raise AssertionError(f"{ref} is not on the page:\n{reader.screen}")


@pytest.mark.parametrize("size", [WIDE, USUAL, SMALL])
async def test_space_pins_an_item_and_takes_it_off_again(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, Ref("claim", "alder-turbines")) as reader:
        await reader.press("space")
        await reader.hears("Pinned to the page: claim:alder-turbines")
        await reader.press("6")
        await go(reader, "claim:alder-turbines")
        await reader.press("left_square_bracket", "space", "6")
        with pytest.raises(AssertionError, match="is not on the page"):
            await go(reader, "claim:alder-turbines")


async def test_a_pin_is_told_and_shown_in_the_list(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("dimension", "permits")) as reader:
        assert any("◆ Permits" in line for line in reader.lines)
        await reader.press("space")
        await reader.hears("Taken off the page: dimension:permits")
        assert not any("◆ Permits" in line for line in reader.lines)
        await reader.press("space")
        await reader.hears("Pinned to the page: dimension:permits")
        assert any("◆ Permits" in line for line in reader.lines)


@pytest.mark.parametrize(
    ("name", "row"),
    [("alder-turbines", "▌ Alderland runs 42"), ("birch-subsidy", "▌ Without its")],
)
async def test_pinning_leaves_the_reader_where_they_are(pack: Path, name: str, row: str) -> None:
    async with reading(pack, SMALL, Ref("claim", name)) as reader:
        before = [line.startswith(row) for line in reader.lines]
        assert any(before)
        await reader.press("space")
        assert reader.here == f"claim:{name}"
        assert [line.startswith(row) for line in reader.lines] == before


async def test_a_source_is_pinned_with_what_it_is_worth(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("source", "price-register")) as reader:
        await reader.press("space", "6")
        await reader.sees("What the sources are worth")


async def test_a_pack_without_a_recipe_says_what_to_do(tmp_path: Path) -> None:
    pack = write_pack(tmp_path, {"briefs/one-pager.yaml": None})
    async with reading(pack, USUAL, Ref("claim", "alder-price")) as reader:
        await reader.press("space")
        await reader.hears("This pack has no recipe to pin to; add one in briefs/")
        await reader.press("6")
        await reader.sees("No recipe in briefs/ yet")
        await reader.press("d", "J", "K", "enter")
        await reader.press("e", "enter")
        await reader.sees("This pack has no recipe to export; add one in briefs/")


async def test_the_page_is_shown_as_it_will_read_and_measured(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        assert "Birchmark sells tidal power for less, and part of that is subsidy" in reader.screen
        assert "What Birchmark pays its builders is not known." in reader.screen
        assert "words short (one page: 430–520)" in reader.screen


async def test_d_takes_an_item_off_and_stays_beside_it(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        await go(reader, "expert:jon-hale")
        await reader.press("d")
        assert "Jon Hale" not in reader.screen
        assert reader.here == "question:open-grid"


async def test_d_takes_a_block_off_with_all_that_is_in_it(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home", "down", "d")
        assert "Comparison" not in listed(reader)
        assert "Price of power" not in reader.screen


async def test_the_last_block_stays(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home", *["d"] * 12)
        assert [row for row in listed(reader) if row] == ["Sources"]


async def test_capital_j_and_k_move_an_item_and_the_highlight_with_it(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        await go(reader, "option:carry-on")
        rows = listed(reader)
        at = next(n for n, row in enumerate(rows) if row.startswith("Carry on"))
        await reader.press("J")
        assert listed(reader)[at].startswith("Open the grid")
        assert reader.here == "option:carry-on"
        await reader.press("J")
        assert listed(reader)[at + 1].startswith("Carry on")
        await reader.press("K")
        assert listed(reader) == rows


async def test_capital_j_and_k_move_a_block(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home")
        blocks = listed(reader)
        assert blocks[:2] == ["Bottom line", "Comparison"]
        await reader.press("J")
        moved = listed(reader)
        assert moved[0] == "Comparison"
        assert moved.index("Bottom line") == moved.index("Judgements") - 1
        await reader.press("K")
        assert listed(reader) == blocks


async def test_enter_shows_an_item_of_the_page_whole(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        await go(reader, "judgement:gap-narrows")
        await reader.press("enter")
        await reader.sees("What would change it")


async def test_the_page_is_kept_over_a_restart(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6")
        await go(reader, "expert:jon-hale")
        await reader.press("d", "q")
    async with reading(pack, WIDE) as reader:
        assert reader.view == "brief"
        assert "Jon Hale" not in reader.screen


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The empty folder that the app runs in."""
    made = tmp_path / "here"
    made.mkdir()
    monkeypatch.chdir(made)
    return made


async def export_to(reader: Reader, path: str) -> None:
    """Open the export dialog, fill in a path, and press enter."""
    await reader.press("e", "end", "ctrl+u")
    await reader.paste(path)
    await reader.press("enter")


async def test_the_page_is_exported_to_the_path_in_the_dialog(pack: Path, folder: Path) -> None:
    async with reading(pack) as reader:
        await export_to(reader, "page.md")
        await reader.hears(f"Written to {folder / 'page.md'}")
        assert "Export the page" not in reader.screen
    page = (folder / "page.md").read_text()
    assert page.startswith("# Birchmark sells tidal power for less")


async def test_without_another_path_the_page_goes_where_the_app_was_started(
    pack: Path, folder: Path
) -> None:
    async with reading(pack) as reader:
        await reader.press("e", "enter")
        await reader.hears(f"Written to {folder / 'tidal-power-one-pager.md'}")
    assert [file.name for file in folder.iterdir()] == ["tidal-power-one-pager.md"]


async def test_a_second_export_asks_before_it_replaces(pack: Path, folder: Path) -> None:
    page = folder / "page.md"
    page.write_text("mine")
    async with reading(pack, SMALL) as reader:
        await export_to(reader, "page.md")
        await reader.until(lambda: "enter again to replace it" in reader.words, "a question")
        assert page.read_text() == "mine"
        await reader.press("enter")
        await reader.hears("Written to")
    assert page.read_text().startswith("# Birchmark")


async def test_another_path_is_asked_about_anew(pack: Path, folder: Path) -> None:
    for name in ("one.md", "two.md"):
        (folder / name).write_text("mine")
    async with reading(pack, SMALL) as reader:
        await export_to(reader, "one.md")
        await reader.press("end", "ctrl+u")
        await reader.paste("two.md")
        await reader.press("enter")
        await reader.until(lambda: "enter again to replace it" in reader.words, "a question")
    assert (folder / "two.md").read_text() == "mine"


async def test_the_suffix_follows_the_format(pack: Path) -> None:
    first, second, *_ = (made.suffix for made in FORMATS.values())
    async with reading(pack) as reader:
        await reader.press("e", "end", "ctrl+u")
        await reader.paste(f"a.b{first}")
        await reader.press("shift+tab", "down")
        await reader.sees(f"a.b{second} ")
        await reader.press("up")
        await reader.sees(f"a.b{first} ")


async def test_the_last_format_and_folder_are_offered_again(pack: Path, folder: Path) -> None:
    fmt = list(FORMATS.values())[1]
    (folder / "out").mkdir()
    async with reading(pack, WIDE) as reader:
        await reader.press("e", "shift+tab", "down", "tab", "end", "ctrl+u")
        await reader.paste(f"out/page{fmt.suffix}")
        await reader.press("enter")
        await reader.hears("Written to")
        await reader.press("e")
        await reader.sees(f"out/tidal-power-one-pager{fmt.suffix}")
    assert (folder / "out" / f"page{fmt.suffix}").exists()


@pytest.mark.parametrize("path", ["/", ".", "~nobody-of-this-name/page.md", "", "no/page.md"])
async def test_a_path_that_cannot_be_written_is_told(pack: Path, folder: Path, path: str) -> None:
    async with reading(pack, SMALL) as reader:
        await export_to(reader, path)
        await reader.press("shift+tab", "down", "up", "tab", "enter")
        told = ("is a folder", "no folder")
        await reader.until(lambda: any(words in reader.words for words in told), "why not")
        await reader.press("escape")
        assert "Export the page" not in reader.screen
    assert list(folder.iterdir()) == []


async def test_content_with_errors_is_not_exported(pack: Path, folder: Path) -> None:
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    async with reading(pack, WIDE) as reader:
        await reader.press("e", "enter")
        await reader.sees("The content has errors")
    assert list(folder.iterdir()) == []
