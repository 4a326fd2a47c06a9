"""Markdown: GitHub-flavoured, clean under markdownlint's default rules, and inert.

The parser reads raw HTML, as the most trusting reader would.
"""

import re
from collections.abc import Iterable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.token import Token

from briefing.compose import compose
from briefing.describe import VIEWS, item, view
from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Inline,
    Items,
    Line,
    Mark,
    Note,
    Paragraph,
    Run,
    Table,
    plain,
    run,
)
from briefing.export.markdown import render
from briefing.pack.loader import load
from briefing.paths import shipped
from tests.export.markdown_rules import faults, flat, parser
from tests.packs import write_pack

SNAPSHOTS = Path(__file__).parent.parent / "snapshots"
SPECIAL = [*"\\`*_{}[]()<>#+-.!|~$&=:;@/?\"'^ \nabW1é—漢"]
PIECES = [
    "![", "](", "<b>", "</b>", "<!--", "&copy;", "&#60;", "http://", "https://a.b/c_d*e", "www.",
    "a@b.c", "mailto:", "[^1]", "[^1]:", "```", "~~~", "~~", "**", "$$", "---", "===", "1.", "10)",
    "- ", "+ ", "> ", "# ", "| --- |", "  ", "\t", "    x", "\\|", "word", ":smile:", "#12",
]  # fmt: skip
TEXT = st.lists(st.sampled_from(SPECIAL + PIECES), max_size=14).map("".join)
RUNS = st.builds(Run, TEXT, st.sampled_from(["plain", "strong", "emphasis", "muted", "good"]))
LINES = st.lists(RUNS | st.just(Mark((1,))), max_size=4).map(tuple)
URLS = st.lists(st.sampled_from([*"abc/?=&;()[]*_`|\\~%$!.", "&copy", "%20"]), max_size=9)


def parse(markdown: str) -> list[Token]:
    """Return every token of a text without the notes at its end."""
    tokens = parser().parse(markdown)
    end = next((n for n, t in enumerate(tokens) if t.type == "footnote_block_open"), len(tokens))
    return list(flat(tokens[:end]))


def shown(tokens: Iterable[Token]) -> str:
    """Return what a reader sees, without white space."""
    return "".join("".join(t.content.split()) for t in tokens if t.type == "text")


def said(*lines: Line) -> str:
    """Return what lines say, without white space."""
    return "".join("".join(plain(line).split()) for line in lines)


def of(*blocks: Block) -> Document:
    """Return a document of blocks, with the one note that their marks lead to."""
    return Document(title="Title", blocks=blocks, notes=(Note(1, run("A note here"), "s", "1"),))


def only_ours(tokens: list[Token]) -> set[str]:
    """Return the kinds of tokens that a paragraph of text may not turn into."""
    kinds = {token.type for token in tokens}
    return {
        kind
        for kind in kinds
        if kind.startswith(("html", "image", "code", "fence", "hr", "s_", "blockquote"))
    }


def links(tokens: Iterable[Token]) -> list[str]:
    return [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]


@given(LINES)
def test_a_paragraph_says_its_words_and_is_nothing_else(line: Line) -> None:
    tokens = parse(render(of(Paragraph(line))))
    assert shown(tokens) == "Title" + said(line)
    assert only_ours(tokens) == set()
    blocks = [token.type for token in tokens if token.block and token.nesting == 1]
    paragraphs = [kind for kind in blocks if kind != "heading_open"]
    assert blocks.count("heading_open") == 1
    assert set(paragraphs) <= {"paragraph_open"}
    assert len(paragraphs) <= 1


@given(LINES)
def test_text_links_only_to_the_addresses_that_it_spells_out(line: Line) -> None:
    for href in links(parse(render(of(Paragraph(line))))):
        assert href.removeprefix("mailto:") in plain(line)
        assert href.lower().startswith(("http://", "https://", "mailto:"))


