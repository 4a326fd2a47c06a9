"""Reads tagged PDFs back: the tree of structure, and the text that stands in each part of it."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import pikepdf

from briefing.document import Document, Table
from briefing.text import one_line

_INLINE = {"Span", "Link", "Em", "Strong"}
_HEX = re.compile(rb"<([0-9A-Fa-f]*)>")


class Tag(NamedTuple):
    """An element of structure: its type, its dictionary, and what is in it, in reading order."""

    type: str
    entry: Any
    inner: tuple[Tag | str, ...]

    @property
    def text(self) -> str:
        """The text, blocks apart by line feeds, note marks as in plain text: " [1,2]"."""
        text = re.sub(r"(?:\x01[^\x02]*\x02)+", _mark_text, self._marked())
        return re.sub(r"\n+", "\n", text).strip("\n")

    def _marked(self) -> str:
        inner = "".join(part if isinstance(part, str) else part._marked() for part in self.inner)
        if "/BaselineShift" in str(self.entry.get("/A", "")):
            return f"\x01{inner}\x02"
        return inner if self.type in _INLINE else f"\n{inner}\n"

    def all(self, *types: str) -> list[Tag]:
        """Return the elements of these types, in reading order."""
        return [tag for tag in self.walk() if tag.type in types]

    def walk(self) -> Iterator[Tag]:
        yield self
        for part in self.inner:
            if isinstance(part, Tag):
                yield from part.walk()


class Reading:
    """A PDF opened to be read back; `artifacts` holds the text that stands outside of the tree."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self.artifacts: list[str] = []
        self._marked: dict[tuple[Any, int], str] = {}
        for page in self.pdf.pages:
            self._read(page)
        [root] = self._inner(self.pdf.Root.StructTreeRoot.K, None)
        assert isinstance(root, Tag)
        self.root = root

    @property
    def annotations(self) -> list[Any]:
        return [entry for page in self.pdf.pages for entry in page.obj.get("/Annots", [])]

    @property
    def fonts(self) -> dict[str, Any]:
        found = {}
        for page in self.pdf.pages:
            for font in page.obj.Resources.get("/Font", {}).values():
                found[str(font.BaseFont)] = font
        return found

    def _inner(self, kids: Any, page: Any) -> Iterator[Tag | str]:
        if isinstance(kids, pikepdf.Array):
            for kid in kids:
                yield from self._inner(kid, page)
        elif isinstance(kids, int):
            yield self._marked.get((page, kids), "")
        elif "/S" in kids:
            page = kids.Pg.objgen if "/Pg" in kids else page
            inner = self._inner(kids.K, page) if "/K" in kids else ()
            yield Tag(str(kids.S)[1:], kids, tuple(inner))
        elif "/MCID" in kids:
            page = kids.Pg.objgen if "/Pg" in kids else page
            yield self._marked.get((page, int(kids.MCID)), "")

    def _read(self, page: pikepdf.Page) -> None:
        """Collect the text of a page by its marked content."""
        fonts = {name: _characters(font) for name, font in _fonts(page).items()}
        open_marks: list[Any] = []
        shown: dict[str, str] = {}
        for instruction in pikepdf.parse_content_stream(page):
            operands = instruction.operands
            match str(instruction.operator):
                case "BDC" | "BMC":
                    open_marks.append(_mark(page, operands))
                    if str(operands[0]) == "/Artifact":
                        self.artifacts.append("")
                case "EMC":
                    open_marks.pop()
                case "Tf":
                    shown = fonts[str(operands[0])]
                case "Tj" | "TJ":
                    text = "".join(shown[code] for code in _codes(operands[0]))
                    self._put(page, open_marks, text)

    def _put(self, page: pikepdf.Page, marks: list[Any], text: str) -> None:
        assert marks, f"{text!r} is neither tagged nor an artifact"
        for mark in reversed(marks):
            if isinstance(mark, int):
                key = (page.obj.objgen, mark)
                self._marked[key] = self._marked.get(key, "") + text
                return
        self.artifacts[-1] += text


def told(reading: Reading, document: Document) -> list[str]:
    """Return what a PDF says in reading order, its tables told as plain text tells them."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    lines = [part for part in reading.root.inner if isinstance(part, Tag)]
    said = [text for tag in lines for text in _told(tag, tables)]
    ends = [text for text in reading.artifacts if re.search(r"page \d+ of \d+$", text)]
    assert len(set(ends)) == len(reading.pdf.pages)
    return [*said, one_line(document.footer)]


def _told(tag: Tag, tables: list[Table]) -> list[str]:
    if tag.type == "Lbl":
        return []
    if tag.type != "Table":
        parts = [part for part in tag.inner if isinstance(part, Tag)]
        if tag.type in ("L", "LI", "LBody", "Div"):
            return [text for part in parts for text in _told(part, tables)]
        return [tag.text]
    table = tables.pop(0)
    told = [caption.text for caption in tag.all("Caption")]
    header = [cell.text for cell in tag.all("TH")]
    for row in tag.all("TR")[1:]:
        cells = [cell.text for cell in row.all("TD")]
        first = 1 if table.named else 0
        told += cells[:first]
        pairs = zip(header[first:], cells[first:], strict=True)
        told += [f"{name}: {text}" for name, text in pairs if text]
    return told


def _mark_text(found: re.Match[str]) -> str:
    numbers = re.sub(r"[\x01\x02\s]", "", found[0])
    return f" [{numbers}]"


def _fonts(page: pikepdf.Page) -> dict[str, Any]:
    return dict(page.obj.Resources.get("/Font", {}).items())


def _mark(page: pikepdf.Page, operands: Any) -> int | None:
    """Return the number of marked content that belongs to the tree."""
    properties = operands[1] if len(operands) > 1 else {}
    if isinstance(properties, pikepdf.Name):
        properties = page.obj.Resources.Properties[str(properties)]
    number = properties.get("/MCID")
    return None if number is None else int(number)


def _codes(operand: Any) -> Iterator[str]:
    """Yield the codes of glyphs, each as four hexadecimal digits."""
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    for part in parts:
        if isinstance(part, pikepdf.String):
            codes = bytes(part).hex()
            yield from (codes[start : start + 4] for start in range(0, len(codes), 4))


def _characters(font: Any) -> dict[str, str]:
    """Return the text that each code of a font stands for, as its ToUnicode table says."""
    found: dict[str, str] = {}
    table = font.ToUnicode.read_bytes()
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        values = [value.decode() for value in _HEX.findall(block)]
        for code, text in zip(values[::2], values[1::2], strict=True):
            found[code.lower()] = bytes.fromhex(text).decode("utf-16-be")
    assert b"beginbfrange" not in table
    return found
