"""Where a term stands in a paragraph: words and numbers in any common form."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.verify import found


def stands(term: str, paragraph: str) -> list[str]:
    """Return what stands for the term in the paragraph."""
    return [paragraph[start:end] for start, end in found(paragraph, term)]


def test_a_term_is_found_wherever_it_stands_from_left_to_right() -> None:
    assert found("chips, chips and more Chips", "chips") == ((0, 5), (7, 12), (22, 27))


@pytest.mark.parametrize(
    ("term", "paragraph"),
    [
        ("42", "They run 1420 turbines"),
        ("42", "They run 42.5 turbines"),
        ("42", "They run 4,200 turbines"),
        ("o1", "OpenAI’s GPT-4o1"),
        ("100", "the A100 chip"),
        ("56 crowns", "5.6 crowns"),
        ("4.1", "version 4.10"),
        ("chip", "chips"),
        ("open models", "open weight models"),
        ("China. Chips", "China chips"),
        ("5", "5 million"[2:]),
        ("", "anything"),
        ("–", "a – b"),
    ],
)
def test_what_only_looks_alike_is_not_found(term: str, paragraph: str) -> None:
    assert stands(term, paragraph) == []


@pytest.mark.parametrize(
    ("term", "paragraph", "shown"),
    [
        ("1,000 tonnes", "some 1 000 tonnes", "1 000 tonnes"),
        ("1,000", "some 1\u00a0000 tonnes", "1\u00a0000"),
        ("1000000", "1.000.000 inhabitants", "1.000.000"),
        ("1,000,000", "1’000’000 inhabitants", "1’000’000"),
        ("5.6", "um 5,6 Prozent", "5,6"),
        ("$5.6 million", "about $5.6m", "$5.6m"),
        ("$5.6 million", "about $5,600,000 in all", "$5,600,000"),
        ("671 billion", "its 671B parameters", "671B"),
        ("0.55", "at .55 a token", ".55"),
        ("6 months", "Six months in the past", "Six months"),
        ("25", "twenty-five years", "twenty-five"),
        ("two million", "2,000,000 people", "2,000,000"),
        ("90%", "ninety per cent of it", "ninety per cent"),
        ("90 percent", "90 % of it", "90 %"),
        ("12,500", "it sold 12,500, against 11,900", "12,500"),
        ("$1 million", "for $1,000,000, or less", "$1,000,000"),
        ("42", "٤٢ توربين", "٤٢"),
        ("42", "fullwidth ４２ digits", "４２"),
    ],
)
def test_numbers_count_in_any_common_form(term: str, paragraph: str, shown: str) -> None:
    assert stands(term, paragraph) == [shown]


@pytest.mark.parametrize(
    ("term", "paragraph", "shown"),
    [
        ("cost efficiency", "its cost-efficiency", "cost-efficiency"),
        ("T-200", "the T\u2011200", "T\u2011200"),
        ("US–China", "US\u2212China", "US\u2212China"),
        ("open grid", "open\u00a0 \tgrid", "open\u00a0 \tgrid"),
        ("open grid", "“open” grid", "open” grid"),
        ("cooperate", "co\u00adoperate", "co\u00adoperate"),
        ("China's", "CHINA’S", "CHINA’S"),
        ("DeepSeek", "DeepSeek’s rise", "DeepSeek"),
        ("office", "the o\ufb03ce", "o\ufb03ce"),
        ("Ångström", "A\u030angstro\u0308m", "A\u030angstro\u0308m"),
        ("straße", "STRASSE", "STRASSE"),
        ("芯片", "中国的芯片", "芯片"),
        ("5.6 crowns", "5.6 crowns¹", "5.6 crowns"),
        ("60/30/10", "split 60/30/10 between", "60/30/10"),
    ],
)
def test_dashes_spaces_quotes_case_and_letter_forms_do_not_matter(
    term: str, paragraph: str, shown: str
) -> None:
    assert stands(term, paragraph) == [shown]


def test_a_space_between_two_numbers_may_also_part_them() -> None:
    assert stands("100 people", "In chapter 1 100 people speak") == ["100 people"]


@given(st.text(), st.text(), st.text())
def test_spans_lie_in_the_paragraph_in_order_whatever_it_holds(
    before: str, term: str, after: str
) -> None:
    paragraph = f"{before} {term} {after}"
    end = 0
    for start, stop in found(paragraph, term):
        assert end <= start < stop <= len(paragraph)
        end = stop


@given(st.text(st.characters(categories=["Lu", "Ll", "Nd"]), min_size=1))
def test_a_word_is_found_in_itself(word: str) -> None:
    assert found(f"({word})", word)


@pytest.mark.parametrize(
    "hostile", ["1,111" * 20_000, "e" + "\u0301\u0323" * 40_000, "1." * 50_000]
)
def test_long_runs_of_numbers_and_marks_take_no_longer_than_other_text(hostile: str) -> None:
    assert found(f"{hostile} end", "end")
