"""What `pack.yaml` holds: the sides, the questions, the yardsticks."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from briefing.pack.types import (
    Date,
    DimensionRef,
    ExpertRef,
    Fault,
    Item,
    OptionRef,
    Slug,
    Text,
    Waivable,
)


class Side(Item, frozen=True, kw_only=True):
    """One of the two parties compared."""

    what: ClassVar[str] = "a side"
    id: Annotated[Slug, Meta(extra={"id": "side"})]
    name: Text
    short: str = ""

    @property
    def label(self) -> str:
        """The name that fits a narrow column."""
        return self.short or self.name


class Question(Waivable, frozen=True, kw_only=True):
    """A proposition put to every expert."""

    what: ClassVar[str] = "a question"
    id: Annotated[Slug, Meta(extra={"id": "question"})]
    text: Text
    short: Text


class Criterion(Item, frozen=True, kw_only=True):
    """A yardstick for options; `scale` runs from least to most, `better` is its good end."""

    what: ClassVar[str] = "a criterion"
    id: Annotated[Slug, Meta(extra={"id": "criterion"})]
    name: Text
    scale: Annotated[tuple[Text, ...], Meta(min_length=2)]
    better: Text
    asks: Text

    def faults(self) -> Iterator[Fault]:
        """Yield a fault where `better` is no end of the scale."""
        if self.better not in (self.scale[0], self.scale[-1]):
            ends = f"{self.scale[0]} or {self.scale[-1]}"
            yield Fault("better", "FLD004", f'"better" must be an end of the scale: {ends}')


class Order(Item, frozen=True, kw_only=True):
    """The reading order of items, by id; items that are not named follow by file name."""

    what: ClassVar[str] = "an order"
    dimensions: tuple[DimensionRef, ...] = ()
    options: tuple[OptionRef, ...] = ()
    experts: tuple[ExpertRef, ...] = ()


class Manifest(Waivable, frozen=True, kw_only=True):
    """What `pack.yaml` holds."""

    what: ClassVar[str] = "a pack"
    format: Literal["1"]
    id: Slug
    title: Text
    version: str = ""
    as_of: Date
    bottom_line: Text
    sides: Annotated[tuple[Side, ...], Meta(min_length=2, max_length=2)]
    questions: tuple[Question, ...] = ()
    criteria: tuple[Criterion, ...] = ()
    lexicon: Literal["icd203", "phia"] = "icd203"
    glossary: dict[str, Text] = {}
    order: Order = Order()
