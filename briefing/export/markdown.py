"""A document as GitHub-flavoured Markdown with footnotes, clean under markdownlint's rules.

Every piece of foreign text is escaped so that it prints as text. Rule numbers in comments
are those of markdownlint.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import count

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Inline,
    Items,
    Line,
    Mark,
    Paragraph,
    Run,
    Table,
    plain,
)

_SPACE = re.compile(r"\s+")
_WEB = r"https?://[^\s<>\\`|]*[^\s<>\\`|.,;:!?'\")\]}*_~]"
_LABEL = r"[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?"
_MAIL = rf"(?<![\w.+-])[\w.+-]+@{_LABEL}(?:\.{_LABEL})+"
_ADDRESS = re.compile(f"({_WEB}|{_MAIL})", re.IGNORECASE | re.ASCII)
# Beside Markdown's own: what GitHub makes links of, and what may not stand before one of ours.
_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&#@]|:(?=//)|(?<=www)\.|[!^]\Z", re.IGNORECASE)
_URL_SPECIAL = re.compile(r"[()<>\\`|\s]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_ALL_EMPHASIS = re.compile(r"(\*+)(?P<text>(?:[^*\\]|\\.)*(?P<end>[^*\\]|\\.))\1")
_LINE_START = re.compile(r"[-+=]|\d{1,9}(?=[.)])")
_EMPHASIS = {"strong": "**", "emphasis": "*", "found": "**"}
# Emphasis is sure to be read as such only between these; elsewhere the words go without.
_BEFORE, _AFTER = " (“‘–—", " .,;:!?)”’–—["
_STOPS = ".,;:!。，；：！"
_SAYS_NOTHING = {"click here", "here", "link", "more"}  # MD059
_ENDS = (".", "!", "?", ":", "…", ".”", "?”")


def render(document: Document) -> str:
    """Return the document as Markdown, ending with one line feed."""
    headings = _Headings()
    parts = [headings.title(document.title), _paragraph((Run(document.meta),))]
    for block in document.blocks:
        parts += [headings.next(block)] if isinstance(block, Heading) else _block(block)
    parts.append(_paragraph((Run(document.footer),)))
    notes = [f"[^{note.number}]: {_paragraph(note.line)}" for note in document.notes]
    return "\n\n".join(part for part in [*parts, "\n".join(notes)] if part) + "\n"


class _Headings:
    """What headings must know of those above: their levels (MD001) and their texts (MD024)."""

    def __init__(self) -> None:
        self._level = 1
        self._texts: set[str] = set()

    def title(self, text: str) -> str:
        """Return the one heading of the first level."""
        return f"# {self._unlike_others((Run(text),))}"

    def next(self, heading: Heading) -> str:
        """Return the next heading, at most one level below the one before."""
        self._level = max(2, min(heading.level, self._level + 1, 6))
        return f"{'#' * self._level} {self._unlike_others(heading.line)}"

    def _unlike_others(self, line: Line) -> str:
        text = _inline(_without_stop(line))
        numbered = (f"{text} ({number})" for number in count(2))
        unlike = text
        while unlike in self._texts:
            unlike = next(numbered)
        self._texts.add(unlike)
        return unlike


def _without_stop(line: Line) -> Line:
    """Return a heading's line without the stop at its end (MD026)."""
    last = line[-1] if line else None
    if not isinstance(last, Run):
        return line
    return (*line[:-1], Run(last.text.rstrip(f"{_STOPS} "), last.tone, last.url))


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading() | Paragraph():
            yield _paragraph(block.line)
        case Field():
            yield _inline((Run(f"{block.label}:", "strong"), Run(" "), *block.line))
        case Items():
            apart = any(len(entry) > 1 for entry in block.entries)
            yield ("\n\n" if apart else "\n").join(_entries(block))
        case Table():
            yield _paragraph((Run(block.caption),))
            yield "\n".join(_table(block))


def _paragraph(line: Line) -> str:
    """Return a line that begins no block but a paragraph, and is no heading in disguise."""
    text = _inline(line)
    if (alone := _ALL_EMPHASIS.fullmatch(text)) and alone["end"] not in f"{_STOPS}?？":
        text = alone["text"]  # MD036
    start = _LINE_START.match(text)
    if not start:
        return text
    return f"{text[: start.end()]}\\{text[start.end() :]}" if text[0].isdigit() else f"\\{text}"


