"""Editing a recipe."""

from pathlib import Path

import pytest

from briefing import recipes
from briefing.pack.loader import load
from briefing.pack.pack import Pack, Ref
from briefing.pack.recipe import Brief, ComparisonBlock, JudgementsBlock, SourcesBlock
from briefing.recipes import Slot
from tests.packs import write_pack


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return load(write_pack(tmp_path / "pack")).pack


@pytest.fixture
def brief(pack: Pack) -> Brief:
    return Brief(
        id="page",
        title="A page",
        blocks=(
            ComparisonBlock(dimensions=("price", "permits"), claims=("alder-price",)),
            SourcesBlock(),
        ),
    )


def refs(brief: Brief) -> list[str]:
    return [str(slot.ref) for slot in recipes.slots(brief) if slot.ref]


def slot_of(brief: Brief, ref: Ref) -> Slot:
    return next(slot for slot in recipes.slots(brief) if slot.ref == ref)


def test_slots_name_each_block_before_its_items(brief: Brief) -> None:
    assert list(recipes.slots(brief)) == [
        Slot(0),
        Slot(0, Ref("dimension", "price")),
        Slot(0, Ref("dimension", "permits")),
        Slot(0, Ref("claim", "alder-price")),
        Slot(1),
    ]


def test_adding_a_claim_brings_its_dimension(pack: Pack) -> None:
    empty = Brief(id="page", title="A page", blocks=(SourcesBlock(),))
    grown = recipes.add(empty, Ref("claim", "permit-time"), pack)
    assert grown is not None
    assert refs(grown) == ["dimension:permits", "claim:permit-time"]


def test_a_new_block_stands_before_the_sources(brief: Brief, pack: Pack) -> None:
    grown = recipes.add(brief, Ref("judgement", "gap-narrows"), pack)
    assert grown is not None
    assert [type(block) for block in grown.blocks] == [
        ComparisonBlock,
        JudgementsBlock,
        SourcesBlock,
    ]


def test_adding_what_is_there_changes_nothing(brief: Brief, pack: Pack) -> None:
    assert recipes.add(brief, Ref("claim", "alder-price"), pack) == brief


@pytest.mark.parametrize("ref", [Ref("brief", "one-pager"), Ref("claim", "no-such-claim")])
def test_what_has_no_place_on_a_page_is_not_added(brief: Brief, pack: Pack, ref: Ref) -> None:
    assert recipes.add(brief, ref, pack) is None


def test_dropping_a_dimension_takes_its_claims_along(brief: Brief, pack: Pack) -> None:
    shrunk = recipes.drop(brief, slot_of(brief, Ref("dimension", "price")), pack)
    assert refs(shrunk) == ["dimension:permits"]


def test_a_block_goes_with_its_last_item(brief: Brief, pack: Pack) -> None:
    for name in ("price", "permits"):
        brief = recipes.drop(brief, slot_of(brief, Ref("dimension", name)), pack)
    assert brief.blocks == (SourcesBlock(),)


def test_the_last_block_stays(brief: Brief, pack: Pack) -> None:
    only = recipes.drop(brief, Slot(0), pack)
    assert recipes.drop(only, Slot(0), pack) == only


def test_an_item_moves_within_its_block_and_stops_at_its_ends(brief: Brief) -> None:
    slot = slot_of(brief, Ref("dimension", "permits"))
    assert refs(recipes.move(brief, slot, -1))[:2] == ["dimension:permits", "dimension:price"]
    assert recipes.move(brief, slot, 1) == brief


def test_a_block_moves_as_a_whole(brief: Brief) -> None:
    assert recipes.move(brief, Slot(1), -1).blocks[0] == SourcesBlock()


def test_what_the_pack_no_longer_holds_is_left_out(brief: Brief, tmp_path: Path) -> None:
    smaller = load(write_pack(tmp_path / "smaller", {"dimensions/permits.yaml": None})).pack
    assert refs(recipes.usable(brief, smaller)) == ["dimension:price", "claim:alder-price"]
