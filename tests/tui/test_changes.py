"""What changed since the reader last read the pack: told in words, marked, shown old and new."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.diff import keep
from briefing.pack.loader import load
from briefing.pack.pack import Ref
from briefing.workspace import Workspace
from tests.packs import edit, write_pack
from tests.tui.reader import SIZES, USUAL, WIDE, Reader, reading
from tests.tui.readings import read_before

GAP = Ref("judgement", "gap-narrows")


def likelier(pack: Path) -> None:
    """Change the likelihood of the pack's judgement."""
    edit(pack, "judgements.yaml", "likelihood: likely", "likelihood: very likely")


def news(reader: Reader) -> str:
    """Return what the pane of what is new says, or all of the screen where there is one pane."""
    return " ".join(" ".join(line.split("▏")[-1] for line in reader.lines).split()).replace(
        "▌ ", ""
    )


async def hears_of(reader: Reader, text: str) -> None:
    """Wait until the pane of what is new says something."""
    await reader.until(lambda: text in news(reader), text)


async def go_to(reader: Reader, words: str) -> None:
    """Go down the Overview to the row with these words."""
    await reader.press("tab", "home")
    for _ in range(60):
        if any("▌" in line and words in line for line in reader.lines):
            return
        await reader.press("down")
    raise AssertionError(f"no row with {words!r}:\n{reader.screen}")


@pytest.mark.parametrize("size", SIZES)
async def test_a_judgement_that_moved_is_told_in_the_readers_terms(
    pack: Path, size: tuple[int, int]
) -> None:
    read_before(pack)
    likelier(pack)
    async with reading(pack, size) as reader:
        await go_to(reader, "• The judgement")
        assert "likelihood moved from likely (55–80%) to very likely (80–95%)." in news(reader)


async def test_each_kind_of_change_is_told_the_most_important_first(pack: Path) -> None:
    read_before(pack)
    likelier(pack)
    edit(
        pack,
        "dimensions/price.yaml",
        "status: confirmed",
        "status: corrected\n        correction: {text: It runs 40., "
        "cites: [{source: price-register, at: p. 6}]}",
    )
    edit(
        pack,
        "experts/jon-hale.md",
        "positions:\n",
        "positions:\n  - {question: pay-more, stance: agree, basis: stated, confidence: high,\n"
        "     date: 2025, text: He says so., cites: [{source: strait-gazette, at: page 1}]}\n",
    )
    edit(pack, "sources/tide-survey.md", "fairly-reliable", "unreliable")
    async with reading(pack, (160, 80)) as reader:
        said = [
            "likelihood moved from likely (55–80%) to very likely (80–95%)",
            "was confirmed, and is now corrected – It runs 40",
            "position on “Pay more” added, agrees (stated)",
            "downgraded from fairly reliable to unreliable",
        ]
        places = [news(reader).index(text) for text in said]
        assert places == sorted(places)


async def test_a_claim_that_is_reworded_and_renamed_is_told_as_the_same_claim(pack: Path) -> None:
    read_before(pack)
    edit(pack, "dimensions/price.yaml", "id: alder-turbines", "id: turbines-of-alder")
    edit(pack, "dimensions/price.yaml", "runs 42 turbines", "now runs 43 turbines")
    edit(pack, "judgements.yaml", "alder-turbines", "turbines-of-alder")
    async with reading(pack, WIDE) as reader:
        await hears_of(reader, "2 changes since")
        assert "text reworded" in news(reader)
        assert "has another id" in news(reader)
        assert "taken out" not in news(reader)


@pytest.mark.parametrize("size", SIZES)
async def test_a_change_is_opened_with_the_words_before_and_now_and_leads_to_its_item(
    pack: Path, size: tuple[int, int]
) -> None:
    read_before(pack)
    edit(pack, "dimensions/price.yaml", "runs 42 turbines of", "ran 43 turbines of")
    async with reading(pack, size) as reader:
        await go_to(reader, "• The claim")
        assert reader.here == "claim:alder-turbines"
        await reader.press("enter")
        await reader.sees("Changed since 1 July 2025")
        await reader.press("end")
        assert any("Alderland runs 42" in x and "Alderland ran 43" in x for x in reader.lines)
        await reader.press("enter")
        assert (reader.view, reader.here) == ("compare", "claim:alder-turbines")


async def test_a_change_is_opened_with_the_mouse(pack: Path) -> None:
    read_before(pack)
    likelier(pack)
    async with reading(pack, WIDE) as reader:
        await reader.click("• The judgement", times=2)
        await reader.sees("Changed since 1 July 2025")
        assert "likely (55–80%)" in reader.words
        assert "very likely (80–95%)" in reader.words
        await reader.press("escape")
        assert reader.view == "overview"


async def test_what_was_taken_out_can_still_be_read_and_leads_nowhere(pack: Path) -> None:
    read_before(pack)
    (pack / "experts" / "gazette-desk.md").unlink()
    async with reading(pack, WIDE) as reader:
        await go_to(reader, "− Strait Gazette")
        await reader.press("space", "n", "y", "o", "c")
        await reader.press("enter")
        await reader.sees("Strait Gazette: taken out.")
        await reader.press("enter")
        await reader.hears("This is no item of the pack as it is now")
        await reader.press("escape")
        assert reader.view == "overview"


async def test_a_change_of_the_pack_itself_is_no_item_to_go_to(pack: Path) -> None:
    read_before(pack)
    edit(pack, "pack.yaml", "Birchmark sells tidal power for less", "Birchmark asks for less")
    async with reading(pack, WIDE) as reader:
        await go_to(reader, "• The pack")
        await reader.press("enter", "enter")
        await reader.hears("This is no item of the pack as it is now")


