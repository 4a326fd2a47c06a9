"""BibTeX and BibLaTeX to references: what Zotero exports, and `briefing export -f bib` writes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.document import Name, Reference
from briefing.importing import Found, Imported
from briefing.importing.bibtex_entries import Entry, entries
from briefing.importing.dates import UNKNOWN, edtf, from_fields, sure
from briefing.importing.tex import plain
from briefing.text import one_line

_TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "collection": "book",
    "conference": "paper-conference",
    "dataset": "dataset",
    "electronic": "webpage",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "inreference": "entry-encyclopedia",
    "jurisdiction": "legal_case",
    "legislation": "legislation",
    "manual": "report",
    "mastersthesis": "thesis",
    "mvbook": "book",
    "online": "webpage",
    "phdthesis": "thesis",
    "proceedings": "book",
    "report": "report",
    "software": "software",
    "standard": "standard",
    "techreport": "report",
    "thesis": "thesis",
    "unpublished": "manuscript",
    "video": "motion_picture",
    "www": "webpage",
}
"""The types of CSL-JSON for kinds of entries of BibTeX and BibLaTeX; others are documents."""
_PERIODICALS = {"magazine": "article-magazine", "newspaper": "article-newspaper"}
_CONTAINERS = ("journaltitle", "journal", "booktitle", "maintitle")
_PUBLISHERS = ("publisher", "institution", "school")
_AND = re.compile(r"(?<=\s)and(?=\s)", re.IGNORECASE)
_LINK = re.compile(r"(?:\\url\{)?(https?://[^\s{}]+)\}?")


def read(name: str, text: str) -> Imported:
    """Return the entries of a file as references."""
    found, problems = entries(name, text)
    return Imported(tuple(Found(e.line, _reference(e)) for e in found), tuple(problems))


def _reference(entry: Entry) -> Reference:
    fields = entry.fields
    published = fields.get("howpublished", "").strip()
    link = None if "url" in fields else _LINK.fullmatch(published)
    container = _first(fields, _CONTAINERS)
    publisher = _first(fields, _PUBLISHERS)
    match _type(entry):
        case "webpage":
            container = container or _first(fields, ("organization",))
        case "report":
            container = container or _first(fields, ("series",))
        case _:
            publisher = publisher or _first(fields, ("organization",))
    return Reference(
        id=one_line(entry.key),
        type=_type(entry),
        title=_title(fields),
        author=tuple(_names(fields.get("author", ""))),
        container_title=container or ("" if link else plain(published)),
        publisher=publisher,
        issued=_issued(fields),
        accessed=sure(edtf(fields.get("urldate", ""))),
        url=_address(fields) or (link[1] if link else ""),
        language=_first(fields, ("language", "langid")),
    )


def _type(entry: Entry) -> str:
    subtype = entry.fields.get("entrysubtype", "").lower()
    return _PERIODICALS.get(subtype) or _TYPES.get(entry.kind, "document")


def _title(fields: dict[str, str]) -> str:
    parts = (plain(fields.get(name, "")) for name in ("title", "subtitle"))
    return ": ".join(part for part in parts if part)


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str:
    return next((text for name in names if (text := plain(fields.get(name, "")))), "")


def _issued(fields: dict[str, str]) -> str:
    written = edtf(fields.get("date", ""))
    if written != UNKNOWN:
        return written
    return from_fields(*(fields.get(name, "") for name in ("year", "month", "day")))


def _address(fields: dict[str, str]) -> str:
    """Return the address, which stands in a file as it is, but for signs that TeX escapes."""
    if url := one_line(fields.get("url", "")):
        return re.sub(r"\\([%_#&~])", r"\1", url.strip("{}"))
    doi = fields.get("doi", "").strip().replace("\\_", "_")
    return f"https://doi.org/{doi}" if doi.startswith("10.") else ""


def _names(tex: str) -> Iterator[Name]:
    """Yield the names of a list; "others", who are not named, are left out."""
    for written in _apart(tex, _AND):
        name = _name(written.strip())
        if written.strip() != "others" and (name.family or name.literal):
            yield name


def _name(tex: str) -> Name:
    """Return a name: "Family, Given", "Family, Jr., Given" or "Given Family"."""
    if len(_apart(tex, re.compile(r"[\s,]"))) == 1 and tex.startswith("{"):
        return Name(literal=plain(tex))
    parts = [plain(part) for part in _apart(tex, re.compile(","))]
    if len(parts) > 1:
        family = " ".join(part for part in (parts[0], *parts[1:-1]) if part)
        return Name(family, parts[-1]) if family else Name(literal=parts[-1])
    words = [word for word in _apart(tex, re.compile(r"\s")) if word]
    begin = next((i for i, word in enumerate(words) if i and word[0].islower()), len(words) - 1)
    return Name(plain(" ".join(words[begin:])), plain(" ".join(words[:begin])))


def _apart(tex: str, where: re.Pattern[str]) -> list[str]:
    """Take a text apart where a pattern stands outside of all braces."""
    parts, begin, depth = [], 0, 0
    for found in re.finditer(rf"[{{}}]|{where.pattern}", tex, where.flags):
        if found.group() in "{}":
            depth += 1 if found.group() == "{" else -1
        elif not depth:
            parts.append(tex[begin : found.start()])
            begin = found.end()
    return [*parts, tex[begin:]]
