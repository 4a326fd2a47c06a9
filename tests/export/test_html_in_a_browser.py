"""Web pages as Chromium draws them: accessible, at home on any screen, and fine on paper."""

import shutil
import subprocess
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Literal

import pikepdf
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from briefing.compose import compose
from briefing.document import Cell, Document, Items, Mark, Note, Paper, Paragraph, Run, Table, run
from briefing.export.html import render
from briefing.pack.loader import load
from briefing.paths import shipped
from briefing.recipes import default_brief
from tests.export.briefs import full_pages
from tests.export.documents import hostile

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
AXE = files("axe_playwright_python") / "axe.min.js"
RULES = {
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    }
}
Scheme = Literal["light", "dark"]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if program is None:
        pytest.fail("these tests draw pages with Chromium: install the package `chromium`")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=QUIET)
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def documents() -> dict[str, Document]:
    pack = load(shipped("content") / "us-china-ai").pack
    brief = default_brief(pack)
    assert brief
    return {
        "brief": compose(pack, brief),
        "hostile": hostile(),
    }


def shown(browser: Browser, file: Path, width: int = 1280, scheme: Scheme = "light") -> Page:
    """Return the page of a file in a window of its own."""
    page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page.goto(file.as_uri())
    return page


def written(folder: Path, document: Document) -> Path:
    file = folder / "page.html"
    file.write_text(render(document), encoding="utf-8")
    return file


def printed(browser: Browser, file: Path, paper: str = "A4") -> pikepdf.Pdf:
    """Return what is printed by a reader who has such paper."""
    page = shown(browser, file)
    pdf = file.with_name(f"{paper}.pdf")
    page.pdf(path=pdf, format=paper, prefer_css_page_size=True)
    page.close()
    return pikepdf.open(pdf)


def sizes(pdf: pikepdf.Pdf) -> set[float]:
    """Return the sizes of type on the pages, in points."""
    found = set()
    for page in pdf.pages:
        scales = [1.0]
        for step in pikepdf.parse_content_stream(page, "q Q cm Tf"):
            match str(step.operator):
                case "q":
                    scales.append(scales[-1])
                case "Q":
                    scales.pop()
                case "cm":
                    scales[-1] *= float(step.operands[0])
                case "Tf":
                    found.add(round(float(step.operands[1]) * scales[-1], 1))
    return found


@pytest.mark.parametrize(
    ("name", "width", "scheme"),
    [
        ("brief", 1280, "light"),
        ("brief", 768, "dark"),
        ("brief", 320, "light"),
        ("hostile", 320, "dark"),
    ],
)
def test_no_rule_of_accessibility_is_broken_and_nothing_runs_over(
    browser: Browser,
    documents: dict[str, Document],
    tmp_path: Path,
    name: str,
    width: int,
    scheme: Scheme,
) -> None:
    page = shown(browser, written(tmp_path, documents[name]), width, scheme)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    assert len(found["passes"]) > 20
    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_nothing_is_fetched_and_nothing_is_said(
    browser: Browser, documents: dict[str, Document], tmp_path: Path
) -> None:
    file = written(tmp_path, documents["hostile"])
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: asked.append(message.text))
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.goto(file.as_uri(), wait_until="networkidle")
    assert asked == [file.as_uri()]
    page.close()


def test_where_there_is_no_room_for_columns_each_cell_shows_its_label(
    browser: Browser, documents: dict[str, Document], tmp_path: Path
) -> None:
    page = shown(browser, written(tmp_path, documents["brief"]), width=320)
    cells = page.locator("#table-1 tbody tr:first-child > *")
    boxes = cells.evaluate_all("all => all.map(cell => cell.getBoundingClientRect().left)")
    labels = cells.evaluate_all(
        "all => all.map(cell => getComputedStyle(cell, '::before').content)"
    )
    assert len(set(boxes)) == 1
    assert labels == ["none", '"United States"', '"China"', '"So what"']
    page.close()


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_the_shipped_brief_is_one_page_of_type_as_large_as_it_should_be(
    browser: Browser, documents: dict[str, Document], tmp_path: Path, paper: str
) -> None:
    pdf = printed(browser, written(tmp_path, documents["brief"]), paper)
    assert len(pdf.pages) == 1
    assert sizes(pdf) == {17.5, 10.5, 10, 9, 8.5, 7}  # 7: the raised numbers of notes


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_what_fills_its_page_as_pdf_is_one_page_here_too(
    browser: Browser, tmp_path: Path, paper: str
) -> None:
    pages = {
        name: len(printed(browser, written(tmp_path, document), paper).pages)
        for name, document in full_pages().items()
    }
    assert pages == dict.fromkeys(pages, 1)


