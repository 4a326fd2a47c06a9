"""What the rules of likelihood and confidence find in prose, and what they leave alone."""

from pathlib import Path

import pytest

from briefing.checks.registry import RULES
from briefing.pack.lexicon import LEXICONS
from tests.checks.clean_pack import JUDGEMENTS, ONE_PAGER, PACK, PRICE, SO_WHAT, found, report
from tests.packs import edit

SUBSIDY = "Without its subsidy, the power would sell at 5.6 crowns more by 2027."
JUDGED = "The gap in price narrows by the end of 2026."
ALL_BUT_ROWS = [name for name in RULES if name != "LEX006"]


def told_of_prose(clean: Path, text: str) -> list[str]:
    """Return the rules that find something in a so-what, with what they say of it."""
    edit(clean, PRICE, SO_WHAT, f"so_what: >-\n  {text}")
    before = f"{PRICE}:6:"
    return [
        problem.removeprefix(before).partition(" – ")[0] for problem in found(clean, *ALL_BUT_ROWS)
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Prices will probably not rise.",
            '15: warning LEX002: "probably" stands without its range',
        ),
        ("Prices are likely to fall.", '14: warning LEX002: "likely" stands without its range'),
        (
            "Prices are very  likely to fall.",
            '14: warning LEX002: "very likely" stands without its range',
        ),
        (
            "There is a remote chance of it.",
            '14: warning LEX002: "remote chance" stands without its range',
        ),
        (
            "Prices are likely (60–90%) to fall.",
            '14: warning LEX002: "likely" means 55–80% in the lexicon icd203',
        ),
        (
            "Prices are highly likely to fall.",
            '14: error LEX001: "highly likely" is no term of the lexicon icd203',
        ),
        (
            "Prices are not likely to fall.",
            '14: error LEX001: "not likely" is no term of the lexicon icd203',
        ),
        (
            "Prices aren’t likely to fall.",
            '10: error LEX001: "aren’t likely" is no term of the lexicon icd203',
        ),
        (
            "A fall is more likely than not.",
            '13: error LEX001: "more likely than not" is no term of the lexicon icd203',
        ),
        (
            "There is a realistic possibility of it.",
            '14: error LEX001: "realistic possibility" is no term of the lexicon icd203',
        ),
        (
            "Prices are *very* likely to fall.",
            '15: warning LEX002: "very likely" stands without its range',
        ),
        (
            "Prices are very **likely** to fall.",
            '14: warning LEX002: "very likely" stands without its range',
        ),
        (
            "A very-likely fall.",
            '5: warning LEX002: "very-likely" stands without its range',
        ),
        (
            "A fall is no longer likely.",
            '13: error LEX001: "no longer likely" is no term of the lexicon icd203',
        ),
        (
            "A fall is never going to be likely.",
            '13: error LEX001: "never going to be likely" is no term of the lexicon icd203',
        ),
        (
            "A fall is less than likely.",
            '13: error LEX001: "less than likely" is no term of the lexicon icd203',
        ),
        (
            "A fall is as likely as not.",
            '13: error LEX001: "as likely as not" is no term of the lexicon icd203',
        ),
        (
            "There is a high probability of it.",
            '14: error LEX001: "high probability" is no term of the lexicon icd203',
        ),
        (
            "In all likelihood prices fall.",
            '3: error LEX001: "In all likelihood" is no term of the lexicon icd203',
        ),
        (
            "Presumably prices fall.",
            '3: warning LEX004: "Presumably" leaves open how likely it is',
        ),
        (
            "A fall is not impossible.",
            '13: warning LEX004: "not impossible" leaves open how likely it is',
        ),
        (
            "Perhaps prices fall.",
            '3: warning LEX004: "Perhaps" leaves open how likely it is',
        ),
        (
            "A fall cannot be ruled out.",
            '10: warning LEX004: "cannot be ruled out" leaves open how likely it is',
        ),
        (
            "With high confidence we hold a fall to be very likely (80–95%).",
            '8: error LEX003: "very likely" and "high confidence" in one sentence',
        ),
    ],
)
def test_what_is_wrong_is_told_at_its_words(clean: Path, text: str, told: str) -> None:
    assert told_of_prose(clean, text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Prices are likely (55–80%) to fall.",
        "Prices are **likely** (55-80 %) to fall.",
        "Prices are very likely (80–95 per cent) to fall.",
        "The register calls a fall “probably certain, or highly likely”.",
        'The register calls a fall "highly likely".',
        "The register calls a fall ‘highly likely’, and Alderland’s don’t matter.",
        "The register calls a fall 'highly likely', and Alderland's don't matter.",
        "The register calls a fall «very likely», „very likely“ and 「very likely」.",
        "The term `likely` has a range.",
        "See the [register](https://example.org/highly-likely).",
        "A fall is more likely at sea, and less likely on land, as likely as rain.",
        "How likely is it?",
        "Prices are **very** *likely* (80–95%) to fall.",
        "Prices are likely (55 %–80 %) to fall, or likely [between 55 and 80%].",
        "Prices are [likely](https://example.org/x) (55-80%) to fall.",
        "A fall is increasingly likely, and builders have little chance to ask.",
        "Prices are un*likely* to fall, as it says.",
        "Consumer confidence is high, and a fall likely (55–80%).",
        "A fall is likely (55–80%), and confidence-building helps.",
        "Remote villages pay more, and an unlikelihood is no term.",
        "We are likely (55–80%) to see it. Our confidence in this is high.",
        "Builders may connect in May, as a licence allows.",
        "The always open register names a certain price.",
    ],
)
def test_what_is_no_likelihood_of_ours_is_left_alone(clean: Path, text: str) -> None:
    assert told_of_prose(clean, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Our confidence that a fall is likely (55–80%) is low.",
        "We are quite confident that a fall is likely (55–80%).",
        "We assess with confidence that a fall is likely (55–80%).",
        "With high confidence, as Dr. Lind says, a fall is likely (55–80%).",
        "A fall is likely (55–80%; *high* confidence).",
    ],
)
def test_confidence_in_the_same_sentence_is_found_in_any_order(clean: Path, text: str) -> None:
    [told] = told_of_prose(clean, text)
    assert " error LEX003: " in told


