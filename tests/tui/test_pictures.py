"""Pictures made of characters: as true as the room for them allows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.describe.mix import Mix
from briefing.document import plain
from briefing.pack.types import STATUSES
from briefing.tui.pictures import mix_strip, mix_words
from briefing.tui.pictures_time import names
from briefing.words import STATUS_GLYPH

SOME: Mix = (("confirmed", 5), ("corrected", 1), ("contested", 4), ("unverified", 2))
MIXES = st.lists(st.integers(0, 400), min_size=len(STATUSES), max_size=len(STATUSES)).map(
    lambda numbers: tuple(
        (status, number) for status, number in zip(STATUSES, numbers, strict=True) if number
    )
)


def test_there_is_a_sign_for_each_claim_where_there_is_room() -> None:
    assert plain(mix_strip(SOME, 30)) == "✓✓✓✓✓✎≠≠≠≠??"


def test_where_there_is_less_room_a_sign_stands_for_a_share() -> None:
    assert plain(mix_strip(SOME, 6)) == "✓✓✎≠≠?"


def test_no_status_is_left_out_of_a_picture() -> None:
    assert plain(mix_strip((("confirmed", 900), ("misprinted", 1)), 5)) == "✓✓✓✓✗"


def test_there_is_no_picture_where_there_is_no_room_for_one() -> None:
    assert mix_strip(SOME, 3) == ()
    assert mix_strip((), 20) == ()


@pytest.mark.parametrize(
    ("room", "shown"),
    [(60, "United States ■ │ □ China"), (36, "US ■ │ □ China"), (22, "US ■ │ □ Ch…")],
)
def test_names_over_bars_are_as_long_as_there_is_room(room: int, shown: str) -> None:
    line = names(("United States", "US"), ("China", "China"), room)
    assert plain(line).strip() == shown


@given(MIXES, st.integers(-3, 200))
def test_a_picture_fits_and_shows_every_status_once_or_nothing(found: Mix, room: int) -> None:
    shown = plain(mix_strip(found, room))
    total = sum(number for _, number in found)
    assert len(shown) in {0, min(room, total)}
    if shown:
        assert set(shown) == {STATUS_GLYPH[status] for status, _ in found}
    if total <= room:
        assert [shown.count(STATUS_GLYPH[status]) for status, _ in found] == [n for _, n in found]


def test_words_tell_every_status_where_there_is_room() -> None:
    assert mix_words([SOME], 60) == ["5 confirmed · 1 corrected · 4 contested · 2 unverified"]


def test_words_tell_the_first_thing_to_know_where_there_is_less() -> None:
    assert mix_words([SOME], 40) == ["5 of 12 confirmed · 4 contested"]
    assert mix_words([SOME], 20) == ["5 of 12 confirmed"]
    assert mix_words([(("unverified", 3),)], 18) == ["3 unverified"]


def test_both_sides_are_told_alike() -> None:
    few: Mix = (("confirmed", 2), ("misprinted", 1))
    assert mix_words([few, SOME], 60)[0] == "2 confirmed · 1 misprinted"
    assert mix_words([few, SOME], 40) == [
        "2 of 3 confirmed · 0 contested",
        "5 of 12 confirmed · 4 contested",
    ]
    assert mix_words([SOME, ()], 20) == ["5 of 12 confirmed", ""]


def test_there_are_no_words_without_claims_or_without_room() -> None:
    assert mix_words([()], 40) == [""]
    assert mix_words([SOME], 5) == [""]
