"""Whether the page fits: the meter, where the page ends, and what has to go."""

from pathlib import Path

import pytest

from tests.packs import ONE_PAGER, write_pack
from tests.tui.pages import UNKNOWN, fitted, go, write_long_pack
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, reading


@pytest.fixture
def long_pack(tmp_path: Path) -> Path:
    """A pack whose page runs over, of which two items have to go."""
    return write_long_pack(tmp_path / "long")


@pytest.mark.parametrize("size", SIZES)
async def test_the_meter_tells_the_lines_of_the_page_and_that_it_fits(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size) as reader:
        await reader.press("6")
        full = fitted(pack).full
        assert f"{full.used} of {full.room} lines, 3" in reader.words
        assert "words · fits" in reader.words


@pytest.mark.parametrize("size", SIZES)
async def test_a_page_that_runs_over_tells_by_how_many_lines(
    long_pack: Path, size: tuple[int, int]
) -> None:
    async with reading(long_pack, size) as reader:
        await reader.press("6")
        full = fitted(long_pack).full
        assert f"{full.used} of {full.room} lines" in reader.words
        assert f"{full.over} lines too many" in reader.words


@pytest.mark.parametrize("size", [WIDE, USUAL])
async def test_what_has_to_go_is_named_in_its_order(long_pack: Path, size: tuple[int, int]) -> None:
    async with reading(long_pack, size) as reader:
        await reader.press("6")
        named = [line.split() for line in reader.lines[-3:-1]]
        assert named == [
            ["1", "option", "Open", "the", "grid"],
            ["2", "dimension", "Permits", "and", "the", "time", "they", "take"],
        ]
        assert "x leaves out 2 items" in reader.words


@pytest.mark.parametrize("size", SIZES)
async def test_what_has_to_go_is_marked_in_the_list(long_pack: Path, size: tuple[int, int]) -> None:
    async with reading(long_pack, size) as reader:
        await reader.press("6")
        await go(reader, "option:open-the-grid")
        marked = [line for line in reader.lines if "goes 1st" in line]
        assert [line.split()[:2] for line in marked] == [["×", "Open"]]
        await go(reader, "dimension:permits")
        assert any(line.startswith("×   Permits") and "goes 2nd" in line for line in reader.lines)


@pytest.mark.parametrize("size", SIZES)
async def test_x_leaves_out_exactly_what_has_to_go_and_u_brings_it_back(
    long_pack: Path, size: tuple[int, int]
) -> None:
    async with reading(long_pack, size) as reader:
        await reader.press("6", "x")
        await reader.hears("Left out: option:open-the-grid, dimension:permits. u brings them back")
        assert "words · fits" in reader.words or "lines · fits" in reader.words
        assert "goes 1st" not in reader.screen
        await reader.press("u")
        await reader.hears("Undone: 2 items left out")
        assert "lines too many" in reader.words


async def test_a_click_on_the_offer_leaves_it_out(long_pack: Path) -> None:
    async with reading(long_pack, WIDE) as reader:
        await reader.press("6")
        await reader.click("leaves out 2 items")
        assert "words · fits" in reader.words


async def test_what_cannot_be_made_to_fit_is_told_as_such(tmp_path: Path) -> None:
    async with reading(write_long_pack(tmp_path / "long", 60), WIDE) as reader:
        await reader.press("6")
        over = fitted(tmp_path / "long").left.over
        told = f"Even without these it is {over} lines too long: drop what you can spare"
        assert told in reader.words


async def test_a_page_that_fits_has_nothing_to_leave_out(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "x")
        await reader.hears("The page fits as it is")


async def test_a_rule_tells_where_the_page_ends(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "right", "end")
        assert reader.lines[-4].split("▏")[1].strip().startswith("── end of page 1 (A4 and US Let")


async def test_what_stands_beyond_the_end_is_marked_in_the_margin(long_pack: Path) -> None:
    async with reading(long_pack, (160, 80)) as reader:
        await reader.press("6", "right", "end")
        page = [line.partition("▏")[2] for line in reader.lines if "▏" in line]
        rule = next(n for n, line in enumerate(page) if "── end of page 1" in line)
        assert "┊ " not in "".join(page[:rule])
        beyond = [line.strip() for line in page[rule + 2 :] if line.strip()]
        first = fitted(long_pack).full.beyond[0].removeprefix("note:")
        assert beyond[0].startswith((f"┊ [{first}]", f"▌ [{first}]"))
        assert all(line[0] in "┊▌" for line in beyond)


async def test_the_rule_names_the_paper(tmp_path: Path) -> None:
    letter = ONE_PAGER.replace("fit-both", "letter").replace("max_pages: 1", "max_pages: 2")
    pack = write_pack(tmp_path / "letter", {"briefs/one-pager.yaml": letter})
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "right", "end")
        await reader.sees("── end of page 2 (US Letter) ──")


async def test_a_change_is_measured_and_no_old_figure_stands_for_it(long_pack: Path) -> None:
    async with reading(long_pack, WIDE) as reader:
        await reader.press("6")
        await go(reader, "option:open-the-grid")
        reader.app.view.action_drop()  # type: ignore[attr-defined]
        await reader.paint()
        assert "measuring…" in reader.screen
        assert "too many" not in reader.screen
        assert "goes 1st" not in reader.screen
        await reader.sees("too many")


async def test_a_held_key_queues_no_measuring(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("6", "home")
        view = reader.app.view
        for step in [1] * 7:
            view.action_shift(step)  # type: ignore[attr-defined]
        assert len([w for w in reader.app.workers if w.group == "measuring"]) == 1
        await reader.sees("fits")


async def test_what_the_fonts_lack_is_told_in_place_of_the_meter(tmp_path: Path) -> None:
    gaps = ONE_PAGER.replace(UNKNOWN, "Written in \U00013000.")
    pack = write_pack(tmp_path / "glyphs", {"briefs/one-pager.yaml": gaps})
    for size in (WIDE, SMALL):
        async with reading(pack, size) as reader:
            await reader.press("6")
            assert reader.lines[-2].strip().startswith('no glyph for "')
            assert "lines" not in reader.lines[-2]
