"""What is timed of the command line: the bars of the design, and other programs for proportion."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

from briefing.compose import compose
from briefing.document import Document
from briefing.export import FORMATS, render
from briefing.export.page import TEMPLATE
from briefing.export.page_data import data
from briefing.pack.loader import load
from briefing.paths import shipped
from briefing.recipes import default_brief
from tests.bench.timing import Row, briefing, python

PARSING = "import yaml, msgspec, markdown_it"


def rows(folder: Path) -> Iterator[Row]:
    """Yield the rows; files that the yardsticks read are written into the folder."""
    argparse = python("import argparse")
    yield Row("--version / import argparse", briefing("--version"), argparse, 1.5)
    yield Row("export -f md / import its libraries", briefing("export"), python(PARSING), 1.6)
    yield Row("check / import its libraries", briefing("check"), python(PARSING), 1.6)
    searching = python("import argparse, sqlite3")
    yield Row("search, warm / import its libraries", briefing("search", "chips"), searching, 2.0)
    out = str(folder / "page")
    typst = _typst(folder)
    pdf = briefing("export", "-f", "pdf", "-o", f"{out}.pdf", "--force")
    yield Row("export -f pdf / typst alone, same page", pdf, typst, 1.6)
    for name in FORMATS:
        file = f"{out}{FORMATS[name].suffix}"
        command = briefing("export", "-f", name, "-o", file, "--force")
        yield Row(f"export -f {name} / import its libraries", command, python(PARSING))
    yield from _others(folder, pdf)


def _typst(folder: Path) -> tuple[str, ...]:
    """Return a command that only typesets the shipped page, with its data ready made."""
    document = _shipped()
    page = folder / "page.json"
    page.write_text(json.dumps(data(document)), encoding="utf-8")
    fonts = shipped("themes") / "fonts"
    return python(
        "import typst, pathlib\n"
        f"files = {{'main.typ': pathlib.Path({str(TEMPLATE)!r}).read_bytes(),"
        f" 'data.json': pathlib.Path({str(page)!r}).read_bytes()}}\n"
        f"fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False,"
        f" font_paths=[{str(fonts)!r}])\n"
        f"pdf = typst.compile(files, font_paths=fonts, format='pdf', pdf_standards='ua-1')\n"
        f"pathlib.Path({str(folder / 'alone.pdf')!r}).write_bytes(pdf)"
    )


def _others(folder: Path, pdf: tuple[str, ...]) -> Iterator[Row]:
    """Yield programs that others would make the same page with, where they are installed."""
    document = _shipped()
    html, markdown = folder / "page.html", folder / "page.md"
    html.write_bytes(render(document, "html"))
    markdown.write_bytes(render(document, "md"))
    made = str(folder / "other.pdf")
    if program := shutil.which("weasyprint"):
        yield Row("export -f pdf / weasyprint, our HTML", pdf, (program, str(html), made))
    if (program := shutil.which("pandoc")) and shutil.which("weasyprint"):
        engine = (program, str(markdown), "--pdf-engine=weasyprint", "-o", made)
        yield Row("export -f pdf / pandoc with weasyprint", pdf, engine)
    if program:
        word = briefing("export", "-f", "docx", "-o", str(folder / "page.docx"), "--force")
        command = (program, str(markdown), "-o", str(folder / "other.docx"))
        yield Row("export -f docx / pandoc to Word", word, command)


def _shipped() -> Document:
    pack = load(shipped("content") / "us-china-ai").pack
    brief = default_brief(pack)
    assert brief is not None  # the shipped pack has one
    return compose(pack, brief)
