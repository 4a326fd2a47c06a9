"""The words that stand for the values of a pack."""

import re
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing import words
from briefing.pack.types import ISSUED, RELIABILITIES, STANCES, STATUSES, Access
from briefing.words import capital, counted, date, listed, sentence


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2025", "2025"),
        ("2025-01", "January 2025"),
        ("2025-01-29", "29 January 2025"),
        ("2025-12-05", "5 December 2025"),
        ("2025-01~", "about January 2025"),
        ("2025~", "about 2025"),
        ("2025-01?", "January 2025, uncertain"),
        ("unknown", "no date"),
        ("", "no date"),
    ],
)
def test_a_date_in_words(written: str, said: str) -> None:
    assert date(written) == said


@given(st.from_regex(re.compile(ISSUED, re.ASCII), fullmatch=True))
def test_every_date_that_a_pack_can_hold_has_words(written: str) -> None:
    month = written.rstrip("?~").split("-")[1:2]
    if not month or 1 <= int(month[0]) <= 12:
        assert date(written) == "no date" or written[:4] in date(written)


def test_every_value_has_words() -> None:
    assert set(words.STATUS) == set(words.STATUS_MEANS) == set(STATUSES)
    assert set(words.STANCE) == set(words.STANCE_HEADING) == set(STANCES)
    assert set(words.RELIABILITY) == set(RELIABILITIES)
    assert set(words.ACCESS) == set(words.ACCESS_SHORT) == set(get_args(Access))


def test_stances_are_listed_from_one_end_to_the_other() -> None:
    assert list(words.STANCE_HEADING) == list(reversed(STANCES))


@pytest.mark.parametrize(
    ("text", "said"),
    [("so", "So."), ("So.", "So."), ("so?", "So?"), ("he said “so.”", "He said “so.”"), ("", ".")],
)
def test_a_sentence_begins_with_a_capital_and_ends_with_a_stop(text: str, said: str) -> None:
    assert sentence(text) == said


def test_a_capital_changes_only_the_first_letter() -> None:
    assert capital("azat.tv – R1") == "Azat.tv – R1"


@pytest.mark.parametrize(
    ("names", "said"), [([], ""), (["A"], "A"), (["A", "B"], "A and B"), ([*"ABC"], "A, B and C")]
)
def test_names_as_running_text(names: list[str], said: str) -> None:
    assert listed(names) == said


def test_a_number_goes_with_its_noun() -> None:
    assert counted(1, "claim") == "1 claim"
    assert counted(2, "claim") == "2 claims"
    assert counted(2, "line rests", "lines rest") == "2 lines rest"
