"""The recipe of a brief: which blocks and items go on the page, in what order."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from briefing.pack.types import (
    ClaimRef,
    CriterionRef,
    DimensionRef,
    ExpertRef,
    Item,
    JudgementRef,
    OptionRef,
    QuestionRef,
    Slug,
    SourceRef,
    Text,
    Waivable,
)


class BottomLineBlock(Item, frozen=True, kw_only=True, tag="bottom-line"):
    """The pack's bottom line."""


class ComparisonBlock(Item, frozen=True, kw_only=True, tag="comparison"):
    """Dimensions side by side; `claims` chooses what is printed of them."""

    what: ClassVar[str] = "a comparison"
    dimensions: Annotated[tuple[DimensionRef, ...], Meta(min_length=1)]
    claims: tuple[ClaimRef, ...] = ()


class JudgementsBlock(Item, frozen=True, kw_only=True, tag="judgements"):
    """Key judgements."""

    what: ClassVar[str] = "a judgements block"
    items: Annotated[tuple[JudgementRef, ...], Meta(min_length=1)]


class ExpertsBlock(Item, frozen=True, kw_only=True, tag="experts"):
    """What experts say on questions."""

    what: ClassVar[str] = "an experts block"
    questions: Annotated[tuple[QuestionRef, ...], Meta(min_length=1)]
    items: Annotated[tuple[ExpertRef, ...], Meta(min_length=1)]


class StancesBlock(Item, frozen=True, kw_only=True, tag="stances"):
    """Who stands where on questions, at a glance."""

    what: ClassVar[str] = "a stances block"
    questions: Annotated[tuple[QuestionRef, ...], Meta(min_length=1)]
    items: Annotated[tuple[ExpertRef, ...], Meta(min_length=1)]


class DecisionBlock(Item, frozen=True, kw_only=True, tag="decision"):
    """The decision that the reader is asked for."""

    text: Text


class OptionsBlock(Item, frozen=True, kw_only=True, tag="options"):
    """Options against criteria."""

    what: ClassVar[str] = "an options block"
    items: Annotated[tuple[OptionRef, ...], Meta(min_length=1)]
    criteria: Annotated[tuple[CriterionRef, ...], Meta(min_length=1)]


class CasesBlock(Item, frozen=True, kw_only=True, tag="cases"):
    """The case for and the case against options, side by side."""

    what: ClassVar[str] = "a cases block"
    items: Annotated[tuple[OptionRef, ...], Meta(min_length=1)]


class RecommendationBlock(Item, frozen=True, kw_only=True, tag="recommendation"):
    """What the analyst recommends, labelled as such; without a text, the choice is the reader's."""

    text: str = ""


class CorrectionsBlock(Item, frozen=True, kw_only=True, tag="corrections"):
    """What sources say, and what holds instead."""

    what: ClassVar[str] = "a corrections block"
    claims: Annotated[tuple[ClaimRef, ...], Meta(min_length=1)]


class ConflictsBlock(Item, frozen=True, kw_only=True, tag="conflicts"):
    """Claims that are at odds with others."""

    what: ClassVar[str] = "a conflicts block"
    claims: Annotated[tuple[ClaimRef, ...], Meta(min_length=1)]


class DefectsBlock(Item, frozen=True, kw_only=True, tag="defects"):
    """What sources are worth, and what is known to be wrong with them."""

    what: ClassVar[str] = "a defects block"
    items: Annotated[tuple[SourceRef, ...], Meta(min_length=1)]


class ChangesBlock(Item, frozen=True, kw_only=True, tag="changes"):
    """What would change the judgements on the page."""


class GapsBlock(Item, frozen=True, kw_only=True, tag="gaps"):
    """What is not known."""

    text: Text


class SourcesBlock(Item, frozen=True, kw_only=True, tag="sources"):
    """The sources of the page, numbered."""


BLOCKS = (
    BottomLineBlock,
    DecisionBlock,
    ComparisonBlock,
    JudgementsBlock,
    StancesBlock,
    ExpertsBlock,
    OptionsBlock,
    CasesBlock,
    RecommendationBlock,
    CorrectionsBlock,
    ConflictsBlock,
    DefectsBlock,
    ChangesBlock,
    GapsBlock,
    SourcesBlock,
)
Block = (
    BottomLineBlock
    | DecisionBlock
    | ComparisonBlock
    | JudgementsBlock
    | StancesBlock
    | ExpertsBlock
    | OptionsBlock
    | CasesBlock
    | RecommendationBlock
    | CorrectionsBlock
    | ConflictsBlock
    | DefectsBlock
    | ChangesBlock
    | GapsBlock
    | SourcesBlock
)


class Brief(Waivable, frozen=True, kw_only=True):
    """A recipe: which blocks and items go on the page, in what order."""

    what: ClassVar[str] = "a brief"
    id: Annotated[Slug, Meta(extra={"id": "brief"})]
    title: Text
    page: Literal["fit-both", "a4", "letter"] = "fit-both"
    max_pages: Annotated[int, Meta(ge=1)] = 1
    attribution: Literal["footnotes", "in-text"] = "footnotes"
    blocks: Annotated[tuple[Block, ...], Meta(min_length=1, extra={"form": "blocks"})]
