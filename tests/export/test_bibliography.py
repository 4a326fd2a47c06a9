"""Bibliographies: CSL-JSON and BibTeX, read back by others as they were meant."""

import json
import re
from itertools import accumulate
from typing import Any

import pytest
from bibtexparser.entrypoint import parse_string
from bibtexparser.middlewares import SeparateCoAuthors, SplitNameParts
from bibtexparser.model import Entry
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.compose import compose
from briefing.document import Document, Name, Reference
from briefing.export import bibtex, csl
from briefing.pack.loader import load
from briefing.paths import shipped
from briefing.recipes import default_brief
from briefing.text import one_line
from tests.export.documents import HOSTILE

PIECES = [
    "A.I.", "US", "lead", "é", "漢", "“so”", "it’s", "and", "others", "{", "}", "{x}", "\\",
    "\\cmd", "~", "^", "_", "&", "%", "$", "#", "--", "---", "''", "``", "?`", "!`", ",", ",,", ".",
    '"', "@a{", "<b>", ">>", "|", "=", "\n", "\x1b", "\u202e",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map(" ".join)
TIGHT = st.lists(st.sampled_from(PIECES), min_size=1, max_size=6).map("".join)
TEXTS = (TEXT | TIGHT | st.sampled_from(HOSTILE)).filter(one_line)
NAMES = st.builds(Name, family=TEXTS, given=TEXTS) | st.builds(Name, literal=TEXTS)
DATES = st.from_regex(r"\A(20[0-9]{2}(-(0[1-9]|1[0-2])(-(0[1-9]|1[0-9]))?)?[?~]?|unknown)\Z")
REFERENCES = st.builds(
    Reference,
    id=st.from_regex(r"\A[a-z0-9]+(-[a-z0-9]+)*\Z"),
    type=st.sampled_from(["webpage", "report", "hearing", "article-newspaper", "chapter"]),
    title=TEXTS,
    author=st.lists(NAMES, max_size=3).map(tuple),
    container_title=TEXTS,
    publisher=TEXTS,
    issued=DATES,
    note=TEXTS,
)
# What TeX prints for a command (LaTeX2e font guide; the rest of the text is as it stands).
PRINTED = {
    "textbackslash": "\\", "textbraceleft": "{", "textbraceright": "}", "textless": "<",
    "textgreater": ">", "textasciitilde": "~", "textasciicircum": "^",
}  # fmt: skip
COMMAND = re.compile(r"\{\\([a-z]+)\}|\\([{}&%$#_])|\{\}")
FIELDS = {
    "id", "type", "author", "title", "container-title", "publisher", "issued", "accessed", "URL",
    "language", "note",
}  # fmt: skip


def of(*references: Reference) -> Document:
    return Document(title="T", references=references)


def items(document: Document) -> list[dict[str, Any]]:
    """Return the items of CSL-JSON, all of which must be as its schema wants them."""
    found: list[dict[str, Any]] = json.loads(csl.render(document))
    for item in found:
        assert set(item) <= FIELDS
        assert {"id", "type", "title"} <= set(item)
        for name in item.get("author", []):
            assert set(name) <= {"family", "given", "literal"}
        for date in (item[field] for field in ("issued", "accessed") if field in item):
            assert set(date) <= {"date-parts", "circa"}
            assert date.get("circa", True) is True
            (parts,) = date["date-parts"]
            assert 1 <= len(parts) <= 3
            assert all(type(part) is int for part in parts)
    return found


def entries(document: Document) -> list[Entry]:
    """Return the entries of BibTeX, with their names taken apart."""
    apart = [SeparateCoAuthors(), SplitNameParts()]
    library = parse_string(bibtex.render(document), append_middleware=apart)
    assert library.failed_blocks == []
    assert library.comments == library.preambles == library.strings == []
    return library.entries


def printed(tex: str) -> str:
    """Return what TeX prints; nothing in the text may be markup after that."""
    assert tex.count("{") == tex.count("}")
    assert not re.search(r"(--|''|``|,,|[?!]`)", tex)
    assert not re.search(r"[\\{}~^<>&%$#_]", COMMAND.sub("", tex))
    return COMMAND.sub(lambda m: PRINTED[m[1]] if m[1] else m[2] or "", tex)


def unbraced(text: str) -> str:
    """Return text without a pair of braces around all of it."""
    depths = list(accumulate((c == "{") - (c == "}") for c in text))
    whole = text[:1] == "{" and depths.index(0) == len(text) - 1
    return text[1:-1] if whole else text


def said(name: Name) -> tuple[str, str]:
    return one_line(name.family or name.literal), one_line(name.given)


@settings(max_examples=60)
@given(st.lists(REFERENCES, max_size=3, unique_by=lambda reference: reference.id))
def test_csl_json_says_what_the_references_say(references: list[Reference]) -> None:
    for item, reference in zip(items(of(*references)), references, strict=True):
        assert (item["id"], item["type"]) == (reference.id, reference.type)
        assert item["title"] == one_line(reference.title)
        assert item["container-title"] == one_line(reference.container_title)
        assert item["publisher"] == one_line(reference.publisher)
        assert item["note"] == one_line(reference.note)
        names = [
            (n.get("family") or n["literal"], n.get("given", "")) for n in item.get("author", [])
        ]
        assert names == [said(name) for name in reference.author]


@settings(max_examples=60)
@given(st.lists(REFERENCES, max_size=3, unique_by=lambda reference: reference.id))
def test_bibtex_says_what_the_references_say(references: list[Reference]) -> None:
    for entry, reference in zip(entries(of(*references)), references, strict=True):
        fields = {field.key: field.value for field in entry.fields}
        assert entry.key == reference.id
        assert printed(unbraced(fields["title"])) == one_line(reference.title)
        assert printed(fields["note"]) == one_line(reference.note)
        assert fields.get("date", "unknown") == reference.issued
        names = [
            (printed(unbraced(" ".join(n.last))), printed(unbraced(" ".join(n.first))))
            for n in fields.get("author", [])
        ]
        assert names == [said(name) for name in reference.author]


@pytest.mark.parametrize(
    ("issued", "date"),
    [
        ("2025", {"date-parts": [[2025]]}),
        ("2025-01", {"date-parts": [[2025, 1]]}),
        ("2025-01-09", {"date-parts": [[2025, 1, 9]]}),
        ("2025-01~", {"date-parts": [[2025, 1]], "circa": True}),
        ("2025?", {"date-parts": [[2025]], "circa": True}),
        ("unknown", None),
    ],
)
def test_how_csl_json_has_a_date(issued: str, date: dict[str, object] | None) -> None:
    (item,) = items(of(Reference(id="a", type="webpage", title="T", issued=issued)))
    assert item.get("issued") == date


@pytest.mark.parametrize(
    ("issued", "fields"),
    [
        ("2025", "year = {2025},\n  date = {2025},"),
        ("2025-01", "year = {2025},\n  month = jan,\n  date = {2025-01},"),
        ("2025-12-09?", "year = {2025},\n  month = dec,\n  date = {2025-12-09?},"),
        ("2025~", "year = {2025},\n  date = {2025~},"),
    ],
)
def test_how_bibtex_has_a_date(issued: str, fields: str) -> None:
    written = bibtex.render(of(Reference(id="a", type="webpage", title="T", issued=issued)))
    assert written == f"@online{{a,\n  title = {{{{T}}}},\n  {fields}\n}}\n"


def test_a_reference_in_csl_json() -> None:
    assert csl.render(of(FULL)) == (
        '[\n  {\n    "id": "a-b",\n    "type": "article-newspaper",\n    "author": [\n'
        '      {\n        "family": "Ø",\n        "given": "Å. B."\n      },\n'
        '      {\n        "literal": "Ministry of A"\n      }\n    ],\n'
        '    "title": "The A.I. & us",\n    "container-title": "Post",\n'
        '    "publisher": "P",\n    "URL": "https://a.b/c_d?e=%20#f~g",\n'
        '    "language": "en",\n    "note": "Reliable.",\n'
        '    "issued": {\n      "date-parts": [\n        [\n          2025,\n          1\n'
        '        ]\n      ],\n      "circa": true\n    },\n'
        '    "accessed": {\n      "date-parts": [\n        [\n          2026,\n          4,\n'
        "          30\n        ]\n      ]\n    }\n  }\n]\n"
    )


def test_a_reference_in_bibtex() -> None:
    assert bibtex.render(of(FULL)) == (
        "@article{a-b,\n"
        "  title = {{The A.I. \\& us}},\n"
        "  author = {Ø, Å. B. and {Ministry of A}},\n"
        "  journal = {Post},\n"
        "  publisher = {P},\n"
        "  year = {2025},\n  month = jan,\n  date = {2025-01~},\n"
        "  language = {en},\n"
        "  url = {https://a.b/c_d?e=%20#f~g},\n"
        "  urldate = {2026-04-30},\n"
        "  note = {Reliable.},\n}\n"
    )


@pytest.mark.parametrize(
    ("type_", "kind", "container", "publisher"),
    [
        ("article-journal", "article", "journal", "publisher"),
        ("webpage", "online", "organization", "publisher"),
        ("post-weblog", "online", "organization", "publisher"),
        ("report", "techreport", "series", "institution"),
        ("thesis", "phdthesis", "howpublished", "school"),
        ("chapter", "incollection", "booktitle", "publisher"),
        ("regulation", "misc", "howpublished", "publisher"),
        ("hearing", "misc", "howpublished", "publisher"),
    ],
)
def test_what_bibtex_makes_of_a_type(type_: str, kind: str, container: str, publisher: str) -> None:
    reference = Reference(id="a", type=type_, title="T", container_title="C", publisher="P")
    assert bibtex.render(of(reference)) == (
        f"@{kind}{{a,\n  title = {{{{T}}}},\n  {container} = {{C}},\n  {publisher} = {{P}},\n}}\n"
    )


@pytest.mark.parametrize(
    ("name", "written"),
    [
        (Name("Müller", "Jörg"), "Müller, Jörg"),
        (Name("O’Neill-Fox", "A. B."), "O’Neill-Fox, A. B."),
        (Name("van der Berg", "Jan"), "{van der Berg}, Jan"),
        (Name("liang", "Wen Feng"), "{liang}, Wen Feng"),
        (Name("梁", "文锋"), "梁, 文锋"),
        (Name("Plato"), "Plato"),
        (Name("And", "Of and on"), "{And}, {Of and on}"),
        (Name("Doe", "Jr., John"), "Doe, {Jr., John}"),
        (Name(literal="Bell, Book and Candle"), "{Bell, Book and Candle}"),
        (Name(literal="others"), "{others}"),
    ],
)
def test_how_bibtex_has_a_name(name: Name, written: str) -> None:
    shown = bibtex.render(of(Reference(id="a", type="book", title="T", author=(name,))))
    assert f"  author = {{{written}}},\n" in shown


@pytest.mark.parametrize(
    ("text", "tex"),
    [
        ("{A {b} c} }", r"{\textbraceleft}A \{b\} c{\textbraceright} {\textbraceright}"),
        (r"\input{x}", r"{\textbackslash}input\{x\}"),
        ("50 % & $5 #1 a_b", r"50 \% \& \$5 \#1 a\_b"),
        ("~ ^ <b>", r"{\textasciitilde} {\textasciicircum} {\textless}b{\textgreater}"),
        ("--- '' ?`", "-{}-{}- '{}' ?{}`"),
        ("a\nb\x1b\u202e", r"a b␛{\textless}U+202E{\textgreater}"),
    ],
)
def test_how_bibtex_has_text(text: str, tex: str) -> None:
    shown = bibtex.render(of(Reference(id="a", type="book", title="T", note=text)))
    assert f"  note = {{{tex}}},\n" in shown


def test_an_address_in_bibtex_cannot_end_its_field() -> None:
    reference = Reference(id="a", type="webpage", title="T", url="https://a.b/}, x={\\y")
    (entry,) = entries(of(reference))
    assert entry["url"] == "https://a.b/%7D,%20x=%7B%5Cy"


def test_an_id_becomes_a_key_that_bibtex_can_read() -> None:
    (entry,) = entries(of(Reference(id="so, {this}", type="webpage", title="T")))
    assert entry.key == "so-this-"


def test_a_document_without_references_gives_an_empty_bibliography() -> None:
    assert csl.render(of()) == "[]\n"
    assert bibtex.render(of()) == ""


def test_the_shipped_brief_reads_back_with_every_source_in_order() -> None:
    pack = load(shipped("content") / "us-china-ai").pack
    brief = default_brief(pack)
    assert brief
    document = compose(pack, brief)
    ids = [reference.id for reference in document.references]
    assert [item["id"] for item in items(document)] == ids
    assert [entry.key for entry in entries(document)] == ids


FULL = Reference(
    id="a-b",
    type="article-newspaper",
    title="The A.I. & us",
    author=(Name("Ø", "Å. B."), Name(literal="Ministry of A")),
    container_title="Post",
    publisher="P",
    issued="2025-01~",
    accessed="2026-04-30",
    url="https://a.b/c_d?e=%20#f~g",
    language="en",
    note="Reliable.",
)
