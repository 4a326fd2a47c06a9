"""Word files as files: properties, page, styles, bytes, and what LibreOffice makes of them."""

import re
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import docx
import docx.document
import pikepdf
import pytest
from msgspec.structs import replace

from briefing.document import Document, Heading, Mark, Note, Paper, Paragraph, Run, plain, run
from briefing.export.docx import render
from briefing.text import one_line, words
from tests.export.briefs import full_pages
from tests.export.documents import hostile
from tests.export.word_file import W, WordFile, length, shipped_brief, value

PAPERS: tuple[Paper, ...] = ("fit-both", "a4", "letter")
MM = 1440 / 25.4
"""Twentieths of a point in a millimetre: the unit of lengths in Word."""
BLANK = WordFile(render(Document(title="T")))


def opened(document: Document) -> docx.document.Document:
    return docx.Document(BytesIO(render(document)))


def test_python_docx_opens_the_shipped_brief_and_knows_its_styles() -> None:
    brief = opened(shipped_brief())
    assert brief.paragraphs[0].text == shipped_brief().title
    assert {one.style.name for one in brief.paragraphs if one.style} == {
        "Heading 1", "Subtitle", "Heading 2", "Body Text", "List Bullet", "List Continue",
    }  # fmt: skip
    assert {table.style.name for table in brief.tables if table.style} == {"Brief Table"}


def test_properties_are_those_of_the_content() -> None:
    made = Document(title="T", meta="About", footer="pack 1.0", date="2026-04-30", language="de")
    core = opened(made).core_properties
    assert (core.title, core.subject, core.keywords) == ("T", "About", "pack 1.0")
    assert (core.author, core.last_modified_by, core.language) == ("briefing", "briefing", "de")
    assert core.created == core.modified == datetime(2026, 4, 30, tzinfo=UTC)


@pytest.mark.parametrize(("date", "month"), [("2026", 1), ("2026-04", 4)])
def test_a_date_that_is_no_day_is_its_first(date: str, month: int) -> None:
    core = opened(Document(title="T", date=date)).core_properties
    assert core.created == datetime(2026, month, 1, tzinfo=UTC)


@pytest.mark.parametrize("date", ["", "2026-13", "soon"])
def test_without_a_date_none_is_made_up(date: str) -> None:
    core = opened(Document(title="T", date=date)).core_properties
    assert core.created is None
    assert core.modified is None


def test_a_property_is_cut_where_word_cuts_it() -> None:
    assert opened(Document(title="so " * 100)).core_properties.title == ("so " * 100)[:255]


@pytest.mark.parametrize(
    ("language", "east_asian"),
    [("en", "zh-CN"), ("de-AT", "zh-CN"), ("ja", "ja"), ("zh-TW", "zh-TW")],
)
def test_the_language_is_that_of_the_document(language: str, east_asian: str) -> None:
    (lang,) = WordFile(render(Document(title="T", language=language))).all("lang", "styles")
    assert (value(lang, "val"), value(lang, "eastAsia")) == (language, east_asian)


def test_every_style_has_a_name_and_stands_on_one_that_there_is() -> None:
    styles = BLANK.all("style", "styles")
    ids = [value(style, "styleId") for style in styles]
    names = [value(style[0], "val") for style in styles]
    assert all(ids)
    assert all(names)
    assert len(set(ids)) == len(ids)
    assert len(set(names)) == len(names)
    led_to = {value(one, "val") for tag in ("basedOn", "next") for one in BLANK.all(tag, "styles")}
    assert led_to <= set(ids)


def test_type_is_never_smaller_than_it_may_be() -> None:
    sizes = {
        value(style, "styleId"): int(value(size, "val")) / 2
        for style in BLANK.all("style", "styles")
        for size in style.iter(W + "sz")
    }
    assert sizes.pop("TableEnd") == 4  # holds no text
    assert min(sizes.values()) == sizes["FootnoteText"] == 8.5
    assert int(value(BLANK.all("sz", "styles")[0], "val")) / 2 == 10


@pytest.mark.parametrize(
    ("paper", "page", "text"),
    [
        ("fit-both", (210, 297), (174, 243.4)),
        ("a4", (210, 297), (174, 261)),
        ("letter", (215.9, 279.4), (179.9, 243.4)),
    ],
)
def test_pages_have_the_size_of_their_paper(
    paper: Paper, page: tuple[float, float], text: tuple[float, float]
) -> None:
    file = WordFile(render(Document(title="T", paper=paper)))
    size = [length(file, "pgSz", name) / MM for name in ("w", "h")]
    left, right, top, bottom = (
        length(file, "pgMar", name) / MM for name in ("left", "right", "top", "bottom")
    )
    assert size == pytest.approx(page, abs=0.02)
    assert (size[0] - left - right, size[1] - top - bottom) == pytest.approx(text, abs=0.05)
    assert min(left, right, top, bottom) >= 18
    assert 5 < bottom - length(file, "pgMar", "footer") / MM < 7


