"""Evidence: sources by worth, claims by status, conflicts as pairs, a timeline, each mix."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from tests.packs import edit
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, Reader, reading

SURVEY = Ref("source", "tide-survey")


def places(reader: Reader, *texts: str) -> list[int]:
    """Return the lines of the screen that texts stand in."""
    return [next(n for n, line in enumerate(reader.lines) if text in line) for text in texts]


# --- sources ---------------------------------------------------------------------------


async def test_sources_stand_under_what_they_are_worth_with_their_uses(pack: Path) -> None:
    async with reading(pack, WIDE, SURVEY) as reader:
        found = places(reader, "Reliable (1)", "Fairly reliable (1)", "Cannot be judged (1)")
        assert found == sorted(found)
        assert any("Tide survey" in line and "9 lines" in line for line in reader.lines)
        assert any("Register of prices" in x and "excerpt · 4 lines" in x for x in reader.lines)


async def test_sources_are_sorted_by_lines_access_side_date_and_name(pack: Path) -> None:
    def first(reader: Reader) -> str:
        names = ("Tide survey", "Register of prices", "One strait, one b")
        return min(names, key=lambda name: places(reader, name)[0])

    async with reading(pack, WIDE, SURVEY) as reader:
        found = []
        for _ in range(5):
            await reader.press("s")
            found.append(first(reader))
        assert found == [
            "Tide survey",
            "Tide survey",
            "Tide survey",
            "Register of prices",
            "One strait, one b",
        ]
        await reader.press("s")
        assert "by what they are worth" in reader.screen


@pytest.mark.parametrize("size", SIZES)
async def test_filters_leave_sources_out_and_say_so(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, SURVEY) as reader:
        await reader.press("f", "space")
        await reader.sees("1 of 3 sources")
        await reader.press("escape")
        assert "Reliable" in reader.screen
        assert "Fairly reliable (1)" not in reader.screen
        await reader.press("F")
        assert "1 of 3 sources" not in reader.screen


async def test_a_click_switches_a_filter(pack: Path) -> None:
    async with reading(pack, WIDE, SURVEY) as reader:
        await reader.press("f")
        await reader.click("Not read")
        await reader.sees("1 of 3 sources")
        await reader.click("Lines that rest on them")
        await reader.click("show all ·")
        await reader.sees("All 3 sources")
        await reader.press("escape")
        assert "by lines that rest on them" in reader.screen


async def test_a_source_that_is_gone_to_is_never_filtered_out(pack: Path) -> None:
    async with reading(pack, USUAL, SURVEY) as reader:
        await reader.press("f", "space", "escape", "v")
        reader.app.open(Ref("source", "strait-gazette"))
        await reader.hears("Filters were taken away to show One strait, one builder")
        assert reader.here == "source:strait-gazette"
        assert "● Sources" in reader.screen


# --- claims by status, and the mix of each dimension ---------------------------------------


async def test_claims_stand_under_their_status_with_their_side(pack: Path) -> None:
    async with reading(pack, WIDE, SURVEY) as reader:
        await reader.press("v")
        for heading in ("✓ Confirmed (1)", "✎ Corrected (1)", "≠ Contested (1)", "✗ Misprinted"):
            assert heading in reader.screen
        assert any("Birchmark's tidal" in line and "BM" in line for line in reader.lines)


async def test_other_rows_of_a_pivot_are_shown_from_their_top(shipped_pack: Path) -> None:
    async with reading(shipped_pack, USUAL, Ref("source", "wired-unfound")) as reader:
        await reader.press("v")
        await reader.sees("Confirmed (")


@pytest.mark.parametrize("size", SIZES)
async def test_the_mix_of_each_dimension_is_drawn_for_both_sides(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, SURVEY) as reader:
        await reader.press("v", "v", "v", "v")
        row = next(line for line in reader.lines if line[2:].startswith("Price"))
        assert "✓✎" in row
        assert "≠?" in row


async def test_a_mix_is_told_in_words_and_its_claims_can_be_opened(pack: Path) -> None:
    async with reading(pack, WIDE, SURVEY) as reader:
        await reader.press("v", "v", "v", "v")
        await reader.sees("✓ 1 confirmed · ✎ 1 corrected")
        assert "✓✎  1 of 2 confirmed" in reader.screen
        assert "✗ misprinted" in reader.words
        await reader.press("enter")
        for _ in range(9):
            if reader.here == "claim:alder-turbines":
                break
            await reader.press("down")
        await reader.press("enter")
        assert (reader.view, reader.here) == ("compare", "claim:alder-turbines")
        await reader.press("left_square_bracket")
        assert (reader.view, reader.here) == ("evidence", "claim:alder-turbines")
        assert "● Mix" in reader.screen


# --- conflicts -----------------------------------------------------------------------------


async def test_claims_at_odds_stand_beside_one_another_with_what_they_rest_on(
    pack: Path,
) -> None:
    async with reading(pack, WIDE, SURVEY) as reader:
        await reader.press("v", "v")
        await reader.sees("Both are shown; neither is struck out.")
        assert any("Birchmark's" in line and "Without its" in line for line in reader.lines)
        assert any("Tide survey (about" in x and "One strait, one" in x for x in reader.lines)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize(
    ("keys", "claim"), [(("right",), "birch-price"), (("right", "right"), "birch-subsidy")]
)
async def test_both_claims_of_a_conflict_can_be_opened(
    pack: Path, size: tuple[int, int], keys: tuple[str, ...], claim: str
) -> None:
    async with reading(pack, size, SURVEY) as reader:
        await reader.press("v", "v", *keys)
        assert reader.here == f"claim:{claim}"
        await reader.press("enter")
        assert (reader.view, reader.here) == ("compare", f"claim:{claim}")
        await reader.press("left_square_bracket")
        assert (reader.view, reader.here) == ("evidence", f"claim:{claim}")


async def test_left_leads_back_to_the_list_of_conflicts(pack: Path) -> None:
    async with reading(pack, WIDE, SURVEY) as reader:
        await reader.press("v", "v", "right", "right", "down")
        assert reader.here == "source:strait-gazette"
        await reader.press("left", "left", "v")
        await reader.sees("● Timeline")


# --- timeline ------------------------------------------------------------------------------


async def test_dated_claims_stand_on_either_side_of_an_axis(pack: Path) -> None:
    async with reading(pack, WIDE, SURVEY) as reader:
        await reader.press("v", "v", "v")
        head = next(line for line in reader.lines if "Alderland ■" in line)
        axis = head.index("│")
        assert head.index("□ Birchmark") > axis
        listed = [line[:12].strip() for line in reader.lines[2:12] if line[:12].strip()]
        assert listed == ["2024", "no month", "2025", "January", "no date"]
        rows = {line[2:12].strip(): line for line in reader.lines[2:]}
        assert (rows["January"].index("2 ■■") + 5, rows["January"][axis]) == (axis, "│")
        assert rows["no month"].index("□ 1") == axis + 2


async def test_a_period_is_told_in_words_by_date(pack: Path) -> None:
    async with reading(pack, WIDE, SURVEY) as reader:
        await reader.press("v", "v", "v", "down")
        await reader.sees("Alderland: 2 claims · Birchmark: 0 claims")
        found = places(reader, "January 2025, no day told", "29 January 2025")
        assert found == sorted(found)


async def test_months_without_a_claim_are_counted(pack: Path) -> None:
    edit(pack, "dimensions/price.yaml", "date: 2024\n", "date: 2024-06\n")
    async with reading(pack, WIDE, SURVEY) as reader:
        await reader.press("v", "v", "v")
        row = next(line for line in reader.lines if "6 months without" in line)
        assert "┊" in row


async def test_the_timeline_fits_a_small_screen(pack: Path) -> None:
    async with reading(pack, SMALL, SURVEY) as reader:
        await reader.press("v", "v", "v", "down")
        assert any("January" in line and "■■" in line for line in reader.lines)
        await reader.press("enter", "down")
        assert reader.here.startswith("claim:")


async def test_many_claims_share_signs_and_the_legend_says_so(shipped_pack: Path) -> None:
    async with reading(shipped_pack, USUAL, Ref("source", "bis-2026-rule")) as reader:
        await reader.press("v", "v", "v")
        await reader.sees("A sign stands for up to")


async def test_an_empty_pack_shows_every_pivot(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("format: [\n")
    async with reading(tmp_path, USUAL) as reader:
        await reader.press("5")
        for _ in range(5):
            await reader.press("v", "right", "down", "c", "escape", "left")
            assert "None yet; add" in reader.screen
