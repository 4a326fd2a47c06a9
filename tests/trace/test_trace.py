"""Where the lines of a page come from, in every format, and what became of them."""

import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.compose import compose
from briefing.export import FORMATS, render
from briefing.pack.loader import load
from briefing.pack.pack import Pack
from briefing.recipes import default_brief
from briefing.trace import State, Traced, imprint, read_page, trace
from tests.packs import edit, write_pack

PAGES = ("md", "html", "pdf", "docx", "txt")


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return load(write_pack(tmp_path_factory.mktemp("pack") / "tides")).pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "tides")


def page(pack: Pack, fmt: str = "md") -> list[str]:
    brief = default_brief(pack)
    assert brief is not None
    return read_page(render(compose(pack, brief), fmt))


def pasted(pack: Pack, *lines: str) -> list[Traced]:
    return trace(lines, pack, pack, printed=False)


def items(one: Traced) -> list[str]:
    return [str(origin.ref) for origin in one.origins]


def of(traced: list[Traced], words: str) -> Traced:
    return next(one for one in traced if words in one.line)


def test_all_formats_but_bibliographies_can_be_traced() -> None:
    assert {*PAGES, "bib", "csl"} == set(FORMATS)


@pytest.mark.parametrize("fmt", PAGES)
def test_every_line_of_a_page_is_found_and_unchanged(pack: Pack, fmt: str) -> None:
    traced = trace(page(pack, fmt), pack, pack, printed=True)
    assert {one.state for one in traced} == {State.UNCHANGED, State.LABEL}
    found = {name for one in traced for name in items(one)}
    assert {
        "brief:one-pager",
        "pack:tidal-power",
        "dimension:price",
        "claim:alder-price",
        "claim:birch-price",
        "claim:permit-time",
        "judgement:gap-narrows",
        "question:open-grid",
        "expert:mira-ostberg",
        "option:carry-on",
        "option:open-the-grid",
        "source:tide-survey",
    } <= found


@pytest.mark.parametrize("fmt", PAGES)
def test_the_foot_of_a_page_names_its_content(pack: Pack, fmt: str) -> None:
    foot = imprint(page(pack, fmt))
    assert foot == ("tidal-power", "1.0", pack.digest[:12], "one-pager")


@pytest.mark.parametrize("fmt", PAGES)
def test_what_has_changed_since_is_told_with_what_it_says_now(
    pack: Pack, folder: Path, fmt: str
) -> None:
    edit(folder, "dimensions/price.yaml", "sells at 38 crowns", "sells at 36 crowns")
    traced = trace(page(pack, fmt), pack, load(folder).pack, printed=True)
    changed = [one for one in traced if one.state == State.CHANGED]
    found = {str(o.ref): o.now for one in changed for o in one.origins if o.state == State.CHANGED}
    assert set(found) == {"claim:birch-price", "pack:tidal-power"}  # its foot names the content
    assert "sells at 36 crowns" in found["claim:birch-price"]


@pytest.mark.parametrize("fmt", PAGES)
def test_what_was_altered_on_the_page_is_told_with_what_was_printed(pack: Pack, fmt: str) -> None:
    lines = [line.replace("crowns a", "florins a") for line in page(pack, fmt)]
    traced = trace(lines, pack, pack, printed=True)
    altered = {
        str(origin.ref) for one in traced for origin in one.origins if origin.state == State.ALTERED
    }
    assert altered
    assert altered <= {"claim:alder-price", "claim:birch-price"}


@pytest.mark.parametrize("fmt", PAGES)
def test_a_page_by_a_recipe_of_ones_own_with_sources_in_the_text_is_found_too(
    pack: Pack, fmt: str
) -> None:
    brief = default_brief(pack)
    assert brief is not None
    own = replace(brief, id="mine", attribution="in-text", blocks=brief.blocks[1:])
    traced = trace(read_page(render(compose(pack, own), fmt)), pack, pack, printed=True)
    assert {one.state for one in traced} == {State.UNCHANGED, State.LABEL}


def test_an_item_that_is_gone_is_told_so(pack: Pack, folder: Path) -> None:
    option = (folder / "options/open-the-grid.md").read_text()
    (folder / "options/open-the-grid.md").unlink()
    edit(folder, "pack.yaml", "options: [carry-on, open-the-grid]", "options: [carry-on]")
    edit(folder, "briefs/one-pager.yaml", "[carry-on, open-the-grid]", "[carry-on]")
    assert "Open the grid" in option
    traced = trace(page(pack), pack, load(folder).pack, printed=True)
    one = of(traced, "Open the grid")
    assert (one.state, items(one)) == (State.GONE, ["option:open-the-grid"])


def test_an_item_with_another_id_is_followed(pack: Pack, folder: Path) -> None:
    edit(folder, "judgements.yaml", "id: gap-narrows", "id: gap-closes")
    edit(folder, "briefs/one-pager.yaml", "gap-narrows", "gap-closes")
    traced = trace(page(pack), pack, load(folder).pack, printed=True)
    one = of(traced, "The gap in price narrows")
    assert (one.state, items(one)) == (State.UNCHANGED, ["judgement:gap-closes"])