async def test_items_that_changed_are_marked_in_lists(pack: Path) -> None:
    read_before(pack)
    edit(pack, "options/carry-on.md", "Builders go on waiting.", "Builders wait.")
    edit(pack, "sources/tide-survey.md", "fairly-reliable", "unreliable")
    async with reading(pack, WIDE, Ref("source", "tide-survey")) as reader:
        assert "• Tide survey" in reader.words
        assert "• Register" not in reader.words


async def test_many_changes_are_counted_and_all_of_them_are_one_row_away(pack: Path) -> None:
    read_before(pack)
    for path, name in (("price", "so_what"), ("permits", "so_what"), ("permits", "question")):
        edit(pack, f"dimensions/{path}.yaml", f"{name}: ", f"{name}: Now ")
    for file in ("experts/mira-ostberg.md", "experts/jon-hale.md", "experts/gazette-desk.md"):
        edit(pack, file, "role: ", "role: Once ")
        edit(pack, file, "interests: ", "interests: Now ")
    for file in ("options/carry-on.md", "options/open-the-grid.md"):
        edit(pack, file, "action: ", "action: Now ")
        edit(pack, file, "## For\n\n", "## For\n\nNow ")
        edit(pack, file, "## Against\n\n", "## Against\n\nNow ")
    async with reading(pack, WIDE) as reader:
        await reader.sees("… and 3 more changes")
        await go_to(reader, "… and 3 more")
        await reader.press("enter")
        await reader.sees("What changed: Alderland and Birchmark in tidal power")
        await reader.press("end")
        assert "Now The grid is not ready." in reader.words


async def test_a_pack_that_is_as_it_was_read_is_not_compared(pack: Path) -> None:
    read_before(pack, state=b"damaged")
    async with reading(pack, WIDE) as reader:
        await reader.sees("No changes since 1 July 2025.")


@pytest.mark.parametrize("state", [b"", b"damaged", b"1.0\nx\x9c\x03\x00\x00\x00\x00\x01"])
async def test_what_another_version_kept_is_told_as_such_once(pack: Path, state: bytes) -> None:
    read_before(pack, state)
    Workspace().set_note("tidal-power", GAP, "mine")
    likelier(pack)
    async with reading(pack, WIDE) as reader:
        await hears_of(reader, "What changed since 1 July 2025 cannot be told")
        await hears_of(reader, "mine")
        await reader.press("q")
    edit(pack, "judgements.yaml", "confidence: moderate", "confidence: high")
    async with reading(pack, WIDE) as reader:
        await reader.sees("1 change since")
        assert "confidence moved from moderate to high" in news(reader)


async def test_what_another_version_kept_is_kept_anew_while_nothing_has_changed(
    pack: Path,
) -> None:
    read_before(pack, state=b"0.0\nanother")
    async with reading(pack, WIDE) as reader:
        await reader.press("q")
    likelier(pack)
    async with reading(pack, WIDE) as reader:
        await reader.sees("1 change since")


async def test_an_edit_is_told_while_the_app_is_open_and_no_longer_when_it_is_undone(
    pack: Path,
) -> None:
    read_before(pack)
    async with reading(pack, WIDE) as reader:
        likelier(pack)
        reader.app.reload()
        await reader.sees("1 change since 1 July 2025")
        edit(pack, "judgements.yaml", "likelihood: very likely", "likelihood: likely")
        reader.app.reload()
        await reader.sees("No changes since 1 July 2025")


async def test_an_edit_during_the_first_reading_is_told(pack: Path) -> None:
    async with reading(pack, WIDE) as reader:
        await reader.sees("Your first reading.")
        likelier(pack)
        reader.app.reload()
        await hears_of(reader, "likelihood moved from likely")
        await go_to(reader, "• The judgement")
        await reader.press("enter")
        await reader.sees("Changed since you began to read")


async def test_what_is_told_stays_when_another_window_is_left(pack: Path) -> None:
    read_before(pack)
    likelier(pack)
    async with reading(pack, WIDE) as reader:
        now = load(pack).pack
        Workspace().set_reading("tidal-power", now.digest, keep(now))
        edit(pack, "options/carry-on.md", "Builders go on waiting.", "Builders wait.")
        reader.app.reload()
        await reader.sees("2 changes since 1 July 2025")


async def test_changed_words_are_shown_as_they_are_and_never_as_markup(pack: Path) -> None:
    read_before(pack)
    hostile = "[/x] [@click=app.quit]out[/] [b]42[/b] \\u001b[31m 「日本」"
    edit(pack, "dimensions/price.yaml", "text: Alderland runs 42 turbines of the type T-200.",
         f'text: "{hostile}"')  # fmt: skip
    async with reading(pack, USUAL) as reader:
        await go_to(reader, "• The claim")
        await reader.press("enter")
        await reader.sees("Before")
        assert "[@click=app.quit]out[/] [b]42[/b]" in reader.words
        assert "␛[31m" in reader.words


async def test_each_pack_is_left_and_found_at_its_own_place(pack: Path, tmp_path: Path) -> None:
    other = write_pack(tmp_path / "other")
    edit(other, "pack.yaml", "id: tidal-power", "id: other-power")
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await reader.press("q")
    async with reading(other, USUAL) as reader:
        assert reader.view == "overview"
        await reader.press("q")
    async with reading(pack, USUAL) as reader:
        assert reader.here == "claim:birch-price"
