"""A reader of Word files for tests: what they say, and what is wrong with how they are made."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby
from posixpath import dirname, join, normpath
from xml.etree import ElementTree
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from briefing.compose import compose
from briefing.document import Block, Document, Note, run
from briefing.export.docx import render
from briefing.pack.loader import load
from briefing.paths import shipped
from briefing.recipes import default_brief

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PARTS = ("document", "footnotes", "footer")
_PROPERTIES = {"rPr": {"rStyle"}, "pPr": {"pStyle", "numPr"}}
"""What text may carry: the names of styles, and the list that an entry belongs to."""


class WordFile:
    """A Word file: its parts by name, and its text as it is read."""

    def __init__(self, data: bytes) -> None:
        with ZipFile(BytesIO(data)) as file:
            self.infos = file.infolist()
            self.data = {info.filename: file.read(info) for info in self.infos}
        self.parts = {name: ElementTree.fromstring(data) for name, data in self.data.items()}
        self.body = self.part("document")[0]
        self.numbers = dict(self._numbered())

    def part(self, name: str) -> Element:
        return self.parts[f"word/{name}.xml"]

    def targets(self, part: str) -> dict[str, tuple[str, bool]]:
        """Return the targets of a part's relationships, and whether they are in the file."""
        folder, _, name = part.rpartition("/")
        found = self.parts.get(join(folder, "_rels", f"{name}.rels"), ())
        return {
            one.attrib["Id"]: (one.attrib["Target"], one.get("TargetMode") != "External")
            for one in found
        }

    def all(self, tag: str, part: str = "document") -> list[Element]:
        """Return the elements of that name in a part, in order."""
        return list(self.part(part).iter(W + tag))

    def paragraphs(self, style: str) -> list[str]:
        """Return what the paragraphs of a style say."""
        return [self.said(one) for one in self.all("p") if style_of(one) == style]

    def lines(self) -> list[str]:
        """Return the lines of the text as the plain text export has them, notes left out."""
        counts: Counter[str] = Counter()
        lines: list[str] = []
        for block in self.body:
            if block.tag == W + "tbl":
                lines += self._rows(block)
            elif block.tag == W + "p" and style_of(block) != "FootnoteText":
                lines.append(self._marker(block, counts) + self.said(block))
        return lines

    def notes(self) -> dict[int, str]:
        """Return the notes by the numbers that they have in print, wherever they stand."""
        found = {}
        for note in self.all("footnote", "footnotes"):
            if not value(note, "type"):
                number = self.numbers[value(note, "id")]
                shown, _, words = self.said(note[0], "footnotes").partition("\t")
                assert shown in ("", f" [{number}]")
                found[int(number)] = words
        for paragraph in self.paragraphs("FootnoteText"):
            number, _, words = paragraph.partition("\t")
            found[int(number.strip(" []"))] = words
        return found

    def said(self, paragraph: Element, part: str = "document") -> str:
        """Return what a paragraph says: raised numbers as [1,2], addresses at its end."""
        pieces, links = [], []
        targets = self.targets(f"word/{part}.xml")
        for child in paragraph:
            link = targets[child.attrib[R + "id"]][0] if child.tag == W + "hyperlink" else ""
            for one in child.iter(W + "r"):
                pieces.append((style_of(one) == "FootnoteReference", self._words(one)))
                if link and self._words(one) != link:
                    links.append(f" <{link}>")
        text = ""
        for is_raised, group in groupby(pieces, key=lambda piece: piece[0]):
            words = "".join(words for _, words in group)
            words = words.replace(",\u00a0", ",") if is_raised else words
            text += f" [{words}]" if is_raised and words else words
        return "".join([text, *dict.fromkeys(links)])

    def _words(self, run: Element) -> str:
        words = ""
        for child in run:
            if child.tag == W + "t":
                words += child.text or ""
            elif child.tag == W + "tab":
                words += "\t"
            elif child.tag == W + "footnoteReference" and not value(child, "customMarkFollows"):
                words += self.numbers[value(child, "id")]
        return words

    def _numbered(self) -> Iterator[tuple[str, str]]:
        """Yield the id of each footnote and its number as Word counts, or as its mark says."""
        count = 0
        for one in self.all("r"):
            for reference in one.findall(W + "footnoteReference"):
                if value(reference, "customMarkFollows") == "1":
                    number = one.findtext(W + "t") or ""
                else:
                    count += 1
                    number = str(count)
                yield value(reference, "id"), number

    def _marker(self, paragraph: Element, counts: Counter[str]) -> str:
        style = style_of(paragraph)
        if style.startswith("ListBullet"):
            return "- "
        if not style.startswith("ListNumber"):
            return ""
        number = value(next(paragraph.iter(W + "numId")), "val")
        counts[number] += 1
        return f"{counts[number]}. "

    def _rows(self, table: Element) -> Iterator[str]:
        named = value(next(table.iter(W + "tblLook")), "val") == "07A0"
        header, *rows = [
            [[self.said(line) for line in cell.findall(W + "p")] for cell in row.iter(W + "tc")]
            for row in table.iter(W + "tr")
        ]
        for row in rows:
            for place, (label, cell) in enumerate(zip(header, row, strict=True)):
                if named and place == 0:
                    yield from cell
                elif cell != [""]:
                    yield f"{label[0]}: {cell[0]}"
                    yield from cell[1:]

    def faults(self) -> list[str]:
        """Return what is wrong with how the file is made."""
        return [*self._broken_relationships(), *self._odd_notes(), *self._odd_looks()]

    def _broken_relationships(self) -> Iterator[str]:
        for name, part in self.parts.items():
            if name.endswith(".rels") or name == "[Content_Types].xml":
                continue
            targets = self.targets(name)
            used = {one.attrib[R + "id"] for one in part.iter() if R + "id" in one.attrib}
            yield from (f"{name}: no relationship {one}" for one in used - set(targets))
            for target, inside in targets.values():
                if inside and normpath(join(dirname(name), target)) not in self.data:
                    yield f"{name}: no part {target}"
                elif not inside and not target.startswith(("http://", "https://", "mailto:")):
                    yield f"{name}: link to {target}"

    def _odd_notes(self) -> Iterator[str]:
        made = Counter(value(one, "id") for one in self.all("footnote", "footnotes"))
        cited = Counter(value(one, "id") for one in self.all("footnoteReference"))
        rules = Counter(value(one, "id") for one in self.all("footnote", "settings"))
        if made != cited + rules or set(made.values()) != {1}:
            yield f"footnotes {made} for references {cited}"
        starts = [(value(one, "id"), value(one, "name")) for one in self.all("bookmarkStart")]
        ends = [value(one, "id") for one in self.all("bookmarkEnd")]
        if [number for number, _ in starts] != ends or len(set(starts)) != len(starts):
            yield f"bookmarks {starts}, ends {ends}"
        names = {name for _, name in starts}
        for field in self.all("fldSimple"):
            code = value(field, "instr").split()
            if code[0] != "NOTEREF" or code[1] not in names or code[2:] != ["\\f", "\\h"]:
                yield f"field {code}"

    def _odd_looks(self) -> Iterator[str]:
        defined = {value(one, "styleId") for one in self.all("style", "styles")}
        lists = {value(one, "numId") for one in self.all("num", "numbering")}
        for part in PARTS:
            for one in self.part(part).iter():
                tag = one.tag.removeprefix(W)
                if tag in ("pStyle", "rStyle", "tblStyle") and value(one, "val") not in defined:
                    yield f"{part}: no style {value(one, 'val')}"
                if tag == "numId" and value(one, "val") not in lists:
                    yield f"{part}: no list {value(one, 'val')}"
                if tag in _PROPERTIES:
                    odd = {child.tag.removeprefix(W) for child in one} - _PROPERTIES[tag]
                    yield from (f"{part}: formatted directly with {name}" for name in odd)
                if tag == "tc" and one[-1].tag != W + "p":
                    yield f"{part}: a cell ends without a paragraph"
                if tag == "p" and not style_of(one):
                    yield f"{part}: a paragraph without a style"


def value(one: Element, name: str) -> str:
    """Return an attribute of the namespace `w`, "" where there is none."""
    return one.get(W + name, "")


def style_of(one: Element) -> str:
    """Return the id of the style of a paragraph or a run, "" where it has none."""
    found = one.find(f"{W}pPr/{W}pStyle" if one.tag == W + "p" else f"{W}rPr/{W}rStyle")
    return "" if found is None else value(found, "val")


def length(file: WordFile, tag: str, name: str) -> int:
    """Return a length of the page, in twentieths of a point."""
    return int(value(file.all(tag)[0], name))


def shipped_brief() -> Document:
    """Return the page that ships."""
    pack = load(shipped("content") / "us-china-ai").pack
    brief = default_brief(pack)
    assert brief
    return compose(pack, brief)


def made(*blocks: Block, notes: int = 0) -> WordFile:
    """Return the file of blocks below a title, with so many notes."""
    numbered = tuple(Note(n, run(f"Note {n}."), "s", "1") for n in range(1, notes + 1))
    return WordFile(
        render(Document(title="T", blocks=blocks, notes=numbered, notes_title="Origins"))
    )
