"""What is particular to each view: pivots, sorting, what is new, what stands in each."""

from pathlib import Path

import pytest

from tests.packs import edit
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, reading

# --- Overview ----------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_the_answer_comes_first(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size) as reader:
        words = reader.words
        assert words.index("Bottom line") < words.index("Birchmark sells tidal power for less")
        assert "Likely (55–80%): The gap in price" in words


async def test_a_judgement_opens_with_its_evidence(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("enter")
        await reader.sees("Evidence for")
        assert "Evidence against" in reader.screen
        assert "Birchmark ends its subsidy." in reader.screen


async def test_a_change_of_a_name_is_told_as_such_and_leads_to_its_place(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.press("q")
    edit(pack, "dimensions/permits.yaml", "id: permit-time", "id: permit-years")
    async with reading(pack, WIDE) as reader:
        await reader.sees("1 change since")
        await reader.click("• The claim “A permit takes 50", times=2)
        await reader.sees("has another id: permit-years")
        await reader.press("enter")
        assert (reader.view, reader.here) == ("compare", "claim:permit-years")


async def test_problems_of_the_content_are_counted_at_the_start(pack: Path) -> None:
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    async with reading(pack, WIDE) as reader:
        assert "1 error; ! lists them" in reader.screen
        assert " 1 error " in reader.lines[0]


# --- the shipped pack --------------------------------------------------------------------


@pytest.mark.parametrize("size", [USUAL, SMALL])
async def test_the_shipped_pack_is_read_from_end_to_end(
    shipped_pack: Path, size: tuple[int, int]
) -> None:
    async with reading(shipped_pack, size) as reader:
        for key in "123456":
            await reader.press(key, "end", "enter", "end", "c", "escape")
            assert "error" not in reader.lines[0]
