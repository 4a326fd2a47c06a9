"""All that a pack prints, as one row of words of which each knows where it comes from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from typing import NamedTuple

from msgspec.structs import replace

from briefing import describe
from briefing.compose import compose
from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Line,
    Paragraph,
    Table,
    plain,
)
from briefing.pack import recipe as r
from briefing.pack.model import Dimension
from briefing.pack.pack import Pack, Ref
from briefing.pack.recipe import Brief

_WORD = re.compile(r"[^\W_]+|[%$€£¥]")
"""A word, or a sign without which a figure is another."""
_FIRST = 8
"""So many words tell the claims of one cell apart."""
ENDS = "\n"
"""Stands between documents: a word that no page holds."""


def said(text: str) -> list[str]:
    """Return the words of a text as they are compared: without case, marks and signs."""
    return _WORD.findall(unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold())


class Passage(NamedTuple):
    """A line that the pack prints, and the item it comes from; None for words of every page.

    What stands in a column has the label of that, which tells one rating from another.
    """

    ref: Ref | None
    text: str
    label: str = ""


class Known(NamedTuple):
    """The words of all passages in a row; `of` holds the number of the passage of each."""

    words: list[str]
    of: list[int]
    passages: list[Passage]

    def add(self, passage: Passage, words: Sequence[str]) -> None:
        """Add a passage with its words at the end of the row."""
        self.words.extend(words)
        self.of.extend([len(self.passages)] * len(words))
        self.passages.append(passage)


def known(pack: Pack, pages: Iterable[tuple[Document, Ref]] = ()) -> Known:
    """Return all that a pack prints: its briefs, every item in every block, and every item.

    First of all come `pages`, each with what its own words belong to. What was printed already
    is not told again, but for short texts beside others.
    """
    found = Known([], [], [])
    told: set[tuple[Ref | None, str]] = set()
    words = cache(said)
    printing = _Printing(pack)
    first = ((document, ref, True) for document, ref in pages)
    for document, ref, repeats in chain(first, printing.documents()):
        # Some formats have the labels of a table once, others at each cell.
        for labelled in (False, True) if repeats else (False,):
            for passage in printing.passages(document, ref, labelled=labelled):
                if repeats or (passage.ref, passage.text) not in told:
                    told.add((passage.ref, passage.text))
                    found.add(passage, words(passage.text))
            found.add(Passage(None, ""), [ENDS])
    return found


class _Printing:
    """What is printed of a pack, line by line."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._own = Ref("pack", pack.manifest.id)
        self._bottom_line = said(pack.manifest.bottom_line)
        self._claims = {
            tuple(said(claim.text)[:_FIRST]): Ref("claim", claim.id)
            for claim in pack.claims.values()
        }

    def documents(self) -> Iterator[tuple[Document, Ref, bool]]:
        """Yield documents, what their own words belong to, and whether they are pages."""
        pack = self._pack
        for brief in pack.briefs:
            yield compose(pack, brief), Ref("brief", brief.id), True
        everything = _everything(pack)
        yield compose(pack, everything), self._own, True
        yield compose(pack, replace(everything, attribution="in-text")), self._own, False
        for ref in pack.items:
            if ref.kind not in {"brief", "claim"}:  # claims stand in their dimensions
                yield describe.item(pack, ref), ref, False

    def passages(self, document: Document, ref: Ref, *, labelled: bool) -> Iterator[Passage]:
        """Yield the lines of a document in the order in which they are printed."""
        yield Passage(ref, document.title)
        yield Passage(self._own, document.meta)
        yield from self._blocks(document.blocks, ref, labelled)
        yield Passage(None, document.notes_title)
        for note in document.notes:
            yield Passage(Ref("source", note.source), plain(note.line))
        yield Passage(self._own, document.footer)

    def _blocks(self, blocks: Iterable[Block], ref: Ref, labelled: bool) -> Iterator[Passage]:
        for block in blocks:
            match block:
                case Heading():
                    yield Passage(None, plain(block.line))
                case Paragraph():
                    yield Passage(self._of(block.origin, block.line, ref), plain(block.line))
                case Field():
                    yield Passage(None, block.label)
                    yield Passage(self._of(block.origin, block.line, ref), plain(block.line))
                case Items():
                    for entry in block.entries:
                        yield from self._blocks(entry, ref, labelled)
                case Table():
                    yield from self._table(block, ref, labelled)

    def _table(self, table: Table, ref: Ref, labelled: bool) -> Iterator[Passage]:
        yield Passage(None, table.caption)
        if not labelled:
            yield from (Passage(None, name) for name in table.header)
        for row in table.rows:
            for number, (name, cell) in enumerate(zip(table.header, row, strict=True)):
                if labelled and (number or not table.named):
                    yield Passage(None, name)
                label = name if number or not table.named else ""
                yield from self._cell(cell, ref, label)

    def _cell(self, cell: Cell, ref: Ref, label: str) -> Iterator[Passage]:
        """Yield the lines of a cell; one with several claims names only the first as its origin."""
        current = None
        for line in cell.lines:
            text = plain(line)
            claim = self._claims.get(tuple(said(text)[:_FIRST]))
            current = claim or current or self._of(cell.origin, line, ref)
            yield Passage(current, text, label)

    def _of(self, origin: str, line: Line, ref: Ref) -> Ref:
        """Return the item of a line; one without is the bottom line, or the document's own."""
        if origin:
            kind, _, name = origin.partition(":")
            return Ref(kind, name)
        begins = said(plain(line))[:_FIRST]
        return self._own if begins and begins == self._bottom_line[: len(begins)] else ref


def _everything(pack: Pack) -> Brief:
    """Return a recipe with all items in all blocks that they may be printed in."""
    questions = tuple(question.id for question in pack.questions)
    experts = tuple(expert.id for expert in pack.experts)
    options = tuple(option.id for option in pack.options)
    claims = tuple(pack.claims)
    return Brief(
        id="all",
        title="",
        blocks=(
            r.BottomLineBlock(),
            *map(_comparison, pack.dimensions),
            r.JudgementsBlock(items=tuple(judgement.id for judgement in pack.judgements)),
            r.StancesBlock(questions=questions, items=experts),
            r.ExpertsBlock(questions=questions, items=experts),
            r.OptionsBlock(items=options, criteria=tuple(c.id for c in pack.criteria)),
            r.CasesBlock(items=options),
            r.RecommendationBlock(),
            r.CorrectionsBlock(claims=claims),
            r.DefectsBlock(items=tuple(source.id for source in pack.sources)),
            r.ChangesBlock(),
        ),
    )


def _comparison(dimension: Dimension) -> r.Block:
    """Return a comparison with all claims of one dimension, so that few are looked through."""
    claims = tuple(claim.id for entry in dimension.entries.values() for claim in entry.claims)
    return r.ComparisonBlock(dimensions=(dimension.id,), claims=claims)
