"""Documents for the tests of every format: whole ones made by chance, and hostile text."""

from __future__ import annotations

from hypothesis import strategies as st

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
    Tone,
    run,
)

HOSTILE = (
    '#import "x.typ": * #panic() $x^2$ @ref <label> = head `raw` // gone /* gone */',
    "<script>alert(1)</script> <b onclick=x>&amp;</b> ]]> <!-- gone --> </style>",
    '{ HYPERLINK "http://evil.example" } { INCLUDETEXT C:\\\\x } MERGEFIELD name',
    "=1+1 +cmd|' /C calc'!A0 @SUM(A1) -2+3",
    "[x](javascript:alert(1)) ![i](http://evil.example/i.png) **b** [^1]: # | ~~~",
    "esc \x1b]0;owned\x07 csi \x9b31m nul \x00 rtl \u202eevil\u202c mark \u200f bom \ufeff",
    "line\nfeed\ttab\r\nreturn \u2028 separator \x0c form feed",
)
"""Text that means something to one format or another; in each it is only text."""

WORDS = st.sampled_from(
    [
        "lead",
        "chips",
        "3–6",
        "US$5.5bn",
        "o1’s",
        "é",
        "漢字",
        "“so”",
        "(2025)",
        "55–80%",
        "a/b",
        "-",
    ]
)
TEXT = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)
TONES: st.SearchStrategy[Tone] = st.sampled_from(
    ["plain", "strong", "emphasis", "muted", "good", "caution", "bad", "first", "second"]
)
URLS = st.sampled_from(["", "", "", "https://example.org/a?b=1&c=(2)", "mailto:a@example.org"])
NOTES = 4
"""How many notes the documents have; marks lead to these."""


@st.composite
def lines(draw: st.DrawFn) -> Line:
    """Runs of words, each with a mark behind it or none."""
    parts: list[Run | Mark] = []
    for number in range(draw(st.integers(1, 3))):
        before = " " if number else ""
        parts.append(Run(before + draw(TEXT), draw(TONES), draw(URLS)))
        if draw(st.booleans()):
            notes = st.lists(st.integers(1, NOTES), min_size=1, max_size=3, unique=True)
            parts.append(Mark(tuple(draw(notes))))
    return tuple(parts)


CELLS = st.builds(Cell, st.lists(lines(), max_size=2).map(tuple))
PARAGRAPHS = st.builds(Paragraph, lines())
FIELDS = st.builds(Field, TEXT, lines())


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """Tables of one to four columns; those of three or more may be paired, and sides.

    Each row says something: what is mostly empty is no table, as one checker of PDFs has it.
    """
    header = tuple(draw(st.lists(TEXT, min_size=1, max_size=4)))
    row = st.tuples(*[CELLS for _ in header]).filter(lambda cells: any(c.lines for c in cells))
    rows = tuple(draw(st.lists(row, min_size=1, max_size=3)))
    paired = len(header) > 2 and draw(st.booleans())
    sides = paired and draw(st.booleans())
    return Table(header, rows, draw(st.just("") | TEXT), draw(st.booleans()), paired, sides)


LEAVES = PARAGRAPHS | FIELDS


def _items(inner: st.SearchStrategy[Block]) -> st.SearchStrategy[Items]:
    entry = st.tuples(PARAGRAPHS) | st.tuples(PARAGRAPHS, inner)
    return st.builds(Items, st.lists(entry, min_size=1, max_size=3).map(tuple), st.booleans())


ITEMS = _items(LEAVES | _items(LEAVES))
BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(2, 4), lines()), LEAVES, ITEMS, tables()
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Whole documents, whose marks all lead to a note."""
    notes = tuple(Note(n, draw(lines_of_notes()), f"s{n}", "¶ 1") for n in range(1, NOTES + 1))
    return Document(
        title=draw(TEXT),
        meta=draw(TEXT),
        date="2026-04-30",
        blocks=tuple(draw(st.lists(BLOCKS, min_size=1, max_size=5))),
        notes=notes,
        footer=draw(TEXT),
        paper=draw(st.sampled_from(["fit-both", "a4", "letter"])),
    )


def lines_of_notes() -> st.SearchStrategy[Line]:
    """Lines as notes have them: words, and perhaps a link, but no marks."""
    return st.tuples(st.builds(Run, TEXT, url=URLS), st.builds(Run, TEXT.map(" {}".format)))


def hostile() -> Document:
    """Return a document that holds every hostile text in every place that takes text."""
    blocks: list[Block] = []
    for text in HOSTILE:
        line = (Run(text), Mark((1,)))
        blocks += [
            Heading(2, run(text)),
            Paragraph(line),
            Field(text, line),
            Items(((Paragraph(line), Field(text, line)),)),
            Table((text, text, text), ((Cell((line,)), Cell((line, line)), Cell(())),), text),
        ]
    return Document(
        title=HOSTILE[0],
        meta=" ".join(HOSTILE),
        date="2026-04-30",
        blocks=tuple(blocks),
        notes=(Note(1, run(" ".join(HOSTILE)), "s1", HOSTILE[1]),),
        notes_title=HOSTILE[1],
        footer=" ".join(HOSTILE),
        max_pages=99,
    )
