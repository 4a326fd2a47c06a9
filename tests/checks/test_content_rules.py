"""What the rules of sources, comparison, panel, options and style find, and what they do not."""

from pathlib import Path

import pytest

from tests.checks.clean_pack import (
    BECAUSE,
    CARRY_ON,
    GAZETTE,
    HALE,
    JUDGEMENTS,
    ONE_PAGER,
    OSTBERG,
    PERMITS,
    PRICE,
    SO_WHAT,
    SURVEY,
    found,
)
from tests.packs import edit, write_pack

ALDER_CLAIM = "Alderland's tidal power sells at 65 crowns a megawatt-hour."
BIRCH_CLAIM = "Birchmark's tidal power sells at 38 crowns a megawatt-hour."
BIRCH_HEADLINE = "headline: Cheaper, with help that is hard to see."
ALDER_HEADLINE = "headline: Dearer, with the sums in the open."


def test_nothing_is_found_in_a_pack_that_is_in_order(clean: Path) -> None:
    assert found(clean) == []


def test_the_small_pack_as_it_is_has_two_warnings(tmp_path: Path) -> None:
    assert [problem.partition(" – ")[0] for problem in found(write_pack(tmp_path))] == [
        'options/carry-on.md:7:54: warning OPT003: "carry-on" is rated on "effect" by the '
        "editor alone",
        'pack.yaml:14:10: warning EXP003: no voice chosen agrees with "pay-more": that is '
        "selection, and no consensus",
    ]


# --- sources ----------------------------------------------------------------------------------


def test_a_judgement_on_one_originator_is_told(clean: Path) -> None:
    edit(clean, JUDGEMENTS, "for: [alder-price, alder-turbines]", "for: [alder-price]")
    assert found(clean) == [
        'judgements.yaml:6:8: warning SRC004: the judgement "gap-narrows" rests on one '
        "originator, Office of Tides – add a claim that someone else bears out"
    ]


def test_two_sources_of_one_originator_are_one(clean: Path) -> None:
    edit(clean, GAZETTE, "access: not-read", "originator: office of Tides\naccess: not-read")
    edit(clean, JUDGEMENTS, "[alder-price, alder-turbines]", "[alder-price, birch-subsidy]")
    [problem] = found(clean)
    assert "SRC004" in problem


def test_a_source_past_the_limit_of_its_dimension_is_told(clean: Path) -> None:
    edit(clean, PERMITS, "max_age: 60", "max_age: 4")
    assert found(clean) == [
        'dimensions/permits.yaml:14:22: warning SRC005: "tide-survey" is 5 months old, and '
        '"permits" allows 4 – cite a newer source, or say with another why it still holds'
    ]


@pytest.mark.parametrize("issued", ["2025-02", "2025", "unknown", "2025-06-30", "2025-02-28?"])
def test_a_source_within_the_limit_or_without_a_date_is_no_problem(
    clean: Path, issued: str
) -> None:
    edit(clean, PERMITS, "max_age: 60", "max_age: 4")
    edit(clean, SURVEY, "issued: 2025-01~", f"issued: {issued}")
    assert found(clean) == []


def test_a_side_told_of_only_by_others_is_told(clean: Path) -> None:
    edit(clean, GAZETTE, "side: birch", "side: alder")
    assert found(clean) == [
        'dimensions/price.yaml:32:7: warning SRC006: "price" says what "birch" does without a '
        "source from that side (2 claims) – cite one, or say why there is none"
    ]


def test_a_citation_past_the_end_of_its_source_is_told_by_the_reader(clean: Path) -> None:
    edit(clean, SURVEY, "paragraphs: 7", "paragraphs: 6")
    edit(clean, PERMITS, "at: 5}", "at: [5, 9]}")
    problems = found(clean, "SRC003")
    assert problems[0] == (
        'dimensions/permits.yaml:14:39: error SRC003: "tide-survey" ends with paragraph 6, but '
        "¶ 5, 9 is cited – count its lines that hold text"
    )


# --- comparison -------------------------------------------------------------------------------


def test_figures_of_years_far_apart_are_told(clean: Path) -> None:
    edit(clean, PRICE, "date: 2024\n", "date: 2023\n")
    assert found(clean) == [
        "dimensions/price.yaml:33:15: warning CMP002: figures of 2023 and 2025-01 stand side by "
        'side, without a note ("alder-price") – name the year of each figure in its text'
    ]


