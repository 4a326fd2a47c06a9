"""Plain text: linear, in reading order, never wider than it may be."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.compose import compose
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
    lines,
    plain,
    run,
)
from briefing.export.text import render
from briefing.pack.loader import load
from briefing.text import width
from tests.packs import write_pack

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"
TEXT = st.text(st.sampled_from([*"ab 漢字\u0301\u200d👍é-\n\t\x1b\u202e"]), max_size=60)
LINES = st.tuples(st.builds(Run, TEXT, url=TEXT), st.just(Mark((1, 2))))
LEAVES = st.builds(Paragraph, LINES) | st.builds(Field, TEXT, LINES)
ITEMS = st.recursive(
    LEAVES,
    lambda inner: st.builds(
        Items,
        st.lists(st.tuples(st.builds(Paragraph, LINES), inner), min_size=1, max_size=2).map(tuple),
        st.booleans(),
    ),
    max_leaves=8,
)
CELLS = st.builds(Cell, st.lists(LINES, max_size=2).map(tuple))
TABLES = st.builds(Table, st.tuples(TEXT, TEXT), st.lists(st.tuples(CELLS, CELLS)).map(tuple), TEXT)
BLOCKS = st.builds(Heading, st.integers(1, 6), LINES) | ITEMS | TABLES


def of(*blocks: Block, columns: int = 72) -> list[str]:
    """Return the lines of blocks below a title."""
    return render(Document(title="T", blocks=blocks), columns).split("\n")[3:-1]


@given(st.lists(BLOCKS, max_size=4), TEXT, LINES, st.integers(20, 90))
def test_no_line_is_wider_than_it_may_be(
    blocks: list[Block], text: str, note: tuple[Run, Mark], columns: int
) -> None:
    document = Document(
        title=text, meta=text, blocks=tuple(blocks), notes=(Note(1, note, "s", "1"),), footer=text
    )
    assert max(map(width, render(document, columns).split("\n"))) <= columns


@given(st.lists(BLOCKS, max_size=4))
def test_every_word_is_there(blocks: list[Block]) -> None:
    shown = "".join("\n".join(of(*blocks)).split())
    for line in lines(blocks):
        for word in plain(line).replace("\x1b", "␛").replace("\u202e", "<U+202E>").split():
            assert word in shown


@given(st.lists(BLOCKS, max_size=4))
def test_nothing_reaches_the_terminal_that_could_drive_it(blocks: list[Block]) -> None:
    shown = "".join(of(*blocks))
    assert "\x1b" not in shown
    assert "\u202e" not in shown


def test_headings_are_underlined_on_the_first_two_levels() -> None:
    shown = render(Document(title="Whole", blocks=tuple(Heading(n, run("Part")) for n in (2, 3))))
    assert shown == "Whole\n=====\n\nPart\n----\n\nPart\n"


def test_fields_stand_together_as_label_and_value() -> None:
    assert of(Field("Kind", run("fact")), Field("Date", run("2024")), Paragraph(run("So."))) == [
        "Kind: fact",
        "Date: 2024",
        "",
        "So.",
    ]


def test_a_row_of_a_table_is_read_as_its_name_and_a_line_for_each_cell() -> None:
    rows = (
        (Cell((run("Price"),)), Cell((run("65 crowns"), run("Corrected: 56"))), Cell((run("38"),))),
        (Cell((run("Permits"),)), Cell((run("5 years"),)), Cell(())),
    )
    assert of(Table(("Dimension", "Alderland", "Birchmark"), rows, caption="Side by side.")) == [
        "Side by side.",
        "",
        "Price",
        "Alderland: 65 crowns",
        "  Corrected: 56",
        "Birchmark: 38",
        "",
        "Permits",
        "Alderland: 5 years",
    ]


def test_where_no_cell_names_the_row_every_cell_has_its_label() -> None:
    row = (Cell((run("65 crowns"),)), Cell((run("38 crowns"),)))
    table = Table(("Alderland", "Birchmark"), (row,), named=False)
    assert of(table) == ["Alderland: 65 crowns", "Birchmark: 38 crowns"]


def test_marks_stand_behind_the_text_and_notes_at_the_end() -> None:
    document = Document(
        title="T",
        blocks=(Paragraph((Run("So it is."), Mark((1, 2)))),),
        notes=(Note(1, run("Here."), "a", "1"), Note(2, run("There."), "b", "2")),
        footer="pack 1.0",
    )
    assert render(document) == (
        "T\n=\n\nSo it is. [1,2]\n\nSources\n-------\n\n[1] Here.\n[2] There.\n\npack 1.0\n"
    )


def test_the_address_of_a_link_follows_its_line() -> None:
    line = (Run("See "), Run("the register", url="https://example.org/r"), Run(" first."))
    assert of(Paragraph(line)) == ["See the register first. <https://example.org/r>"]


def test_an_address_that_is_shown_is_not_repeated() -> None:
    line = (Run("https://example.org", url="https://example.org"),)
    assert of(Paragraph(line)) == ["https://example.org"]


def test_lists_are_marked_numbered_and_indented() -> None:
    inner = Items(((Paragraph(run("deep " * 14)),),), ordered=True)
    assert of(Items(((Paragraph(run("one")), inner), (Paragraph(run("two")),)))) == [
        "- one",
        "  1. deep deep deep deep deep deep deep deep deep deep deep deep deep",
        "     deep",
        "- two",
    ]


def test_lists_too_deep_to_indent_stay_readable() -> None:
    block: Block = Paragraph(run("bottom"))
    for _ in range(30):
        block = Items(((Paragraph(run("level")), block),))
    shown = of(block, columns=40)
    assert max(map(len, shown)) <= 40
    assert [line.strip(" -") for line in shown] == ["level"] * 30 + ["bottom"]


def test_lines_are_72_columns_wide_unless_asked_otherwise() -> None:
    paragraph = Paragraph(run("word " * 40))
    assert max(map(len, of(paragraph))) == 69
    assert max(map(len, of(paragraph, columns=30))) == 29


@pytest.mark.parametrize("columns", [20, 40, 72, 100])
def test_the_brief_of_the_test_pack_fits_every_width(tmp_path: Path, columns: int) -> None:
    pack = load(write_pack(tmp_path)).pack
    shown = render(compose(pack, pack.briefs[0]), columns)
    assert max(map(width, shown.split("\n"))) <= columns


def test_the_brief_of_the_test_pack_as_a_whole(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path)).pack
    wanted = (SNAPSHOTS / "brief.txt").read_text(encoding="utf-8")
    assert render(compose(pack, pack.briefs[0])) == wanted.replace("DIGEST", pack.digest[:12])
