"""A brief becomes a page: every line traceable, corrections and doubts beside what they concern."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.compose import compose, word_count
from briefing.document import (
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Mark,
    Note,
    Paragraph,
    Table,
    marks,
    plain,
    run,
)
from briefing.pack.loader import load
from briefing.pack.pack import Pack
from briefing.pack.recipe import (
    BottomLineBlock,
    ChangesBlock,
    ComparisonBlock,
    ExpertsBlock,
    GapsBlock,
    JudgementsBlock,
    OptionsBlock,
    SourcesBlock,
)
from briefing.recipes import bare, default_brief
from tests.compose.pages import body, page, table
from tests.packs import edit, write_pack


def test_the_head_says_the_finding_the_pack_its_version_and_its_date(pack: Pack) -> None:
    document = page(pack, BottomLineBlock())
    assert document.title == "The finding"
    assert document.meta == (
        "Alderland and Birchmark in tidal power · version 1.0 · evidence as of 30 June 2025 · "
        "public sources only"
    )


def test_a_pack_without_a_version_says_none(tmp_path: Path) -> None:
    edit(write_pack(tmp_path), "pack.yaml", 'version: "1.0"\n', "")
    document = page(load(tmp_path).pack, BottomLineBlock())
    assert " · version" not in document.meta
    assert document.footer.startswith("tidal-power · ")


def test_the_footer_finds_the_content_and_the_recipe_again(pack: Pack) -> None:
    content = f"tidal-power 1.0 · content {pack.digest[:12]}"
    assert compose(pack, pack.briefs[0]).footer == f"{content} · brief one-pager"
    retitled = replace(pack.briefs[0], title="Another finding")
    assert compose(pack, retitled).footer == f"{content} · brief one-pager, own recipe"


def test_a_brief_on_other_paper_or_from_another_place_is_still_the_packs_own(pack: Pack) -> None:
    own = bare(replace(pack.briefs[0], page="letter"))
    assert compose(pack, own).footer.endswith(" · brief one-pager")


def test_the_bottom_line_is_read_as_markdown(pack: Pack) -> None:
    assert body(page(pack, BottomLineBlock())) == (
        "Bottom line\n-----------\n\n"
        "Birchmark sells tidal power for less, but part of the gap is subsidy. See the register. "
        "<https://example.org/register>"
    )


def test_a_row_holds_the_chosen_claims_of_each_side_and_what_follows(pack: Pack) -> None:
    recipe = ComparisonBlock(dimensions=("price",), claims=("alder-turbines", "birch-price"))
    made = table(page(pack, recipe))
    assert made.header == ("Dimension", "Alderland", "Birchmark", "So what")
    [[name, alder, birch, so_what]] = made.rows
    assert name == Cell((run("Price"),), "dimension:price")
    assert alder.origin == "claim:alder-turbines"
    assert birch.origin == "claim:birch-price"
    assert so_what.lines == (run("A lower price abroad is no reason to stop building at home."),)


def test_a_side_without_a_chosen_claim_shows_its_first(pack: Pack) -> None:
    made = table(page(pack, ComparisonBlock(dimensions=("price",), claims=("alder-turbines",))))
    assert made.rows[0][2].origin == "claim:birch-price"


def test_several_claims_of_one_side_follow_each_other(pack: Pack) -> None:
    chosen = ("alder-turbines", "alder-price")
    made = table(page(pack, ComparisonBlock(dimensions=("price",), claims=chosen)))
    assert [plain(line) for line in made.rows[0][1].lines] == [
        "Alderland's tidal power sells at 65 crowns a megawatt-hour (January 2025).",
        "Corrected: The register gives 56 crowns.",
        "Alderland runs 42 turbines of the type T-200 (January 2025).",
    ]


@pytest.mark.parametrize(
    ("claim", "said"),
    [
        ("alder-price", "Corrected: The register gives 56 crowns."),
        ("permit-time", "Corrected: A permit takes 5 years."),
    ],
)
def test_a_correction_goes_with_its_claim_and_has_marks_of_its_own(
    pack: Pack, claim: str, said: str
) -> None:
    made = table(page(pack, ComparisonBlock(dimensions=("price", "permits"), claims=(claim,))))
    [cell] = [cell for row in made.rows for cell in row if cell.origin == f"claim:{claim}"]
    assert plain(cell.lines[1]) == said
    assert set(marks(cell.lines[0])).isdisjoint(marks(cell.lines[1]))


@pytest.mark.parametrize(
    ("claim", "doubt"), [("birch-price", "Contested."), ("birch-subsidy", "Unverified.")]
)
def test_a_doubt_goes_with_its_claim(pack: Pack, claim: str, doubt: str) -> None:
    made = table(page(pack, ComparisonBlock(dimensions=("price",), claims=(claim,))))
    assert plain(made.rows[0][2].lines[0]).endswith(f" {doubt}")


def test_a_confirmed_claim_says_nothing_of_its_status(pack: Pack) -> None:
    made = table(page(pack, ComparisonBlock(dimensions=("price",), claims=("alder-turbines",))))
    assert "onfirmed" not in plain(made.rows[0][1].lines[0])


def test_a_claim_that_tells_a_year_is_not_dated_again(tmp_path: Path) -> None:
    edit(
        write_pack(tmp_path),
        "dimensions/price.yaml",
        "Alderland runs 42",
        "In 2024 Alderland ran 42",
    )
    recipe = ComparisonBlock(dimensions=("price",), claims=("alder-turbines",))
    made = table(page(load(tmp_path).pack, recipe))
    assert plain(made.rows[0][1].lines[0]) == "In 2024 Alderland ran 42 turbines of the type T-200."


def test_the_page_tells_the_month_and_the_year_of_a_claim(pack: Pack) -> None:
    recipe = ComparisonBlock(dimensions=("price",), claims=("alder-turbines", "birch-price"))
    [[_, alder, birch, _]] = table(page(pack, recipe)).rows
    assert plain(alder.lines[0]).endswith(" of the type T-200 (January 2025).")
    assert plain(birch.lines[0]) == (
        "Birchmark's tidal power sells at 38 crowns a megawatt-hour (2024). Contested."
    )


def test_a_side_that_cannot_be_compared_says_why(pack: Pack) -> None:
    made = table(page(pack, ComparisonBlock(dimensions=("permits",))))
    assert plain(made.rows[0][2].lines[0]) == (
        "Not comparable: Birchmark does not publish its permits."
    )


def test_likelihood_and_confidence_are_separate_sentences(pack: Pack) -> None:
    assert body(page(pack, JudgementsBlock(items=("gap-narrows",)))) == (
        "Key judgements\n--------------\n\n"
        "- Likely (55–80%): The gap in price narrows by the end of 2026.\n"
        "  Confidence: moderate. Two sources agree on the trend, and one of them is weak. "
        "For [1]; against [2]."
    )


def test_a_judgement_leads_to_its_evidence_on_the_page(pack: Pack) -> None:
    comparison = ComparisonBlock(dimensions=("price",), claims=("alder-turbines", "birch-price"))
    document = page(pack, comparison, JudgementsBlock(items=("gap-narrows",)))
    [field] = [
        b for block in document.blocks if isinstance(block, Items) for b in block.entries[0][1:]
    ]
    assert isinstance(field, Field)
    assert [part.notes for part in field.line if isinstance(part, Mark)] == [(1, 2), (3,)]
    assert len(document.notes) == 3


def test_experts_stand_under_the_question_and_never_as_a_poll(pack: Pack) -> None:
    recipe = ExpertsBlock(questions=("open-grid", "pay-more"), items=("mira-ostberg", "jon-hale"))
    assert body(page(pack, recipe)) == (
        "Expert views\n------------\n\n"
        "Curated, not a poll. The grid should be open to every builder.\n\n"
        "- Mira Ostberg (Engineer, Strait University; printed as Myra Osterberg): strongly agrees "
        "– She wants the grid open to every builder (January 2025). [1]\n"
        "- Jon Hale (Minister for the coast): strongly disagrees – He wants one builder for each "
        "strait (2024). [2]\n\n"
        "Users should pay more for tidal power.\n\n"
        "- Mira Ostberg (Engineer, Strait University; printed as Myra Osterberg): disagrees "
        "(inferred by the editor) – She speaks of lower prices as the aim (January 2025). [3]\n\n"
        "No stated view: Jon Hale."
    )


def test_of_a_role_the_page_prints_what_stands_before_a_semicolon(tmp_path: Path) -> None:
    edit(
        write_pack(tmp_path), "experts/jon-hale.md", "for the coast", "for the coast; once a diver"
    )
    shown = body(
        page(load(tmp_path).pack, ExpertsBlock(questions=("open-grid",), items=("jon-hale",)))
    )
    assert "Jon Hale (Minister for the coast): " in shown


def test_options_have_words_in_their_cells_and_the_status_quo_comes_first(pack: Pack) -> None:
    recipe = OptionsBlock(items=("open-the-grid", "carry-on"), criteria=("price", "effect"))
    document = page(pack, recipe)
    assert table(document).header == ("Option", "Price", "Effect")
    assert body(document) == (
        "Options\n-------\n\n"
        "Carry on (status quo)\nPrice: low [1]\nEffect: low (editor)\n\n"
        "Open the grid\nPrice: high [2]\nEffect: high [3]"
    )


def test_what_would_change_the_judgements_is_their_first_indicator(pack: Pack) -> None:
    document = page(pack, ChangesBlock(), JudgementsBlock(items=("gap-narrows",)))
    assert body(document).startswith(
        "What would change this\n----------------------\n\n- Birchmark ends its subsidy.\n\nKey"
    )


def test_a_page_without_judgements_has_no_heading_for_what_would_change_them(pack: Pack) -> None:
    gaps = GapsBlock(text="Much.")
    assert page(pack, ChangesBlock(), gaps).blocks == page(pack, gaps).blocks


def test_gaps_are_printed_as_they_are_written(pack: Pack) -> None:
    assert body(page(pack, GapsBlock(text="Nobody *knows*."))) == (
        "What is not known\n-----------------\n\nNobody *knows*."
    )


def test_notes_are_there_whether_or_not_the_recipe_asks_for_sources(pack: Pack) -> None:
    comparison = ComparisonBlock(dimensions=("price",))
    assert page(pack, comparison).notes == page(pack, comparison, SourcesBlock()).notes != ()


def test_items_that_the_pack_has_lost_are_left_out(pack: Pack) -> None:
    document = page(
        pack,
        ComparisonBlock(dimensions=("gone", "price")),
        JudgementsBlock(items=("gone",)),
        ExpertsBlock(questions=("gone",), items=("gone",)),
        OptionsBlock(items=("gone",), criteria=("gone",)),
        ChangesBlock(),
    )
    assert [len(block.rows) for block in document.blocks if isinstance(block, Table)] == [1, 0]


def test_the_same_brief_gives_the_same_document(tmp_path: Path) -> None:
    one, other = (load(write_pack(tmp_path / name)).pack for name in ("one", "other"))
    assert compose(one, one.briefs[0]) == compose(other, other.briefs[0])


def test_the_default_brief_is_the_one_pager(tmp_path: Path) -> None:
    first = "id: a-first\ntitle: First\nblocks: [bottom-line]\n"
    found = load(write_pack(tmp_path, {"briefs/a-first.yaml": first})).pack
    assert [brief.id for brief in found.briefs] == ["a-first", "one-pager"]
    default = default_brief(found)
    assert default is not None
    assert default.id == "one-pager"


def test_without_a_one_pager_the_first_brief_is_the_default(tmp_path: Path) -> None:
    other = "id: a-first\ntitle: First\nblocks: [bottom-line]\n"
    changes: dict[str, str | bytes | None] = {"briefs/a.yaml": other, "briefs/one-pager.yaml": None}
    default = default_brief(load(write_pack(tmp_path, changes)).pack)
    assert default is not None
    assert default.id == "a-first"


def test_a_pack_without_briefs_has_no_default(tmp_path: Path) -> None:
    assert default_brief(load(write_pack(tmp_path, {"briefs/one-pager.yaml": None})).pack) is None


def test_the_words_of_a_page_are_all_that_is_printed_but_the_footer() -> None:
    document = Document(
        title="Two words",
        meta="Pack · version 1.0",
        blocks=(
            Heading(2, run("A heading")),
            Items(((Paragraph(run("likely (55–80%)")), Field("Confidence", run("low"))),)),
            Table(("Head",), ((Cell((run("one cell"), run("two lines"))),),), caption="Below:"),
        ),
        notes=(Note(1, run("A note"), "s", "1"),),
        footer="not counted here",
    )
    assert word_count(document) == 2 + 3 + 2 + 2 + 2 + 1 + 1 + 4 + 2
