"""PDF: PDF/UA-1 by two checkers, and read back in the order of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import outloud  # type: ignore[import-untyped]
import pdfua
import pytest
from hypothesis import HealthCheck, given, settings

from briefing.compose import compose
from briefing.document import Document
from briefing.export.pdf import render
from briefing.export.text import render as as_text
from briefing.pack.loader import load
from tests.export.briefs import shipped_brief
from tests.export.documents import documents, hostile
from tests.export.pdf_reading import Reading, told
from tests.packs import write_pack

FEW = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])


@pytest.fixture(scope="module")
def brief() -> Document:
    return shipped_brief()


@pytest.fixture(scope="module")
def printed(brief: Document) -> bytes:
    return render(brief)


MISTAKEN = [
    "DOC-040",  # takes a title made up of chance words for a bad one
    "LNK-010",  # takes an address in hostile text for a link that was forgotten
    "ORD-001",  # takes text around many links to be out of order; see `told`
    "TAG-002",  # takes a footer of more than seven words for prose left out of the tree
]


def checked(data: bytes, folder: Path) -> list[str]:
    """Return what pdfua and outloud find wrong, in words."""
    file = folder / "checked.pdf"
    file.write_bytes(data)
    report = pdfua.validate(str(file))
    found = [f"{finding.rule_id} {finding.message}" for finding in report.findings]
    result = outloud.check(str(file), skip=MISTAKEN)
    assert not result.error
    return found + [f"{finding.rule} {finding.message}" for finding in result.findings]


def test_the_shipped_brief_passes_both_checkers(printed: bytes, tmp_path: Path) -> None:
    assert checked(printed, tmp_path) == []


def test_the_brief_of_another_pack_passes_both_checkers(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path)).pack
    assert checked(render(compose(pack, pack.briefs[0])), tmp_path) == []


def test_hostile_text_passes_both_checkers(tmp_path: Path) -> None:
    assert checked(render(hostile()), tmp_path) == []


@FEW
@given(documents())
def test_any_document_passes_both_checkers(document: Document) -> None:
    with TemporaryDirectory() as folder:
        assert checked(render(document), Path(folder)) == []


def _words(lines: Iterable[str]) -> list[str]:
    """Return words without what only draws: bullets, numbers of entries, lines under headings."""
    return [word for line in lines for word in line.split() if word.strip("-=•")]


def _plain(document: Document) -> list[str]:
    """Return the words of the document as plain text, without what the PDF does not print."""
    lines = as_text(document, columns=10_000).split("\n")
    lines = [re.sub(r" <(https?|mailto):[^>]*>", "", line) for line in lines]
    return _words(re.sub(r"^ *(- |\d+\. |\[\d+\] )?", "", line) for line in lines)


def test_the_brief_reads_in_the_order_of_the_text(printed: bytes, brief: Document) -> None:
    assert _words(told(Reading(printed), brief)) == _plain(brief)


def test_hostile_text_reads_as_text() -> None:
    assert _words(told(Reading(render(hostile())), hostile())) == _plain(hostile())


@FEW
@given(documents())
def test_any_document_reads_in_the_order_of_the_text(document: Document) -> None:
    assert _words(told(Reading(render(document)), document)) == _plain(document)