@pytest.mark.parametrize(
    ("alder", "birch", "date"),
    [
        (f"In 2025 {ALDER_CLAIM}", f"In 2023 {BIRCH_CLAIM}", "2023"),
        ("Alderland's power sells dear.", BIRCH_CLAIM, "2023"),
        (ALDER_CLAIM, BIRCH_CLAIM, "2024-02"),
        (ALDER_CLAIM, BIRCH_CLAIM, "2024"),
    ],
)
def test_dates_that_are_named_or_near_are_no_problem(
    clean: Path, alder: str, birch: str, date: str
) -> None:
    edit(clean, PRICE, ALDER_CLAIM, alder)
    edit(clean, PRICE, BIRCH_CLAIM, birch)
    edit(clean, PRICE, "date: 2024\n", f"date: {date}\n")
    assert found(clean) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Birchmark sells at 5 euros.", "crowns and euros"),
        ("Birchmark sells at €5.", "crowns and euros"),
        ("Birchmark sells at $5.", "crowns and dollars"),
        ("Birchmark sells at 40 yuan.", "crowns and yuan"),
        ("Birchmark sells at 38 crowns, or $5.", ""),
        ("Birchmark sells at the price of 5 loaves.", ""),
        ("Birchmark’s eurocrats sell for 5.", ""),
        ("Birchmark sells at RMB40.", "crowns and yuan"),
        ("Birchmark sells at 38 Euro.", "crowns and euros"),
    ],
)
def test_figures_in_other_money_are_told_unless_both_are_given(
    clean: Path, text: str, told: str
) -> None:
    edit(clean, PRICE, BIRCH_CLAIM, text)
    problems = found(clean)
    assert len(problems) == bool(told)
    assert not told or f"warning CMP002: {told} stand side by side" in problems[0]


def test_a_loaded_verb_on_one_side_is_told_at_the_verb(clean: Path) -> None:
    edit(clean, PRICE, BIRCH_HEADLINE, "headline: It floods the market, as “dumping” goes.")
    assert found(clean) == [
        'dimensions/price.yaml:30:18: warning STY003: "floods" is a loaded verb, and "price" '
        'has them of "birch" only – use a plain verb for both sides'
    ]


@pytest.mark.parametrize("text", ["It brags.", "It has *stolen* turbines.", "It BRAGS, too."])
def test_a_loaded_verb_is_found_beside_a_sign_and_in_any_letters(clean: Path, text: str) -> None:
    edit(clean, PRICE, BIRCH_HEADLINE, f"headline: {text}")
    assert [problem.split()[2] for problem in found(clean, "STY003")] == ["STY003:"]


@pytest.mark.parametrize(
    ("birch", "alder"),
    [
        ("It floods the market.", "It dumped its power."),
        ("It “floods the market”, says the register.", "Dearer."),
        ("A flood is expected, and a scheme of subsidies.", "Dearer."),
        ("The crush of buyers is over.", "Dearer."),
    ],
)
def test_loaded_verbs_on_both_sides_in_quotations_or_as_nouns_are_no_problem(
    clean: Path, birch: str, alder: str
) -> None:
    edit(clean, PRICE, BIRCH_HEADLINE, f"headline: {birch}")
    edit(clean, PRICE, ALDER_HEADLINE, f"headline: {alder}")
    assert found(clean) == []


# --- panel and options ------------------------------------------------------------------------


def test_a_question_with_nobody_at_one_end_is_told(clean: Path) -> None:
    edit(clean, HALE, "stance: strongly-disagree", "stance: mixed")
    assert found(clean) == [
        'pack.yaml:13:10: warning EXP003: no voice chosen disagrees with "open-grid": that is '
        "selection, and no consensus – add a voice, or say where you looked"
    ]


def test_a_page_that_leaves_one_end_out_is_told_who_holds_it(clean: Path) -> None:
    edit(clean, ONE_PAGER, "items: [mira-ostberg, jon-hale]", "items: [mira-ostberg]")
    [problem] = found(clean)
    assert problem.endswith("no consensus – add one of jon-hale")