def _entries(items: Items) -> Iterator[str]:
    for number, entry in enumerate(items.entries, 1):
        marker = f"{number}. " if items.ordered else "- "
        parts = [part for block in entry for part in _block(block) if part]
        first, *rest = "\n\n".join(parts).split("\n")
        indented = (" " * len(marker) + line if line else "" for line in rest)
        yield "\n".join([marker + first, *indented])


def _table(table: Table) -> Iterator[str]:
    yield _row(_inline((Run(name),)) for name in table.header)
    yield _row("---" for _ in table.header)
    for row in table.rows:
        yield _row(_cell(cell) for cell in row)


def _row(cells: Iterator[str]) -> str:
    return "|" + "".join(f" {cell} |" if cell else " |" for cell in cells)  # MD060


def _cell(cell: Cell) -> str:
    """Return the lines of a cell as one: a table of Markdown has no second line."""
    text = gap = ""
    for line in cell.lines:
        if shown := _inline(line):
            text += gap + shown
            gap = " " if plain(line).rstrip().endswith(_ENDS) else " – "
    return text


def _inline(line: Line) -> str:
    """Return text with its emphasis, links and footnote marks."""
    parts = _merged(line)
    text = ""
    for part, following in zip(parts, [*parts, None][1:], strict=True):
        if isinstance(part, Mark):
            text += "".join(f"[^{number}]" for number in part.notes)
            continue
        words = part.text.strip()
        shown = _link(words, part.url) if part.url else _escaped(words)
        before = " " if part.text[:1] == " " else ""
        after = " " if part.text[-1:] == " " else ""
        if text.endswith("]") and not before and words[:1] in ("(", ":"):
            shown = f"\\{shown}"  # else a link, or the note itself
        if part.tone in _EMPHASIS and _stands_free(text[-1:] + before, after, following):
            shown = f"{_EMPHASIS[part.tone]}{shown}{_EMPHASIS[part.tone]}"
        text += f"{before}{shown}{after}" if words else " "
    return _SPACE.sub(" ", text).strip()


def _merged(line: Line) -> list[Inline]:
    """Join neighbours that Markdown does not tell apart, and fold white space."""
    parts: list[Inline] = []
    for part in line:
        if isinstance(part, Run):
            tone = part.tone if part.tone in _EMPHASIS else "plain"
            part = Run(_SPACE.sub(" ", part.text), tone, part.url)
            last = parts[-1] if parts else None
            if isinstance(last, Run) and (last.tone, last.url) == (tone, part.url):
                parts.pop()
                part = Run(last.text + part.text, tone, part.url)
        parts.append(part)
    return [part for part in parts if isinstance(part, Mark) or part.text]


def _stands_free(before: str, after: str, following: Inline | None) -> bool:
    """Say whether emphasis here is sure to be read as such, whatever stands beside it."""
    if not after:
        after = following.text[:1] if isinstance(following, Run) else ""
    return before[-1:] in _BEFORE and after in _AFTER


def _link(words: str, url: str) -> str:
    if not words:
        return ""
    if words == url and _ADDRESS.fullmatch(url):
        return f"<{url}>"
    target = _URL_SPECIAL.sub(
        lambda found: "".join(f"%{b:02X}" for b in found.group().encode()), url
    )
    if words.casefold() in _SAYS_NOTHING:
        return f"{words} (<{target}>)"
    target = _ENTITY.sub(r"\\&", target)
    return f"[{_escaped(words, addresses=False)}]({target})"


def _escaped(text: str, *, addresses: bool = True) -> str:
    """Return text with all that Markdown would read as more than text escaped.

    Web and mail addresses become links to themselves (MD034) where `addresses` allows it.
    """
    parts = _ADDRESS.split(text) if addresses else [text]
    return "".join(
        f"<{part}>" if number % 2 else _SPECIAL.sub(r"\\\g<0>", part)
        for number, part in enumerate(parts)
    )
