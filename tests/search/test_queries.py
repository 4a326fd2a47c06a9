"""What can be asked for: phrases, words left out, filters; and that nothing typed can hurt."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from briefing.pack.loader import load
from briefing.pack.model import Claim
from briefing.pack.pack import Pack
from briefing.search import Found, Hit, Index
from tests.search.looking import found

CLAIMS = ["alder-price", "alder-turbines", "birch-price", "birch-subsidy", "permit-time"]


def claims(*names: str) -> list[str]:
    return [f"claim:{name}" for name in names]


# --- words ----------------------------------------------------------------------------------


def test_words_in_quotes_must_follow_one_another(index: Index) -> None:
    assert "dimension:price" in found(index, "power price")
    assert found(index, '"price of power"') == ["dimension:price"]
    assert found(index, "“price of power”") == ["dimension:price"]
    assert found(index, '"power price"') == []


def test_a_phrase_that_is_being_typed_may_be_unfinished(index: Index) -> None:
    assert found(index, '"price of pow') == ["dimension:price"]
    assert found(index, '"price of pow"') == []


def test_a_word_after_a_hyphen_must_not_be_there(index: Index) -> None:
    assert found(index, "crowns kind:claim") == claims(
        "alder-price", "birch-price", "birch-subsidy"
    )
    assert found(index, "crowns kind:claim -subsidy") == claims("alder-price", "birch-price")
    assert found(index, 'crowns kind:claim -"more by"') == claims("alder-price", "birch-price")


def test_only_a_whole_word_leaves_an_item_out(index: Index) -> None:
    assert "claim:birch-subsidy" in found(index, "crowns -subsid")


def test_words_that_must_not_be_there_list_all_the_others(index: Index) -> None:
    assert found(index, "kind:claim -crowns") == claims("alder-turbines", "permit-time")
    assert len(found(index, "-xyzzy")) == 20


def test_a_hyphen_within_a_word_leaves_nothing_out(index: Index) -> None:
    assert found(index, "T-200") == ["claim:alder-turbines"]


# --- filters --------------------------------------------------------------------------------

FILTERED = {
    "kind:claim": claims(*CLAIMS),
    "KIND:Claims": claims(*CLAIMS),
    "kind:term": ["term:MWh"],
    "side:birch": [
        "expert:jon-hale", *claims("birch-price", "birch-subsidy"), "source:strait-gazette",
    ],
    "side:Birchmark kind:claim": claims("birch-price", "birch-subsidy"),
    "side:BM kind:claim": claims("birch-price", "birch-subsidy"),
    "side:bi kind:claim": claims("birch-price", "birch-subsidy"),
    "status:contested": claims("birch-price"),
    "status:co kind:claim": claims("alder-price", "alder-turbines", "birch-price"),
    "expert:jon-hale": [
        "expert:jon-hale", "option:open-the-grid", "question:open-grid", "source:strait-gazette",
    ],
    "expert:hale kind:option": ["option:open-the-grid"],
    'expert:"mira ostberg" kind:question': ["question:open-grid", "question:pay-more"],
    "expert:östberg kind:expert": ["expert:mira-ostberg"],
    "source:strait-gazette": [
        "source:strait-gazette", "option:open-the-grid", "expert:jon-hale", "claim:birch-subsidy",
    ],
    'source:"Tide survey" kind:claim': claims(
        "alder-price", "alder-turbines", "birch-price", "permit-time"
    ),
    "-side:alder kind:claim": claims("birch-price", "birch-subsidy"),
    "-kind:claim crowns": [],
    "side:alder status:misprinted": claims("permit-time"),
    "side:birch side:alder kind:claim": [],
    "kind：claim status:contested": claims("birch-price"),
}  # fmt: skip


@pytest.mark.parametrize(("query", "names"), FILTERED.items(), ids=FILTERED.keys())
def test_filters_leave_what_passes_all_of_them(query: str, names: list[str], index: Index) -> None:
    found = index.search(query)
    assert [str(hit.ref) for hit in found.hits] == names
    assert found.told == ()


def test_filters_combine_with_words(index: Index) -> None:
    assert found(index, "side:birch crowns") == claims("birch-price", "birch-subsidy")
    assert found(index, "crowns side:birch -subsidy") == claims("birch-price")


def test_an_unknown_value_is_told_with_the_nearest_known_one(index: Index) -> None:
    told = ('there is no status "contsted" – did you mean "contested"?',)
    assert index.search("turbines status:contsted") == Found(told=told)
    assert index.search("price status:contsted").near == ("price status:contested",)
    assert index.search("-side:birhc -kind:term").near == ("-side:birch -kind:term",)
    assert index.search("expert:osberg").near == ("expert:mira-ostberg",)


def test_where_none_is_near_all_known_values_are_told(index: Index) -> None:
    assert index.search("side:xyzzy").told == ('there is no side "xyzzy" – side: alder, birch',)


def test_a_filter_without_a_value_tells_what_it_takes(index: Index) -> None:
    asked = index.search("side:")
    assert asked == Found(told=("side: alder, birch",), near=("side:alder", "side:birch"))
    assert index.search("crowns kind:").told[0].startswith("kind: judgement, dimension")
    assert len(index.search("crowns side:").hits) == 3


@pytest.mark.parametrize("query", ["power: a sur", "a:b", "https://example.org/survey", "kind: a"])
def test_a_colon_that_is_no_filter_is_text(query: str, index: Index) -> None:
    assert index.search(query).told == ()


def test_text_after_a_colon_is_searched_for(index: Index) -> None:
    assert found(index, "Alderland: a survey")[0] == "source:tide-survey"
    assert found(index, "https://example.org/sur") == ["source:tide-survey"]
    assert found(index, "claim:alder-price") == ["claim:alder-price"]


# --- hostile queries ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "query", ["", " ", "-", '"', "*", "()", "…", "\0", "::", "\ud800", "\u202e"]
)
def test_what_holds_no_word_finds_nothing(query: str, index: Index) -> None:
    assert index.search(query) == Found()


@pytest.mark.parametrize(
    "query",
    [
        'turbines "',
        'tur"bines',
        "turbines*",
        "*turbines",
        "turbines AND",
        "NOT turbines",
        "NEAR(turbines 42)",
        "title:turbines",
        "title : turbines",
        "-turbines",
        "^turbines",
        "(turbines",
        "turbines)",
        "{turbines}",
        "turbines + 42",
        "turbines\0",
        "turbines;drop table item",
        "turbines'--",
        "turbines \ud800",
    ],
)  # fmt: skip
def test_no_sign_in_a_query_means_anything(query: str, index: Index) -> None:
    index.search(query)
    assert found(index, "turbines")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(query=st.text() | st.text(alphabet="\"*-+:()^{} ANDORTNEAR'\\;a1é人\0\u0301_", max_size=40))
def test_no_query_raises(query: str, index: Index) -> None:
    for hit in index.search(query).hits:
        assert all(0 <= start < end <= len(hit.excerpt) for start, end in hit.spans)


WORDS = st.sampled_from(["crowns", "grid", "tide", '"sells at"', "-subsidy", "-grid", "65", "人"])
FILTERS = st.sampled_from(
    [
        "kind:claim", "kind:source", "side:alder", "side:BM", "status:contested", "expert:hale",
        "source:tide-survey", "-side:birch", "-kind:claim", "-status:corrected",
    ]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(parts=st.lists(WORDS | FILTERS | st.text(max_size=5), max_size=5))
@example(parts=["kind:claim", "side:alder", "-grid"])
def test_every_hit_passes_all_filters(parts: list[str], index: Index, tmp_path: Path) -> None:
    pack = load(tmp_path).pack
    found = index.search(" ".join(parts))
    asked = [part for part in parts if part.lstrip("-").partition(":")[0] in PASSES]
    if not any('"' in part for part in parts if part not in asked):
        for hit in found.hits:
            assert all(passes(part, hit, pack) for part in asked)


def passes(part: str, hit: Hit, pack: Pack) -> bool:
    name, _, value = part.removeprefix("-").partition(":")
    return (value in PASSES[name](hit, pack)) != part.startswith("-")


def _claim(hit: Hit, pack: Pack) -> Claim | None:
    return pack.claims.get(hit.ref.id) if hit.ref.kind == "claim" else None


def _sides(hit: Hit, pack: Pack) -> set[str]:
    if claim := _claim(hit, pack):
        side = pack.homes[claim.id].side
        return {side.id, side.short}
    item = pack.items.get(hit.ref) if hit.ref.kind in {"expert", "source"} else None
    found = {side.id: {side.id, side.short} for side in pack.sides}
    return found.get(getattr(item, "side", None) or "", set())


def _statuses(hit: Hit, pack: Pack) -> set[str]:
    claim = _claim(hit, pack)
    return {claim.status} if claim else set()


def _sources(hit: Hit, pack: Pack) -> set[str]:
    own = {hit.ref.id} if hit.ref.kind == "source" else set()
    return own | {name for name, uses in pack.uses.items() for use in uses if use.ref == hit.ref}


def _experts(hit: Hit, pack: Pack) -> set[str]:
    named = {"jon-hale", "open-the-grid", "open-grid", "strait-gazette"}
    return {"hale"} if hit.ref.id in named else set()


PASSES: dict[str, Callable[[Hit, Pack], set[str]]] = {
    "kind": lambda hit, pack: {hit.ref.kind},
    "side": _sides,
    "status": _statuses,
    "source": _sources,
    "expert": _experts,
}
