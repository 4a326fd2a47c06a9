"""The rules: every id that the program tells of is explained, and the page is made of the same."""

import re
from pathlib import Path

import pytest

from briefing.checks.explain import as_text, page
from briefing.checks.registry import RULES
from briefing.checks.rule import Rule
from briefing.problems import Severity

ROOT = Path(__file__).parent.parent.parent
ERRORS = (
    "SRC001 SRC002 SRC003 CMP001 UNC001 ALT001 LEX001 LEX003 EXP001 EXP004 OPT001 OPT002 COR001 "
    "FIT001 TIM001"
)
WARNINGS = "SRC004 SRC005 SRC006 OPT003 EXP003 CMP002 LEX002 LEX004 LEX005 STY001 STY003 STY004"


def test_every_rule_that_the_program_names_is_explained() -> None:
    named = {
        name
        for path in (ROOT / "briefing").rglob("*.py")
        for name in re.findall(r'"([A-Z]{3}[0-9]{3})"', path.read_text())
    }
    assert named - RULES.keys() == set()


@pytest.mark.parametrize(
    ("names", "severity"), [(ERRORS, Severity.ERROR), (WARNINGS, Severity.WARNING)]
)
def test_the_rules_have_their_severities(names: str, severity: Severity) -> None:
    assert {name: RULES[name].severity for name in names.split()} == dict.fromkeys(
        names.split(), severity
    )


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_says_why_and_how_to_mend(rule: Rule) -> None:
    assert rule.why.endswith((".", "?"))
    assert rule.mend.endswith(".")
    assert bool(rule.wrong) == bool(rule.right)
    if rule.find:
        assert rule.standard
        assert rule.wrong
        assert rule.limits


def test_an_explanation_fits_a_terminal() -> None:
    lines = [line for rule in RULES.values() for line in as_text(rule)]
    assert [line for line in lines if len(line) > 120] == []


def test_the_page_of_rules_is_made_of_their_text() -> None:
    shown = (ROOT / "docs" / "checks.md").read_text()
    assert shown == page(), "python -m briefing.checks > docs/checks.md"
