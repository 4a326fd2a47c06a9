"""Lookups in a loaded pack."""

from pathlib import Path

import pytest

from briefing.pack.loader import load
from briefing.pack.pack import Pack, Ref, citations, title
from tests.packs import write_pack


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load(write_pack(tmp_path)).pack


def test_claims_come_dimension_by_dimension_and_side_by_side(pack: Pack) -> None:
    assert list(pack.claims) == [
        "alder-price",
        "alder-turbines",
        "birch-price",
        "birch-subsidy",
        "permit-time",
    ]


def test_a_claim_has_a_home(pack: Pack) -> None:
    home = pack.homes["birch-subsidy"]
    assert (home.dimension.id, home.side.id) == ("price", "birch")


def test_items_come_kind_by_kind_in_reading_order(pack: Pack) -> None:
    assert list(dict.fromkeys(ref.kind for ref in pack.items)) == [
        "judgement",
        "dimension",
        "claim",
        "question",
        "expert",
        "option",
        "source",
        "brief",
    ]


def test_a_name_finds_items_with_or_without_its_kind(pack: Pack) -> None:
    assert pack.find("claim:alder-price") == [Ref("claim", "alder-price")]
    assert pack.find("alder-price") == [Ref("claim", "alder-price")]
    assert pack.find("source:alder-price") == []
    assert pack.find("nothing") == []
    assert str(Ref("claim", "alder-price")) == "claim:alder-price"


def test_what_is_not_there_is_none(pack: Pack) -> None:
    assert pack.source("nothing") is None
    assert pack.expert("nothing") is None
    assert pack.experts[1].on("pay-more") is None


def test_a_source_knows_every_line_that_rests_on_it(pack: Pack) -> None:
    assert [(str(use.ref), use.citation.locator) for use in pack.uses["price-register"]] == [
        ("claim:alder-price", "Table 1"),
        ("claim:alder-turbines", "p. 5"),
        ("claim:permit-time", "Table 3"),
        ("option:open-the-grid", "Table 2"),
    ]


def test_a_claim_knows_the_judgements_that_rely_on_it(pack: Pack) -> None:
    assert {claim: [j.id for j in found] for claim, found in pack.relied_on.items()} == {
        "alder-price": ["gap-narrows"],
        "alder-turbines": ["gap-narrows"],
        "birch-price": ["gap-narrows"],
    }


def test_citations_of_an_option_are_those_of_ratings_and_support(pack: Pack) -> None:
    assert [citation.source for citation in citations(pack.options[1])] == [
        "tide-survey",
        "price-register",
        "tide-survey",
        "strait-gazette",
    ]


def test_a_title_is_a_name_a_title_or_the_text(pack: Pack) -> None:
    assert title(pack.dimensions[0]) == "Price of power"
    assert title(pack.sources[2]) == "Tidal power in Alderland: a survey"
    assert title(pack.questions[0]) == "The grid should be open to every builder."


def test_a_likelihood_comes_with_its_range(pack: Pack) -> None:
    assert pack.likelihood(pack.judgements[0]) == "likely (55–80%)"


def test_labels_are_short_where_a_short_form_is_given(pack: Pack) -> None:
    assert [dimension.label for dimension in pack.dimensions] == [
        "Price",
        "Permits and the time they take",
    ]
    assert [side.label for side in pack.sides] == ["AL", "BM"]
    assert [source.label for source in pack.sources] == [
        "Register of prices",
        "One strait, one builder",
        "Tide survey",
    ]


def test_the_issuer_is_the_container_or_else_the_publisher_or_else_the_authors(pack: Pack) -> None:
    assert [source.issuer for source in pack.sources] == [
        "Bureau of Prices",
        "Strait Gazette",
        "Straits and Tides",
    ]
    assert [author.name for author in pack.sources[2].author] == ["Åsa Lind", "Survey Team"]