def test_only_the_two_sides_have_the_colours_of_sides(browser: Browser, tmp_path: Path) -> None:
    rows = ((Cell((run("Price"),)), Cell((run("65"),)), Cell((run("38"),))),)
    header = ("Dimension", "Alder", "Birch")
    tables = [Table(header, rows, paired=True, sides=sides) for sides in (True, False)]
    page = shown(browser, written(tmp_path, Document(title="T", blocks=tuple(tables))))
    colours = page.locator("thead th").evaluate_all(
        "all => all.map(h => getComputedStyle(h).color)"
    )
    ink, first, second = colours[:3]
    assert len({ink, first, second}) == 3
    assert colours[3:] == [ink] * 3
    page.close()


def test_a_number_of_notes_stands_on_one_line(browser: Browser, tmp_path: Path) -> None:
    lines = [(Run("x" * length), Mark((11, 12))) for length in range(40, 120)]
    notes = tuple(Note(n, run("A note."), "s", "1") for n in range(1, 13))
    row = (Cell(tuple(lines)), Cell((run("y"),)))
    document = Document(title="T", blocks=(Table(("A", "B"), (row,), named=False),), notes=notes)
    page = shown(browser, written(tmp_path, document), width=700)
    for medium in ("screen", "print"):
        page.emulate_media(media=medium)
        heights = page.locator("sup").evaluate_all("all => all.map(s => s.getClientRects().length)")
        assert heights == [1] * len(lines)
    page.close()


@pytest.mark.parametrize(("told", "begun"), [(200, False), (900, True)])
def test_only_a_long_row_is_broken_across_pages(
    browser: Browser, tmp_path: Path, told: int, begun: bool
) -> None:
    row = (Cell((run("row"),)), Cell((run("told " * told),)))
    blocks = (Paragraph(run("so it is " * 950)), Table(("A", "B"), (row,)))
    with printed(browser, written(tmp_path, Document(title="T", blocks=blocks))) as pdf:
        assert len(pdf.pages) == 2
    first = subprocess.run(
        ["pdftotext", "-l", "1", tmp_path / "A4.pdf", "-"], capture_output=True, check=True
    )
    assert (b"told" in first.stdout) == begun


def test_what_takes_many_pages_takes_as_many_on_either_paper(
    browser: Browser, tmp_path: Path
) -> None:
    entries = tuple((Paragraph(run("word " * 40)),) for _ in range(120))
    notes = tuple(Note(n, run("A note. " * 12), "s", "1") for n in range(1, 101))
    document = Document(title="Long", blocks=(Items(entries),), notes=notes, footer="pack 1.0")
    file = written(tmp_path, document)
    a4, letter = printed(browser, file, "A4"), printed(browser, file, "Letter")
    assert len(a4.pages) == len(letter.pages) > 5
    assert sizes(a4) == sizes(letter) == {17.5, 10.5, 10, 8.5}


@pytest.mark.parametrize(("paper", "size"), [("a4", (210, 297)), ("letter", (216, 279))])
def test_a_document_for_one_paper_prints_on_that(
    browser: Browser, tmp_path: Path, paper: Paper, size: tuple[int, int]
) -> None:
    pdf = printed(browser, written(tmp_path, Document(title="T", paper=paper)), "A3")
    _, _, wide, high = map(float, pdf.pages[0].mediabox)
    assert (round(wide / 72 * 25.4), round(high / 72 * 25.4)) == size


def test_paper_stays_white_where_the_screen_is_dark(
    browser: Browser, documents: dict[str, Document], tmp_path: Path
) -> None:
    page = shown(browser, written(tmp_path, documents["brief"]), scheme="dark")
    colour = "getComputedStyle(document.documentElement).backgroundColor"
    assert page.evaluate(colour) == "rgb(21, 24, 28)"
    page.emulate_media(media="print", color_scheme="dark")
    assert page.evaluate(colour) == "rgb(255, 255, 255)"
    page.close()
