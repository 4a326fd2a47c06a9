"""Web pages: valid, whole in one file, saying what the text export says, and inert."""

import re
from base64 import b64encode
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings

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
    Paper,
    Paragraph,
    Run,
    Table,
    run,
)
from briefing.export.html import render
from briefing.export.layout import shares
from briefing.pack.loader import load
from briefing.paths import shipped
from briefing.recipes import default_brief
from briefing.themes.contrast import contrast
from tests.export.documents import documents, hostile
from tests.export.web_page import faults
from tests.packs import write_pack


def of(*blocks: Block) -> Document:
    """Return a document of blocks, with the notes that their marks lead to."""
    notes = tuple(Note(n, run(f"Note {n}."), "s", "1") for n in (1, 2))
    return Document(title="Title", blocks=blocks, notes=notes)


def main_of(*blocks: Block) -> str:
    """Return the markup that blocks turn into."""
    page = render(Document(title="Title", blocks=blocks))
    return page.partition("<main>\n")[2].partition("\n</main>")[0]


@given(documents())
@settings(max_examples=60)
def test_every_document_is_a_valid_page_that_says_what_the_text_says(document: Document) -> None:
    assert faults(document) == []


def test_hostile_text_is_only_text() -> None:
    assert faults(hostile()) == []


@pytest.mark.parametrize("shipped_or_made", ["shipped", "made"])
def test_the_documents_of_a_pack_are_valid_pages(tmp_path: Path, shipped_or_made: str) -> None:
    ship = shipped("content") / "us-china-ai"
    pack = load(ship if shipped_or_made == "shipped" else write_pack(tmp_path)).pack
    brief = default_brief(pack)
    assert brief
    found = [view(pack, name) for name in VIEWS] + [item(pack, ref) for ref in pack.items][::5]
    assert [
        fault for document in (compose(pack, brief), *found) for fault in faults(document)
    ] == []


def test_the_same_document_gives_the_same_page() -> None:
    assert render(hostile()) == render(hostile())


def test_the_page_allows_its_own_style_and_nothing_else() -> None:
    page = render(hostile())
    style = page.partition("<style>")[2].partition("</style>")[0]
    digest = b64encode(sha256(style.encode()).digest()).decode()
    assert (
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        f"style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'\">"
    ) in page
    assert "url(" not in style
    assert "@import" not in style


def test_the_head_tells_language_title_description_and_date() -> None:
    document = Document(title="A & B", language="nb", meta="So <it> is", date="2026-04-30")
    page = render(document)
    assert page.startswith('<!DOCTYPE html>\n<html lang="nb">\n<head>\n<meta charset="utf-8">\n')
    assert "<title>A &amp; B</title>" in page
    assert '<meta name="viewport" content="width=device-width, initial-scale=1">' in page
    assert '<meta name="description" content="So &lt;it&gt; is">' in page
    assert '<meta name="date" content="2026-04-30">' in page


def test_what_a_document_lacks_leaves_nothing_behind() -> None:
    page = render(Document(title="T"))
    body = page.partition("</head>\n")[2]
    assert body == ("<body>\n<header>\n<h1>T</h1>\n</header>\n<main>\n</main>\n</body>\n</html>\n")
    assert 'name="description"' not in page
    assert 'name="date"' not in page


@pytest.mark.parametrize(
    ("line", "markup"),
    [
        (run("Costs < $5 & more"), "Costs &lt; $5 &amp; more"),
        (run("esc \x1b rtl \u202e"), "esc ␛ rtl &lt;U+202E&gt;"),
        ((Run("So "), Run("much", "strong"), Run(".")), "So <strong>much</strong>."),
        (run("so", "emphasis"), "<em>so</em>"),
        (run("Contested.", "caution"), '<span class="caution">Contested.</span>'),
        ((Run("so", "good", "https://a.b"),), '<span class="good"><a href="https://a.b">so</a></span>'),
        ((Run("so", url='https://a.b/"c d"?e=1&f'),), '<a href="https://a.b/%22c%20d%22?e=1&amp;f">so</a>'),
        ((Run("so", url="mailto:a@b.c"),), '<a href="mailto:a@b.c">so</a>'),
        ((Run("so", url="https://a.b/漢"),), '<a href="https://a.b/%E6%BC%A2">so</a>'),
    ],
)  # fmt: skip
def test_how_text_is_written(line: Line, markup: str) -> None:
    assert main_of(Paragraph(line)) == f"<p>{markup}</p>"


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "data:text/html,x", "file:///etc", "//a.b", "#note-1", " https://a.b"],
)
def test_links_lead_to_web_and_mail_addresses_only(url: str) -> None:
    assert main_of(Paragraph((Run("so", url=url),))) == "<p>so</p>"


