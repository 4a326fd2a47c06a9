"""A loaded pack: its items, and the lookups between them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from msgspec import Struct

from briefing.pack.lexicon import with_range
from briefing.pack.manifest import Criterion, Manifest, Question, Side
from briefing.pack.model import Citation, Claim, Dimension, Expert, Judgement, Option
from briefing.pack.recipe import Brief
from briefing.pack.ref import Ref as Ref
from briefing.pack.source import Source
from briefing.pack.types import Status

Listed = Dimension | Claim | Judgement | Expert | Option | Source | Question | Brief
"""The kinds of item that have an id a reader may ask for."""
_KINDS = ("judgement", "dimension", "claim", "question", "expert", "option", "source", "brief")


class Home(Struct, frozen=True):
    """Where a claim belongs: its dimension and its side."""

    dimension: Dimension
    side: Side


class Use(Struct, frozen=True):
    """One line that rests on a source: the item that cites it, and the citation."""

    ref: Ref
    citation: Citation


class Tally(Struct, frozen=True):
    """How many dimensions there are, and how many claims of each status."""

    dimensions: int
    claims: dict[Status, int]


class Pack(Struct, frozen=True, dict=True):
    """A pack with all items that could be read; `digest` is the SHA-256 of its files.

    Lookups by id return None where an item is missing, because a pack with errors
    opens without its broken items.
    """

    manifest: Manifest
    dimensions: Sequence[Dimension] = ()
    judgements: tuple[Judgement, ...] = ()
    experts: tuple[Expert, ...] = ()
    options: tuple[Option, ...] = ()
    sources: tuple[Source, ...] = ()
    briefs: tuple[Brief, ...] = ()
    digest: str = ""

    @property
    def sides(self) -> tuple[Side, ...]:
        """The two parties compared."""
        return self.manifest.sides

    @property
    def questions(self) -> tuple[Question, ...]:
        """The propositions put to every expert."""
        return self.manifest.questions

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """The yardsticks for options."""
        return self.manifest.criteria

    @cached_property
    def tally(self) -> Tally:
        """How much there is, known without looking at each claim of a pack that is kept."""
        return Tally(
            len(self.dimensions), dict(Counter(claim.status for claim in self.claims.values()))
        )

    @cached_property
    def claims(self) -> dict[str, Claim]:
        """All claims by id, in reading order."""
        return {
            claim.id: claim
            for dimension in self.dimensions
            for side in self.sides
            if side.id in dimension.entries
            for claim in dimension.entries[side.id].claims
        }

    @cached_property
    def homes(self) -> dict[str, Home]:
        """The dimension and side of every claim, by claim id."""
        return {
            claim.id: Home(dimension, side)
            for dimension in self.dimensions
            for side in self.sides
            if side.id in dimension.entries
            for claim in dimension.entries[side.id].claims
        }

    @cached_property
    def items(self) -> dict[Ref, Listed]:
        """Every item with an id, by its name, in reading order."""
        return {Ref(kind, item.id): item for kind in _KINDS for item in self._of(kind)}

    def holds(self, ref: Ref) -> bool:
        """Return whether there is an item of that name; looks only at items of its kind."""
        if ref.kind == "claim":
            return ref.id in self.claims
        return any(item.id == ref.id for item in self._of(ref.kind))

    def _of(self, kind: str) -> Iterable[Listed]:
        match kind:
            case "judgement":
                return self.judgements
            case "dimension":
                return self.dimensions
            case "claim":
                return self.claims.values()
            case "question":
                return self.questions
            case "expert":
                return self.experts
            case "option":
                return self.options
            case "source":
                return self.sources
            case "brief":
                return self.briefs
            case _:
                return ()

    def find(self, name: str) -> list[Ref]:
        """Return the items that `name` stands for: `kind:id`, or an id of any kind."""
        kind, colon, rest = name.partition(":")
        if colon:
            return [Ref(kind, rest)] if Ref(kind, rest) in self.items else []
        return [ref for ref in self.items if ref.id == name]

    def source(self, source_id: str) -> Source | None:
        """Return a source by id."""
        item = self.items.get(Ref("source", source_id))
        return item if isinstance(item, Source) else None

    def expert(self, expert_id: str) -> Expert | None:
        """Return an expert by id."""
        item = self.items.get(Ref("expert", expert_id))
        return item if isinstance(item, Expert) else None

    def likelihood(self, judgement: Judgement) -> str:
        """Return a judgement's likelihood with its range: "likely (55–80%)"."""
        return with_range(self.manifest.lexicon, judgement.likelihood)

    @cached_property
    def uses(self) -> dict[str, list[Use]]:
        """Every line that rests on a source, by source id, in reading order."""
        found: dict[str, list[Use]] = {}
        for ref, item in self.items.items():
            for citation in citations(item):
                found.setdefault(citation.source, []).append(Use(ref, citation))
        return found

    @cached_property
    def relied_on(self) -> dict[str, list[Judgement]]:
        """The judgements that name a claim for or against them, by claim id."""
        found: dict[str, list[Judgement]] = {}
        for judgement in self.judgements:
            for claim in (*judgement.evidence_for, *judgement.evidence_against):
                found.setdefault(claim, []).append(judgement)
        return found

    @cached_property
    def conflicts(self) -> tuple[tuple[str, str], ...]:
        """The pairs of claims that are at odds, each once, in reading order."""
        order = {name: place for place, name in enumerate(self.claims)}
        pairs = {
            (claim.id, other) if order[claim.id] < order[other] else (other, claim.id)
            for claim in self.claims.values()
            for other in claim.disputes
            if other in order and other != claim.id
        }
        return tuple(sorted(pairs, key=lambda pair: (order[pair[0]], order[pair[1]])))


def citations(item: Listed) -> Iterator[Citation]:
    """Yield all citations of an item, in reading order; a dimension leaves them to its claims."""
    match item:
        case Claim():
            yield from item.cites
            if item.correction:
                yield from item.correction.cites
        case Expert():
            for position in item.positions:
                yield from position.cites
        case Option():
            for rating in item.ratings.values():
                yield from rating.cites
            for line in item.support:
                yield from line.cites
        case _:
            return


def named(pack: Pack, ref: Ref) -> str:
    """Return the kind and title of an item as in a sentence: `option “Open the grid”`."""
    item = pack.items.get(ref)
    return f"{ref.kind} “{title(item)}”" if item is not None else str(ref)


def title(item: Listed) -> str:
    """Return the one line that names an item in lists."""
    match item:
        case Dimension() | Expert() | Option():
            return item.name
        case Source() | Brief():
            return item.title
        case Claim() | Judgement() | Question():
            return item.text