@pytest.mark.parametrize(
    "text",
    [
        "Most experts expect it.",
        "A majority of analysts expects it.",
        "60% of experts expect it.",
        "Three of four experts expect it.",
        "The experts broadly agree on it.",
        "There is a growing consensus.",
        "Two-thirds of the panel expect it.",
        "Most **experts** expect it.",
        "Everyone agrees on it.",
        "There is broad agreement on it.",
        "It is widely believed.",
        "The panel is unanimous.",
    ],
)
def test_words_that_count_the_panel_are_errors(clean: Path, text: str) -> None:
    edit(clean, JUDGEMENTS, BECAUSE, f"because: {text}")
    [problem] = found(clean)
    assert problem.startswith("judgements.yaml:5:")
    assert " error EXP004: " in problem


@pytest.mark.parametrize(
    "text",
    [
        "There is no consensus on it.",
        "That is selection rather than consensus.",
        "The register says that “most experts expect it”.",
        "Mira Ostberg expects it, and Jon Hale does not.",
        "Most builders wait, and 60% of the grid is old.",
        "There is no clear consensus on it, and hardly a broad one.",
        "There isn’t a consensus on it, nor is there any consensus on the price.",
        "It is not yet a consensus, and not widely believed.",
        "Two experts, Ostberg and Hale, expect it, and both experts agree on why.",
        "Most of the experts’ plans are old.",
    ],
)
def test_denials_quotations_and_other_counts_are_no_problem(clean: Path, text: str) -> None:
    edit(clean, JUDGEMENTS, BECAUSE, f"because: {text}")
    assert found(clean) == []


def test_claims_may_report_a_survey(clean: Path) -> None:
    edit(clean, PRICE, BIRCH_CLAIM, "A poll found that 60% of experts expect 38 crowns.")
    assert found(clean) == []


def test_profiles_and_cases_are_read_below_their_headings(clean: Path) -> None:
    edit(clean, OSTBERG, "- wrote *Tides for All*", "- most experts follow her")
    edit(clean, CARRY_ON, "Builders go on waiting.", "Most experts are against it.")
    assert [problem.partition(" error")[0] for problem in found(clean)] == [
        "experts/mira-ostberg.md:29:3:",
        "options/carry-on.md:21:1:",
    ]


def test_a_rating_without_a_source_is_told(clean: Path) -> None:
    edit(clean, CARRY_ON, "basis: editor, cites: [{source: tide-survey, at: 6}]", "basis: editor")
    [problem] = found(clean)
    assert problem.startswith("options/carry-on.md:7:54: warning OPT003: ")


# --- style ------------------------------------------------------------------------------------


def test_an_acronym_is_told_once_where_it_stands_first(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: The TSO pays.")
    edit(clean, PERMITS, "How long does a builder wait?", "How long does the TSO wait?")
    assert found(clean) == [
        'dimensions/price.yaml:5:14: warning STY001: "TSO" is not explained, 2 times in the pack'
        ' – add it to the "glossary" in pack.yaml, or spell it out'
    ]


@pytest.mark.parametrize(
    "text", ["It is up to the TSO.", "The ÖBB pays.", "The “TSO” and the TSO."]
)
def test_an_acronym_is_found_at_the_end_of_a_sentence_and_with_accents(
    clean: Path, text: str
) -> None:
    edit(clean, PRICE, SO_WHAT, f"so_what: {text}")
    assert [problem.split()[2] for problem in found(clean)] == ["STY001:"]


@pytest.mark.parametrize(
    "text",
    [
        "A price of 3 MWh.",
        "The transmission system operator (TSO) pays. The TSO waits.",
        "The TSO (a body of engineers) pays.",
        "The T-200 and the AL grid, for A and I.",
        "The paper calls it “TSO”.",
        "See https://example.org/TSO or <https://TSO.example>.",
        "Part II and chapter XIV of the law.",
    ],
)
def test_acronyms_that_are_explained_or_no_words_are_no_problem(clean: Path, text: str) -> None:
    edit(clean, PRICE, SO_WHAT, f'so_what: "{text}"')
    assert found(clean) == []


def test_acronyms_are_left_alone_where_the_glossary_cannot_be_read(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: The TSO pays.")
    edit(clean, "pack.yaml", "glossary: {", "glossary: {[], ")
    assert [problem.split(":")[0] for problem in found(clean)] == ["pack.yaml"]


@pytest.mark.parametrize(("number", "problems"), [(12, 0), (13, 1)])
def test_a_title_has_twelve_words_at_most(clean: Path, number: int, problems: int) -> None:
    title = "Birchmark sells tidal power for less, and part of that is subsidy"
    edit(clean, ONE_PAGER, title, "tide’s " * (number - 1) + "3–6")
    assert len(found(clean)) == problems
