"""Bibliographies of others: BibTeX and CSL-JSON as Zotero and people write them, good and bad."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document import Name, Reference
from briefing.importing import read
from tests.export.documents import HOSTILE


def one(text: str) -> Reference:
    imported = read("x", text)
    assert imported.problems == ()
    (found,) = imported.found
    return found.reference


def entry(fields: str, kind: str = "misc") -> Reference:
    return one(f"@{kind}{{key, {fields}}}")


def item(**fields: Any) -> Reference:
    return one(json.dumps([{"id": "key", "type": "book", **fields}]))


def told(text: str) -> list[str]:
    return [str(problem) for problem in read("x.bib", text).problems]


ZOTERO = r"""
@string{acm = "Association for Computing Machinery"}
@comment{jabref-meta: databaseType:bibtex;}

% a line between entries
@Article{Muller_2024,
  title = {{{AI}} and the {Na{\"\i}ve}: \emph{what} we lost},
  author = {M{\"u}ller, J{\"o}rg and van der Berg, Jan and {World Bank} and others},
  journaltitle = "Journal of " # {Things},
  publisher = acm,
  date = {2024-03-05},
  doi = {10.1000/a_b},
  urldate = {2025-01-31},
  langid = {english},
  file = {:C\:/a{b}.pdf:PDF},
}

@online(smith2020,
  title = {On \textquotedblleft open\textquotedblright{} weights -- a~view},
  author = {Jane Q. Smith},
  year = 2020, month = mar,
  howpublished = {\url{https://example.org/a_b%20c}}
)
"""


def test_a_library_as_zotero_and_people_write_it() -> None:
    imported = read("x.bib", ZOTERO)
    assert imported.problems == ()
    assert [found.line for found in imported.found] == [6, 18]
    assert [found.reference for found in imported.found] == [
        Reference(
            id="Muller_2024",
            type="article-journal",
            title="AI and the Naïve: what we lost",
            author=(
                Name("Müller", "Jörg"),
                Name("van der Berg", "Jan"),
                Name(literal="World Bank"),
            ),
            container_title="Journal of Things",
            publisher="Association for Computing Machinery",
            issued="2024-03-05",
            accessed="2025-01-31",
            url="https://doi.org/10.1000/a_b",
            language="english",
        ),
        Reference(
            id="smith2020",
            type="webpage",
            title="On “open” weights – a view",
            author=(Name("Smith", "Jane Q."),),
            issued="2020-03",
            url="https://example.org/a_b%20c",
        ),
    ]


@pytest.mark.parametrize(
    ("tex", "text"),
    [
        (r"G{\"o}del, G\"odel, G\"{o}del", "Gödel, Gödel, Gödel"),
        (r"\'Etude d\'{e}j\`a vu", "Étude déjà vu"),
        (r"\v{S}koda \c{c}a \k{a} \H{o} \u{g} \.z \=a \r{u} \d{s}", "Škoda ça ą ő ğ ż ā ů ṣ"),
        (r"{\ss} {\o} \aa ngstr\"om \L{}\'od\'z \ae{} \i{}", "ß ø ångström Łódź æ ı"),
        (r"\'{\i} \'\i x", "í íx"),
        (r"\textit{a} {\em b} \textbf{c {d}}", "a b c d"),
        ("``so'' --- and -- so ?`que?", "“so” — and – so ¿que?"),
        (r"50\% \& \$5 \#1 a\_b \{c\}", "50% & $5 #1 a_b {c}"),
        (r"a\\b\ c\,d\-e~f", "a b c de f"),
        (r"\unknown{x} \'", r"\unknownx \'"),
        ("50 % of $x^2$ a_b & #", "50 % of $x^2$ a_b & #"),
        ("a\n   b\x1b\u202e", "a b␛<U+202E>"),
        (r"\input{/etc/passwd}", r"\input/etc/passwd"),
    ],
)
def test_tex_becomes_what_it_prints(tex: str, text: str) -> None:
    assert entry(f"title = {{{tex}}}").title == text


@pytest.mark.parametrize(
    ("tex", "names"),
    [
        ("Doe, Jane and John Smith", [Name("Doe", "Jane"), Name("Smith", "John")]),
        ("Jan van der Berg", [Name("van der Berg", "Jan")]),
        ("Doe, Jr., John", [Name("Doe Jr.", "John")]),
        ("{Bell and Sons}", [Name(literal="Bell and Sons")]),
        ("Plato AND others", [Name("Plato")]),
        (", ,", []),
        ("", []),
    ],
)
def test_names_are_taken_apart(tex: str, names: list[Name]) -> None:
    assert list(entry(f"author = {{{tex}}}").author) == names


@pytest.mark.parametrize(
    ("fields", "issued"),
    [
        ("date = {2025-01-29}", "2025-01-29"),
        ("date = {2025-01~}", "2025-01~"),
        ("date = {2025?}", "2025?"),
        ("date = {2025-01%}", "2025-01~"),
        ("date = {2024-11/2025-02}", "2024-11"),
        ("date = {2025-01-29T12:00:00}", "2025-01-29"),
        ("date = {2025-02-31}", "2025-02"),
        ("date = {2025-21}", "2025"),
        ("year = 2025, month = jan, day = 9", "2025-01-09"),
        ("year = 2025, month = {September}", "2025-09"),
        ("year = 2025, month = 3", "2025-03"),
        ("year = {c. 2025}", "2025"),
        ("year = {in press}", "unknown"),
        ("date = {}, year = 2025", "2025"),
        ("title = {T}", "unknown"),
        ("year = {٢٠٢٥}", "unknown"),
    ],
)
def test_dates_of_bibtex(fields: str, issued: str) -> None:
    assert entry(fields).issued == issued


@pytest.mark.parametrize(
    ("written", "issued"),
    [
        ({"date-parts": [[2025, 1, 29]]}, "2025-01-29"),
        ({"date-parts": [["2025", "1"]]}, "2025-01"),
        ({"date-parts": [[2025]], "circa": True}, "2025~"),
        ({"date-parts": [[2025, 13]]}, "2025"),
        ({"date-parts": [[2025], [2026]]}, "2025"),
        ({"date-parts": [[-44]]}, "unknown"),
        ({"date-parts": [[]], "raw": "2025-01-29"}, "2025-01-29"),
        ({"literal": "last year"}, "unknown"),
        ("2025", "unknown"),
        ({"date-parts": 7}, "unknown"),
        ({"date-parts": [[True]]}, "unknown"),
        (None, "unknown"),
    ],
)
def test_dates_of_csl_json(written: object, issued: str) -> None:
    assert item(issued=written).issued == issued


def test_names_and_looks_of_csl_json() -> None:
    found = item(
        title="On <i>open</i> <b>weights</b> <3",
        author=[
            {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
            {"family": "Doe", "given": "John", "suffix": "Jr."},
            {"literal": "World Bank"},
            {"given": "Plato"},
            {"family": ""},
            "nobody",
        ],
        DOI="10.1000/x",
    )
    assert found.title == "On open weights <3"
    assert found.author == (
        Name("van der Berg", "Jan"),
        Name("Doe Jr.", "John"),
        Name(literal="World Bank"),
        Name(literal="Plato"),
    )
    assert found.url == "https://doi.org/10.1000/x"


def test_a_type_that_packs_lack_becomes_a_document() -> None:
    assert item(type="patent").type == "document"
    assert entry("title = {T}", "patent").type == "document"
    assert entry("entrysubtype = {newspaper}", "article").type == "article-newspaper"


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("", ["x.bib: error IMP001: no entry of BibTeX, and no list of CSL-JSON"]),
        ("hello", ["x.bib: error IMP001: no entry of BibTeX, and no list of CSL-JSON"]),
        (
            "\n@book{a, title = {x}\n@book{b, title = {y}}",
            ['x.bib:3:1: error IMP001: a comma or "}" is missing in the entry "a"'],
        ),
        (
            "@book{a, title = {x {\n}",
            [
                "x.bib:1:18: error IMP001: "
                "a value that begins here does not end before the next entry"
            ],
        ),
        (
            "@book{a, title {x}}",
            ['x.bib:1:10: error IMP001: a field must be a name, "=" and a value'],
        ),
        ("@book{a, title = }", ["x.bib:1:18: error IMP001: a value is missing"]),
        (
            '[{"id": "a", "type": "book"},\n {"id": 3\n}',
            [
                "x.bib:2:2: error IMP001: an item must be a mapping with an id and a type",
                "x.bib:3:2: error IMP001: "
                "not valid JSON: a comma, or the end of the list, is missing",
            ],
        ),
        (
            '[\n  {"id" 1}]',
            [
                "x.bib:2:9: error IMP001: not valid JSON: Expecting ':' delimiter",
            ],
        ),
        ('{"id": "a"}', ["x.bib:1:1: error IMP001: not a list of items of CSL-JSON"]),
        ("[] x", ["x.bib:1:4: error IMP001: not valid JSON: more text after the end of the list"]),
        ("[[[", ["x.bib:1:4: error IMP001: not valid JSON: Expecting value"]),
    ],
)
def test_what_cannot_be_understood_is_told_with_its_line(text: str, problems: list[str]) -> None:
    assert told(text) == problems


def test_one_bad_entry_hides_no_other() -> None:
    text = "@book{a, title = {x\n@book{b, title = {y}}\n@book{c, title = }\n@book{d}"
    imported = read("x.bib", text)
    assert [found.reference.id for found in imported.found] == ["b", "d"]
    assert [problem.line for problem in imported.problems] == [1, 3]


@pytest.mark.parametrize(
    "text",
    [
        "@a{" * 50_000,
        "@a{b, c={" + "{" * 200_000,
        "\n@a{b, c={" * 20_000,
        "@a{b, title={" + "{" * 50_000 + "}" * 50_000 + "}}",
        "@a{b, title={" + "\\" * 200_000 + "}}",
        "@a{b, author={" + " and " * 50_000 + "}}",
        "@a{b, author={" + "{" * 50_000 + "}" * 50_000 + " " + ", " * 50_000 + "}}",
        "@a{b, title={" + "\\'{" * 50_000 + "}" * 50_000 + "}}",
        "[" * 200_000,
        "[" + "9" * 100_000 + "]",
        '[{"id":' * 50_000,
        "[" + '{"id":"a","type":"b"},' * 50_000,
        '[{"id":"a","type":"b","title":"' + "<i>" * 100_000 + '"}]',
    ],
    ids=range(13),
)
def test_a_hostile_file_costs_no_more_than_its_size(text: str) -> None:
    read("x", text)


@settings(max_examples=150)
@given(
    st.text(max_size=60)
    | st.lists(st.sampled_from(["@a{", "}", "{", '"', ",", "=", "#", "b", "\n", "\\'", "["]))
    .map("".join)
    | st.sampled_from(HOSTILE)
)  # fmt: skip
def test_nothing_is_raised_for_any_text(text: str) -> None:
    read("x", text)
    read("x", f"@a{{b, title = {{{text}}}, author = {{{text}}}, date = {{{text}}}}}")
    read("x", json.dumps([{"id": text, "type": text, "title": text, "author": [{"family": text}]}]))
