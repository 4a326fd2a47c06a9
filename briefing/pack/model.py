"""The items of a pack: frozen, and the one place that says which fields a file may hold.

The reader (`convert.py`) builds these from files, the JSON Schema is made from them, and
the cache stores them. `docs/pack-format.md` tells an editor the same in prose.
"""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, field

from briefing.pack.types import (
    At,
    Body,
    ClaimRef,
    CriterionRef,
    Date,
    ExpertRef,
    Fault,
    Item,
    Kind,
    Level,
    QuestionRef,
    SideRef,
    Slug,
    SourceRef,
    Stance,
    Status,
    Text,
    Waivable,
)


class Citation(Item, frozen=True, kw_only=True):
    """A source, the paragraphs (or a locator) in it, and terms that must stand there."""

    what: ClassVar[str] = "a citation"
    source: SourceRef
    at: At
    terms: tuple[Text, ...] = ()

    @property
    def locator(self) -> str:
        """The place in the source as a note prints it: "¶ 17", "¶ 9, 11" or "Table 1"."""
        return self.at if isinstance(self.at, str) else "¶ " + ", ".join(map(str, self.at))


Cites = Annotated[tuple[Citation, ...], Meta(min_length=1, extra={"rule": "SRC001"})]


ClaimRefs = Annotated[tuple[ClaimRef, ...], Meta(min_length=1)]
_UNCERTAIN = Meta(extra={"rule": "UNC001"})
_UNSTATED = Meta(extra={"rule": "EXP001"})
_UNRATED = Meta(extra={"rule": "OPT001"})


class Correction(Item, frozen=True, kw_only=True):
    """What is right where a source is wrong, with the better record."""

    what: ClassVar[str] = "a correction"
    text: Text
    cites: Cites


class Claim(Waivable, frozen=True, kw_only=True):
    """One checkable statement with its citations."""

    what: ClassVar[str] = "a claim"
    id: Annotated[Slug, Meta(extra={"id": "claim"})]
    text: Text
    kind: Kind
    status: Status
    date: Date | None = None
    expires: Date | None = None
    cites: Cites
    correction: Correction | None = None
    disputes: tuple[ClaimRef, ...] = ()

    def faults(self) -> Iterator[Fault]:
        """Yield faults where status and correction, or status and disputes, do not agree."""
        wants = self.status in {"corrected", "misprinted"}
        if wants and self.correction is None:
            yield Fault(
                "status",
                "COR001",
                f'a claim with status {self.status} needs a "correction"',
                "say what is right and cite the better record",
            )
        if self.correction and not wants:
            yield Fault(
                "correction",
                "COR001",
                f'a claim with status {self.status} cannot carry a "correction"',
                "set status to corrected or misprinted, or take the correction out",
            )
        if self.status == "contested" and not self.disputes:
            yield Fault(
                "status",
                "COR002",
                'a contested claim needs "disputes"',
                "name the claims it is at odds with",
            )
        if self.id in self.disputes:
            yield Fault(
                "disputes",
                "COR002",
                f'the claim "{self.id}" disputes itself',
                "name the claims it is at odds with",
            )


class Entry(Item, frozen=True, kw_only=True):
    """What one side does on one dimension, or why nothing can be set beside the other."""

    what: ClassVar[str] = "an entry"
    headline: str = ""
    claims: tuple[Claim, ...] = ()
    not_comparable: str = ""

    def faults(self) -> Iterator[Fault]:
        """Yield a fault unless there are either a headline and claims, or a reason."""
        if self.not_comparable:
            if self.headline or self.claims:
                yield Fault(
                    "not_comparable",
                    "CMP001",
                    'an entry holds either "headline" and "claims" or "not_comparable", not both',
                    "take one of them out",
                )
            return
        for name in ("headline", "claims"):
            if not getattr(self, name):
                yield Fault(
                    name,
                    "CMP001",
                    f'an entry needs "{name}"',
                    'or say in "not_comparable" why this side has nothing to set beside',
                )


class Dimension(Waivable, frozen=True, kw_only=True):
    """One row of the comparison: a question, an entry for each side, and a so-what."""

    what: ClassVar[str] = "a dimension"
    id: Annotated[Slug, Meta(extra={"id": "dimension"})]
    name: Text
    short: str = ""
    question: Text
    so_what: Text
    max_age: Annotated[int, Meta(ge=1)] | None = None
    entries: Annotated[dict[SideRef, Entry], Meta(extra={"rule": "CMP001"})]

    @property
    def label(self) -> str:
        """The name that fits a narrow column."""
        return self.short or self.name