# --- pasted lines -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("Alderland's tidal power sells at 65 crowns a megawatt-hour.", "claim:alder-price"),
        ("tidal power sells at 65 crowns", "claim:alder-price"),
        ("ALDERLAND’S “tidal power” — sells at 65 crowns", "claim:alder-price"),
        ("The register gives 56 crowns.", "claim:alder-price"),
        ("Waiting costs more than the turbines do.", "dimension:permits"),
        ("The gap in price narrows by the end of 2026", "judgement:gap-narrows"),
        ("Users should pay more for tidal power.", "question:pay-more"),
        ("Builds turbines and teaches how to.", "expert:mira-ostberg"),
        ("More builders, sooner.", "option:open-the-grid"),
        ("Careful with counts, careless in print.", "source:tide-survey"),
        (
            "Birchmark sells tidal power for less, but part of the gap is subsidy.",
            "pack:tidal-power",
        ),
        ("What Birchmark pays its builders is not known.", "brief:one-pager"),
    ],
)
def test_a_pasted_line_is_found_by_its_words(pack: Pack, line: str, item: str) -> None:
    [one] = pasted(pack, line)
    assert one.state == State.UNCHANGED
    assert item in items(one)


def test_lines_that_were_wrapped_are_one_again(pack: Pack) -> None:
    [one] = pasted(
        pack, "Alderland's tidal power sells", "at 65 crowns a mega-", "watt-hour (January 2025)."
    )
    assert (
        one.line == "Alderland's tidal power sells at 65 crowns a mega- watt-hour (January 2025)."
    )
    assert items(one) == ["claim:alder-price"]


def test_a_word_parted_by_a_line_end_is_one_word(pack: Pack) -> None:
    [one] = pasted(pack, "Waiting costs more than the tur-", "bines do.")
    assert (one.state, items(one)) == (State.UNCHANGED, ["dimension:permits"])


@pytest.mark.parametrize(
    "line",
    [
        "Alderland's tidal power sells at 60 crowns a megawatt-hour.",
        "Alderland's tidal power never sells at 65 crowns a megawatt-hour.",
        "Alderland's power sells at 65 crowns a megawatt-hour.",
    ],
)
def test_a_line_with_a_word_changed_put_in_or_left_out_is_different_in_the_pack(
    pack: Pack, line: str
) -> None:
    [one] = pasted(pack, line)
    assert (one.state, items(one)) == (State.DIFFERS, ["claim:alder-price"])
    assert one.origins[0].now.startswith("Alderland's tidal power sells at 65 crowns a megawatt")


@pytest.mark.parametrize(
    "line", ["The weather will be fine.", "Our minister is for it, and so is the house.", "木星"]
)
def test_a_line_that_fits_nowhere_is_not_from_this_pack(pack: Pack, line: str) -> None:
    [one] = pasted(pack, line)
    assert (one.state, one.origins) == (State.FOREIGN, ())


def test_headings_and_labels_come_from_no_item(pack: Pack) -> None:
    assert [one.state for one in pasted(pack, "Key judgements", "So what")] == [State.LABEL] * 2


def test_each_item_is_told_with_the_place_where_it_is_written(pack: Pack) -> None:
    [one] = pasted(pack, "The gap in price narrows by the end of 2026")
    assert one.origins[0].place[:2] == ("judgements.yaml", 1)


@settings(max_examples=40)
@given(st.lists(st.text(max_size=60), max_size=5))
def test_any_lines_can_be_traced(pack: Pack, lines: list[str]) -> None:
    for one in pasted(pack, *lines):
        assert one.origins or one.state in {State.FOREIGN, State.LABEL}


# --- text that other programs took out of a page ------------------------------------------------


@pytest.mark.parametrize("flags", [(), ("-layout",)])
def test_the_text_that_another_program_took_out_of_a_pdf_is_found(
    pack: Pack, tmp_path: Path, flags: tuple[str, ...]
) -> None:
    brief = default_brief(pack)
    assert brief is not None
    file = tmp_path / "page.pdf"
    file.write_bytes(render(compose(pack, brief), "pdf"))
    text = subprocess.run(["pdftotext", *flags, file, "-"], capture_output=True, check=True).stdout
    traced = trace(read_page(text), pack, pack, printed=True)
    assert {one.state for one in traced} == {State.UNCHANGED, State.LABEL}


def test_a_hyphen_that_was_lost_at_the_end_of_a_line_makes_no_other_word(pack: Pack) -> None:
    [one] = pasted(pack, "Birchmark's tidal power sells at 38 crowns a megawatthour.")
    assert (items(one), one.state) == (["claim:birch-price"], State.UNCHANGED)


def test_a_value_of_a_table_with_the_mark_of_a_note_is_no_line_of_its_own(pack: Pack) -> None:
    [one] = pasted(pack, "high 4")
    assert (items(one), one.state) == (["option:open-the-grid"], State.UNCHANGED)


@pytest.mark.parametrize(
    "line",
    [
        "Birchmark's tidal power sells at 38% crowns a megawatt-hour.",
        "Birchmark's tidal power sells at $38 crowns a megawatt-hour.",
    ],
)
def test_a_sign_beside_a_figure_is_a_difference(pack: Pack, line: str) -> None:
    [one] = pasted(pack, line)
    assert one.state == State.DIFFERS
