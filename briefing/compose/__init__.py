"""A brief and its pack to the document of one page: every line traceable, nothing decided later."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from briefing.compose.blocks import blocks
from briefing.compose.page import Page
from briefing.document import Block, Document, Field, Items, Table, lines, plain
from briefing.pack.pack import Pack
from briefing.pack.recipe import Brief
from briefing.phrases import edition, footer
from briefing.recipes import bare, slots
from briefing.text import words
from briefing.words import counted


def compose(pack: Pack, brief: Brief, *, full: Brief | None = None) -> Document:
    """Return the document of a brief: the same for the same pack and brief.

    Its notes hold every source of a line on the page, in order of first use. Where the brief
    is what was left of a `full` one, the line under the title says how much that is.
    """
    page = Page(pack, brief)
    made = tuple(block for recipe in brief.blocks for block in blocks(page, recipe))
    shortened = [_shortened(brief, full)] if full and full != brief else []
    document = Document(
        title=brief.title,
        meta=" · ".join([*edition(pack), "public sources only", *shortened]),
        date=pack.manifest.as_of,
        blocks=made,
        notes=page.notes.all(),
        references=page.notes.references(),
        footer=f"{footer(pack)} · {_recipe(pack, brief, full)}",
        paper=brief.page,
        max_pages=brief.max_pages,
    )
    if brief.attribution == "in-text":
        from briefing.compose.attribution import in_text  # few pages have no notes

        return in_text(document, page.notes)
    return document


def _recipe(pack: Pack, brief: Brief, full: Brief | None) -> str:
    """Return which recipe the page was made by; one of the reader's own is told as such."""
    asked = full or brief
    asked = replace(bare(asked), page="fit-both")  # the paper makes no other brief of it
    known = any(replace(bare(own), page="fit-both") == asked for own in pack.briefs)
    return f"brief {asked.id}" if known else f"brief {asked.id}, own recipe"


def _shortened(brief: Brief, full: Brief) -> str:
    """Return how many of the items of the full brief are on a page that was cut to fit."""
    left, before = (sum(slot.ref is not None for slot in slots(b)) for b in (brief, full))
    return f"shortened to {left} of the {counted(before, 'item')} in the full brief"


def word_count(document: Document) -> int:
    """Return how many words are printed: title, line below it, labels, text and notes."""
    texts = [document.title, document.meta, *_labels(document.blocks)]
    texts += [plain(line) for line in lines(document.blocks)]
    texts += [plain(note.line) for note in document.notes]
    return sum(len(words(text)) for text in texts)


def _labels(made: Iterable[Block]) -> Iterator[str]:
    for block in made:
        match block:
            case Field():
                yield block.label
            case Table():
                yield from (block.caption, *block.header)
            case Items():
                for entry in block.entries:
                    yield from _labels(entry)
