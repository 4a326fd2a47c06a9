"""Rules between the fields of an item, and between items, with their exact words."""

from pathlib import Path

import pytest

from briefing.pack.loader import load
from tests.packs import edit, told, write_pack

PRICE = "dimensions/price.yaml"
PERMITS = "dimensions/permits.yaml"
JUDGEMENTS = "judgements.yaml"
OSTBERG = "experts/mira-ostberg.md"
CARRY_ON = "options/carry-on.md"
OPEN_GRID = "options/open-the-grid.md"
SURVEY = "sources/tide-survey.md"
REGISTER = "sources/price-register.md"
ONE_PAGER = "briefs/one-pager.yaml"

BROKEN = {
    "a claim that disputes itself": (
        PRICE,
        "disputes: [birch-subsidy]",
        "disputes: [birch-price, birch-subsidy]",
        'dimensions/price.yaml:39:19: error COR002: the claim "birch-price" disputes itself'
        " – name the claims it is at odds with",
    ),
    "a side without an entry": (
        PERMITS,
        "  birch:\n    not_comparable: Birchmark does not publish its permits.\n",
        "",
        'dimensions/permits.yaml:6:3: error CMP001: the dimension "permits" has no entry for the '
        'side "birch" – add one, or say in "not_comparable" why there is none',
    ),
    "an entry without claims": (
        PERMITS,
        "not_comparable: Birchmark does not publish its permits.",
        "headline: None.",
        'dimensions/permits.yaml:20:5: error CMP001: an entry needs "claims" – or say in '
        '"not_comparable" why this side has nothing to set beside',
    ),
    "an entry without a headline": (
        PERMITS,
        "    headline: Builders wait for years.\n",
        "",
        'dimensions/permits.yaml:7:5: error CMP001: an entry needs "headline" – or say in '
        '"not_comparable" why this side has nothing to set beside',
    ),
    "an entry with claims and a reason for none": (
        PERMITS,
        "    headline: Builders wait for years.\n",
        "    not_comparable: No.\n",
        'dimensions/permits.yaml:7:21: error CMP001: an entry holds either "headline" and "claims"'
        ' or "not_comparable", not both – take one of them out',
    ),
    "a corrected claim without its correction": (
        PRICE,
        "kind: estimate\n        status: contested",
        "kind: estimate\n        status: corrected",
        "dimensions/price.yaml:35:17: error COR001: a claim with status corrected needs a "
        '"correction" – say what is right and cite the better record',
    ),
    "a misprinted claim without its correction": (
        PRICE,
        "kind: estimate\n        status: contested",
        "kind: estimate\n        status: misprinted",
        "dimensions/price.yaml:35:17: error COR001: a claim with status misprinted needs a "
        '"correction" – say what is right and cite the better record',
    ),
    "a correction on a claim that is not corrected": (
        PERMITS,
        "status: misprinted",
        "status: confirmed",
        "dimensions/permits.yaml:16:11: error COR001: a claim with status confirmed cannot carry "
        'a "correction" – set status to corrected or misprinted, or take the correction out',
    ),
    "a contested claim that disputes nothing": (
        PRICE,
        "        disputes: [birch-subsidy]\n",
        "",
        'dimensions/price.yaml:35:17: error COR002: a contested claim needs "disputes"'
        " – name the claims it is at odds with",
    ),
    "a likelihood outside the lexicon": (
        JUDGEMENTS,
        "likelihood: likely",
        "likelihood: likly",
        'judgements.yaml:3:15: error LEX001: "likly" is no term of the lexicon icd203'
        " – did you mean 'likely'?",
    ),
    "two positions on one question": (
        OSTBERG,
        "question: pay-more",
        "question: open-grid",
        'experts/mira-ostberg.md:12:3: error EXP002: two positions on the question "open-grid"'
        " – keep one, and tell of the other in its text",
    ),
    "a rating from a source that is not named": (
        CARRY_ON,
        "basis: editor",
        "basis: source",
        'options/carry-on.md:7:54: error SRC001: a rating with basis source needs "cites"'
        " – or set basis: editor",
    ),
    "a criterion without a rating": (
        CARRY_ON,
        "  effect: {value: low, why: Nothing changes., basis: editor}\n",
        "",
        'options/carry-on.md:7:3: error OPT001: the option "carry-on" has no rating on "effect"'
        " – rate it, or take the criterion out of pack.yaml",
    ),
    "no status quo": (
        CARRY_ON,
        "status_quo: true",
        "status_quo: false",
        "pack.yaml: error OPT001: no option is the status quo – set status_quo: true on the option "
        "of carrying on as now",
    ),
    "two of them": (
        OPEN_GRID,
        "ratings:",
        "status_quo: true\nratings:",
        'options/open-the-grid.md:5:13: error OPT001: "open-the-grid" is a second status quo '
        'beside "carry-on" – keep one',
    ),
    "an option without a case against": (
        OPEN_GRID,
        "## Against\n",
        "## Downsides\n",
        'options/open-the-grid.md:26:1: error OPT002: an option needs a section "## Against" with '
        "the case against it – make the strongest case that an informed reader would make",
    ),
    "an option with an empty case for": (
        OPEN_GRID,
        "More builders, sooner.\n",
        "",
        'options/open-the-grid.md:26:1: error OPT002: an option needs a section "## For" with '
        "the case for it – make the strongest case that an informed reader would make",
    ),
    "a correction of a claim that has none": (
        ONE_PAGER,
        "  - changes\n",
        "  - corrections:\n      claims:\n        - alder-price\n        - birch-price\n",
        'briefs/one-pager.yaml:13:9: error FLD004: the claim "birch-price" has no correction'
        " – name claims with status corrected or misprinted, or take it out",
    ),
    "a conflict of a claim that is at odds with none": (
        ONE_PAGER,
        "  - changes\n",
        "  - conflicts: {claims: [birch-price, birch-subsidy, alder-price]}\n",
        'briefs/one-pager.yaml:11:25: error FLD004: the claim "alder-price" is at odds with no '
        'other claim – name it in the "disputes" of a claim, or take it out',
    ),
    "a source without an issuer": (
        REGISTER,
        "publisher: Bureau of Prices\n",
        "",
        'sources/price-register.md:2:1: error SRC002: the source "price-register" names no issuer'
        ' – add "author", "container-title" or "publisher"',
    ),
    "a locator where there are paragraphs": (
        PRICE,
        "at: 3,",
        "at: p. 3,",
        'dimensions/price.yaml:16:39: error SRC003: "at" must be a paragraph of "tide-survey", '
        'but is "p. 3" – count its lines that hold text',
    ),
    "a text without its hash": (
        REGISTER,
        "issued: 2025-05",
        "issued: 2025-05\ntext_file: x.txt",
        'sources/price-register.md:7:12: error SRC007: "text_file" and "sha256" go together'
        " – the hash tells whether the text is the one that was cited",
    ),
    "a hash without its text": (
        SURVEY,
        "text_file: tide-survey.txt\n",
        "",
        'sources/tide-survey.md:24:9: error SRC007: "text_file" and "sha256" go together'
        " – the hash tells whether the text is the one that was cited",
    ),
}