@given(LINES)
def test_marks_lead_to_their_notes_wherever_they_stand(line: Line) -> None:
    tokens = parse(render(of(Paragraph((Run("So"), *line)))))
    wanted = sum(isinstance(part, Mark) for part in line)
    assert sum(token.type == "footnote_ref" for token in tokens) == wanted


@given(LINES)
def test_a_heading_says_its_words(line: Line) -> None:
    tokens = parse(render(of(Heading(2, line))))
    assert shown(tokens).rstrip(".,;:!。 ") == ("Title" + said(line)).rstrip(".,;:!。 ")
    assert only_ours(tokens) == set()


@given(TEXT, LINES)
def test_a_field_says_its_label_and_its_value(label: str, line: Line) -> None:
    tokens = parse(render(of(Field(label, line))))
    assert only_ours(tokens) == set()
    if said(run(label)):
        assert shown(tokens) == f"Title{said(run(label))}:{said(line)}"


@given(st.lists(LINES.filter(said), min_size=1, max_size=3), st.booleans())
def test_a_list_has_its_entries_and_no_others(lines: list[Line], ordered: bool) -> None:
    entries = tuple((Paragraph(line), Field("Deeper", line)) for line in lines)
    tokens = parse(render(of(Items(entries, ordered=ordered))))
    assert sum(token.type == "list_item_open" for token in tokens) == len(lines)
    deeper = [(*line, Run("Deeper:"), *line) for line in lines]
    assert shown(tokens) == "Title" + said(*deeper)
    assert only_ours(tokens) == set()


@given(st.lists(st.tuples(LINES, LINES), min_size=1, max_size=3), TEXT)
def test_a_table_has_its_cells_and_no_others(rows: list[tuple[Line, Line]], head: str) -> None:
    table = Table(("First", head), tuple(tuple(Cell((line,)) for line in row) for row in rows))
    tokens = parse(render(of(table)))
    assert sum(token.type == "td_open" for token in tokens) == 2 * len(rows)
    words = said(*(line for row in rows for line in row))
    assert shown(tokens) == f"TitleFirst{said(run(head))}{words}"
    assert only_ours(tokens) == set()


@given(TEXT.filter(str.strip), URLS)
def test_a_link_leads_where_it_should_and_nowhere_else(text: str, tail: list[str]) -> None:
    url = "https://example.org/" + "".join(tail)
    tokens = parse(render(of(Paragraph((Run("See "), Run(text, url=url), Run("!"))))))
    assert len(links(tokens)) == 1
    assert only_ours(tokens) == set()
    assert links(tokens)[0].startswith("https://example.org/")


@given(TEXT)
def test_title_meta_and_footer_are_text(text: str) -> None:
    tokens = parse(render(Document(title=f"T{text}T", meta=text, footer=text)))
    assert only_ours(tokens) == set()
    assert shown(tokens) == said(run(f"T{text}T{text}{text}"))


@given(st.lists(LINES.filter(said), min_size=1, max_size=3))
def test_notes_are_defined_at_the_end_in_order(lines: list[Line]) -> None:
    bare = [tuple(part for part in line if isinstance(part, Run)) for line in lines]
    notes = tuple(Note(n, line, "s", str(n)) for n, line in enumerate(bare, 1))
    marks = Paragraph((Run("So"), Mark(tuple(note.number for note in notes))))
    tokens = parser().parse(render(Document(title="Title", blocks=(marks,), notes=notes)))
    start = next(n for n, token in enumerate(tokens) if token.type == "footnote_block_open")
    assert shown(flat(tokens[start:])) == said(*bare)
    assert only_ours(list(flat(tokens))) == set()


@given(st.lists(st.builds(Heading, st.integers(1, 9), LINES.filter(said)), max_size=6))
def test_headings_never_skip_a_level_and_never_repeat(headings: list[Heading]) -> None:
    lines = [line for line in render(of(*headings)).splitlines() if line.startswith("#")]
    levels = [len(line) - len(line.lstrip("#")) for line in lines]
    assert levels[0] == 1
    assert 1 not in levels[1:]
    assert all(level <= above + 1 for above, level in pairwise(levels))
    assert len(set(lines)) == len(lines)


