"""Waivers: each for a reason, counted, and a problem where they waive nothing."""

from pathlib import Path

import pytest

from briefing.checks.engine import check
from briefing.checks.given import EXPIRED, expired
from briefing.checks.registry import RULES
from briefing.pack.loader import load
from briefing.pack.recipe_file import read_recipe, write_recipe
from tests.checks.clean_pack import (
    CARRY_ON,
    JUDGEMENTS,
    ONE_PAGER,
    PACK,
    PERMITS,
    PRICE,
    SO_WHAT,
    found,
    report,
    write_clean,
)
from tests.packs import edit

WAIVE = 'waive: {LEX004: "the word is quoted from the law"}'


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (PRICE, "short: Price\n", f"short: Price\n{WAIVE}\n"),
        (PACK, "lexicon: icd203\n", f"lexicon: icd203\n{WAIVE}\n"),
    ],
    ids=["in the item", "in the pack"],
)
def test_what_is_waived_is_no_problem_and_has_its_reason(
    clean: Path, path: str, old: str, new: str
) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: Perhaps not.")
    edit(clean, path, old, new)
    made = report(clean)
    assert made.problems == ()
    assert [one.waived for one in made.waived] == ["the word is quoted from the law"]
    assert "LEX004" not in made.passed


def test_a_waiver_covers_what_stands_in_its_item_and_no_other(clean: Path) -> None:
    edit(clean, CARRY_ON, "basis: editor, cites: [{source: tide-survey, at: 6}]", "basis: editor")
    edit(clean, "options/open-the-grid.md", "name: Open", "waive: {OPT003: why}\nname: Open")
    assert [problem.split(":")[0] for problem in found(clean)] == [
        "options/carry-on.md",
        "options/open-the-grid.md",
    ]
    edit(clean, CARRY_ON, "name: Carry on", "name: Carry on\nwaive: {OPT003: no source rates it}")
    assert [problem.split(":")[0] for problem in found(clean)] == ["options/open-the-grid.md"]


def test_a_waiver_that_waives_nothing_is_told_where_it_stands(clean: Path) -> None:
    edit(clean, JUDGEMENTS, "- id: gap-narrows", "- id: gap-narrows\n  waive: {SRC004: why}")
    assert found(clean) == [
        "judgements.yaml:2:11: warning WAI001: nothing here is waived by the waiver of SRC004"
        " – take it out"
    ]


def test_a_waiver_of_a_rule_that_is_not_checked_is_not_judged(clean: Path) -> None:
    edit(clean, JUDGEMENTS, "- id: gap-narrows", "- id: gap-narrows\n  waive: {SRC004: why}")
    assert found(clean, "LEX001", "WAI001") == []


def test_no_waiver_is_stale_while_an_error_leaves_items_out(clean: Path) -> None:
    edit(clean, JUDGEMENTS, "- id: gap-narrows", "- id: gap-narrows\n  waive: {SRC004: why}")
    edit(clean, PERMITS, "kind: judgement", "kind: x")
    made = report(clean)
    assert [problem.rule for problem in made.problems] == ["FLD004"]
    assert "WAI001" not in made.passed


def test_of_two_waivers_of_one_problem_the_wider_one_is_stale(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, f"so_what: Perhaps not.\n{WAIVE}")
    edit(clean, PACK, "lexicon: icd203\n", f"lexicon: icd203\n{WAIVE}\n")
    [problem] = found(clean)
    assert problem.startswith("pack.yaml:19:9: warning WAI001: ")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("LEX099", "there is no rule LEX099 – did you mean 'LEX006'?"),
        ("SRC001", "SRC001 may not be waived – mend the problem itself"),
        ("FIT001", "FIT001 may not be waived – mend the problem itself"),
        ("TIM001", "TIM001 may not be waived – mend the problem itself"),
    ],
)
def test_a_waiver_of_what_may_not_be_waived_is_an_error(clean: Path, rule: str, told: str) -> None:
    edit(clean, ONE_PAGER, "page: fit-both", f"page: fit-both\nwaive: {{{rule}: why}}")
    [problem] = found(clean)
    assert problem.startswith(f"briefs/one-pager.yaml:4:9: error WAI002: {told}")


@pytest.mark.parametrize(
    ("waiver", "told"),
    [
        ("{lex: why}", 'FLD006: "waive" must be the id of a rule, such as SRC004, but is "lex"'),
        ("{LEX004: }", 'FLD005: "LEX004" is empty'),
        ("[LEX004]", 'FLD003: "waive" must be a mapping, but is a list'),
    ],
)
def test_a_waiver_names_a_rule_and_a_reason(clean: Path, waiver: str, told: str) -> None:
    edit(clean, PERMITS, "so_what:", f"waive: {waiver}\nso_what:")
    assert told in "\n".join(found(clean))


def test_a_recipe_that_is_written_keeps_its_waivers(clean: Path, tmp_path: Path) -> None:
    edit(clean, ONE_PAGER, "page: fit-both", 'waive: {STY004: "no: it is long"}')
    pack = load(clean).pack
    [brief] = pack.briefs
    file = tmp_path / "mine.yaml"
    file.write_text(write_recipe(brief))
    read, problems = read_recipe(file, pack)
    assert problems == []
    assert read is not None
    assert read.waive == {"STY004": "no: it is long"}


def test_only_rules_that_look_at_a_whole_pack_may_be_waived() -> None:
    assert all(rule.find for rule in RULES.values() if rule.waivable)


@pytest.mark.parametrize(
    ("expires", "today", "told"),
    [
        ("2025-06-30", "2025-06-30", False),
        ("2025-06-30", "2025-07-01", True),
        ("2025-06", "2025-06-30", False),
        ("2025-06", "2025-07-01", True),
        ("2025", "2025-12-31", False),
        ("2025", "2026-01-01", True),
    ],
)
def test_a_claim_expires_when_its_last_day_has_passed(
    clean: Path, expires: str, today: str, told: bool
) -> None:
    edit(clean, PRICE, "date: 2024\n", f"date: 2024\n        expires: {expires}\n")
    loaded = load(clean)
    made = check(clean, loaded, given={EXPIRED.id: expired(loaded.pack, today)})
    expected = 'the claim "birch-price" has expired'
    assert [problem.message for problem in made.problems] == [expected] * told
    assert all((p.line, p.column) == (37, 18) for p in made.problems)


def test_the_files_of_a_pack_without_findings_are_not_read(tmp_path: Path) -> None:
    loaded = load(write_clean(tmp_path / "tides"))
    assert check(tmp_path / "none", loaded).problems == ()
