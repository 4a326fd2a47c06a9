"""The measure of a page: what it says is what the PDF does."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Mark,
    Note,
    Paper,
    Paragraph,
    Run,
    Table,
    run,
)
from briefing.export.page import Measure, measure
from briefing.export.pdf import render
from tests.export.briefs import shipped_brief
from tests.export.documents import BLOCKS, PARAGRAPHS, documents
from tests.export.pdf_reading import Reading

SOME = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
ROOM = 57


def of(*blocks: Block, paper: Paper = "fit-both", max_pages: int = 1) -> Document:
    return Document(
        title="Finding", meta="pack 1.0", blocks=blocks, paper=paper, max_pages=max_pages
    )


def paragraphs(count: int) -> tuple[Paragraph, ...]:
    return tuple(Paragraph(run(f"word {number}"), f"claim:c{number}") for number in range(count))


def test_an_empty_page_has_room_for_all_lines_of_body_text() -> None:
    assert measure(of()) == Measure(pages=1, used=3, room=ROOM, beyond=())


@pytest.mark.parametrize(("paper", "room"), [("fit-both", 57), ("a4", 61), ("letter", 57)])
def test_the_room_is_that_of_the_paper(paper: Paper, room: int) -> None:
    assert measure(of(paper=paper)).room == room
    assert measure(of(paper=paper, max_pages=3)).room == 3 * room


def test_a_line_of_text_takes_a_line() -> None:
    def used(count: int) -> int:
        lines = tuple(run(f"line {number}") for number in range(count))
        return measure(of(Table(("A",), ((Cell(lines),),)))).used

    assert [used(count) - used(10) for count in (11, 20, 45)] == [1, 10, 35]


def test_a_page_that_is_full_is_not_over() -> None:
    fits = [measure(of(*paragraphs(count))) for count in range(40, 50)]
    last = [found for found in fits if found.pages == 1][-1]
    assert last.used in (ROOM - 1, ROOM)
    assert (last.over, last.beyond) == (0, ())


def test_what_stands_beyond_the_last_page_is_named_in_reading_order() -> None:
    inner = Items(((Paragraph(run("in"), "expert:e"), Field("Kind", run("fact"), "claim:f")),))
    row = (Cell((run("so"),), "option:o"), Cell((run("so"),), "option:o"))
    document = replace(
        of(
            *paragraphs(50),
            Heading(2, run("Part"), "dimension:d"),
            inner,
            Table(("A", "B"), (row,)),
            Paragraph((Run("no origin"), Mark((1,)))),
        ),
        notes=(Note(1, run("Here."), "s", "1"),),
    )
    found = measure(document)
    assert found.pages == 2
    assert found.over == found.used - found.room > 0
    last = ("dimension:d", "expert:e", "claim:f", "option:o", "note:1")
    first, rest = found.beyond[: -len(last)], found.beyond[-len(last) :]
    assert rest == last
    assert first == tuple(f"claim:c{number}" for number in range(50 - len(first), 50))
    assert measure(replace(document, max_pages=2)).beyond == ()


def test_an_item_that_ends_beyond_the_page_stands_beyond_it() -> None:
    found = measure(of(*paragraphs(40), Paragraph(run("word " * 400), "claim:long")))
    assert found.pages == 2
    assert found.beyond == ("claim:long",)


@SOME
@given(documents(), st.lists(st.lists(BLOCKS, max_size=4), max_size=6), st.integers(1, 3))
def test_it_is_over_exactly_where_the_pdf_has_more_pages_than_it_may(
    document: Document, more: list[list[Block]], max_pages: int
) -> None:
    blocks = document.blocks + tuple(block for part in more for block in part)
    document = replace(document, blocks=blocks, max_pages=max_pages)
    found = measure(document)
    assert found.pages == len(Reading(render(document)).pdf.pages)
    assert (found.over > 0) == (found.pages > max_pages)
    assert found.over == 0 or "note:4" in found.beyond
    assert found.room == max_pages * (61 if document.paper == "a4" else ROOM)


@SOME
@given(documents(), st.lists(BLOCKS, max_size=12), PARAGRAPHS)
def test_a_paragraph_more_never_takes_fewer_lines(
    document: Document, more: list[Block], added: Paragraph
) -> None:
    document = replace(document, blocks=document.blocks + tuple(more))
    longer = replace(document, blocks=(*document.blocks, added))
    assert measure(longer).used >= measure(document).used


def test_the_shipped_brief_fits_its_page() -> None:
    document = shipped_brief()
    found = measure(document)
    assert found.over == 0, found
    assert measure(replace(document, paper="a4")).over == 0
    assert measure(replace(document, paper="letter")).over == 0


def test_a_page_can_be_measured_though_it_has_characters_that_cannot_be_printed() -> None:
    assert measure(of(Paragraph(run("so 😀")))).pages == 1


@SOME
@given(documents(), documents())
def test_a_page_is_printed_alike_whether_or_not_it_was_measured_before(
    document: Document, other: Document
) -> None:
    alone = render(document)
    found = measure(document)
    assert render(document) == render(document) == alone
    measure(other)
    assert render(document) == alone
    assert measure(document) == measure(document) == found


def test_pages_are_measured_in_several_threads_at_once() -> None:
    made = [of(*paragraphs(count)) for count in range(1, 80, 4)]
    alone = [measure(document) for document in made]
    ready = threading.Barrier(4)

    def all_of_them(_: int) -> list[Measure]:
        ready.wait()
        return [measure(document) for document in made]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(all_of_them, range(4))) == [alone] * 4


def test_pages_are_printed_alike_in_several_threads_at_once() -> None:
    made = [of(*paragraphs(count)) for count in range(1, 40, 4)]
    alone = [render(document) for document in made]
    ready = threading.Barrier(4)

    def measured_and_printed(document: Document) -> bytes:
        measure(document)
        return render(document)

    def all_of_them(_: int) -> list[bytes]:
        ready.wait()
        return [measured_and_printed(document) for document in made]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(all_of_them, range(4))) == [alone] * 4


def test_what_was_measured_before_is_let_go_of() -> None:
    document = shipped_brief()
    sizes = []
    for number in range(120):
        measure(replace(document, blocks=(Paragraph(run(f"edit {number}")), *document.blocks)))
        sizes.append(memory())
    assert sizes[-1] - sizes[40] < 20_000_000  # as much as some fifteen pages


def memory() -> int:
    """Return how many bytes this process holds, or 0 where the system does not tell."""
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
