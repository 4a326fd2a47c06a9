"""How problems are printed and counted."""

import pytest

from briefing.problems import Problem, Severity, count, summary

ERROR = Problem("dimensions/price.yaml", 12, 5, "FLD004", '"kind" cannot be "x"', "try fact")
WARNING = Problem("pack.yaml", 3, 0, "STY001", "vague", severity=Severity.WARNING)
NOWHERE = Problem("", 0, 0, "OPT001", "no option is the status quo")


def test_a_problem_prints_place_severity_rule_message_and_hint() -> None:
    assert str(ERROR) == (
        'dimensions/price.yaml:12:5: error FLD004: "kind" cannot be "x" – try fact'
    )


def test_a_problem_prints_no_more_of_its_place_than_is_known() -> None:
    assert str(WARNING) == "pack.yaml:3: warning STY001: vague"
    assert str(NOWHERE) == "error OPT001: no option is the status quo"
    assert ERROR.where == "dimensions/price.yaml:12:5"


def test_problems_sort_by_place() -> None:
    later = ERROR._replace(line=100)
    assert sorted([later, WARNING, ERROR]) == [ERROR, later, WARNING]


@pytest.mark.parametrize(
    ("problems", "words"),
    [
        ([], "no problems"),
        ([ERROR], "1 error"),
        ([ERROR, ERROR, WARNING], "2 errors, 1 warning"),
        ([WARNING, WARNING], "2 warnings"),
    ],
)
def test_a_summary_counts_in_words(problems: list[Problem], words: str) -> None:
    assert summary(problems) == words


def test_errors_and_warnings_are_counted_apart() -> None:
    assert count([ERROR, WARNING, ERROR]) == (2, 1)
