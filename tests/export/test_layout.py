"""The widths of columns: fair to both sides, no word cut, and no taller than need be."""

from __future__ import annotations

import pytest
from hypothesis import given

from briefing.document import Cell, Table, run
from briefing.export.layout import shares
from tests.export.documents import tables


def of(
    *rows: tuple[str, ...], header: tuple[str, ...] = ("A", "B", "C"), paired: bool = False
) -> Table:
    made = tuple(tuple(Cell((run(text),)) for text in row) for row in rows)
    return Table(header, made, paired=paired)


@given(tables())
def test_the_shares_make_the_whole_width(table: Table) -> None:
    found = shares(table)
    assert len(found) == len(table.header)
    assert sum(found) == pytest.approx(1)
    assert min(found) > 0


@given(tables())
def test_both_sides_of_a_paired_table_get_the_same(table: Table) -> None:
    if table.paired:
        found = shares(table)
        assert found[1] == pytest.approx(found[2])


def test_columns_of_the_same_text_are_equally_wide() -> None:
    text = "so it is said " * 8
    assert shares(of((text, text, text))) == pytest.approx((1 / 3, 1 / 3, 1 / 3))


def test_a_long_word_has_room() -> None:
    word = "disproportionately"
    narrow = shares(of((word, "much more text in this cell " * 20, "and in this " * 20)))[0]
    assert narrow * 104 >= len(word)


def test_words_longer_than_a_line_share_it() -> None:
    found = shares(of(("x" * 300, "y" * 300, "z")))
    assert found[0] == pytest.approx(found[1])
    assert found[2] > 0


def test_width_goes_where_it_makes_rows_shorter() -> None:
    evenly = "word " * 20
    rows = [("A", evenly, "word " * 6), ("B", evenly, "word " * 40)]
    found = shares(of(*rows))
    assert found[2] > found[1] > found[0]


def test_a_table_without_rows_shares_by_its_header() -> None:
    assert shares(Table(("One", "Another"), ())) == pytest.approx((0.3, 0.7), abs=0.05)
