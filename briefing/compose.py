"""A brief and its pack to the document of one page: every line traceable, nothing decided later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Mark,
    Paragraph,
    Run,
    Table,
    lines,
    plain,
    run,
)
from briefing.notes import Notes
from briefing.pack.manifest import Criterion, Question
from briefing.pack.model import Dimension, Entry, Expert, Judgement, Option
from briefing.pack.pack import Pack, citations
from briefing.pack.recipe import Block as Recipe
from briefing.pack.recipe import (
    BottomLineBlock,
    Brief,
    ChangesBlock,
    ComparisonBlock,
    ExpertsBlock,
    GapsBlock,
    JudgementsBlock,
    OptionsBlock,
    SourcesBlock,
)
from briefing.phrases import (
    claim_lines,
    confidence_line,
    judgement_line,
    not_comparable,
    option_name,
    position_line,
    rating_line,
)
from briefing.prose import blocks as prose
from briefing.text import words
from briefing.words import date

_Item = TypeVar("_Item", Dimension, Judgement, Expert, Option, Question, Criterion)

DEFAULT_BRIEF = "one-pager"
NOT_A_POLL = "Curated, not a poll."


def compose(pack: Pack, brief: Brief) -> Document:
    """Return the document of a brief: the same for the same pack and brief.

    Its notes hold every source of a line on the page, in order of first use.
    """
    page = _Page(pack, brief)
    blocks = tuple(block for recipe in brief.blocks for block in page.blocks(recipe))
    return Document(
        title=brief.title,
        meta=" · ".join([*edition(pack), "public sources only"]),
        date=pack.manifest.as_of,
        blocks=blocks,
        notes=page.notes.all(),
        references=page.notes.references(),
        footer=footer(pack),
        paper=brief.page,
        max_pages=brief.max_pages,
    )


def edition(pack: Pack) -> list[str]:
    """Return what says which pack this is: its title, its version and its date in words."""
    manifest = pack.manifest
    version = [f"version {manifest.version}"] if manifest.version else []
    return [manifest.title, *version, f"evidence as of {date(manifest.as_of)}"]


def footer(pack: Pack) -> str:
    """Return what finds the content again: "us-china-ai 1.0 · abcdef123456"."""
    manifest = pack.manifest
    return f"{manifest.id} {manifest.version}".strip() + f" · {pack.digest[:12]}"


def default_brief(pack: Pack) -> Brief | None:
    """Return the brief `one-pager`, else the first one, or None where there is none."""
    named = (brief for brief in pack.briefs if brief.id == DEFAULT_BRIEF)
    return next(named, pack.briefs[0] if pack.briefs else None)


def word_count(document: Document) -> int:
    """Return how many words are printed: title, line below it, labels, text and notes."""
    texts = [document.title, document.meta, *_labels(document.blocks)]
    texts += [plain(line) for line in lines(document.blocks)]
    texts += [plain(note.line) for note in document.notes]
    return sum(len(words(text)) for text in texts)


def _labels(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Field():
                yield block.label
            case Table():
                yield from (block.caption, *block.header)
            case Items():
                for entry in block.entries:
                    yield from _labels(entry)


class _Page:
    """The blocks of one page, which share the numbering of its notes."""

    def __init__(self, pack: Pack, brief: Brief) -> None:
        self._pack = pack
        self.notes = Notes(pack)
        self._printed: set[str] = set()
        self._judgements = [
            judgement
            for recipe in brief.blocks
            if isinstance(recipe, JudgementsBlock)
            for judgement in _chosen(pack.judgements, recipe.items)
        ]

    def blocks(self, recipe: Recipe) -> Iterator[Block]:
        """Yield the blocks that one block of a recipe stands for."""
        match recipe:
            case BottomLineBlock():
                yield _heading("Bottom line")
                yield from prose(self._pack.manifest.bottom_line, 2)
            case ComparisonBlock():
                yield _heading("Comparison")
                yield self._comparison(recipe)
            case JudgementsBlock():
                yield _heading("Key judgements")
                judgements = _chosen(self._pack.judgements, recipe.items)
                yield Items(tuple(self._judgement(judgement) for judgement in judgements))
            case ExpertsBlock():
                yield _heading("Expert views")
                yield from self._experts(recipe)
            case OptionsBlock():
                yield _heading("Options")
                yield self._options(recipe)
            case ChangesBlock():
                yield _heading("What would change this")
                yield Items(tuple((_change(judgement),) for judgement in self._judgements))
            case GapsBlock():
                yield _heading("What is not known")
                yield Paragraph(run(recipe.text))
            case SourcesBlock():
                return  # a document ends with its notes in any case

    def _comparison(self, recipe: ComparisonBlock) -> Table:
        header = ("Dimension", *(side.name for side in self._pack.sides), "So what")
        dimensions = _chosen(self._pack.dimensions, recipe.dimensions)
        rows = tuple(self._row(dimension, recipe) for dimension in dimensions)
        return Table(header, rows, paired=True)

    def _row(self, dimension: Dimension, recipe: ComparisonBlock) -> tuple[Cell, ...]:
        origin = f"dimension:{dimension.id}"
        entries = [dimension.entries.get(side.id, Entry()) for side in self._pack.sides]
        return (
            Cell((run(dimension.label),), origin),
            *(self._side(entry, recipe.claims, origin) for entry in entries),
            Cell((run(dimension.so_what),), origin),
        )

    def _side(self, entry: Entry, wanted: tuple[str, ...], origin: str) -> Cell:
        """Return the claims of one side that were asked for, or else its first."""
        claims = [claim for claim in entry.claims if claim.id in wanted] or entry.claims[:1]
        if not claims:
            return Cell((not_comparable(entry),), origin)
        self._printed.update(claim.id for claim in claims)
        lines = (line for claim in claims for line in claim_lines(claim, self.notes))
        return Cell(tuple(lines), f"claim:{claims[0].id}")

    def _judgement(self, judgement: Judgement) -> tuple[Block, ...]:
        origin = f"judgement:{judgement.id}"
        evidence = (
            Run(" For "),
            self._evidence(judgement.evidence_for),
            Run("; against "),
            self._evidence(judgement.evidence_against),
            Run("."),
        )
        return (
            Paragraph(judgement_line(judgement, self._pack), origin),
            Field("Confidence", (*confidence_line(judgement), *evidence), origin),
        )

    def _evidence(self, ids: tuple[str, ...]) -> Mark:
        """Return the marks of the claims that are on the page, or else the record of the first."""
        claims = [self._pack.claims[name] for name in ids if name in self._pack.claims]
        shown = [claim for claim in claims if claim.id in self._printed]
        if shown:
            return self.notes.mark(citation for claim in shown for citation in citations(claim))
        return self.notes.mark(
            c for claim in claims[:1] for c in (claim.correction or claim).cites[:1]
        )

    def _experts(self, recipe: ExpertsBlock) -> Iterator[Block]:
        experts = _chosen(self._pack.experts, recipe.items)
        lead = f"{NOT_A_POLL} "
        for question in _chosen(self._pack.questions, recipe.questions):
            origin = f"question:{question.id}"
            yield Paragraph((Run(lead), Run(question.text, "strong")), origin)
            lines = ((e.id, position_line(e, question.id, self.notes)) for e in experts)
            yield Items(tuple((Paragraph(line, f"expert:{name}"),) for name, line in lines))
            lead = ""

    def _options(self, recipe: OptionsBlock) -> Table:
        criteria = _chosen(self._pack.criteria, recipe.criteria)
        options = _chosen(self._pack.options, recipe.items)
        rows = tuple(
            (
                Cell((option_name(option),), f"option:{option.id}"),
                *(self._rating(option, criterion.id) for criterion in criteria),
            )
            for option in sorted(options, key=lambda option: not option.status_quo)
        )
        return Table(("Option", *(criterion.name for criterion in criteria)), rows)

    def _rating(self, option: Option, criterion: str) -> Cell:
        rating = option.ratings.get(criterion)
        line = rating_line(rating, self.notes) if rating else run("not rated", "muted")
        return Cell((line,), f"option:{option.id}")


def _heading(text: str) -> Heading:
    return Heading(2, run(text))


def _change(judgement: Judgement) -> Paragraph:
    return Paragraph(run(judgement.changes_if[0]), f"judgement:{judgement.id}")


def _chosen(items: Iterable[_Item], names: Iterable[str]) -> list[_Item]:
    """Return items by id in the order asked for, without those that the pack has lost."""
    by_id = {item.id: item for item in items}
    return [by_id[name] for name in names if name in by_id]
