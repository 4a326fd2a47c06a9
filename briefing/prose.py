"""Markdown to document blocks, safely: no HTML, no pictures, links only to the web and to mail."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from briefing.document import Block, Cell, Heading, Items, Line, Paragraph, Run, Table, Tone, plain
from briefing.text import one_line, visible

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SCHEMES = ("https:", "http:", "mailto:")
_CODE = {"fence", "code_block"}
_DEEPEST_HEADING = 6
_DEEPEST = 40
"""Levels of nesting that are read; a text nested deeper is shown as it is written."""

# One line of words, some of them strong, that begins with a letter: in it no other character
# has a meaning in Markdown but these. A `**` before a letter opens, and the next, between
# something else and a space or the end, closes (CommonMark 0.31, section 6.2, rules 5 and 7).
_WORDS = r"[^\\`*_\[<&~]"
_STRONG = rf"\*\*[^\W\d_]{_WORDS}*(?<! )\*\*(?= |\Z)"
_SIMPLE = re.compile(rf"(?:[^\W\d_]|{_STRONG})(?:{_WORDS}|{_STRONG})*")


def blocks(markdown: str, level: int, origin: str = "") -> tuple[Block, ...]:
    """Return the blocks of a Markdown text.

    Its headings come below `level` without gaps; `origin` names the item that the text
    belongs to. A quotation becomes plain paragraphs.
    """
    if line := _simple(markdown):
        return (Paragraph(line, origin),)
    tokens = _tokens(markdown)
    if tokens is None:
        return (Paragraph(_as_written(markdown), origin),)
    return tuple(_below(_blocks(iter(tokens), origin), level))


def inline(markdown: str) -> Line:
    """Return a Markdown text as one line; blocks follow each other with a space between."""
    if line := _simple(markdown):
        return line
    tokens = _tokens(markdown)
    if tokens is None:
        return _as_written(markdown)
    runs: list[Run] = []
    for token in tokens:
        if token.type == "inline":
            runs += [Run(" "), *_runs(token)]
        elif token.type in _CODE:
            runs += [Run(" "), *_as_written(token.content)]
    return _joined(runs)


def _simple(markdown: str) -> Line:
    """Return a text of plain and strong words as the parser would, without importing that.

    Any other text gives an empty line.
    """
    if not (markdown.isprintable() and _SIMPLE.fullmatch(markdown)):
        return ()
    texts = enumerate(markdown.split("**"))
    return _joined(Run(text, "strong" if number % 2 else "plain") for number, text in texts)


@cache
def _parser() -> MarkdownIt:
    """Make the parser once; its import is paid by those who read Markdown."""
    from markdown_it import MarkdownIt

    parser = MarkdownIt("js-default", {"maxNesting": _DEEPEST})
    # A link that may not be followed is read as a link all the same: its text is shown.
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005
    return parser


def _tokens(markdown: str) -> list[Token] | None:
    """Return the parser's tokens, or None for a text nested too deep, which it would cut."""
    tokens = _parser().parse(markdown)
    return None if any(token.level >= _DEEPEST - 1 for token in tokens) else tokens


def _as_written(text: str) -> tuple[Run, ...]:
    return (Run(one_line(text)),)


def _blocks(tokens: Iterator[Token], origin: str) -> Iterator[Block]:
    """Yield the blocks up to the end of the container that the tokens stand in."""
    for token in tokens:
        match token.type:
            case "heading_open" | "paragraph_open":
                line = _joined(_runs(next(tokens)))
                next(tokens)
                if line and token.type == "heading_open":
                    yield Heading(int(token.tag[1:]), line, origin)
                elif line:
                    yield Paragraph(line, origin)
            case "bullet_list_open" | "ordered_list_open":
                if entries := tuple(_entries(tokens, origin)):
                    yield Items(entries, ordered=token.type == "ordered_list_open")
            case "blockquote_open":
                yield from _without_headings(_blocks(tokens, origin))
            case "table_open":
                yield _table(tokens, origin)
            case "fence" | "code_block":
                for text in filter(str.strip, token.content.splitlines()):
                    yield Paragraph(_as_written(text), origin)
            case _ if token.nesting < 0:
                return


def _entries(tokens: Iterator[Token], origin: str) -> Iterator[tuple[Block, ...]]:
    """Yield the entries of a list; one that begins with a list gives up that list's entries."""
    for token in tokens:
        if token.nesting < 0:
            return
        entry = tuple(_without_headings(_blocks(tokens, origin)))
        while entry and isinstance(entry[0], Items):
            yield from entry[0].entries
            entry = entry[1:]
        if entry:
            yield entry


def _without_headings(found: Iterable[Block]) -> Iterator[Block]:
    """Turn headings inside a list or a quotation into paragraphs: they head no section."""
    for block in found:
        yield Paragraph(block.line, block.origin) if isinstance(block, Heading) else block


def _table(tokens: Iterator[Token], origin: str) -> Table:
    rows: list[list[Line]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline":
            rows[-1].append(_joined(_runs(token)))
        elif token.type == "table_close":
            break
    header = tuple(plain(line) for line in rows[0])
    return Table(header, tuple(tuple(Cell((line,), origin) for line in row) for row in rows[1:]))


def _below(found: Iterable[Block], level: int) -> Iterator[Block]:
    """Shift headings below `level`, each at most one below the one before."""
    above: list[int] = []
    for block in found:
        if not isinstance(block, Heading):
            yield block
            continue
        while above and above[-1] >= block.level:
            above.pop()
        above.append(block.level)
        yield Heading(min(level + len(above), _DEEPEST_HEADING), block.line, block.origin)


def _runs(inline: Token) -> Iterator[Run]:
    """Yield the runs of text, tones and links of one inline token."""
    strong = emphasis = 0
    url = ""
    waiting = [*reversed(inline.children or [])]
    while waiting:
        token = waiting.pop()
        match token.type:
            case "strong_open" | "strong_close":
                strong += token.nesting
            case "em_open" | "em_close":
                emphasis += token.nesting
            case "link_open":
                target = str(token.attrs.get("href", ""))
                url = visible(target) if target.lower().startswith(_SCHEMES) else ""
            case "link_close":
                url = ""
            case "image":
                waiting += reversed(token.children or [])
            case _:
                tone: Tone = "strong" if strong else "emphasis" if emphasis else "plain"
                # Entities can spell characters that the reader of packs has taken out.
                text = " " if token.type.endswith("break") else visible(token.content)
                yield Run(text.replace("\n", " "), tone, url)


def _joined(runs: Iterable[Run]) -> Line:
    """Join neighbours of one tone, and trim both ends."""
    line: list[Run] = []
    for run in runs:
        if line and (line[-1].tone, line[-1].url) == (run.tone, run.url):
            line[-1] = Run(line[-1].text + run.text, run.tone, run.url)
        elif run.text:
            line.append(run)
    while line and not line[0].text.strip():
        del line[0]
    while line and not line[-1].text.strip():
        del line[-1]
    if line:
        line[0] = Run(line[0].text.lstrip(), line[0].tone, line[0].url)
        line[-1] = Run(line[-1].text.rstrip(), line[-1].tone, line[-1].url)
    return tuple(line)
