"""Quotations are blanked out and sentences told apart, in any text at all."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.checks.engine import check
from briefing.checks.expressions import terms
from briefing.checks.prose import sentences, without_emphasis, without_quotations
from briefing.pack.lexicon import LEXICONS
from briefing.pack.loader import load
from tests.checks.clean_pack import PRICE, SO_WHAT, write_clean
from tests.packs import edit

QUOTING = st.text(st.sampled_from("ab 1.‘’“”„«»‹›「」'\"`()[]<>\n*,"), max_size=60)


@given(QUOTING | st.text(max_size=60))
def test_what_is_left_alone_keeps_its_place(text: str) -> None:
    left = without_quotations(text)
    assert len(left) == len(text)
    assert all(a in (b, "\ufffc") for a, b in zip(left, text, strict=True))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("He says “likely” twice", "He says ________ twice"),
        ("“a ‘b’ c” d", "_ ___ __ d"),
        ("Alderland’s and builders’ plans", "Alderland’s and builders’ plans"),
        ("Alderland's and builders' plans", "Alderland's and builders' plans"),
        ("it’s ‘fine’ here", "it’s ______ here"),
        ("an open “mark stays", "an open “mark stays"),
        ("> quoted\nmine", "_ ______\nmine"),
        ("[text](https://a.b/c)", "[text]_______________"),
    ],
)
def test_quotations_are_blanked_and_apostrophes_are_not(text: str, left: str) -> None:
    assert without_quotations(text).replace("\ufffc", "_") == left.replace("_ ___ __", "__ ___ __")


@given(st.text(st.sampled_from("ab 1*_~-(.\n"), max_size=40))
def test_marks_of_emphasis_are_taken_out_and_nothing_else(text: str) -> None:
    left = without_emphasis(text)
    assert len(left) == len(text)
    assert all(a == b or b in "*_~" for a, b in zip(left, text, strict=True))


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a **very** *likely* b", "a   very    likely  b"),
        ("an un*likely* b", "an un_likely  b"),
        ("_very_ snake_case __b__", " very  snake_case   b  "),
        ("5 * 3 and 5*3", "5 * 3 and 5_3"),
        ("* one\n* two", "* one\n* two"),
    ],
)
def test_emphasis_is_blanked_and_a_word_that_is_stressed_in_part_stays_one(
    text: str, left: str
) -> None:
    assert without_emphasis(text) == left


@given(st.text(st.sampled_from("Ab .!?\n-*1”)"), max_size=60))
def test_sentences_hold_all_of_a_text_in_order(text: str) -> None:
    end = 0
    for offset, sentence in sentences(text):
        assert text[offset : offset + len(sentence)] == sentence
        assert not text[end:offset].strip()
        end = offset + len(sentence)
    assert not text[end:].strip()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("It rose by 1.5 points. Then it fell.", 2),
        ("It rose, e.g. in 2024, and fell.", 1),
        ("Did it rise? It did! “So.” Good.", 4),
        ("Dr. Lind and Prof. Hale say so.", 1),
        ("**It rose.** Then it fell.", 2),
        ("One\n\nTwo", 2),
        ("- one\n- two", 2),
    ],
)
def test_a_sentence_ends_before_a_capital(text: str, number: int) -> None:
    assert len(list(sentences(text))) == number


@pytest.mark.parametrize("lexicon", LEXICONS)
def test_every_term_of_a_lexicon_is_found_as_itself(lexicon: str) -> None:
    for term in LEXICONS[lexicon]:
        shown = "remote chance" if term == "remote" else term
        [found] = terms(f"This is {shown} here.", lexicon)
        assert found.term == term


@settings(max_examples=30)
@given(st.text(max_size=40) | QUOTING)
def test_checks_bear_any_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    folder = write_clean(tmp_path_factory.mktemp("any"))
    quoted = "".join(f"\\U{ord(character):08x}" for character in text)
    edit(folder, PRICE, SO_WHAT, f'so_what: "Perhaps {quoted} likely TSO."')
    report = check(folder, load(folder))
    assert report.problems


def test_a_long_text_costs_no_more_than_its_length(tmp_path: Path) -> None:
    folder = write_clean(tmp_path)
    for text in (
        "‘",
        "'a ",
        "<",
        "[](",
        "likely ",
        "perhaps ",
        "expert ",
        "A&",
        "(A",
        "not ",
        "confidence ",
        "*",
        "a*",
        "_",
        "likelihood of a ",
    ):
        edit(folder, PRICE, SO_WHAT, f'so_what: "x {text * 20_000}"')
        check(folder, load(folder))
        edit(folder, PRICE, f'so_what: "x {text * 20_000}"', SO_WHAT)
