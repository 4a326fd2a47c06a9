"""The examples of rules are true: what is wrong is found, and what is right is not."""

from pathlib import Path

import pytest

from briefing.checks.registry import RULES
from tests.checks.clean_pack import (
    BECAUSE,
    CARRY_ON,
    JUDGEMENTS,
    ONE_PAGER,
    OSTBERG,
    PERMITS,
    PRICE,
    SO_WHAT,
    found,
)
from tests.packs import edit

JUDGEMENT = "- id: gap-narrows\n  text: The gap in price narrows by the end of 2026."
EFFECT = (
    "effect: {value: low, why: Nothing changes., basis: editor, "
    "cites: [{source: tide-survey, at: 6}]}"
)

STANDS_IN = {
    "ALT001": (JUDGEMENTS, "against: [birch-price]"),
    "CMP001": (PERMITS, "birch:\n    not_comparable: Birchmark does not publish its permits."),
    "EXP001": (OSTBERG, "date: 2025-01-29"),
    "EXP003": (ONE_PAGER, "- experts: {questions: [open-grid], items: [mira-ostberg, jon-hale]}"),
    "EXP004": (JUDGEMENTS, BECAUSE),
    "FLD001": ("pack.yaml", "lexicon: icd203"),
    "FLD004": (PRICE, "status: contested"),
    "LEX001": (PRICE, SO_WHAT),
    "LEX002": (PRICE, SO_WHAT),
    "LEX003": (PRICE, SO_WHAT),
    "LEX004": (PRICE, SO_WHAT),
    "LEX005": (JUDGEMENTS, JUDGEMENT),
    "OPT001": (CARRY_ON, "value: low\n    why: Nothing new"),
    "OPT003": (CARRY_ON, EFFECT),
    "SRC001": (PERMITS, "cites:\n          - {source: tide-survey, at: 5}"),
    "STY001": (PRICE, SO_WHAT),
    "STY003": (PRICE, "headline: Cheaper, with help that is hard to see."),
    "STY004": (
        ONE_PAGER,
        "title: Birchmark sells tidal power for less, and part of that is subsidy",
    ),
    "UNC001": (JUDGEMENTS, BECAUSE),
    "YML001": ("sources/tide-survey.md", 'title: "Tidal power in Alderland: a survey"'),
}
"""Where the lines of an example belong in the pack, and what they take the place of."""


@pytest.mark.parametrize("rule", STANDS_IN)
def test_what_is_wrong_in_an_example_is_found(clean: Path, rule: str) -> None:
    path, old = STANDS_IN[rule]
    edit(clean, path, old, indented(RULES[rule].wrong, clean, path, old))
    assert any(f" {rule}: " in problem for problem in found(clean)), found(clean)


@pytest.mark.parametrize("rule", STANDS_IN)
def test_what_is_right_in_an_example_is_no_problem(clean: Path, rule: str) -> None:
    path, old = STANDS_IN[rule]
    edit(clean, path, old, indented(RULES[rule].right, clean, path, old))
    assert found(clean) == []


def indented(lines: str, folder: Path, path: str, old: str) -> str:
    """Return the lines with the indentation of what they take the place of."""
    before = (folder / path).read_text().partition(old)[0]
    indent = len(before) - before.rfind("\n") - 1
    return lines.replace("\n", "\n" + " " * indent)
