"""From a line to its source, from a source to every line that rests on it, and back again."""

from pathlib import Path

import pytest

from briefing.pack.pack import Ref
from briefing.tui.dialogs.drawer import Drawer
from tests.packs import edit
from tests.tui.reader import SIZES, SMALL, USUAL, WIDE, Reader, reading


@pytest.mark.parametrize("size", SIZES)
async def test_c_on_a_claim_opens_its_source_paragraph_and_reliability(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("claim", "birch-price")) as reader:
        await reader.press("c")
        await reader.sees("Says who?")
        seen = reader.words
        await reader.press(*["pagedown"] * (size == SMALL))
        seen += reader.words
        assert "Tidal power in Alderland: a survey" in seen
        assert "¶ 4, 6" in seen
        assert "Fairly reliable. Careful" in seen


async def test_the_drawer_tells_defects_of_the_place_then_of_all_then_elsewhere(
    pack: Path,
) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-price")) as reader:
        await reader.press("c")
        words = reader.words
        here, throughout = "Defect ✗ Prices are of last year.", "Throughout ✗ Names are spelt"
        elsewhere = "Defects elsewhere in it • ¶ 5: Prints 50 years for 5."
        assert words.index(here) < words.index(throughout) < words.index("Worth")
        assert words.index("Other lines that rest on this source") < words.index(elsewhere)


async def test_the_drawer_tells_the_terms_that_this_line_wants_in_the_source(pack: Path) -> None:
    edit(
        pack,
        "dimensions/permits.yaml",
        "{source: tide-survey, at: 5}",
        '{source: tide-survey, at: 3, terms: ["50 years"]}',
    )
    async with reading(pack, WIDE, Ref("claim", "alder-price")) as reader:
        await reader.press("c")
        await reader.sees("Look for")
        assert "“65 crowns”" in reader.screen
        assert "50 years" not in next(x for x in reader.lines if "Look for" in x)