def test_a_block_quote_is_left_alone(clean: Path) -> None:
    edit(
        clean,
        PACK,
        "  Birchmark sells tidal power for less, **but** part of the gap is subsidy. See the\n"
        "  [register](https://example.org/register).",
        "  Birchmark sells for less.\n\n  > Prices are highly likely to fall.",
    )
    assert found(clean) == []


def test_words_that_are_broken_between_lines_are_found_where_they_begin(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: >-\n  That prices fall here is very\n  likely.")
    [problem] = found(clean)
    assert problem.startswith(f'{PRICE}:6:28: warning LEX002: "very likely" stands without')


def test_the_second_of_two_equal_words_is_found_where_it_stands(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: Costs are likely (55–80%) to fall, and prices likely.")
    [problem] = found(clean)
    assert problem.startswith(f"{PRICE}:5:56: warning LEX002")


def test_the_terms_are_those_of_the_declared_lexicon(clean: Path) -> None:
    edit(clean, PACK, "lexicon: icd203", "lexicon: phia")
    edit(clean, PRICE, SO_WHAT, "so_what: A fall is highly likely (80–90%), not very likely.")
    [problem] = found(clean)
    assert 'LEX001: "not very likely" is no term of the lexicon phia' in problem


@pytest.mark.parametrize("word", ["may", "might", "could"])
def test_modal_verbs_are_vague_in_forecasts_only(clean: Path, word: str) -> None:
    edit(clean, PRICE, SO_WHAT, f"so_what: Builders {word} ask.")
    edit(clean, PRICE, SUBSIDY, f"Without it, the power {word} sell at more by 2027.")
    [problem] = found(clean)
    assert f'warning LEX004: "{word}" leaves open how likely it is' in problem


@pytest.mark.parametrize(
    "text",
    [
        "The Gazette warns that the power could inevitably sell at more by 2027.",
        "Unnamed builders expect that it might never sell.",
        "“It will certainly sell, and could do so soon.”",
    ],
)
def test_forecasts_of_others_keep_their_words(clean: Path, text: str) -> None:
    edit(clean, PRICE, SUBSIDY, text)
    assert found(clean) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The gap will certainly narrow.", ["certainly"]),
        ("The gap is bound to narrow and never widens.", ["bound to", "never"]),
        ("The gap is almost certain (95–99%) to narrow.", []),
        ("The gap does not always narrow.", []),
        ("The gap narrows as if “inevitable”.", []),
        ("It is *almost* certain (95–99%) to narrow.", []),
        ("It is by no means certain to narrow, and cannot be certain.", []),
        ("A certain builder has a guarantee from the state.", []),
        ("It is certain to narrow, without question.", ["is certain", "without question"]),
    ],
)
def test_absolutes_in_a_judgement(clean: Path, text: str, told: list[str]) -> None:
    edit(clean, JUDGEMENTS, JUDGED, text)
    expected = [f'LEX005: "{word}" leaves no doubt about the future' for word in told]
    assert [p.partition("warning ")[2].partition(" – ")[0] for p in found(clean)] == expected