@pytest.mark.parametrize(
    ("line", "markdown"),
    [
        (run("Costs $5 & more_or_less *much*"), r"Costs \$5 \& more\_or\_less \*much\*"),
        (run("2. May"), r"2\. May"),
        (run("2024) and"), r"2024\) and"),
        (run("- not a list"), r"\- not a list"),
        (run("# no heading"), r"\# no heading"),
        (run("a | b"), r"a \| b"),
        (run("see www.example.org"), r"see www\.example.org"),
        (run("at https://example.org/a_b."), "at <https://example.org/a_b>."),
        (run("to a.b@example.org"), "to <a.b@example.org>"),
        (run("ftp://example.org"), r"ftp\://example.org"),
        ((Run("So "), Run("much", "strong"), Run(".")), "So **much**."),
        ((Run("half"), Run("way", "strong")), "halfway"),
        ((Run("It is "), Run(" so ", "emphasis"), Run("now")), "It is *so* now"),
        (run("All of it", "strong"), "All of it"),
        (run("All of it.", "strong"), "**All of it.**"),
        ((Run("Now!"), Mark((1, 2))), r"Now\![^1][^2]"),
        ((Mark((1,)), Run("(x)")), r"[^1]\(x)"),
        ((Mark((1,)), Run(": x")), r"[^1]\: x"),
        ((Run("text", url="https://a.b/(c) d"),), "[text](https://a.b/%28c%29%20d)"),
        ((Run("https://a.b", url="https://a.b"),), "<https://a.b>"),
        ((Run("here", url="https://a.b"),), "here (<https://a.b>)"),
    ],
)
def test_how_text_is_written(line: tuple[Inline, ...], markdown: str) -> None:
    assert render(Document(title="T", blocks=(Paragraph(line),))) == f"# T\n\n{markdown}\n"


def test_the_lines_of_a_cell_follow_each_other_on_one_line() -> None:
    cell = Cell((run("A claim."), run("Corrected: so it is"), run("Contested.")))
    table = Table(("A", "B"), ((Cell((run("x"),)), cell),))
    assert "| x | A claim. Corrected: so it is – Contested. |" in render(of(table))


def test_a_caption_stands_before_its_table() -> None:
    table = Table(("A",), ((Cell((run("x"),)),),), caption="What is below.")
    assert "\n\nWhat is below.\n\n| A |\n| --- |\n| x |\n" in render(of(table))


def test_a_list_within_a_list_is_indented() -> None:
    inner = Items(((Paragraph(run("inner")),),))
    outer = Items(((Paragraph(run("outer")), inner),), ordered=True)
    assert "\n\n1. outer\n\n   - inner\n" in render(of(outer))


def test_a_repeated_heading_is_numbered() -> None:
    twice = render(of(Heading(2, run("Part")), Heading(2, run("Part")), Heading(2, run("Part."))))
    assert re.findall("^#.*", twice, re.MULTILINE) == [
        "# Title", "## Part", "## Part (2)", "## Part (3)",
    ]  # fmt: skip


def test_the_brief_of_the_test_pack_as_a_whole(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path)).pack
    markdown = render(compose(pack, pack.briefs[0]))
    wanted = (SNAPSHOTS / "brief.md").read_text(encoding="utf-8")
    assert markdown == wanted.replace("DIGEST", pack.digest[:12])


@pytest.mark.parametrize("shipped_or_made", ["shipped", "made"])
def test_every_document_of_a_pack_is_clean(tmp_path: Path, shipped_or_made: str) -> None:
    ship = shipped("content") / "us-china-ai"
    pack = load(ship if shipped_or_made == "shipped" else write_pack(tmp_path)).pack
    documents = [item(pack, ref) for ref in pack.items] + [view(pack, name) for name in VIEWS]
    assert [fault for document in documents for fault in faults(render(document))] == []
