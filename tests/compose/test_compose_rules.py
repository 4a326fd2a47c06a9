"""What holds of every page, whatever its recipe."""

import re
from collections.abc import Iterator

from hypothesis import given
from hypothesis import strategies as st

from briefing.document import (
    Block,
    Field,
    Heading,
    Items,
    Paragraph,
    Table,
    lines,
    marks,
    plain,
)
from briefing.pack.pack import Pack
from briefing.pack.recipe import Block as Recipe
from briefing.pack.recipe import (
    BottomLineBlock,
    CasesBlock,
    ChangesBlock,
    ComparisonBlock,
    ConflictsBlock,
    CorrectionsBlock,
    DefectsBlock,
    ExpertsBlock,
    JudgementsBlock,
    OptionsBlock,
    RecommendationBlock,
    SourcesBlock,
    StancesBlock,
)
from tests.compose.pages import page

NAMES = st.sampled_from([
    "price", "permits", "alder-price", "birch-price", "permit-time", "birch-subsidy", "open-grid",
    "pay-more", "gap-narrows", "mira-ostberg", "jon-hale", "gazette-desk", "carry-on", "effect",
    "open-the-grid", "tide-survey", "price-register", "gone",
])  # fmt: skip
SOME = st.lists(NAMES, max_size=4, unique=True).map(tuple)
RECIPES = st.one_of(
    st.builds(ComparisonBlock, dimensions=SOME, claims=SOME),
    st.builds(JudgementsBlock, items=SOME),
    st.builds(ExpertsBlock, questions=SOME, items=SOME),
    st.builds(OptionsBlock, items=SOME, criteria=SOME),
    st.builds(StancesBlock, questions=SOME, items=SOME),
    st.builds(CasesBlock, items=SOME),
    st.builds(CorrectionsBlock, claims=SOME),
    st.builds(ConflictsBlock, claims=SOME),
    st.builds(DefectsBlock, items=SOME),
    st.builds(RecommendationBlock, text=st.sampled_from(["", "Carry on."])),
    st.sampled_from([BottomLineBlock(), ChangesBlock(), SourcesBlock()]),
)


@given(blocks=st.lists(RECIPES, max_size=5))
def test_notes_are_numbered_in_order_of_first_use_and_all_are_used(
    pack: Pack, blocks: list[Recipe]
) -> None:
    document = page(pack, *blocks)
    used = [number for line in lines(document.blocks) for number in marks(line)]
    assert list(dict.fromkeys(used)) == [note.number for note in document.notes]
    assert [note.number for note in document.notes] == list(range(1, len(document.notes) + 1))


@given(blocks=st.lists(RECIPES, max_size=5))
def test_no_corrected_claim_is_printed_without_its_correction(
    pack: Pack, blocks: list[Recipe]
) -> None:
    shown = " ".join(plain(line) for line in lines(page(pack, *blocks).blocks))
    for claim in pack.claims.values():
        if claim.correction and claim.text.removesuffix(".") in shown:
            assert re.search(
                f"(Corrected:|Corrected.|Misprinted.) {re.escape(claim.correction.text)}", shown
            )


@given(blocks=st.lists(RECIPES, max_size=5))
def test_every_line_that_rests_on_an_item_leads_back_to_it(
    pack: Pack, blocks: list[Recipe]
) -> None:
    for origin in origins(page(pack, *blocks).blocks):
        assert pack.find(origin) != []


@given(blocks=st.lists(RECIPES, max_size=5))
def test_references_are_the_sources_of_the_notes_and_of_what_is_named(
    pack: Pack, blocks: list[Recipe]
) -> None:
    document = page(pack, *blocks)
    found = [reference.id for reference in document.references]
    assert len(set(found)) == len(found)
    noted = [note.source for note in document.notes]
    named = [name for block in blocks if isinstance(block, DefectsBlock) for name in block.items]
    assert set(found) == set(noted) | {name for name in named if pack.source(name)}


def origins(blocks: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Heading() | Paragraph() | Field():
                yield from filter(None, [block.origin])
            case Items():
                for entry in block.entries:
                    yield from origins(entry)
            case Table():
                yield from (cell.origin for row in block.rows for cell in row if cell.origin)
