"""The page that a foot names, made again: what stood on it when it was printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple, get_args

from msgspec.structs import replace

from briefing.compose import compose
from briefing.document import Document, Paper
from briefing.export import Unprintable, render
from briefing.export.fit import fit
from briefing.pack.pack import Pack
from briefing.pack.recipe import Brief
from briefing.trace.known import said
from briefing.trace.pages import Imprint, read_page

ENOUGH = 0.5
"""The part of a page's lines that stand on another just so, for it to be that page."""
_SHORTENED = "shortened to"


class Remade(NamedTuple):
    """A page made again: its brief, its document and its lines.

    It is `shortened` where items were dropped so that it fits.
    """

    brief: str
    document: Document
    lines: list[str]
    shortened: bool


def remade(
    lines: Sequence[str], formats: Sequence[str], foot: Imprint | None, pack: Pack
) -> Remade | None:
    """Return the page whose lines these are, or were, in one of the formats.

    None where no brief of the pack makes such a page: it was made by a recipe of the reader's
    own, or it was wrapped anew, or taken out of a page by another program.
    """
    text = " ".join(lines)
    brief = next((own for own in pack.briefs if foot and own.id == foot.brief), None)
    if brief is None or f"brief {brief.id}, own recipe" in text:
        return None
    wanted = _words(lines)
    best, share = None, ENOUGH
    for document in _made_of(pack, brief, shortened=_SHORTENED in text):
        for fmt in formats:
            try:
                read = read_page(render(document, fmt))
            except Unprintable:
                continue
            page = Remade(brief.id, document, read, _SHORTENED in text)
            found = _words(page.lines)
            if found == wanted:
                return page
            like = (Counter(found) & Counter(wanted)).total() / max(len(wanted), 1)
            if like > share:
                best, share = page, like
    return best


def documents(made: Remade, pack: Pack) -> list[Document]:
    """Return the same page of another pack, where it was shortened and so is no brief in full."""
    same = (own for own in pack.briefs if own.id == made.brief)
    return [fit(pack, brief).document for brief in same] if made.shortened else []


def _made_of(pack: Pack, brief: Brief, *, shortened: bool) -> Iterator[Document]:
    """Yield the pages that a brief makes: on its paper first, then on every other."""
    papers: tuple[Paper, ...] = get_args(Paper)
    for paper in (brief.page, *(other for other in papers if other != brief.page)):
        made = replace(brief, page=paper)
        yield fit(pack, made).document if shortened else compose(pack, made)


def _words(lines: Sequence[str]) -> list[tuple[str, ...]]:
    """Return the words of each line that has any."""
    return [words for words in (tuple(said(line)) for line in lines) if words]