def test_terms_of_both_rows_of_icd_203_are_not_mixed(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: A fall is improbable (20–45%) and probable (55–80%).")
    edit(clean, ONE_PAGER, "What Birchmark pays", "It is likely (55–80%) that what Birchmark pays")
    edit(clean, JUDGEMENTS, "likelihood: likely", "likelihood: very likely")
    edit(clean, JUDGEMENTS, JUDGED, "A rise is unlikely (20–45%).")
    assert [problem.partition(" – ")[0] for problem in found(clean)] == [
        f'{PRICE}:5:20: warning LEX006: "improbable" is of another row of ICD 203 than other '
        "terms of the pack",
        f'{PRICE}:5:44: warning LEX006: "probable" is of another row of ICD 203 than other '
        "terms of the pack",
    ]


def test_likely_and_probable_are_one_row_of_the_yardstick(clean: Path) -> None:
    edit(clean, PACK, "lexicon: icd203", "lexicon: phia")
    edit(clean, PRICE, SO_WHAT, "so_what: A fall is probable (55–75%).")
    assert found(clean) == []


@pytest.mark.parametrize(
    ("old", "new"), [("lexicon: icd203", "lexikon: phia"), ("lexicon: icd203", "lexicon: [phia]")]
)
def test_rules_that_go_by_the_lexicon_wait_until_it_is_certain(
    clean: Path, old: str, new: str
) -> None:
    edit(clean, PACK, old, new)
    edit(clean, PRICE, SO_WHAT, "so_what: A fall is highly likely (80–90%), a rise unlikely.")
    made = report(clean)
    assert {problem.file for problem in made.problems} == {PACK}
    assert not {"LEX001", "LEX002", "LEX006"} & {*made.passed}


def test_the_bands_are_those_published() -> None:
    icd203 = {
        ("almost no chance", "remote"): (1, 5),
        ("very unlikely", "highly improbable"): (5, 20),
        ("unlikely", "improbable"): (20, 45),
        ("roughly even chance", "roughly even odds"): (45, 55),
        ("likely", "probable"): (55, 80),
        ("very likely", "highly probable"): (80, 95),
        ("almost certain", "nearly certain"): (95, 99),
    }
    phia = {
        ("remote chance",): (0, 5),
        ("highly unlikely",): (10, 20),
        ("unlikely",): (25, 35),
        ("realistic possibility",): (40, 50),
        ("likely", "probable"): (55, 75),
        ("highly likely",): (80, 90),
        ("almost certain",): (95, 100),
    }
    for name, published in (("icd203", icd203), ("phia", phia)):
        bands = {term: band for terms, band in published.items() for term in terms}
        assert LEXICONS[name] == bands
