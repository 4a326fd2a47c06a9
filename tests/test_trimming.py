"""What goes first when a page runs over, and what never goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.pack.loader import load
from briefing.pack.pack import Pack
from briefing.pack.recipe import Block as Recipe
from briefing.pack.recipe import (
    BottomLineBlock,
    Brief,
    CasesBlock,
    ChangesBlock,
    ComparisonBlock,
    ConflictsBlock,
    CorrectionsBlock,
    DecisionBlock,
    DefectsBlock,
    ExpertsBlock,
    GapsBlock,
    JudgementsBlock,
    OptionsBlock,
    RecommendationBlock,
    SourcesBlock,
    StancesBlock,
)
from briefing.paths import shipped
from briefing.recipes import drop, slots
from briefing.trimming import least

VOICES = ("dario-amodei", "jeffrey-ding", "gregory-allen", "kai-fu-lee")
OPTIONS = ("status-quo", "widen-controls", "accept-limits")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(shipped("content") / "us-china-ai").pack


def going(pack: Pack, *blocks: Recipe) -> list[str]:
    """Return the items that go, in order, until none may."""
    brief = Brief(id="page", title="The finding", blocks=blocks)
    gone = []
    while (slot := least(brief, pack)) is not None:
        gone.append(str(slot.ref))
        brief = drop(brief, slot, pack)
    return gone


def test_the_last_of_a_list_goes_first_and_its_first_item_stays(pack: Pack) -> None:
    dimensions = ComparisonBlock(dimensions=("cost", "compute", "values"))
    assert going(pack, dimensions) == ["dimension:values", "dimension:compute"]
    names = tuple(judgement.id for judgement in pack.judgements[:3])
    assert going(pack, JudgementsBlock(items=names)) == [
        f"judgement:{names[2]}",
        f"judgement:{names[1]}",
    ]


def test_of_claims_only_a_second_one_of_the_same_side_goes(pack: Pack) -> None:
    entries = next(d for d in pack.dimensions if d.id == "compute").entries
    us, china = (tuple(claim.id for claim in entry.claims) for entry in entries.values())
    block = ComparisonBlock(dimensions=("compute",), claims=(us[0], us[1], china[0]))
    assert going(pack, block) == [f"claim:{us[1]}"]


@pytest.mark.parametrize("place", range(3))
def test_the_status_quo_stays_wherever_it_stands_and_an_option_beside_it(
    pack: Pack, place: int
) -> None:
    criteria = tuple(criterion.id for criterion in pack.criteria)
    options = (*OPTIONS[1 : place + 1], OPTIONS[0], *OPTIONS[place + 1 :])
    left = [f"option:{OPTIONS[2]}"]
    assert going(pack, OptionsBlock(items=options, criteria=criteria)) == left
    assert going(pack, CasesBlock(items=options)) == left


@pytest.mark.parametrize("block", [ExpertsBlock, StancesBlock])
def test_a_voice_at_each_end_of_a_question_stays(
    pack: Pack, block: type[ExpertsBlock] | type[StancesBlock]
) -> None:
    made = block(questions=("controls-work",), items=VOICES)
    assert going(pack, made) == ["expert:kai-fu-lee", "expert:gregory-allen"]
    alone = block(questions=("controls-work",), items=("jeffrey-ding", *VOICES[2:]))
    assert going(pack, alone) == ["expert:kai-fu-lee"]


def test_voices_go_before_questions_and_questions_before_rows(pack: Pack) -> None:
    assert going(
        pack,
        ComparisonBlock(dimensions=("cost", "compute")),
        ExpertsBlock(questions=("controls-work", "open-weights"), items=VOICES[:3]),
    ) == ["expert:gregory-allen", "question:open-weights", "dimension:compute"]


def test_detail_goes_before_what_it_is_detail_of(pack: Pack) -> None:
    criteria = (pack.criteria[0].id,)
    assert going(
        pack,
        OptionsBlock(items=OPTIONS, criteria=criteria),
        CasesBlock(items=OPTIONS),
    ) == ["option:accept-limits", "option:accept-limits"]
    blocks = (
        OptionsBlock(items=OPTIONS, criteria=criteria),
        CasesBlock(items=OPTIONS),
    )
    first = least(Brief(id="page", title="The finding", blocks=blocks), pack)
    assert first is not None
    assert isinstance(blocks[first.block], CasesBlock)


def test_of_evidence_one_of_each_stays(pack: Pack) -> None:
    assert going(
        pack,
        CorrectionsBlock(claims=("r1-six-million", "wang-90-10")),
        ConflictsBlock(claims=("us-still-leads", "modest-budgets")),
        DefectsBlock(items=("s-wrong-race", "s-dropping-race")),
    ) == ["source:s-dropping-race", "claim:modest-budgets", "claim:wang-90-10"]


def test_blocks_of_text_never_go(pack: Pack) -> None:
    assert (
        going(
            pack,
            BottomLineBlock(),
            DecisionBlock(text="Whether."),
            RecommendationBlock(),
            ChangesBlock(),
            GapsBlock(text="Much."),
            SourcesBlock(),
        )
        == []
    )


@given(data=st.data())
def test_what_goes_is_on_the_page_and_no_list_is_emptied(pack: Pack, data: st.DataObject) -> None:
    def some(names: list[str]) -> tuple[str, ...]:
        return tuple(
            data.draw(st.lists(st.sampled_from(names), min_size=1, max_size=6, unique=True))
        )

    criteria = (pack.criteria[0].id,)
    brief = Brief(
        id="page",
        title="The finding",
        blocks=(
            ComparisonBlock(
                dimensions=some([d.id for d in pack.dimensions]), claims=some(list(pack.claims))
            ),
            ExpertsBlock(
                questions=some([q.id for q in pack.questions]),
                items=some([e.id for e in pack.experts]),
            ),
            OptionsBlock(items=some([o.id for o in pack.options]), criteria=criteria),
            JudgementsBlock(items=some([j.id for j in pack.judgements])),
        ),
    )
    while (slot := least(brief, pack)) is not None:
        assert slot in slots(brief)
        brief = drop(brief, slot, pack)
        assert len(brief.blocks) == 4


def test_the_shipped_pages_can_be_cut(pack: Pack) -> None:
    for brief in pack.briefs:
        assert least(brief, pack) is not None
