"""Lists, fields and tables in Word: numbered, labelled, and with header rows."""

import pytest

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Mark,
    Paper,
    Paragraph,
    Run,
    Table,
    run,
)
from briefing.export.docx import render
from briefing.export.layout import shares
from tests.export.word_file import W, WordFile, length, made, style_of, value

CELL = Cell((run("x"),))


def test_lists_are_lists_and_each_ordered_one_counts_from_one() -> None:
    inner = Items(((Paragraph(run("c")),), (Paragraph(run("d")),)), ordered=True)
    outer = Items(((Paragraph(run("a")), Field("b", run("B")), inner), (Paragraph(run("e")),)))
    file = made(outer, inner, outer)
    shown = ["- a", "b: B", "1. c", "2. d", "- e"]
    assert file.faults() == []
    assert file.lines()[1:] == [*shown, "1. c", "2. d", *shown]
    assert [style_of(one) for one in file.all("p")][1:8] == [
        "ListBullet", "ListContinue", "ListNumber2", "ListNumber2", "ListBullet",
        "ListNumber", "ListNumber",
    ]  # fmt: skip
    starts = [value(one, "val") for one in file.all("startOverride", "numbering")]
    assert starts == ["1", "1", "1"]


def test_lists_nested_deeper_than_word_has_styles_for_stand_at_the_last() -> None:
    block: Block = Paragraph(run("bottom"))
    for _ in range(9):
        block = Items(((Paragraph(run("level")), block),), ordered=True)
    file = made(block)
    assert file.faults() == []
    assert file.lines()[1:] == [*["1. level"] * 9, "bottom"]
    assert style_of(file.all("p")[-1]) == "ListContinue5"


def test_fields_are_labelled_in_a_style_of_their_own() -> None:
    file = made(Field("Kind", run("fact")))
    assert file.paragraphs("Field") == ["Kind: fact"]
    assert style_of(file.all("r")[1]) == "Strong"


def table(*, named: bool = True, paired: bool = False) -> Table:
    row = (CELL, Cell((run("y"), run("z"))), Cell(()))
    return Table(("A", "B", "C"), (row, row), named=named, paired=paired)


def test_the_header_row_repeats_and_only_a_long_row_is_divided() -> None:
    long = Table(("A", "B"), ((CELL, Cell((run("so it is " * 400),))),))
    rows = [*made(table()).all("tr"), *made(long).all("tr")]
    header, short = [W + "cantSplit", W + "tblHeader"], [W + "cantSplit"]
    assert [[one.tag for one in row[0]] for row in rows] == [header, short, short, header, []]


@pytest.mark.parametrize(("named", "first"), [(True, "TableRowHeader"), (False, "TableText")])
def test_the_first_column_names_the_rows_where_it_does(named: bool, first: str) -> None:
    file = made(table(named=named))
    look = int(value(file.all("tblLook")[0], "val"), 16)
    assert bool(look & 0x80) == named
    assert look & 0x20  # the first row is a header
    assert look & 0x100  # the last column keeps no space at its end
    header, row, _ = ([style_of(one) for one in row.iter(W + "p")] for row in file.all("tr"))
    assert header == ["TableHeader"] * 3
    assert row == [first, "TableText", "TableText", "TableText"]


@pytest.mark.parametrize("paper", ["a4", "letter", "fit-both"])
def test_columns_are_as_wide_as_the_layout_says(paper: Paper) -> None:
    drawn = table(paired=True)
    file = WordFile(render(Document(title="T", blocks=(drawn,), paper=paper)))
    room = length(file, "pgSz", "w") - 2 * length(file, "pgMar", "left")
    widths = [int(value(one, "w")) for one in file.all("gridCol")]
    assert sum(widths) == room
    assert widths == pytest.approx([share * room for share in shares(drawn)], abs=1)
    assert [int(value(one, "w")) for one in file.all("tcW")] == widths * 3


def test_a_caption_stands_before_its_table_and_tells_what_it_is() -> None:
    drawn = Table(("A",), ((CELL,),), caption="What is below.")
    file = made(drawn)
    assert [style_of(one) for one in file.body][1:3] == ["Caption", ""]
    assert file.paragraphs("Caption") == ["What is below."]
    assert value(file.all("tblCaption")[0], "val") == "What is below."


def test_a_table_without_a_caption_is_told_by_the_heading_above() -> None:
    file = made(Heading(2, (Run("Costs"), Mark((1,)))), table())
    assert value(file.all("tblCaption")[0], "val") == "Costs"
    assert made(table()).all("tblCaption") == []


def test_tables_that_meet_are_kept_apart() -> None:
    file = made(table(), table(), Heading(2, run("H")), table())
    assert [style_of(one) or "table" for one in file.body][1:-1] == [
        "table", "TableEnd", "table", "Heading2", "table", "TableEnd",
    ]  # fmt: skip
