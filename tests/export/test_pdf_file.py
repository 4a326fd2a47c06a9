"""The file of the PDF: what it says of itself, its fonts, its page, and the same bytes always."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.document import (
    Block,
    Cell,
    Document,
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
from briefing.export.pdf import render
from tests.export.briefs import shipped_brief
from tests.export.pdf_reading import Reading

MM = 72 / 25.4
ABOVE = 6.0
"""Points that the box of a letter of the title, by its font, is higher than the letter is."""
ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def brief() -> Document:
    return shipped_brief()


@pytest.fixture(scope="module")
def printed(brief: Document) -> bytes:
    return render(brief)


@pytest.fixture(scope="module")
def reading(printed: bytes) -> Reading:
    return Reading(printed)


def of(*blocks: Block, **fields: str) -> Document:
    return Document(title="Finding", meta="pack 1.0", blocks=blocks, **fields)  # type: ignore[arg-type]


def read(*blocks: Block, **fields: str) -> Reading:
    return Reading(render(of(*blocks, **fields)))


def test_it_is_declared_as_pdf_ua_with_title_and_language(
    reading: Reading, brief: Document
) -> None:
    root = reading.pdf.Root
    assert bool(root.MarkInfo.Marked)
    assert bool(root.ViewerPreferences.DisplayDocTitle)
    assert str(root.Lang) == "en"
    with reading.pdf.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == brief.title
        assert metadata["dc:description"] == brief.meta
    assert str(reading.pdf.docinfo["/Keywords"]) == brief.footer
    assert str(reading.pdf.docinfo["/CreationDate"]).startswith("D:20260430000000")


@pytest.mark.parametrize(
    ("tag", "written"),
    [("de", "de"), ("zh-Hant-TW", "zh-TW"), ("pt-BR", "pt-BR"), ("not a language", "en")],
)
def test_the_language_is_that_of_the_document(tag: str, written: str) -> None:
    assert str(read(Paragraph(run("so")), language=tag).pdf.Root.Lang) == written


@pytest.mark.parametrize(
    ("date", "written"),
    [("2026-04-30", "D:20260430"), ("2026-04", "D:20260401"), ("2026", "D:20260101")],
)
def test_the_date_is_that_of_the_content(date: str, written: str) -> None:
    reading = read(Paragraph(run("so")), date=date)
    assert str(reading.pdf.docinfo["/CreationDate"]).startswith(written)


def test_bookmarks_lead_to_the_headings(reading: Reading) -> None:
    with reading.pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert titles == [tag.text for tag in reading.root.all("H2")]


def test_fonts_are_the_shipped_ones_embedded_as_far_as_they_are_used(reading: Reading) -> None:
    for name, font in reading.fonts.items():
        assert re.fullmatch(r"/[A-Z]{6}\+Source(Sans3|Serif4Subhead)-\w+(-Identity-H)?", name)
        assert "/FontFile3" in font.DescendantFonts[0].FontDescriptor


def test_names_in_east_asian_scripts_are_printed_with_the_shipped_font() -> None:
    names = "梁文锋 李開復 こんにちは カタカナ 이재명"
    reading = read(Paragraph(run(names)))
    assert reading.root.all("P")[-1].text == names
    assert any("NotoSansCJKsc" in name for name in reading.fonts)


def test_text_is_printed_as_it_stands() -> None:
    text = (
        """"straight" 'quotes' -- and --- dashes... (c) fi ffl 1/2 a_b *c* $d$ #e <f> @g ~h \\i"""
    )
    assert read(Paragraph(run(text))).root.all("P")[-1].text == text


def test_the_same_document_is_the_same_bytes(brief: Document, printed: bytes) -> None:
    assert render(brief) == printed


PRINTS = """
import hashlib
from briefing.export.pdf import render
from tests.export.briefs import shipped_brief
print(hashlib.sha256(render(shipped_brief())).hexdigest())
"""


