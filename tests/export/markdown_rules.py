"""Rules of markdownlint, as far as they concern what we write, and the parser that they need."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.token import Token
from mdit_py_plugins.footnote import footnote_plugin


def parser() -> MarkdownIt:
    """Return a parser that takes all that GitHub takes, raw HTML included."""
    reader = MarkdownIt("commonmark", {"html": True, "maxNesting": 1000})
    reader.enable(["table", "strikethrough"]).use(footnote_plugin)
    reader.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    reader.normalizeLink = lambda url: url  # type: ignore[method-assign]
    return reader


def flat(tokens: Iterable[Token]) -> Iterator[Token]:
    """Yield tokens and all that they hold."""
    for token in tokens:
        yield token
        yield from flat(token.children or ())


def faults(markdown: str) -> list[str]:
    """Return the rules that a text breaks, each with the line that breaks it."""
    tokens = parser().parse(markdown)
    lines = markdown.split("\n")
    return [*_white_space(markdown), *_headings(lines), *_apart(lines), *_inline(tokens)]


def _white_space(markdown: str) -> Iterator[str]:
    yield from (f"MD009 {line}" for line in markdown.split("\n") if line != line.rstrip())
    if "\t" in markdown:
        yield "MD010"
    if "\n\n\n" in markdown:
        yield "MD012"
    if not markdown.endswith("\n") or markdown.endswith("\n\n"):
        yield "MD047"


def _headings(lines: list[str]) -> Iterator[str]:
    headings = [line for line in lines if line.startswith("#")]
    levels = [len(line.split(" ")[0]) for line in headings]
    if not lines[0].startswith("# ") or levels.count(1) != 1:
        yield "MD025, MD041"
    yield from (f"MD001 from {one} to {two}" for one, two in pairwise(levels) if two > one + 1)
    yield from (f"MD024 {line}" for line in headings if headings.count(line) > 1)
    yield from (f"MD026 {line}" for line in headings if line[-1] in ".,;:!")


def _apart(lines: list[str]) -> Iterator[str]:
    """Headings, lists and tables stand between empty lines (MD022, MD032, MD058)."""
    for line, following in pairwise(lines):
        one, other = _kind(line), _kind(following)
        if one != other and "" not in (one, other):
            yield f"MD022, MD032, MD058 {line}"


def _kind(line: str) -> str:
    if line.startswith(("#", "|")):
        return line[0]
    return "item" if re.match(r" |- |\d+\. ", line) else line[:1] and "text"


def _inline(tokens: list[Token]) -> Iterator[str]:
    for opening, inside in pairwise(tokens):
        parts = inside.children or []
        if opening.type == "paragraph_open" and len(parts) > 2 and parts[0].type == "strong_open":
            text = parts[-2].content
            if parts[-1].type == "strong_close" and text[-1:] not in ".,;:!?":
                yield f"MD036 {text}"
        linked = 0
        for part in parts:
            linked += part.nesting * part.type.startswith("link")
            if part.type == "html_inline":
                yield f"MD033 {part.content}"
            if part.type == "text" and not linked and re.search("https?://", part.content):
                yield f"MD034 {part.content}"
    yield from (f"MD033 {token.content}" for token in tokens if token.type == "html_block")