def test_the_footer_tells_the_page_in_fields() -> None:
    file = WordFile(render(Document(title="T", footer="pack 1.0")))
    assert file.said(file.part("footer")[0], "footer") == "pack 1.0\tpage 1 of 1"
    codes = [value(field, "instr") for field in file.all("fldSimple", "footer")]
    assert codes == [" PAGE ", " NUMPAGES "]


def test_a_file_holds_nothing_of_the_machine_or_the_moment() -> None:
    file = WordFile(render(shipped_brief()))
    assert {info.date_time for info in file.infos} == {(1980, 1, 1, 0, 0, 0)}
    assert {(info.create_system, info.external_attr) for info in file.infos} == {(0, 0o600 << 16)}
    assert not any(b"rsid" in data for data in file.data.values())
    assert list(file.data) == [
        "[Content_Types].xml",
        "_rels/.rels",
        "word/document.xml",
        "word/_rels/document.xml.rels",
        "word/styles.xml",
        "word/settings.xml",
        "word/numbering.xml",
        "word/footnotes.xml",
        "word/_rels/footnotes.xml.rels",
        "word/footer.xml",
        "docProps/core.xml",
    ]


SCRIPT = """
from hashlib import sha256
from briefing.export.docx import render
from tests.export.word_file import shipped_brief
print(sha256(render(shipped_brief())).hexdigest())
"""


def test_the_same_document_gives_the_same_bytes_here_and_elsewhere() -> None:
    document = shipped_brief()
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True
    )
    assert render(document) == render(document)
    assert done.stdout.strip() == sha256(render(document)).hexdigest()


def unordered(*numbers: int) -> Document:
    """Return a document that refers to notes in that order."""
    notes = tuple(Note(n, run(f"Note {n}."), "s", "1") for n in sorted(set(numbers)))
    cites = tuple(Paragraph((Run("So."), Mark((number,)))) for number in numbers)
    return Document(title="T", blocks=cites, notes=notes)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with PDFs that LibreOffice made: of shipped, full and odd pages."""
    folder = tmp_path_factory.mktemp("word")
    documents = {**full_pages(), "hostile": hostile(), "unordered": unordered(3, 1, 3, 12, 2)}
    for paper in PAPERS:
        documents[paper] = replace(shipped_brief(), paper=paper)
    for name, document in documents.items():
        (folder / f"{name}.docx").write_bytes(render(document))
    command = ["soffice", f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    files = sorted(map(str, folder.glob("*.docx")))
    subprocess.run(
        [*command, "--convert-to", "pdf", "--outdir", str(folder), *files],
        capture_output=True,
        check=True,
        timeout=180,
    )
    return folder


def text_of(file: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", str(file), "-"], capture_output=True, check=True)
    return done.stdout.decode()


def said(file: Path) -> list[str]:
    """Return the words of a PDF."""
    return words(text_of(file))


@pytest.mark.parametrize("paper", PAPERS)
def test_the_shipped_brief_is_printed_on_one_page(printed: Path, paper: Paper) -> None:
    with pikepdf.open(printed / f"{paper}.pdf") as pdf:
        assert len(pdf.pages) == 1
    assert said(printed / f"{paper}.pdf")[-4:] == ["page", "1", "of", "1"]


def test_what_fills_its_page_as_pdf_is_one_page_here_too(printed: Path) -> None:
    pages = {name: len(pikepdf.open(printed / f"{name}.pdf").pages) for name in full_pages()}
    assert pages == dict.fromkeys(pages, 1)


def test_the_outline_of_the_print_is_the_title_and_the_headings_below_it(printed: Path) -> None:
    document = shipped_brief()
    with pikepdf.open(printed / "fit-both.pdf") as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        below = [one.title for one in title.children]
    assert title.title == document.title
    assert below == [plain(one.line) for one in document.blocks if isinstance(one, Heading)]


def test_every_word_of_the_notes_is_printed(printed: Path) -> None:
    document = shipped_brief()
    shown = set(said(printed / "fit-both.pdf"))
    for note in document.notes:
        assert set(words(plain(note.line))) <= shown


def test_every_footnote_is_printed_behind_its_own_number(printed: Path) -> None:
    found = re.findall(r"(\d+)\s+Note (\d+)\.", text_of(printed / "unordered.pdf"))
    assert found == [("3", "3"), ("1", "1"), ("12", "12"), ("2", "2")]


def test_hostile_text_is_printed_as_text(printed: Path) -> None:
    shown = "".join(said(printed / "hostile.pdf"))
    for text in {one_line(hostile().title), one_line(hostile().meta)}:
        assert "".join(words(text)) in shown
