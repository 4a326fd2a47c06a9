"""All formats agree: the same words and the same citations, in the same order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from markdown_it.token import Token
from msgspec.structs import replace

from briefing.compose import compose
from briefing.document import (
    Document,
    Heading,
    Line,
    Mark,
    Table,
    lines,
    marks,
    plain,
    rewritten,
)
from briefing.export import FORMATS, docx, html, markdown, pdf, text
from briefing.pack.loader import load
from briefing.paths import shipped
from tests.export.documents import documents
from tests.export.markdown_rules import parser
from tests.export.pdf_reading import Reading, told
from tests.export.web_page import parse, read_aloud
from tests.export.word_file import WordFile
from tests.packs import TWO_PAGES, write_pack


def said(parts: Iterable[str]) -> str:
    """Return the letters and figures of a text, and its citations as "[1]"."""
    found = re.findall(r"\[[\d, ]+\]|\w", "\n".join(parts))
    return "".join(re.sub(r"[\s,]+", "][", part) for part in found)


def as_text(document: Document) -> str:
    written = text.render(document, columns=100_000).split("\n")
    bare = (re.sub(r"^ *(- |\d+\. |\[\d+\] )?", "", line) for line in written)
    return said(re.sub(r" ?<(https?|mailto):[^>]*>", "", line) for line in bare)


def as_markdown(document: Document) -> str:
    tokens = parser().parse(markdown.render(document))
    end = next((n for n, t in enumerate(tokens) if t.type == "footnote_block_open"), len(tokens))
    named = [block.named for block in document.blocks if isinstance(block, Table)]
    *body, footer = _texts(tokens[:end], named)
    notes = list(_texts(tokens[end:], []))
    return said([*body, *([document.notes_title] if notes else []), *notes, footer])


def _texts(tokens: Iterable[Token], named: list[bool]) -> Iterator[str]:
    """Yield texts in order, those of tables with their labels, as plain text has them."""
    header: list[str] = []
    within, column = "", 0
    for token in tokens:
        if token.type == "thead_open":
            header = []
            unlabelled = 1 if named.pop(0) else 0
        elif token.type == "tr_open":
            column = 0
        elif token.type in {"th_open", "td_open", "paragraph_open", "heading_open"}:
            within = token.tag
        elif token.type == "inline":
            shown = "".join(map(_inline, token.children or []))
            if within == "th":
                header.append(shown)
                continue
            if within == "td":
                label = header[column] if shown and column >= unlabelled else ""
                shown = f"{label}: {shown}"
                column += 1
            yield shown


def _inline(token: Token) -> str:
    if token.type == "footnote_ref":
        return f"[{token.meta['label']}]"
    return " " if token.type == "softbreak" else token.content


def as_html(document: Document) -> str:
    return said(["".join(read_aloud(parse(html.render(document)), bare=True))])


def as_word(document: Document) -> str:
    file = WordFile(docx.render(document))
    notes = file.notes()
    footer = file.said(file.part("footer")[0], "footer").partition("\t")[0]
    title = [document.notes_title] if notes else []
    found = [*file.lines(), *title, *(notes[number] for number in sorted(notes)), footer]
    bare = (re.sub(r"^ *(- |\d+\. )+", "", line) for line in found)
    return said(re.sub(r" ?<(https?|mailto):[^>]*>", "", line) for line in bare)


def as_pdf(document: Document) -> str:
    return said(told(Reading(pdf.render(document)), document))


OTHERS: dict[str, Callable[[Document], str]] = {
    "md": as_markdown,
    "html": as_html,
    "docx": as_word,
    "pdf": as_pdf,
}


def as_composed(document: Document) -> Document:
    """Return a document whose notes are numbered by first use, as those of briefs are."""
    used = dict.fromkeys(number for line in lines(document.blocks) for number in marks(line))
    number = {old: new for new, old in enumerate(used, 1)}

    def renumbered(line: Line) -> Line:
        return tuple(
            Mark(tuple(number[n] for n in part.notes)) if isinstance(part, Mark) else part
            for part in line
        )

    notes = {note.number: note for note in document.notes}
    kept = tuple(replace(notes[old], number=number[old]) for old in used)
    return replace(document, blocks=rewritten(document.blocks, renumbered), notes=kept)


@pytest.fixture(params=["shipped", "made"])
def briefs(request: pytest.FixtureRequest, tmp_path: Path) -> list[Document]:
    """Return every brief of the shipped pack, or of the pack that tests make."""
    folder = shipped("content") / "us-china-ai" if request.param == "shipped" else tmp_path
    if request.param == "made":
        write_pack(folder, {"briefs/two-pages.yaml": TWO_PAGES})
    pack = load(folder).pack
    return [compose(pack, brief) for brief in pack.briefs]


@pytest.mark.parametrize("name", OTHERS)
def test_the_briefs_of_a_pack_say_the_same_in_every_format(
    briefs: list[Document], name: str
) -> None:
    for document in briefs:
        assert OTHERS[name](document) == as_text(document)


@pytest.mark.parametrize("name", OTHERS)
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@given(document=documents())
def test_any_document_says_the_same_in_every_format(document: Document, name: str) -> None:
    headings = [plain(block.line) for block in document.blocks if isinstance(block, Heading)]
    assume(len({document.title, *headings}) == len(headings) + 1)  # Markdown numbers repeated ones
    document = as_composed(document)
    assert OTHERS[name](document) == as_text(document)


def test_every_format_for_readers_is_compared() -> None:
    assert {"txt", *OTHERS, "bib", "csl"} == set(FORMATS)
