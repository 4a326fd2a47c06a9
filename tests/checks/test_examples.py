"""The examples of rules are true: what is wrong is found, and what is right is not."""

from pathlib import Path

import pytest

from briefing.checks.registry import RULES
from briefing.pack.loader import load
from briefing.verify import Texts, verify
from tests.checks.clean_pack import (
    BECAUSE,
    CARRY_ON,
    GAZETTE,
    JUDGEMENTS,
    ONE_PAGER,
    OSTBERG,
    PERMITS,
    PRICE,
    SO_WHAT,
    SURVEY,
    found,
)
from tests.packs import edit, write_texts

JUDGEMENT = "- id: gap-narrows\n  text: The gap in price narrows by the end of 2026."
EFFECT = (
    "effect: {value: low, why: Nothing changes., basis: editor, "
    "cites: [{source: tide-survey, at: 6}]}"
)
CITES = "cites:\n          - {source: tide-survey, at: 5}"
FOR = "for: [alder-price, alder-turbines]"

STANDS_IN = {
    "ALT001": (JUDGEMENTS, "against: [birch-price]"),
    "CMP001": (PERMITS, "birch:\n    not_comparable: Birchmark does not publish its permits."),
    "CMP002": (PRICE, "text: Birchmark's tidal power sells at 38 crowns a megawatt-hour."),
    "COR001": (PRICE, "status: confirmed"),
    "COR002": (PRICE, "status: confirmed"),
    "EXP001": (OSTBERG, "date: 2025-01-29"),
    "EXP003": (ONE_PAGER, "- experts: {questions: [open-grid], items: [mira-ostberg, jon-hale]}"),
    "EXP004": (JUDGEMENTS, BECAUSE),
    "FLD001": ("pack.yaml", "lexicon: icd203"),
    "FLD003": (JUDGEMENTS, FOR),
    "FLD004": (PRICE, "status: contested"),
    "FLD006": (PRICE, "date: 2024"),
    "LEX001": (PRICE, SO_WHAT),
    "LEX002": (PRICE, SO_WHAT),
    "LEX003": (PRICE, SO_WHAT),
    "LEX004": (PRICE, SO_WHAT),
    "LEX005": (JUDGEMENTS, JUDGEMENT),
    "LEX006": (PRICE, SO_WHAT),
    "OPT001": (CARRY_ON, "value: low\n    why: Nothing new"),
    "OPT003": (CARRY_ON, EFFECT),
    "REF001": (PERMITS, CITES),
    "SRC001": (PERMITS, CITES),
    "SRC002": (SURVEY, "issued: 2025-01~"),
    "SRC003": (PERMITS, "{source: tide-survey, at: 5}"),
    "SRC004": (JUDGEMENTS, FOR),
    "SRC005": (PERMITS, "max_age: 60"),
    "SRC006": (GAZETTE, "side: birch"),
    "SRC008": ("sources/price-register.md", "why: The legal record of what was paid."),
    "STY001": (PRICE, SO_WHAT),
    "STY003": (PRICE, "headline: Cheaper, with help that is hard to see."),
    "STY004": (
        ONE_PAGER,
        "title: Birchmark sells tidal power for less, and part of that is subsidy",
    ),
    "UNC001": (JUDGEMENTS, BECAUSE),
    "WAI002": (PERMITS, "max_age: 60"),
    "YML001": ("sources/tide-survey.md", 'title: "Tidal power in Alderland: a survey"'),
    "YML002": (PERMITS, CITES),
    "YML003": (PRICE, "name: Price of power"),
    "YML005": (PRICE, "name: Price of power"),
}
"""Where the lines of an example belong in the pack, and what they take the place of."""
TOLD_ELSEWHERE = {
    "FIT001": "the command measures pages",
    "TIM001": "the command knows the day",
    "VER003": "`briefing verify` reads the texts",
}


def test_every_example_has_its_place() -> None:
    examples = {name for name, rule in RULES.items() if rule.wrong}
    assert examples == STANDS_IN.keys() | TOLD_ELSEWHERE.keys()


@pytest.mark.parametrize("rule", STANDS_IN)
def test_what_is_wrong_in_an_example_is_found(clean: Path, rule: str) -> None:
    path, old = STANDS_IN[rule]
    edit(clean, path, old, indented(RULES[rule].wrong, clean, path, old))
    assert any(f" {rule}: " in problem for problem in found(clean)), found(clean)


@pytest.mark.parametrize("rule", STANDS_IN)
def test_what_is_right_in_an_example_is_no_problem(clean: Path, rule: str) -> None:
    path, old = STANDS_IN[rule]
    edit(clean, path, old, indented(RULES[rule].right, clean, path, old))
    waived = ["WAI001"] if "waive:" in RULES[rule].right else []  # there is nothing to waive here
    assert [problem.split()[2].strip(":") for problem in found(clean)] == waived


def test_the_example_of_a_term_is_held_against_its_text(clean: Path, tmp_path: Path) -> None:
    rule = RULES["VER003"]
    texts = Texts(write_texts(tmp_path / "texts"))
    assert verify(load(clean).pack, texts).problems == ()
    edit(clean, PRICE, rule.right, rule.wrong)
    assert [problem.rule for problem in verify(load(clean).pack, texts).problems] == ["VER003"]


def indented(lines: str, folder: Path, path: str, old: str) -> str:
    """Return the lines with the indentation of what they take the place of."""
    before = (folder / path).read_text().partition(old)[0]
    indent = len(before) - before.rfind("\n") - 1
    return lines.replace("\n", "\n" + " " * indent)
