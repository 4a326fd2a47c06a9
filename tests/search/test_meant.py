"""What may have been meant, where a query finds nothing."""

from pathlib import Path

import pytest

from briefing.search import Index
from tests.packs import edit, write_pack
from tests.search.looking import found

SPELT = {
    "turbnes": "turbines",
    "tubrines": "turbines",
    "turbiness": "turbines",
    "rurbines": "turbines",
    "osterburg": "osterberg",
    "permmits": "permits",
}


@pytest.mark.parametrize(("typed", "meant"), SPELT.items())
def test_the_nearest_word_of_the_pack_is_offered(typed: str, meant: str, index: Index) -> None:
    assert index.search(typed).near[0] == meant


def test_a_word_that_is_being_typed_is_held_against_the_beginnings_of_words(index: Index) -> None:
    assert "alderland" in index.search("aldrel").near


def test_only_the_unknown_word_is_replaced(index: Index) -> None:
    assert index.search("alderland turbnes 42").near == ("alderland turbines 42",)
    assert index.search('kind:claim "42 turbnes').near == ()


def test_all_that_is_offered_finds_something(index: Index) -> None:
    near = index.search("wiats").near
    assert near
    assert all(found(index, query) for query in near)


def test_nothing_is_offered_where_nothing_is_near_or_something_is_found(index: Index) -> None:
    for query in ("xyzzyxyzzy", "qq", "人", "turbines", "turbines subsidy", "99"):
        assert index.search(query).near == ()


def test_words_that_are_not_latin_are_offered_too(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), "options/carry-on.md", "name: Carry on", "name: модели")
    index = Index(folder)
    assert index.search("мoдели").near == ("модели",)
    index.close()
