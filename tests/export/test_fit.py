"""A brief made to fit its page, item by item."""

import pytest
from msgspec.structs import replace

from briefing.compose import compose
from briefing.export.fit import fit
from briefing.export.page import measure
from briefing.pack.loader import load
from briefing.pack.pack import Pack, Ref
from briefing.pack.recipe import Brief, ComparisonBlock, GapsBlock, SourcesBlock
from briefing.paths import shipped
from briefing.recipes import add, drop, slots


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(shipped("content") / "us-china-ai").pack


@pytest.fixture
def long(pack: Pack) -> Brief:
    """Return a brief of every dimension, which no single page holds."""
    dimensions = tuple(dimension.id for dimension in pack.dimensions)
    blocks = (ComparisonBlock(dimensions=dimensions), GapsBlock(text="Much."), SourcesBlock())
    return Brief(id="long", title="Too long for one page", blocks=blocks)


def test_a_brief_that_fits_stays_as_it_is(pack: Pack) -> None:
    for brief in pack.briefs:
        found = fit(pack, brief)
        assert (found.full.over, found.gone, found.brief) == (0, (), brief)
        assert found.document == compose(pack, brief)
        assert found.left == found.full == measure(found.document)


def test_every_shipped_brief_fits_every_paper(pack: Pack) -> None:
    for brief in pack.briefs:
        for paper in ("fit-both", "a4", "letter"):
            assert measure(compose(pack, replace(brief, page=paper))).over == 0


def test_what_runs_over_loses_the_least_of_its_items_until_it_fits(pack: Pack, long: Brief) -> None:
    found = fit(pack, long)
    assert found.full.over > 0
    assert found.left.over == 0
    assert [ref.kind for ref in found.gone] == ["dimension"] * len(found.gone)
    order = [dimension.id for dimension in pack.dimensions]
    assert [ref.id for ref in found.gone] == order[: -len(found.gone) - 1 : -1]


def test_no_more_goes_than_must(pack: Pack, long: Brief) -> None:
    found = fit(pack, long)
    order = tuple(dimension.id for dimension in pack.dimensions)
    one_more = order[: len(order) - len(found.gone) + 1]
    fuller = replace(long, blocks=(ComparisonBlock(dimensions=one_more), *long.blocks[1:]))
    assert measure(compose(pack, fuller, full=long)).over > 0


def test_nothing_goes_in_vain_where_something_larger_has_to_go_too(pack: Pack) -> None:
    """Options go before voices, but one voice too many takes more room than they give."""
    (page,) = (brief for brief in pack.briefs if brief.id == "one-pager")
    for expert in [expert.id for expert in pack.experts if expert.positions][-3:]:
        page = add(page, Ref("expert", expert), pack) or page
    found = fit(pack, page)
    assert found.full.over > 0
    assert found.left.over == 0
    on_page = list(slots(found.brief))
    for ref in found.gone:
        again = [slot for slot in slots(page) if slot in on_page or slot.ref == ref]
        fuller = page
        for slot in reversed(list(slots(page))):
            if slot not in again:
                fuller = drop(fuller, slot, pack)
        assert measure(compose(pack, fuller, full=page)).over > 0, ref


def test_the_page_says_how_many_items_of_the_full_brief_it_holds(pack: Pack, long: Brief) -> None:
    found = fit(pack, long)
    left = sum(slot.ref is not None for slot in slots(found.brief))
    assert found.document.meta.endswith(
        f"shortened to {left} of the {len(pack.dimensions)} items in the full brief"
    )


def test_a_text_too_long_for_its_page_is_told_and_not_cut(pack: Pack) -> None:
    blocks = (GapsBlock(text="Nobody knows. " * 900),)
    found = fit(pack, Brief(id="long", title="Too long", blocks=blocks))
    assert found.left.over > 0
    assert found.gone == ()


def test_more_pages_hold_more(pack: Pack, long: Brief) -> None:
    assert len(fit(pack, replace(long, max_pages=2)).gone) < len(fit(pack, long).gone)


def test_a_recipe_of_the_readers_own_is_told_in_the_footer(pack: Pack, long: Brief) -> None:
    assert fit(pack, long).document.footer.endswith("brief long, own recipe")
