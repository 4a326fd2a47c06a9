"""What is particular to each view: pivots, sorting, what is new, what stands in each."""

from pathlib import Path

import pytest
from textual.geometry import Region
from textual.widget import Widget
from textual.widgets._toast import Toast, ToastRack

from briefing.pack.pack import Ref
from tests.packs import edit
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, Reader, reading

# --- all of them -------------------------------------------------------------------------

STARTS = (
    Ref("judgement", "gap-narrows"),
    Ref("claim", "alder-price"),
    Ref("question", "open-grid"),
    Ref("option", "open-the-grid"),
    Ref("source", "tide-survey"),
    Ref("brief", "one-pager"),
)
"""An item of each view, to open the app at."""


def layout(reader: Reader) -> list[tuple[str, str | None, Region]]:
    """Return where each part of the view stands; the notice of a start elsewhere is no part."""
    return [
        (type(widget).__name__, widget.id, widget.region)
        for widget in reader.app.screen.query(Widget)
        if widget.region.area and not isinstance(widget, Toast | ToastRack)
    ]


@pytest.mark.parametrize("size", SIZES)
async def test_a_view_looks_the_same_wherever_the_app_was_opened(
    pack: Path, size: tuple[int, int]
) -> None:
    seen = []
    for start in STARTS:
        async with reading(pack, size, start) as reader:
            views = {}
            for number in range(1, len(STARTS) + 1):
                await reader.press(str(number))
                views[number] = layout(reader)
            seen.append(views)
    for number in seen[0]:
        for views in seen:
            assert views[number] == seen[0][number]


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