def test_marks_lead_to_their_notes_and_each_note_back_to_its_first_mark() -> None:
    lines: list[tuple[Inline, ...]] = [(Run("One "), Mark((1,))), (Run("Two"), Mark((2, 1)))]
    document = of(*map(Paragraph, lines))
    page = render(document)
    mark = '<a{} href="#note-{}" role="doc-noteref" aria-label="Note {}">{}</a>'
    first, second = mark.format(' id="mark-1"', 1, 1, 1), mark.format(' id="mark-2"', 2, 2, 2)
    again = mark.format("", 1, 1, 1)
    assert f"<p>One<sup>{first}</sup></p>\n<p>Two<sup>{second},{again}</sup></p>" in page
    back = '<a href="#mark-{0}" role="doc-backlink" aria-label="Back to the mark of note {0}">↑</a>'
    assert (
        '<section role="doc-endnotes" aria-labelledby="notes">\n<h2 id="notes">Sources</h2>\n<ol>\n'
        f'<li id="note-1">Note 1.\N{NO-BREAK SPACE}{back.format(1)}</li>\n'
        f'<li id="note-2">Note 2.\N{NO-BREAK SPACE}{back.format(2)}</li>\n</ol>\n</section>'
    ) in page


def test_a_note_that_nothing_leads_to_leads_nowhere() -> None:
    assert '<li id="note-1">Note 1.</li>' in render(of())


def test_fields_that_follow_each_other_are_one_list() -> None:
    assert main_of(
        Field("Kind", run("fact")), Field("Date", run("2024")), Paragraph(run("So."))
    ) == (
        "<dl>\n<div><dt>Kind:</dt> <dd>fact</dd></div>\n"
        "<div><dt>Date:</dt> <dd>2024</dd></div>\n</dl>\n<p>So.</p>"
    )


def test_an_entry_of_a_list_holds_what_belongs_to_it() -> None:
    inner = Items(((Paragraph(run("inner")),),))
    assert main_of(Items(((Paragraph(run("outer")), inner),), ordered=True)) == (
        "<ol>\n<li><p>outer</p>\n<ul>\n<li><p>inner</p></li>\n</ul></li>\n</ol>"
    )


def test_headings_never_skip_a_level() -> None:
    assert main_of(*(Heading(level, run("H")) for level in (1, 4, 6, 2))) == (
        "<h2>H</h2>\n<h3>H</h3>\n<h4>H</h4>\n<h2>H</h2>"
    )


def test_a_table_has_its_caption_its_headers_and_its_labels() -> None:
    rows = (
        (Cell((run("Price"),)), Cell((run("65 crowns"), run("Corrected: 56"))), Cell((run("38"),))),
        (Cell((run("Permits"),)), Cell(()), Cell((run("5 years"),))),
    )
    table = Table(("Dimension", "Alder", "Birch"), rows, "Side by side.", paired=True, sides=True)
    assert main_of(table) == (
        '<table id="table-1" class="sides">\n<caption>Side by side.</caption>\n'
        "<colgroup><col><col><col></colgroup>\n"
        '<thead><tr><th scope="col">Dimension</th><th scope="col">Alder</th>'
        '<th scope="col">Birch</th></tr></thead>\n<tbody>\n'
        '<tr><th scope="row">Price</th>'
        '<td data-label="Alder"><p>65 crowns</p><p>Corrected: 56</p></td>'
        '<td data-label="Birch">38</td></tr>\n'
        '<tr><th scope="row">Permits</th>'
        '<td data-label="Alder"></td><td data-label="Birch">5 years</td></tr>\n'
        "</tbody>\n</table>"
    )


def test_where_no_cell_names_the_row_every_cell_has_its_label() -> None:
    table = Table(("A", "B"), ((Cell((run("1"),)), Cell((run("2"),))),), named=False)
    assert '<tr><td data-label="A">1</td><td data-label="B">2</td></tr>' in main_of(table)


def test_columns_are_as_wide_as_in_every_format() -> None:
    cells = (Cell((run("x"),)), Cell((run("a long text that takes its room"),)))
    table = Table(("A", "B"), (cells,))
    nested = Items(((Paragraph(run("so")), table),))
    one, two = shares(table)
    page = render(of(table, nested))
    for number in (1, 2):
        assert f"#table-{number} col:nth-child(1) {{ width: {one:.2%}; }}\n" in page
        assert f"#table-{number} col:nth-child(2) {{ width: {two:.2%}; }}\n" in page


@pytest.mark.parametrize(
    ("paper", "size"), [("fit-both", "auto"), ("a4", "A4"), ("letter", "letter")]
)
def test_the_paper_is_that_of_the_document(paper: Paper, size: str) -> None:
    assert f"@page {{ size: {size}; " in render(Document(title="T", paper=paper))


def test_the_foot_of_printed_pages_is_a_string_of_css_whatever_it_holds() -> None:
    page = render(Document(title="T", footer='a "1.0" \\ </style>\n漢'))
    assert '@bottom-left { content: "a \\22 1\\2e 0\\22  \\5c  \\3c \\2f style\\3e  漢"; }' in page


def test_text_stands_out_from_the_page_in_light_and_in_dark() -> None:
    palettes = re.findall(r":root \{([^}]*--ink[^}]*)\}", render(Document(title="T")))
    assert len(palettes) == 2
    for palette in palettes:
        colours = dict(re.findall(r"--([a-z-]+): (#\w+);", palette))
        page = colours.pop("page")
        faint = [name for name, c in colours.items() if contrast(c, page) < 4.5]
        assert faint == ["rule"]  # a line between rows, which says nothing