def test_another_process_makes_the_same_bytes(printed: bytes, tmp_path: Path) -> None:
    from hashlib import sha256

    done = subprocess.run(
        [sys.executable, "-c", PRINTS],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "TZ": "Pacific/Auckland", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == sha256(printed).hexdigest()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("paper", "width", "height"),
    [("fit-both", 210.0, 297.0), ("a4", 210.0, 297.0), ("letter", 215.9, 279.4)],
)
def test_pages_are_of_the_paper_asked_for(paper: Paper, width: float, height: float) -> None:
    reading = read(Paragraph(run("so")), paper=paper)
    box = reading.pdf.pages[0].mediabox
    assert [float(side) / MM for side in box] == pytest.approx([0, 0, width, height], abs=0.01)


@pytest.mark.parametrize(
    ("paper", "wide", "high"),
    [("fit-both", 174.0, 243.4), ("a4", 174.0, 261.0), ("letter", 179.9, 243.4)],
)
def test_nothing_stands_in_the_margins_but_the_footer(
    paper: Paper, wide: float, high: float
) -> None:
    word = "W" * 200
    row = (Cell((run(word),)), Cell((run(f"so {word}"),)), Cell((run("long " * 900),)))
    inner = Items(((Paragraph(run(word)),),))
    document = Document(
        title=f"{word} {word}",
        meta=word,
        blocks=(
            Heading(2, run(word)),
            Paragraph((Run(word, "strong"), Run(f" so {word}"))),
            Items(((Paragraph(run(word)), inner),)),
            Table((word, "B", "C"), (row, row), word),
        ),
        notes=(Note(1, run(word), "s", "1"),),
        footer=f"so {word[:20]}",
        paper=paper,
    )
    boxes = text_boxes(render(document))
    assert min(left for left, _, _, _ in boxes) >= 18 * MM - 0.5
    assert max(right for _, _, right, _ in boxes) <= (18 + wide) * MM + 0.5
    assert min(top for _, top, _, _ in boxes) >= 18 * MM - ABOVE
    lowest = max(bottom for _, _, _, bottom in boxes)
    assert (18 + high) * MM < lowest <= (18 + high + 12) * MM


def text_boxes(data: bytes) -> list[tuple[float, float, float, float]]:
    """Return where words stand: left, top, right and bottom, in points from the top left."""
    import pymupdf

    with pymupdf.open(stream=data) as opened:  # type: ignore[no-untyped-call]
        return [tuple(word[:4]) for page in opened for word in page.get_text("words")]


def test_a_row_longer_than_a_page_is_printed_whole() -> None:
    words = " ".join(f"w{number}" for number in range(4000))
    table = Table(("A", "B"), ((Cell((run("row"),)), Cell((run(words),))),))
    reading = read(table)
    assert len(reading.pdf.pages) > 1
    assert reading.root.all("TD")[1].text == words


def test_body_text_is_ten_points_and_notes_eight_and_a_half(printed: bytes) -> None:
    import pymupdf

    with pymupdf.open(stream=printed) as opened:  # type: ignore[no-untyped-call]
        spans = [
            span
            for block in opened[0].get_text("dict")["blocks"]
            for line in block["lines"]
            for span in line["spans"]
        ]
    sizes = {
        round(span["size"], 2): span["text"] for span in spans if span["text"].strip("\u202f ")
    }
    figures = {size for size, text in sizes.items() if re.fullmatch(r"[\d,\u202f]+", text)}
    assert set(sizes) - figures == {17.5, 10.5, 10.0, 9.0, 8.5}


def test_no_line_ends_where_what_follows_belongs_to_it(tmp_path: Path) -> None:
    end = "; so it is (January 2025) at ¶ 13."
    blocks = tuple(
        Paragraph((Run("x " * words + "For "), Mark((1,)), Run(end))) for words in range(30, 100)
    )
    file = tmp_path / "page.pdf"
    notes = (Note(1, run("A note."), "s", "1"),)
    file.write_bytes(render(Document(title="T", blocks=blocks, notes=notes)))
    done = subprocess.run(["pdftotext", "-raw", file, "-"], capture_output=True, check=True)
    text = done.stdout.decode()
    assert text.count("For1") == len(blocks)
    assert not re.search(r"(\(January|¶)$", text, re.MULTILINE)