@pytest.mark.parametrize(("path", "old", "new", "expected"), BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_rule_is_one_problem_at_its_place(
    path: str, old: str, new: str, expected: str, tmp_path: Path
) -> None:
    assert told(edit(write_pack(tmp_path), path, old, new)) == [expected]


def test_terms_are_those_of_the_declared_lexicon(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), "pack.yaml", "lexicon: icd203", "lexicon: phia")
    edit(folder, JUDGEMENTS, "likelihood: likely", "likelihood: very likely")
    assert told(folder) == [
        'judgements.yaml:3:15: error LEX001: "very likely" is no term of the lexicon phia'
        " – did you mean 'likely'?"
    ]


def test_icd_203_is_the_lexicon_where_none_is_declared(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), "pack.yaml", "lexicon: icd203\n", "")
    edit(folder, JUDGEMENTS, "likelihood: likely", "likelihood: very likely")
    assert told(folder) == []


def test_a_broken_status_quo_is_not_told_as_missing(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), CARRY_ON, "status_quo: true", "status_quo: maybe")
    assert told(folder) == [
        'options/carry-on.md:5:13: error FLD003: "status_quo" must be true or false, but is "maybe"'
    ]


def test_a_broken_rating_is_not_told_as_missing(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), CARRY_ON, "basis: editor", "basis: hearsay")
    assert told(folder) == [
        'options/carry-on.md:7:54: error FLD004: "basis" cannot be "hearsay"'
        " – it may be editor, source"
    ]


def test_a_pack_without_options_needs_no_status_quo(tmp_path: Path) -> None:
    folder = write_pack(tmp_path, {"options/carry-on.md": None, "options/open-the-grid.md": None})
    edit(folder, "pack.yaml", "  options: [carry-on, open-the-grid]\n", "")
    edit(
        folder,
        "briefs/one-pager.yaml",
        "  - options: {items: [carry-on, open-the-grid], criteria: [effect, price]}\n",
        "",
    )
    assert told(folder) == []


def test_a_heading_of_a_case_may_be_closed_with_hashes(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), OPEN_GRID, "## For\n", "##  For ##\n")
    assert load(folder).pack.options[1].case_for == "More builders, sooner."


def test_a_long_heading_costs_no_more_than_its_length(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    edit(folder, OPEN_GRID, "## For\n", "## " + "# " * 500_000 + "x\n\n## For\n")
    assert told(folder) == []


def test_a_long_file_name_costs_no_more_than_its_length(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    edit(folder, SURVEY, "text_file: tide-survey.txt", "text_file: " + "a" * 1_000_000 + "/")
    assert [problem.rule for problem in load(folder).problems] == ["FLD006"]


def test_what_a_broken_claim_disputes_is_not_told_as_undisputed(tmp_path: Path) -> None:
    folder = edit(
        write_pack(tmp_path),
        ONE_PAGER,
        "  - changes\n",
        "  - conflicts: {claims: [birch-subsidy]}\n",
    )
    edit(folder, PRICE, "kind: estimate", "kind: guess")
    assert [problem.rule for problem in load(folder).problems] == ["FLD004"]
    assert told(folder)[0].startswith('dimensions/price.yaml:34:15: error FLD004: "kind" cannot be')
    (folder / PRICE).write_text("")
    assert not any("at odds" in line for line in told(folder))


def test_a_claim_without_a_correction_may_be_in_a_comparison(tmp_path: Path) -> None:
    assert told(edit(write_pack(tmp_path), ONE_PAGER, "birch-price]", "birch-subsidy]")) == []