async def test_the_drawer_tells_the_reference_of_the_source(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-price")) as reader:
        await reader.press("c")
        assert "Åsa Lind and Survey Team. Tidal power in Alderland: a survey." in reader.words


async def test_lines_of_the_paragraph_come_before_those_of_the_source(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("option", "open-the-grid")) as reader:
        await reader.press("enter")
        while reader.here != "expert:mira-ostberg":
            await reader.press("down")
        await reader.press("c")
        await reader.sees("Lines that rest on ¶ 7")
        words = reader.words
        near = words.index("Mira Ostberg on Open grid: She wants")
        far = words.index("¶ 3: Alderland's tidal power")
        assert near < words.index("Other lines that rest on this source") < far


async def test_a_claim_is_not_among_the_other_lines_on_its_paragraph(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-price")) as reader:
        await reader.press("c")
        drawn = reader.words[reader.words.index("Other lines") :]
        assert "Birchmark's tidal power sells at 38" not in drawn


@pytest.mark.parametrize("size", SIZES)
async def test_the_sources_of_a_line_are_stepped_through(pack: Path, size: tuple[int, int]) -> None:
    async with reading(pack, size, Ref("claim", "alder-turbines")) as reader:
        await reader.press("c")
        await reader.sees("1 of 2")
        assert "Tidal power in Alderland: a survey" in reader.words
        await reader.press("full_stop")
        assert "2 of 2" in reader.screen
        assert "[5] Register of prices" in reader.screen
        await reader.press("comma")
        assert "1 of 2" in reader.screen


async def test_a_click_on_a_source_of_the_line_shows_it(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "alder-turbines")) as reader:
        await reader.press("c")
        await reader.click("Register of prices, p. 5")
        await reader.sees("2 of 2")


async def test_c_in_the_drawer_opens_the_sources_of_what_it_shows(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("judgement", "gap-narrows")) as reader:
        await reader.press("enter")
        await reader.sees("Evidence for")
        for _ in range(9):
            if "Says who?" in reader.screen:
                break
            await reader.press("down", "c")
        await reader.sees("Tidal power in Alderland: a survey")
        await reader.press("escape")
        assert "Evidence for" in reader.screen


# --- in the drawer all keys that work everywhere work --------------------------------------


async def to_drawer(reader: Reader) -> None:
    """Open the citation of a claim, and go to the first of the other lines on its source."""
    await reader.press("c")
    await reader.sees("Says who?")
    drawer = reader.app.screen
    assert isinstance(drawer, Drawer)
    while drawer.current != Ref("claim", "alder-price"):
        await reader.press("down")


@pytest.mark.parametrize("size", SIZES)
async def test_keys_in_the_drawer_work_on_its_highlighted_item(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("claim", "birch-price")) as reader:
        await to_drawer(reader)
        await reader.press("space")
        await reader.hears("Taken off the page: claim “Alderland")
        await reader.press("y")
        assert "sells at 65 crowns" in reader.app.clipboard
        await reader.press("n")
        await reader.sees("Note on: Alder")
        await reader.type("See the register")
        await reader.press("escape")
        notes = reader.app.session.notes
        assert notes == {Ref("claim", "alder-price"): "See the register"}
        await reader.sees("Says who?")


@pytest.mark.parametrize(
    ("key", "view"), [("1", "overview"), ("3", "experts"), ("5", "evidence"), ("6", "brief")]
)
async def test_the_keys_of_the_views_close_the_drawer_and_go_there(
    pack: Path, key: str, view: str
) -> None:
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await reader.press("c", key)
        assert (reader.view, "Says who?" in reader.screen) == (view, False)
        await reader.press("left_square_bracket")
        assert reader.here == "claim:birch-price"


@pytest.mark.parametrize(
    ("key", "shown"),
    [
        ("slash", "Search"),
        ("question_mark", "Everywhere"),
        ("e", "Export"),
        ("exclamation_mark", "Content: 2 warnings"),
    ],
)
async def test_dialogs_open_over_the_drawer_and_lead_back_to_it(
    pack: Path, key: str, shown: str
) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-price")) as reader:
        await reader.press("c", key)
        await reader.sees(shown)
        await reader.press("escape")
        assert reader.app.screen.query("#drawer")


async def test_back_in_the_drawer_closes_it(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await reader.press("c", "left_square_bracket")
        assert "Says who?" not in reader.screen
        assert reader.here == "claim:birch-price"


async def test_a_click_beside_the_drawer_closes_it(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-price")) as reader:
        await reader.press("c")
        await reader.click("Permits")
        assert "Says who?" not in reader.screen


async def test_the_keys_of_the_drawer_can_be_clicked(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-price")) as reader:
        await reader.press("c")
        await reader.click("y Markdown")
        await reader.hears("Copied the citation as Markdown")
        await reader.click("esc close")
        assert "Says who?" not in reader.screen


@pytest.mark.parametrize(("size", "least"), [(WIDE, 90), (USUAL, 70), (SMALL, 40)])
async def test_the_drawer_uses_the_width(pack: Path, size: tuple[int, int], least: int) -> None:
    async with reading(pack, size, Ref("claim", "birch-price")) as reader:
        await reader.press("c")
        assert reader.app.screen.query_one("#drawer").size.width >= least - 4


# --- copying and opening a citation --------------------------------------------------------


async def test_a_citation_is_copied_as_markdown_and_as_a_plain_reference(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await reader.press("c", "y")
        assert reader.app.clipboard == (
            "Åsa Lind and Survey Team. "
            "*[Tidal power in Alderland: a survey.](https://example.org/survey)* "
            "Straits and Tides, Office of Tides, about January 2025. Accessed 1 June 2025. ¶ 4, 6."
        )
        await reader.press("Y")
        assert reader.app.clipboard == (
            "Åsa Lind and Survey Team. Tidal power in Alderland: a survey. Straits and Tides, "
            "Office of Tides, about January 2025. Accessed 1 June 2025. "
            "https://example.org/survey ¶ 4, 6."
        )


@pytest.fixture
def desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desktop whose opener writes down what it is given; the file that it writes to."""
    given = tmp_path / "opened"
    made = tmp_path / "bin"
    made.mkdir()
    script = made / "xdg-open"
    script.write_text(f'#!/bin/sh\nprintf %s "$1" > {given}.part && mv {given}.part {given}\n')
    script.chmod(0o755)
    monkeypatch.setenv("PATH", str(made), prepend=":")
    monkeypatch.setenv("DISPLAY", ":1")
    monkeypatch.setattr("sys.platform", "linux")
    return given


@pytest.mark.parametrize("size", SIZES)
async def test_the_browser_is_asked_for_first(
    pack: Path, desktop: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("claim", "birch-price")) as reader:
        await reader.press("c", "b")
        await reader.sees("Open example.org in the browser?")
        assert "https://example.org/survey" in reader.screen
        await reader.press("escape")
        assert "in the browser?" not in reader.screen
        assert not desktop.exists()
        await reader.press("b", "enter")
        await reader.hears("Opened example.org in the browser")
        await reader.until(desktop.exists, "the browser")
    assert desktop.read_text() == "https://example.org/survey"


async def test_without_a_browser_the_address_can_be_copied(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.1 1 192.0.2.2 22")
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        await reader.press("c", "b")
        await reader.sees("There is no browser to be seen from this terminal.")
        await reader.press("enter")
        await reader.hears("Copied the address")
        assert reader.app.clipboard == "https://example.org/survey"


async def test_a_source_without_an_address_says_so(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "birch-subsidy")) as reader:
        await reader.press("c", "b")
        await reader.hears("The pack tells no address of this source")


# --- there and back ------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
async def test_from_a_line_to_its_source_to_another_line_and_all_the_way_back(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("claim", "birch-subsidy")) as reader:
        await reader.press("c")
        await reader.sees("Says who?")
        await reader.press("enter")
        assert (reader.view, reader.here) == ("evidence", "source:strait-gazette")
        await reader.press("enter")
        for _ in range(60):
            if reader.here == "option:open-the-grid":
                break
            await reader.press("down")
        assert reader.here == "option:open-the-grid"
        await reader.press("enter")
        assert (reader.view, reader.here) == ("options", "option:open-the-grid")
        await reader.press("left_square_bracket")
        assert (reader.view, reader.here) == ("evidence", "option:open-the-grid")
        await reader.press("left_square_bracket")
        assert (reader.view, reader.here) == ("compare", "claim:birch-subsidy")
        await reader.press("right_square_bracket", "right_square_bracket")
        assert (reader.view, reader.here) == ("options", "option:open-the-grid")


async def test_from_the_drawer_another_line_opens_and_back_leads_back(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-price")) as reader:
        await to_drawer(reader)
        await reader.press("enter")
        assert (reader.view, reader.here) == ("compare", "claim:alder-price")
        await reader.press("left_square_bracket")
        assert (reader.view, reader.here) == ("compare", "claim:birch-price")


async def test_escape_and_q_close_the_drawer_where_the_reader_was(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "birch-price")) as reader:
        for key in ("escape", "q"):
            await reader.press("c")
            await reader.sees("Says who?")
            await reader.press(key)
            assert "Says who?" not in reader.screen
            assert reader.here == "claim:birch-price"


async def test_a_click_on_a_mark_opens_its_source(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("dimension", "price")) as reader:
        await reader.click("[6]")
        await reader.sees("One strait, one builder")


async def test_c_where_nothing_is_cited_shows_the_item_whole(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("dimension", "price")) as reader:
        await reader.press("c")
        await reader.sees("Claim 1")


@pytest.mark.parametrize("size", SIZES)
async def test_enter_on_a_line_of_a_source_opens_the_claim_and_back_leads_back(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("source", "strait-gazette")) as reader:
        await reader.press("enter")
        for _ in range(40):
            if reader.here == "claim:birch-subsidy":
                break
            await reader.press("down")
        assert reader.here == "claim:birch-subsidy"
        await reader.press("enter")
        assert reader.view == "compare"
        assert reader.here == "claim:birch-subsidy"
        await reader.press("left_square_bracket")
        assert reader.view == "evidence"
        await reader.press("right_square_bracket")
        assert reader.view == "compare"
        assert reader.here == "claim:birch-subsidy"


async def test_enter_in_the_drawer_opens_what_it_names_where_it_is_at_home(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("claim", "birch-subsidy")) as reader:
        await reader.press("c")
        await reader.sees("Says who?")
        await reader.press("enter")
        assert reader.view == "evidence"
        assert reader.here == "source:strait-gazette"


async def test_back_leads_through_all_views_that_were_opened(pack: Path) -> None:
    async with reading(pack, USUAL) as reader:
        await reader.press("2", "3", "5")
        seen = []
        for _ in range(4):
            seen.append(reader.view)
            await reader.press("left_square_bracket")
        assert seen == ["evidence", "experts", "compare", "overview"]
        assert reader.view == "overview"


async def test_back_leads_to_the_row_that_was_left(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("expert", "mira-ostberg")) as reader:
        await reader.press("down")
        assert reader.here == "expert:jon-hale"
        await reader.press("4", "left_square_bracket")
        assert reader.here == "expert:jon-hale"


async def test_back_from_an_item_that_is_gone_leads_to_its_view(pack: Path) -> None:
    async with reading(pack, USUAL, Ref("claim", "permit-time")) as reader:
        await reader.press("4")
        edit(pack, "dimensions/permits.yaml", "id: permit-time", "id: permit-years")
        await reader.press("left_square_bracket")
        assert reader.view == "compare"


async def test_an_expert_of_an_option_opens_in_experts(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("option", "open-the-grid")) as reader:
        await reader.press("enter")
        await reader.click("Jon Hale")
        await reader.press("enter")
        assert (reader.view, reader.here) == ("experts", "expert:jon-hale")


async def test_a_double_click_opens_what_enter_would(pack: Path) -> None:
    async with reading(pack, WIDE, Ref("source", "strait-gazette")) as reader:
        await reader.click("page 2:", times=2)
        await reader.until(lambda: reader.here == "claim:birch-subsidy", "the claim")
        assert reader.view == "compare"


@pytest.mark.parametrize("size", SIZES)
async def test_a_click_highlights_the_line_that_was_clicked(
    pack: Path, size: tuple[int, int]
) -> None:
    async with reading(pack, size, Ref("source", "strait-gazette")) as reader:
        await reader.press("enter")
        while "page 2:" not in reader.screen:
            await reader.press("pagedown")
        await reader.click("page 2:")
        assert reader.here == "claim:birch-subsidy"


async def test_a_claim_is_read_whole_on_a_small_screen(pack: Path) -> None:
    async with reading(pack, SMALL, Ref("claim", "permit-time")) as reader:
        await reader.press("enter")
        seen = reader.words
        for _ in range(3):
            await reader.press("pagedown")
            seen += reader.words
        for words in ("Misprinted", "A permit takes 5 years.[2]", "Table 3. Reliable; excerpt."):
            assert words in seen
