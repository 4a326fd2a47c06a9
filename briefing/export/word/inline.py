"""Lines of text in Word: runs in named styles, links, and citation marks."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml.ns import qn
from msgspec.structs import replace

from briefing.document import Inline, Line, Mark, Run, Tone, marks
from briefing.export.word.elements import Element, element, run, text
from briefing.text import visible

NUMBER = "FootnoteReference"
"""The style of raised numbers."""

_SPACE = re.compile(r"[ \n]+")
_RESERVED = ":/?#@!$&'()*+,;=%"
# Of the web or of mail, with a host that is one: some readers refuse a file for a bad address.
_ADDRESS = re.compile(
    r"https?://(?:[\w.~-]|%[89A-F][\dA-F])+(?::\d{1,5})?(?:[/?#].*)?|mailto:[^/?#].*",
    re.ASCII | re.IGNORECASE,
)
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_STYLES: dict[Tone, str] = {
    "plain": "",
    "strong": "Strong",
    "emphasis": "Emphasis",
    "muted": "Muted",
    "good": "Good",
    "caution": "Caution",
    "bad": "Bad",
    "first": "FirstSide",
    "second": "SecondSide",
    "found": "Strong",
}


def raised(number: int) -> list[Element]:
    """Return a number as it is raised where it leads nowhere."""
    return [run(NUMBER, text(str(number)))]


class Writer:
    """What writes lines into one part of the file, which holds the targets of their links.

    `mark` gives the runs for the number of a note.
    """

    def __init__(self, part: Part, mark: Callable[[int], Iterable[Element]] = raised) -> None:
        self._part, self._mark = part, mark

    def line(self, line: Line) -> Iterator[Element]:
        """Yield the runs of a line."""
        for part in _folded(line):
            if isinstance(part, Mark):
                yield from self._marks(part)
            elif target := _target(part.url):
                yield self._link(part.text, target)
            else:
                yield run(_STYLES[part.tone], text(part.text))

    def _marks(self, mark: Mark) -> Iterator[Element]:
        for place, number in enumerate(mark.notes):
            if place:
                yield run(NUMBER, text(",\u00a0"))
            yield from self._mark(number)

    def _link(self, words: str, target: str) -> Element:
        made = element("hyperlink", run("Hyperlink", text(words)))
        link = self._part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        made.set(qn("r:id"), link)
        return made


def _folded(line: Line) -> list[Inline]:
    """Return the parts of a line as safe text, white space folded and none at its ends.

    Marks stand right behind the word before them, and those that meet are one.
    """
    parts: list[Inline] = []
    for part in line:
        last = parts[-1] if parts else Run(" ")
        if isinstance(part, Run):
            words = _SPACE.sub(" ", visible(part.text))
            if isinstance(last, Run) and last.text.endswith(" "):
                words = words.lstrip(" ")
            if words:
                parts.append(replace(part, text=words))
        elif part.notes:
            _close(parts)
            met = parts.pop() if parts and isinstance(parts[-1], Mark) else Mark(())
            parts.append(Mark(marks((met, part))))
    _close(parts)
    return parts


def _close(parts: list[Inline]) -> None:
    """Take the space away that the parts end with."""
    if parts and isinstance(last := parts[-1], Run) and last.text.endswith(" "):
        words = last.text[:-1]
        parts[-1:] = [replace(last, text=words)] if words else []


def _target(url: str) -> str:
    """Return an address as a relationship may hold it (RFC 3986), or "" for no link at all."""
    address = _STRAY_PERCENT.sub("%25", quote(url, safe=_RESERVED, errors="surrogatepass"))
    return address if _ADDRESS.fullmatch(address) else ""
