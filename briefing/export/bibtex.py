"""The sources of a document as BibTeX, with the fields of BibLaTeX that say more beside it.

Zotero, pandoc, BibTeX and BibLaTeX read it. Foreign text is escaped so that TeX prints it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.document import Document, Name, Reference
from briefing.text import one_line

_KINDS = {
    "article": "article",
    "article-journal": "article",
    "article-magazine": "article",
    "article-newspaper": "article",
    "book": "book",
    "chapter": "incollection",
    "entry": "incollection",
    "entry-encyclopedia": "incollection",
    "manuscript": "unpublished",
    "pamphlet": "booklet",
    "paper-conference": "inproceedings",
    "post": "online",
    "post-weblog": "online",
    "report": "techreport",
    "review": "article",
    "thesis": "phdthesis",
    "webpage": "online",
}
"""The kinds of entries for the types of CSL-JSON; all others are `misc`."""
_CONTAINER = {
    "article": "journal",
    "incollection": "booktitle",
    "inproceedings": "booktitle",
    "online": "organization",
    "techreport": "series",
}
_PUBLISHER = {"phdthesis": "school", "techreport": "institution"}
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_SPECIAL = {
    "\\": r"{\textbackslash}",
    "{": r"{\textbraceleft}",  # BibTeX counts braces, escaped or not: lone ones go by name
    "}": r"{\textbraceright}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    "<": r"{\textless}",
    ">": r"{\textgreater}",
    **{character: f"\\{character}" for character in "&%$#_"},
}
_MARKUP = re.compile(r"\{[^{}]*\}|[" + re.escape("".join(_SPECIAL)) + "]")
_LIGATURE = re.compile(r"(?<=([-'`,]))(?=\1)|(?<=[?!])(?=`)")
_NOT_IN_KEY = re.compile(r"[^a-zA-Z0-9:.+/-]+")
_NOT_IN_URL = re.compile(r"[\\{}\s]")
_WORD = r"[^\W\d_a-z][\w’.-]*(?<!_)"
_FAMILY = re.compile(_WORD)
_GIVEN = re.compile(f"{_WORD}( {_WORD})*")
_BETWEEN_NAMES = re.compile(r"\band\b", re.IGNORECASE)


def render(document: Document) -> str:
    """Return the references as entries of a .bib file in UTF-8, one line for each field."""
    return "\n".join(map(_entry, document.references))


def _entry(reference: Reference) -> str:
    kind = _KINDS.get(reference.type, "misc")
    key = _NOT_IN_KEY.sub("-", reference.id)
    fields = (f"  {name} = {value},\n" for name, value in _fields(reference, kind))
    return f"@{kind}{{{key},\n{''.join(fields)}}}\n"


def _fields(reference: Reference, kind: str) -> Iterator[tuple[str, str]]:
    """Yield the fields; braces within braces keep the capitals of the title as they are."""
    yield "title", f"{{{{{_escaped(reference.title)}}}}}"
    if reference.author:
        yield "author", f"{{{' and '.join(map(_name, reference.author))}}}"
    for name, text in (
        (_CONTAINER.get(kind, "howpublished"), reference.container_title),
        (_PUBLISHER.get(kind, "publisher"), reference.publisher),
    ):
        if text:
            yield name, f"{{{_escaped(text)}}}"
    yield from _date(reference.issued)
    if reference.language:
        yield "language", f"{{{_escaped(reference.language)}}}"
    if reference.url:
        yield "url", f"{{{_url(reference.url)}}}"
    if reference.accessed:
        yield "urldate", f"{{{reference.accessed}}}"
    if reference.note:
        yield "note", f"{{{_escaped(reference.note)}}}"


def _date(written: str) -> Iterator[tuple[str, str]]:
    """Yield year and month for BibTeX, then the whole date of EDTF level 1, which counts."""
    year, month, _ = (*written.rstrip("~?").split("-"), "", "")[:3]
    if not year.isdigit():
        return
    yield "year", f"{{{year}}}"
    if month:
        yield "month", _MONTHS[int(month) - 1]
    yield "date", f"{{{written}}}"


def _name(name: Name) -> str:
    """Return a name as it stands in a list of names, in braces where it would be taken apart."""
    if name.literal:
        return f"{{{_escaped(name.literal)}}}"
    family = _part(name.family, _FAMILY)
    return f"{family}, {_part(name.given, _GIVEN)}" if name.given else family


def _part(text: str, plain: re.Pattern[str]) -> str:
    """Return a part of a name, in braces unless it is plainly one."""
    bare = plain.fullmatch(text) and not _BETWEEN_NAMES.search(text)
    return _escaped(text) if bare else f"{{{_escaped(text)}}}"


def _escaped(text: str) -> str:
    """Return text that TeX prints as it stands here."""
    return _LIGATURE.sub("{}", _MARKUP.sub(_mark, one_line(text)))


def _mark(found: re.Match[str]) -> str:
    """Return a special character, or text in a pair of braces, as TeX wants it."""
    text = found.group()
    return _SPECIAL[text] if len(text) == 1 else rf"\{{{_MARKUP.sub(_mark, text[1:-1])}\}}"


def _url(url: str) -> str:
    """Return an address without what would end the field early; the rest is read verbatim."""
    return _NOT_IN_URL.sub(lambda found: f"%{ord(found.group()):02X}", one_line(url))
