"""A brief and its pack to the document of one page: every line traceable, nothing decided later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Line,
    Mark,
    Paragraph,
    Run,
    Table,
    lines,
    plain,
    run,
)
from briefing.notes import Notes
from briefing.pack.model import Claim, Dimension, Expert, Judgement, Option, Position
from briefing.pack.pack import Pack, Ref
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
from briefing.pack.recipe import Block as Recipe
from briefing.prose import blocks as prose
from briefing.text import words
from briefing.words import NO_VIEW, STANCE, STANCE_BASIS, STATUS, capital, date, sentence

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
        blocks=blocks,
        notes=page.notes.all(),
        footer=footer(pack),
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


def claim_lines(notes: Notes, claim: Claim) -> tuple[Line, ...]:
    """Return a claim as it is always shown: with its marks, its status and its correction."""
    status, feel = STATUS[claim.status]
    text: Line = (Run(dated(claim.text, claim.date)), notes.mark(claim.cites))
    if claim.correction:
        correction = (Run("Corrected:", feel), Run(f" {claim.correction.text}"))
        return text, (*correction, notes.mark(claim.correction.cites))
    if claim.status != "confirmed":
        text = (*text, Run(f" {capital(status)}.", feel))
    return (text,)


def dated(text: str, when: str | None) -> str:
    """Return a sentence with its date in words, unless it tells the year itself."""
    if when is None or when[:4] in text:
        return text
    return sentence(f"{text.removesuffix('.')} ({date(when)})")


def by_status_quo(options: Iterable[Option]) -> list[Option]:
    """Return options with the status quo first."""
    return sorted(options, key=lambda option: not option.status_quo)


class _Page:
    """The blocks of one page, which share the numbering of its notes."""

    def __init__(self, pack: Pack, brief: Brief) -> None:
        self._pack = pack
        self.notes = Notes(pack)
        named = [n for block in brief.blocks if isinstance(block, JudgementsBlock) for n in block.items]
        self._judgements = [j for n in named for j in pack.judgements if j.id == n]
        self._printed: set[str] = set()

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
                judgements = [j for n in recipe.items for j in self._judgements if j.id == n]
                yield Items(tuple(self._judgement(judgement) for judgement in judgements))
            case ExpertsBlock():
                yield _heading("Expert views")
                yield from self._experts(recipe)
            case OptionsBlock():
                yield _heading("Options")
                yield self._options(recipe)
            case ChangesBlock():
                yield _heading("What would change this")
                yield Items(tuple((self._change(judgement),) for judgement in self._judgements))
            case GapsBlock():
                yield _heading("What is not known")
                yield Paragraph(run(recipe.text))
            case SourcesBlock():
                return