class Judgement(Waivable, frozen=True, kw_only=True):
    """A key judgement: how likely, how sure, on what basis, and what would change it."""

    what: ClassVar[str] = "a judgement"
    id: Annotated[Slug, Meta(extra={"id": "judgement"})]
    text: Text
    likelihood: Annotated[Text, _UNCERTAIN]
    confidence: Annotated[Level, _UNCERTAIN]
    because: Annotated[Text, _UNCERTAIN]
    evidence_for: Annotated[ClaimRefs, _UNCERTAIN] = field(name="for")
    evidence_against: Annotated[ClaimRefs, Meta(extra={"rule": "ALT001"})] = field(name="against")
    changes_if: Annotated[tuple[Text, ...], Meta(min_length=1)]

    def faults(self) -> Iterator[Fault]:
        """Yield a fault for every claim that is named both for and against."""
        for claim in dict.fromkeys(self.evidence_against):
            if claim in self.evidence_for:
                yield Fault(
                    "against",
                    "ALT001",
                    f'the claim "{claim}" is named for the judgement and against it',
                    "name it on one side, and in “against” what speaks against the judgement",
                )


class Position(Item, frozen=True, kw_only=True):
    """One expert's stance on one question, stated or inferred by the editor."""

    what: ClassVar[str] = "a position"
    question: QuestionRef
    stance: Annotated[Stance, _UNSTATED]
    basis: Annotated[Literal["stated", "inferred"], _UNSTATED]
    confidence: Level
    date: Annotated[Date, _UNSTATED]
    text: Text
    cites: Annotated[tuple[Citation, ...], Meta(min_length=1, extra={"rule": "EXP001"})]


class Expert(Waivable, frozen=True, kw_only=True):
    """A person or outlet with a view."""

    what: ClassVar[str] = "an expert"
    id: Annotated[Slug, Meta(extra={"id": "expert"})]
    name: Text
    sort: str = ""
    kind: Literal["person", "outlet"] = "person"
    role: Text
    printed_as: str = ""
    identity: Literal["confirmed", "probable", "unknown"]
    interests: Text
    side: SideRef | None = None
    positions: tuple[Position, ...] = ()
    profile: Body = ""

    def faults(self) -> Iterator[Fault]:
        """Yield a fault for every question that has more than one position."""
        seen: set[str] = set()
        for position in self.positions:
            if position.question in seen:
                yield Fault(
                    "positions",
                    "EXP002",
                    f'two positions on the question "{position.question}"',
                    "keep one, and tell of the other in its text",
                )
            seen.add(position.question)

    def on(self, question: str) -> Position | None:
        """Return the position on a question, or None where no view is stated."""
        return next((p for p in self.positions if p.question == question), None)


class Rating(Item, frozen=True, kw_only=True):
    """An option on a criterion."""

    what: ClassVar[str] = "a rating"
    value: Annotated[Text, _UNRATED]
    why: Annotated[Text, _UNRATED]
    basis: Literal["source", "editor"]
    cites: tuple[Citation, ...] = ()

    def faults(self) -> Iterator[Fault]:
        """Yield a fault where a rating said to come from a source cites none."""
        if self.basis == "source" and not self.cites:
            yield Fault(
                "basis",
                "SRC001",
                'a rating with basis source needs "cites"',
                "or set basis: editor",
            )


class Support(Item, frozen=True, kw_only=True):
    """What one expert says of an option."""

    what: ClassVar[str] = "a line of support"
    expert: ExpertRef
    stance: Literal["supports", "opposes", "mixed"]
    text: Text
    cites: Cites


class Option(Waivable, frozen=True, kw_only=True):
    """Something a government could do."""

    what: ClassVar[str] = "an option"
    id: Annotated[Slug, Meta(extra={"id": "option"})]
    name: Text
    action: Text
    status_quo: bool = False
    ratings: dict[CriterionRef, Rating] = {}
    support: tuple[Support, ...] = ()
    case_for: Body = ""
    case_against: Body = ""
