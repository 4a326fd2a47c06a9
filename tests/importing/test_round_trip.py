"""What `briefing export` writes as a bibliography, and the import reads: the same references."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.compose import compose
from briefing.document import Document, Name, Reference
from briefing.export import bibtex, csl
from briefing.importing import read
from briefing.pack.loader import load
from briefing.pack.recipe import Brief, DefectsBlock
from briefing.paths import shipped
from briefing.text import one_line
from tests.export.test_bibliography import REFERENCES, of

PACKS = sorted(path.parent for path in shipped("content").glob("*/pack.yaml"))
LISTS = st.lists(REFERENCES, min_size=1, max_size=3, unique_by=lambda reference: reference.id)


def read_back(text: str) -> list[Reference]:
    imported = read("library", text)
    assert imported.problems == ()
    return [found.reference for found in imported.found]


def said(name: Name) -> Name:
    """A name without a given one reads the same, whether it is a family's or a firm's."""
    if not name.given:
        return Name(literal=one_line(name.family or name.literal))
    return Name(one_line(name.family), one_line(name.given))


def as_read(reference: Reference, issued: str, kind: str) -> Reference:
    """A reference as it stands in a bibliography: on one line, and without our note."""
    return Reference(
        id=reference.id,
        type=kind,
        title=one_line(reference.title),
        author=tuple(map(said, reference.author)),
        container_title=one_line(reference.container_title),
        publisher=one_line(reference.publisher),
        issued=issued or "unknown",
        accessed=reference.accessed,
        url=reference.url,
        language=reference.language,
    )


def heard(references: list[Reference]) -> list[Reference]:
    return [replace(r, author=tuple(map(said, r.author))) for r in references]


def circa(issued: str) -> str:
    """CSL-JSON has one word for both marks of a date."""
    return issued.replace("?", "~")


@settings(max_examples=80)
@given(LISTS)
def test_csl_json_comes_back_as_it_was(references: list[Reference]) -> None:
    assert heard(read_back(csl.render(of(*references)))) == [
        as_read(reference, circa(reference.issued), reference.type) for reference in references
    ]


@settings(max_examples=80)
@given(LISTS)
def test_bibtex_comes_back_as_it_was_but_for_types_that_it_lacks(
    references: list[Reference],
) -> None:
    found = heard(read_back(bibtex.render(of(*references))))
    kinds = {"hearing": "document", "article-newspaper": "article-journal"}
    assert found == [
        as_read(reference, reference.issued, kinds.get(reference.type, reference.type))
        for reference in references
    ]


@settings(max_examples=40)
@given(LISTS)
def test_what_was_read_is_written_as_it_was(references: list[Reference]) -> None:
    plain = [replace(reference, note="") for reference in references]
    for render in (bibtex.render, csl.render):
        once = render(of(*read_back(render(of(*plain)))))
        assert render(of(*read_back(once))) == once


def every_source(folder: Path) -> Document:
    pack = load(folder).pack
    block = DefectsBlock(items=tuple(source.id for source in pack.sources))
    return compose(pack, Brief(id="all", title="All", max_pages=99, blocks=(block,)))


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_every_source_that_ships_comes_back(folder: Path) -> None:
    document = every_source(folder)
    wanted = [as_read(r, circa(r.issued), r.type) for r in document.references]
    assert heard(read_back(csl.render(document))) == wanted
    again = read_back(bibtex.render(document))
    assert [(r.id, r.title, r.issued, r.url) for r in again] == [
        (r.id, one_line(r.title), r.issued, r.url) for r in document.references
    ]
    assert [tuple(map(said, r.author)) for r in again] == [r.author for r in wanted]
