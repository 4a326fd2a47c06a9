"""Typesets a document and says how full its page is."""

from functools import cache
from math import ceil
from pathlib import Path
from typing import Any

import msgspec
import typst

from briefing.document import Document
from briefing.export.page_data import data
from briefing.paths import shipped

TEMPLATE = Path(__file__).with_name("page.typ")
_SLACK = 0.01
"""The part of a line that rounding may take."""


class Measure(msgspec.Struct, frozen=True):
    """How full the page of a document is.

    `pages` is how many pages it takes. `used` is how many lines of body text it takes, from
    the top of the first page to the end of the last line, pages before the last one counted
    full; `room` is how many lines there are on the pages it may take. `beyond` names what
    stands beyond these, in reading order: origins such as `claim:some-id`, and `note:3`.
    """

    pages: int
    used: int
    room: int
    beyond: tuple[str, ...]

    @property
    def over(self) -> int:
        """How many lines there are too many; 0 where it fits."""
        return max(0, self.used - self.room)


_Files = dict[str, bytes]
_Typesetting = tuple[typst.Compiler, _Files]
"""What typesets a document, and the files that it takes."""

_measured: list[tuple[Document, _Typesetting]] = []
"""The document measured last, for what is printed is mostly that, with what typesets it.

Who prints it takes it out, so that no two threads ever typeset with the same.
"""


def measure(document: Document) -> Measure:
    """Return how full the page of a document is: the very page that `pdf.render` prints."""
    while _take():
        _forget()
    typesetting = compiler, _ = _typesetting(document)
    found = msgspec.json.decode(compiler.query("<measure>", field="value", one=True))
    _measured.append((document, typesetting))
    lines = int(found["height"])
    last = min(max(1, ceil(found["end"] - _SLACK)), lines)
    return Measure(
        pages=found["pages"],
        used=(found["pages"] - 1) * lines + last,
        room=document.max_pages * lines,
        beyond=tuple(
            dict.fromkeys(name for name, page in found["items"] if page > document.max_pages)
        ),
    )


def pdf(document: Document) -> bytes:
    """Return a document as a tagged PDF; raises `typst.TypstError`."""
    last = _take()
    compiler, files = last[1] if last and last[0] is document else _typesetting(document)
    made: Any = compiler.compile(files, format="pdf", pdf_standards="ua-1", timestamp=0)  # type: ignore[type-var]
    assert isinstance(made, bytes)
    return made


def _take() -> tuple[Document, _Typesetting] | None:
    """Return what was measured last, unless it was taken before."""
    try:
        return _measured.pop()
    except IndexError:
        return None


def _typesetting(document: Document) -> _Typesetting:
    """Return what typesets a document, with no fonts but the shipped ones.

    Each is for one thread at a time; the fonts behind them are loaded once and shared.
    """
    files: _Files = {"main.typ": _template(), "data.json": msgspec.json.encode(data(document))}
    return typst.Compiler(files, font_paths=_fonts()), files  # type: ignore[type-var]  # by name


def _forget() -> None:
    """Let go of what was kept of the page before: a query, unlike a compilation, never does."""
    typst.Compiler(b"", font_paths=_fonts()).compile(format="svg")


@cache
def _template() -> bytes:
    return TEMPLATE.read_bytes()


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[shipped("themes") / "fonts"],
    )
