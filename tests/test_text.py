"""Foreign text made safe, measured, wrapped and cut into words."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.text import one_line, slug, suggestion, unsafe, visible, width, words, wrap

DRIVES_A_TERMINAL = [*map(chr, range(0x20)), "\x7f", *map(chr, range(0x80, 0xA0))]
TURNS_TEXT_ROUND = [*"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"]


@pytest.mark.parametrize("character", [c for c in DRIVES_A_TERMINAL if c not in "\t\n\r"])
def test_a_control_character_becomes_a_visible_stand_in(character: str) -> None:
    assert character not in visible(f"a{character}b")
    assert visible(f"a{character}b").isprintable()


@pytest.mark.parametrize("character", TURNS_TEXT_ROUND)
def test_a_character_that_turns_text_round_becomes_its_number(character: str) -> None:
    assert visible(f"a{character}b") == f"a<U+{ord(character):04X}>b"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31m", "␛[31m"),
        ("\0", "␀"),
        ("\x7f", "␡"),
        ("\x9b31m", "<U+009B>31m"),
        ("\ud800", "<U+D800>"),
        ("\u2028", "<U+2028>"),
        ("\U000e0041", "<U+E0041>"),
        ("\ufdd0\uffff\U0001fffe", "<U+FDD0><U+FFFF><U+1FFFE>"),
        ("a\r\nb\rc\td", "a\nb\nc d"),
    ],
)
def test_what_stands_in_for_unsafe_text(text: str, shown: str) -> None:
    assert visible(text) == shown


@pytest.mark.parametrize(
    "text",
    ["naïve – “quoted”", "中国 AI", "👩‍👩‍👧", "e\u0301", "می‌خواهم", "soft\u00adhyphen", "a\u00a0b"],
)
def test_text_of_every_language_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_safe_text_is_safe(text: str) -> None:
    safe = visible(text)
    assert list(unsafe(safe)) == []
    assert visible(safe) == safe
    assert not set(safe) & {*DRIVES_A_TERMINAL, *TURNS_TEXT_ROUND} - {"\n"}


@given(st.text(st.characters(codec="utf-8", categories=["L", "M", "N", "P", "S", "Zs"])))
def test_text_of_letters_figures_and_signs_is_safe_already(text: str) -> None:
    assert visible(text) == text


@given(st.text())
def test_every_unsafe_character_is_told_with_its_offset(text: str) -> None:
    for offset, stand_in in unsafe(text):
        assert visible(text[offset]) == stand_in


def test_one_line_folds_white_space() -> None:
    assert one_line("  a\n\n b\tc\u00a0d\x0b ") == "a b c d␋"


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    line = one_line(text)
    assert "\n" not in line
    assert line == line.strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [("Éire & Åland, 5.6%", "eire-aland-5-6"), ("--", ""), ("A_b  C", "a-b-c"), ("中国", "")],
)
def test_a_slug_is_lower_case_words_joined_by_hyphens(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Between 3–6 of o1's cost", ["Between", "3–6", "of", "o1's", "cost"]),
        ("$5.6 million, 60/30/10", ["5.6", "million", "60", "30", "10"]),
        ("open-weight – or not", ["open-weight", "or", "not"]),
        ("", []),
    ],
)
def test_figures_and_joined_words_are_one_word_each(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    ("text", "cells"),
    [("abc", 3), ("é", 1), ("e\u0301", 1), ("中国", 4), ("ａ", 2), ("a\u200db", 2)],
)
def test_width_counts_cells(text: str, cells: int) -> None:
    assert width(text) == cells


@pytest.mark.parametrize(
    ("text", "columns", "expected"),
    [
        ("", 10, [""]),
        ("one two three", 7, ["one two", "three"]),
        ("one two three", 100, ["one two three"]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("x abcdefgh", 4, ["x", "abcd", "efgh"]),
        ("中国人工智能", 4, ["中国", "人工", "智能"]),
        ("中国人工智能", 5, ["中国", "人工", "智能"]),
    ],
)
def test_wrapping_breaks_at_words_where_it_can(
    text: str, columns: int, expected: list[str]
) -> None:
    assert wrap(text, columns) == expected


def test_wrapped_lines_after_the_first_are_indented() -> None:
    assert wrap("one two three four", 9, "  ") == ["one two", "  three", "  four"]


@given(st.text(), st.integers(2, 40), st.sampled_from(["", "  "]))
def test_wrapping_loses_nothing_and_keeps_to_the_width(
    text: str, columns: int, indent: str
) -> None:
    columns += len(indent)
    lines = wrap(text, columns, indent)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= columns for line in lines)


@given(st.text(), st.integers(-2, 3))
def test_wrapping_ends_however_narrow_the_column(text: str, columns: int) -> None:
    assert "".join("".join(wrap(text, columns, "  ")).split()) == "".join(text.split())


def test_a_near_word_is_suggested() -> None:
    assert suggestion("forcast", ("fact", "forecast")) == "did you mean 'forecast'?"
    assert suggestion("src04", ("SRC003", "SRC004")) == "did you mean 'SRC004'?"
    assert suggestion("Forecast", ("fact", "forecast")) == "did you mean 'forecast'?"
    assert suggestion("zzz", ("fact", "forecast")) == ""


def test_letters_that_combine_are_measured_like_the_letters_they_make() -> None:
    composed = "ångström café"
    assert width(unicodedata.normalize("NFD", composed)) == width(composed)
