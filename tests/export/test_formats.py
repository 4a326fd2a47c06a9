"""The registry of formats: every format has a name, a suffix, and gives UTF-8."""

import subprocess
import sys

import pytest

from briefing.document import Document, Paragraph, run
from briefing.export import FORMATS, render

DOCUMENT = Document(title="Lead – 漢", blocks=(Paragraph(run("So it is.")),))


def test_every_format_goes_by_its_own_name() -> None:
    assert {name: made.name for name, made in FORMATS.items()} == {n: n for n in FORMATS}


def test_every_format_has_a_suffix_of_its_own() -> None:
    suffixes = [made.suffix for made in FORMATS.values()]
    assert all(suffix.startswith(".") for suffix in suffixes)
    assert len(set(suffixes)) == len(suffixes)


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("md", "# Lead – 漢\n\nSo it is.\n"),
        ("txt", "Lead – 漢\n=========\n\nSo it is.\n"),
    ],
)
def test_text_formats_give_utf_8(name: str, data: str) -> None:
    assert render(DOCUMENT, name) == data.encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    assert render(DOCUMENT, name) == render(DOCUMENT, name)


def test_an_unknown_format_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        render(DOCUMENT, "doc")


def test_the_registry_loads_no_format() -> None:
    script = "import sys, briefing.export; print(*[n for n in sys.modules if 'briefing.exp' in n])"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True)
    assert done.stdout.split() == [b"briefing.export"]
