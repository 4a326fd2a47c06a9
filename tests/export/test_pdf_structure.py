"""The structure of the PDF: headings, lists, tables, notes and links as readers find them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Mark,
    Note,
    Paragraph,
    Run,
    Table,
    run,
)
from briefing.export.pdf import render
from tests.export.briefs import shipped_brief
from tests.export.documents import documents
from tests.export.pdf_reading import Reading, Tag

FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def brief() -> Document:
    return shipped_brief()


@pytest.fixture(scope="module")
def reading(brief: Document) -> Reading:
    return Reading(render(brief))


def of(*blocks: Block, **fields: str) -> Document:
    return Document(title="Finding", meta="pack 1.0", blocks=blocks, **fields)  # type: ignore[arg-type]


def read(*blocks: Block, **fields: str) -> Reading:
    return Reading(render(of(*blocks, **fields)))


def tree(tag: Tag) -> list[object]:
    """Return the types of the elements of a tree, each with those in it."""
    return [tag.type, *(tree(part) for part in tag.inner if isinstance(part, Tag))]


def test_the_title_is_the_one_heading_above_all_others(reading: Reading, brief: Document) -> None:
    first, *others = reading.root.all("H1", "H2", "H3", "H4", "H5", "H6")
    assert (first.type, first.text) == ("H1", brief.title)
    assert {heading.type for heading in others} == {"H2"}
    assert others[-1].text == "Sources"


@FEW
@given(documents())
def test_headings_never_skip_a_level(document: Document) -> None:
    tags = Reading(render(document)).root.all("H1", "H2", "H3", "H4", "H5", "H6")
    levels = [int(tag.type[1]) for tag in tags]
    assert levels[0] == 1
    assert min(levels[1:]) == 2
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_first_heading_below_the_title_is_of_the_second_level() -> None:
    [title, first, second] = read(Heading(5, run("One")), Heading(6, run("Two"))).root.all(
        "H1", "H2", "H3"
    )
    assert [title.type, first.type, second.type] == ["H1", "H2", "H3"]


def test_a_heading_without_words_is_none() -> None:
    blocks = Heading(2, run(" \n")), Heading(3, ()), Heading(4, run("One"))
    assert [tag.text for tag in read(*blocks).root.all("H2", "H3")] == ["One"]


@pytest.mark.parametrize(
    "block",
    [
        Paragraph(()),
        Field("", ()),
        Items(()),
        Items(((),)),
        Table(("", "b"), ()),
        Table(("a",), ((Cell(()),),)),
        Table(("a",), ((Cell(((),)),),), " "),
    ],
)
def test_what_is_empty_takes_nothing_with_it(block: Block) -> None:
    assert read(block, Paragraph(run("so"))).root.all("P")[-1].text == "so"


def test_lists_hold_their_entries_and_what_belongs_to_these() -> None:
    inner = Items(((Paragraph(run("in")),),), ordered=True)
    blocks = Items(((Paragraph(run("one")), Field("Kind", run("fact")), inner),))
    [made] = [tag for tag in read(blocks).root.inner if isinstance(tag, Tag) and tag.type == "L"]
    entry = ["LI", ["Lbl"], ["LBody", ["P"], ["P"]]]
    assert tree(made)[:2] == ["L", entry]
    assert [tag.text for tag in made.all("P")] == ["one", "Kind: fact", "in"]
    assert [tag.text for tag in made.all("Lbl")] == ["•", "1."]


def test_lists_too_deep_to_nest_keep_every_word() -> None:
    block: Block = Paragraph(run("bottom"))
    for level in range(40):
        block = Items(((Paragraph(run(f"level-{level}")), block),))
    found = [tag.text for tag in read(block).root.all("P")]
    assert found == ["pack 1.0", *(f"level-{level}" for level in range(39, -1, -1)), "bottom"]


def cells(*texts: str) -> tuple[Cell, ...]:
    return tuple(Cell((run(text),)) for text in texts)


def test_tables_have_a_header_that_every_cell_leads_to() -> None:
    table = Table(("Row", "United States"), (cells("Cost", "much"), cells("Pace", "fast")), "All.")
    reading = read(table)
    [made] = reading.root.all("Table")
    assert [tag.text for tag in made.all("Caption")] == ["All."]
    [head] = made.all("THead")
    names = head.all("TH")
    assert [tag.text for tag in names] == ["Row", "United States"]
    attributes = [tag.entry.A[0] for tag in names]
    assert {str(attribute.Scope) for attribute in attributes} == {"/Column"}
    ids = [str(tag.entry.ID) for tag in names]
    for row in made.all("TBody")[0].all("TR"):
        assert [str(tag.entry.A[0].Headers[0]) for tag in row.all("TD")] == ids


def test_the_lines_of_a_cell_stay_apart() -> None:
    cell = Cell((run("It is so."), run("Corrected: it is not.")))
    [made] = read(Table(("A",), ((cell,),), named=False)).root.all("TD")
    assert [tag.text for tag in made.all("P")] == ["It is so.", "Corrected: it is not."]


NOTES = (Note(1, run("First."), "a", "1"), Note(2, run("Second."), "b", "2"))


def test_notes_are_a_numbered_list_at_the_end(reading: Reading, brief: Document) -> None:
    heading, notes = [tag for tag in reading.root.inner if isinstance(tag, Tag)][-2:]
    assert (heading.type, heading.text, notes.type) == ("H2", "Sources", "L")
    numbers = [f"{note.number}." for note in brief.notes]
    assert [tag.text for tag in notes.all("Lbl")] == numbers
    assert len(notes.all("LI")) == len(brief.notes)


def test_marks_are_links_that_say_which_note_they_lead_to() -> None:
    document = Document(
        title="T", blocks=(Paragraph((Run("So."), Mark((2, 1)))),), notes=NOTES, footer="f"
    )
    reading = Reading(render(document))
    assert reading.root.all("P")[0].text == "So. [2,1]"
    assert [str(entry.Contents) for entry in reading.annotations] == ["note 2", "note 1"]
    heights = [float(entry.Dest[3]) for entry in reading.annotations]
    assert heights[0] < heights[1]


def test_links_belong_to_their_text_and_lead_out() -> None:
    line = (Run("See "), Run("the register", url="https://example.org/r?a=(1)"), Run(" first."))
    reading = read(Paragraph(line))
    [link] = reading.root.all("Link")
    assert link.text == "the register"
    [entry] = reading.annotations
    assert (str(entry.A.S), str(entry.A.URI)) == ("/URI", "https://example.org/r?a=(1)")
    assert str(entry.Contents) == "https://example.org/r?a=(1)"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "#page", "x.pdf"]
)
def test_only_addresses_of_pages_and_mail_become_links(url: str) -> None:
    reading = read(Paragraph((Run("words", url=url),)))
    assert reading.annotations == []
    assert reading.root.all("P")[-1].text == "words"


def test_the_footer_stands_on_every_page_outside_the_tree() -> None:
    reading = read(*[Paragraph(run("word"))] * 90, footer="us-china-ai 1.0 · abc")
    assert [text for text in reading.artifacts if text] == [
        "us-china-ai 1.0 · abcpage 1 of 2",
        "us-china-ai 1.0 · abcpage 2 of 2",
    ]
