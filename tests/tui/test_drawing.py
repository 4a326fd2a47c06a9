"""Documents to lines: nothing wider than there is room for, nothing left out."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content
from textual.style import Style

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Line,
    Mark,
    Note,
    Paragraph,
    Run,
    Table,
    lines,
    plain,
    run,
)
from briefing.tui import draw
from briefing.tui.drawn import Drawn

WORDS = ["a", "word", "[/x]", "[a=b:", "[@click=app.quit]x[/]", "漢字かな", "e\u0301a", "👩‍👩‍👧"]
WORDS += ["Donaudampfschifffahrtsgesellschaftskapitän", "5.6", "—", "\u202eabc", "ไทย", "한국어"]
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
TONES = st.sampled_from(["plain", "strong", "muted", "good", "first"])
RUNS = st.builds(Run, TEXTS, TONES)
LINES = st.lists(RUNS | st.just(Mark((1, 2))), min_size=1, max_size=3).map(tuple)
ORIGINS = st.sampled_from(["", "claim:a", "claim:b"])
CELLS = st.builds(Cell, st.lists(LINES, min_size=1, max_size=2).map(tuple), ORIGINS)
CELLS |= st.just(Cell(()))


@st.composite
def tables(choose: st.DrawFn) -> Table:
    """Return a table of one to four columns."""
    columns = choose(st.integers(1, 4))
    cells = st.lists(CELLS, min_size=columns, max_size=columns).map(tuple)
    header = tuple(choose(st.lists(TEXTS, min_size=columns, max_size=columns)))
    rows = tuple(choose(st.lists(cells, max_size=3)))
    return Table(header, rows, choose(st.sampled_from(["", "Caption"])), choose(st.booleans()))


SIMPLE = (
    st.builds(Paragraph, LINES, ORIGINS)
    | st.builds(Field, TEXTS, LINES, ORIGINS)
    | st.builds(Heading, st.integers(2, 4), LINES, ORIGINS)
    | tables()
)
BLOCKS: st.SearchStrategy[Block] = SIMPLE | st.builds(
    Items,
    st.lists(st.lists(SIMPLE, min_size=1, max_size=2).map(tuple), max_size=3).map(tuple),
    st.booleans(),
)
NOTES = st.builds(Note, st.just(1), LINES, st.just("source"), st.just("p. 1"))
DOCUMENTS = st.builds(
    Document,
    title=TEXTS,
    blocks=st.lists(BLOCKS, max_size=4).map(tuple),
    notes=st.lists(NOTES, max_size=1).map(tuple),
)


def toner(name: str) -> Style:
    """Return a style in which the name of the tone can be found again."""
    return Style.from_meta({"tone": name})


def drawn_lines(doc: Document, width: int) -> list[Content]:
    """Return all lines of a document."""
    return [line for made in draw.document(doc, width, toner) for line in made.lines]


def drawn(*blocks: Block, width: int = 40) -> list[str]:
    """Return the text of blocks as lines."""
    return [
        line.plain.rstrip() for made in draw.blocks(blocks, width, toner) for line in made.lines
    ]


def letters(texts: Sequence[str]) -> str:
    """Return the letters and figures of texts, for what is wrapped anyhow."""
    return re.sub(r"\W+", "", "".join(texts))


def metas(made: Drawn, name: str) -> list[object]:
    """Return what the spans of the first line carry under a name."""
    styles = [span.style for span in made.lines[0].spans]
    return [style.meta.get(name) for style in styles if isinstance(style, Style)]


@given(DOCUMENTS, st.integers(8, 120))
def test_no_line_is_wider_than_there_is_room_for(doc: Document, width: int) -> None:
    assert all(line.cell_length <= width for line in drawn_lines(doc, width))


@given(DOCUMENTS, st.integers(1, 120))
def test_every_line_is_one_line(doc: Document, width: int) -> None:
    assert all("\n" not in line.plain for line in drawn_lines(doc, width))


@given(st.builds(Paragraph, LINES) | st.builds(Heading, st.just(2), LINES), st.integers(8, 80))
def test_no_word_is_left_out(block: Paragraph | Heading, width: int) -> None:
    shown = "".join(drawn(block, width=width))
    marks = re.sub(r"\[[12]\]", "", shown.replace(" ", ""))
    assert letters([marks]) == letters([plain(block.line)])


@given(tables(), st.integers(20, 120))
def test_no_word_of_a_table_is_left_out(table: Table, width: int) -> None:
    shown = letters(drawn(table, width=width))
    for line in lines([table]):
        for word in plain(line).split():
            assert set(letters([word])) <= set(shown)


@given(DOCUMENTS, st.integers(8, 120))
def test_what_can_be_opened_where_there_is_room_can_be_opened_at_every_width(
    doc: Document, width: int
) -> None:
    wide = {made.origin for made in draw.document(doc, 500, toner) if made.lines}
    assert wide <= {made.origin for made in draw.document(doc, width, toner) if made.lines}


def test_markup_in_content_is_text() -> None:
    assert drawn(Paragraph(run("[b]bold[/b] [@click=app.quit]x[/] [/x] [a=b:"))) == [
        "[b]bold[/b] [@click=app.quit]x[/] [/x]",
        "[a=b:",
    ]


def test_marks_stand_behind_their_text_and_lead_to_their_notes() -> None:
    line: Line = (Run("Said."), Mark((1, 12)))
    assert drawn(Paragraph(line)) == ["Said.[1][12]"]
    [made] = draw.blocks([Paragraph(line, "claim:x")], 40, toner)
    assert (made.origin, made.notes) == ("claim:x", (1, 12))
    assert [number for number in metas(made, "note") if number] == [1, 12]


def test_control_codes_are_left_out_and_shift_no_style() -> None:
    [made] = draw.blocks([Paragraph((Run("a\x07b "), Run("good", "good")))], 40, toner)
    [line] = made.lines
    [span] = line.spans
    assert line.plain == "ab good"
    assert line.plain[span.start : span.end] == "good"


def test_a_heading_belongs_to_what_follows_it() -> None:
    assert drawn(Heading(2, run("Title")), Paragraph(run("Text")), Paragraph(run("More"))) == [
        "Title",
        "Text",
        "",
        "More",
    ]


def test_fields_have_their_labels_in_one_column() -> None:
    fields = (Field("Role", run("Engineer")), Field("Interests", run("none found")))
    assert drawn(*fields) == ["Role       Engineer", "Interests  none found"]


def test_fields_stand_below_their_labels_where_space_is_short() -> None:
    fields = (Field("Role", run("Engineer")), Field("Interests", run("none found")))
    assert drawn(*fields, width=20) == ["Role", "  Engineer", "Interests", "  none found"]


def test_a_long_value_hangs_in_its_column() -> None:
    assert drawn(Field("Role", run("word " * 12)), width=30) == [
        "Role  word word word word word",
        "      word word word word word",
        "      word word",
    ]


def test_entries_of_a_list_hang_behind_their_bullet_or_number() -> None:
    entries = tuple((Paragraph(run("word " * 4)),) for _ in range(2))
    assert drawn(Items(entries), width=12) == ["• word word", "  word word"] * 2
    assert drawn(Items(entries, ordered=True), width=13)[2:] == ["2. word word", "   word word"]


def test_a_table_stands_in_columns() -> None:
    cells = (Cell((run("left"),)), Cell((run("right"),)))
    assert drawn(Table(("A", "B"), (cells,)), width=40) == [
        "A              B",
        "left           right",
    ]


def test_a_table_too_wide_is_told_row_by_row() -> None:
    cells = tuple(Cell((run(word),)) for word in ("Name", "one", "two"))
    assert drawn(Table(("Row", "First", "Second"), (cells,)), width=40)[:3] == [
        "Name",
        "First   one",
        "Second  two",
    ]


SIDES = tuple(Cell((run(word),)) for word in ("Question", "the one says", "the other says"))


def test_two_sides_stand_beside_one_another_under_the_name_of_their_row() -> None:
    table = Table(("Row", "One", "Other"), (SIDES, SIDES), paired=True)
    assert (
        drawn(table, width=50)
        == [
            "One                       Other",
            "",
            *["Question", "the one says              the other says", ""] * 2,
        ][:-1]
    )


def test_two_sides_stand_beside_the_name_where_there_is_room() -> None:
    table = Table(("Row", "One", "Other"), (SIDES,), paired=True)
    assert " ".join(drawn(table, width=100)[1].split()) == "Question the one says the other says"


def test_a_table_without_names_is_told_with_all_its_columns() -> None:
    cells = tuple(Cell((run(word),)) for word in ("none", "one", "two"))
    table = Table(("Against", "Mixed", "For"), (cells,), named=False)
    assert drawn(table, width=40)[:3] == ["Against  none", "Mixed    one", "For      two"]


@pytest.mark.parametrize("level", [2, 3, 4])
def test_headings_are_drawn_as_such(level: int) -> None:
    [made] = draw.blocks([Heading(level, run("Title"))], 40, toner)
    assert metas(made, "tone") == ["heading" if level < 4 else "strong"]


def test_a_document_ends_with_its_notes() -> None:
    doc = Document(
        title="Title",
        blocks=(Paragraph((Run("Said."), Mark((1,)))),),
        notes=(Note(1, run("A source"), "a-source", "p. 1"),),
    )
    made = [(line.plain, run.origin) for run in draw.document(doc, 40, toner) for line in run.lines]
    assert made == [
        ("Title", ""),
        ("", ""),
        ("Said.[1]", ""),
        ("", ""),
        ("Sources", ""),
        ("[1]  A source", "source:a-source"),
    ]
