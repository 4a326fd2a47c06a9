"""Which item is which: by id, and by what it says where the id is another."""

from typing import NamedTuple

from hypothesis import given
from hypothesis import strategies as st

from briefing.diff.matching import matches


class Item(NamedTuple):
    id: str
    text: str


def pairs(old: dict[str, str], new: dict[str, str]) -> dict[str, str]:
    """Return new ids with the old ids that they are matched with."""
    found = matches(
        [Item(*pair) for pair in old.items()], [Item(*pair) for pair in new.items()], _text
    )
    return {after.id: before.id for before, after in found.pairs}


def _text(item: Item) -> str:
    return item.text


def test_one_id_is_one_item_whatever_it_says() -> None:
    assert pairs({"a": "one thing"}, {"a": "quite another"}) == {"a": "a"}


def test_the_likest_texts_are_matched_first() -> None:
    old = {"x": "chips are made in three towns", "y": "chips are made in four towns"}
    new = {"p": "chips are made in four towns", "q": "chips are made in three old towns"}
    assert pairs(old, new) == {"p": "y", "q": "x"}


def test_a_text_that_was_written_anew_is_another_item() -> None:
    assert pairs({"x": "chips are made in three towns"}, {"p": "ships sail from two towns"}) == {}


def test_an_old_item_is_matched_once() -> None:
    old = {"x": "chips are made in three towns"}
    new = {"p": "chips are made in three towns", "q": "chips are made in three towns"}
    assert pairs(old, new) == {"p": "x"}


IDS = st.dictionaries(
    st.sampled_from("abcdef"), st.text("chips ships towns", max_size=30), max_size=6
)


@given(IDS, IDS)
def test_every_item_is_paired_removed_or_added_and_only_once(
    old: dict[str, str], new: dict[str, str]
) -> None:
    found = matches(
        [Item(*pair) for pair in old.items()], [Item(*pair) for pair in new.items()], _text
    )
    before = [was.id for was, _ in found.pairs] + [item.id for item in found.removed]
    after = [item.id for _, item in found.pairs] + [item.id for item in found.added]
    assert sorted(before) == sorted(old)
    assert sorted(after) == sorted(new)
