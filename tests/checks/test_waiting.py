"""Rules that judge by what is there wait while an error leaves something out of that."""

from pathlib import Path

import pytest

from briefing.checks.registry import RULES
from tests.checks.clean_pack import (
    CARRY_ON,
    HALE,
    JUDGEMENTS,
    ONE_PAGER,
    PACK,
    PRICE,
    SO_WHAT,
    SURVEY,
    report,
)
from tests.packs import edit


@pytest.mark.parametrize(
    ("path", "old", "new", "waiting"),
    [
        (SURVEY, "type: report", "type: rumour", "CMP002 EXP003 OPT003 SRC004 SRC006 STY003"),
        (HALE, "identity: probable", "identity: sure", "EXP003"),
        (CARRY_ON, "basis: source", "basis: hearsay", "OPT003"),
        (JUDGEMENTS, "confidence: moderate", "confidence: some", "SRC004"),
        (PRICE, "kind: estimate", "kind: guess", "CMP002 SRC004 SRC006 STY003"),
        (ONE_PAGER, "page: fit-both", "page: a0", "EXP003"),
        (
            PACK,
            "lexicon: icd203",
            "lexicon: none",
            "CMP002 EXP003 LEX001 LEX002 LEX006 OPT003 SRC005 SRC006 STY003",
        ),
    ],
)
def test_an_error_makes_those_rules_wait_that_go_by_its_file(
    clean: Path, path: str, old: str, new: str, waiting: str
) -> None:
    edit(clean, path, old, new)
    made = report(clean)
    assert {problem.severity for problem in made.problems} == {"error"}
    assert {*made.waiting} == {*waiting.split(), "STY001", "WAI001"}
    assert not {*made.waiting} & {*made.passed}


def test_a_source_that_is_lost_is_the_one_problem_that_is_told(clean: Path) -> None:
    (clean / SURVEY).write_text("")
    assert [problem.file for problem in report(clean).problems] == [SURVEY]


def test_only_rules_that_are_checked_wait(clean: Path) -> None:
    edit(clean, PACK, "lexicon: icd203", "lexicon: none")
    assert report(clean, "FLD004", "LEX001", "STY004").waiting == ("LEX001",)


def test_a_warning_makes_no_rule_wait(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: Perhaps not.")
    made = report(clean)
    assert made.waiting == ()
    assert len(made.passed) == len(report(clean).passed) == len({*made.passed})


def test_every_rule_goes_by_files_and_folders_that_a_pack_has() -> None:
    parts = {part for rule in RULES.values() for part in rule.goes_by}
    assert parts <= {
        *("", "pack.yaml", "judgements.yaml"),
        *("dimensions", "experts", "options", "sources", "briefs"),
    }
