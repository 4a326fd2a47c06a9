"""Pages in any format as lines of text, whatever stands in the file."""

import zipfile
from io import BytesIO

import pytest

from briefing.problems import CannotRead
from briefing.trace import imprint, read_page

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(document: str, **parts: str) -> bytes:
    """Return a Word file with these parts."""
    made = BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in {"document": document, **parts}.items():
            file.writestr(f"word/{name}.xml", content)
    return made.getvalue()


def test_markdown_is_read_without_marks_and_targets_its_cells_apart() -> None:
    text = "# Title\n\n| a | b |\n| --- | --- |\n| one[^1] | [two](https://example.org/x) \\| 3 |\n"
    assert read_page(text.encode()) == [
        *("# Title", "a", "b", "---", "---"),
        *("one", "[two] \\| 3"),
    ]


def test_plain_text_is_read_without_marks_and_addresses_even_if_wrapped() -> None:
    text = "A line. [3,4]\nA note <https://example.org/a\n  b>.\n"
    assert read_page(text.encode()) == ["A line.", "A note ."]


def test_columns_beside_each_other_are_read_one_after_the_other() -> None:
    text = (
        "Price            Alder sells at    Birch sells at\n"
        "                 65 crowns.  1     38 crowns.\n"
        "Permits          Builders wait.    Nobody knows.\n"
        "A line of its own.\n"
    )
    assert read_page(text.encode()) == [
        *("Price", "Permits"),
        *("Alder sells at", "65 crowns.", "1", "Builders wait."),
        *("Birch sells at", "38 crowns.", "Nobody knows."),
        "A line of its own.",
    ]


def test_wide_spaces_between_sentences_make_no_columns() -> None:
    text = "One line.  It goes on\nand on, for long.  Then it\nis over.  So there.\n"
    assert " ".join(read_page(text.encode())) == " ".join(text.split())


def test_a_web_page_is_read_block_by_block_without_what_is_not_seen() -> None:
    text = (
        "<!DOCTYPE html><html><head><title>No</title><style>p {}</style></head><body>"
        "<p>One <strong>line</strong><sup><a href='#n'>1</a></sup>.</p><table><tr><td>a<td>b"
        "</table><script>no()</script><p>Two &amp; <a role='doc-backlink' href='#m'>↑</a></p>"
    )
    assert read_page(text.encode()) == ["One line.", "a", "b", "Two &"]


def test_a_word_file_is_read_with_its_notes_and_its_foot_without_raised_numbers() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    document = f"<w:d {W}><w:p><w:r><w:t>One </w:t><w:t>line</w:t></w:r>{raised}</w:p></w:d>"
    foot = f"<w:f {W}><w:p><w:r><w:t>foot</w:t></w:r></w:p></w:f>"
    notes = f"<w:n {W}><w:p><w:r><w:t>note</w:t></w:r></w:p></w:n>"
    data = word(document, footer1=foot, footnotes=notes)
    assert read_page(data) == ["One line", "note", "foot"]


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7\nnonsense", "cannot be read as a PDF: "),
        (b"PK\x03\x04nonsense", "cannot be read as a Word file: File is not a zip file"),
        (word("<w:d"), "cannot be read as a Word file: "),
        (
            word('<!DOCTYPE x [<!ENTITY a "b">]><w:d/>'),
            "cannot be read as a Word file: word/document.xml is not as Word writes it",
        ),
        (word(" " * (33 * 1024 * 1024)), "word/document.xml is not as Word writes it"),
        (b"\xff\xfe\x00x", "no PDF, no Word file, and not UTF-8: byte 0xff"),
        (b"x" * (32 * 1024 * 1024 + 1), "larger than 32 MiB"),
        (b"@article{a,\n  title = {b},\n}\n", "a bibliography, and no page"),
        (b'[\n  {"id": "a"}\n]\n', "a bibliography, and no page"),
    ],
)
def test_what_is_no_page_is_told(data: bytes, message: str) -> None:
    with pytest.raises(CannotRead) as caught:
        read_page(data)
    assert message in str(caught.value)


def test_a_zip_file_that_is_no_word_file_is_told() -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as file:
        file.writestr("x", "y")
    with pytest.raises(CannotRead, match="a zip file, but no Word file"):
        read_page(made.getvalue())


def test_a_foot_may_be_broken_over_lines_and_be_that_of_a_recipe_of_ones_own() -> None:
    lines = ["text", "tidal-power 1.0 ·", "content 0123456789ab · brief mine, own recipe"]
    assert imprint(lines) == ("tidal-power", "1.0", "0123456789ab", "mine")
    assert imprint(["tidal-power · content 0123456789ab"]) == (
        *("tidal-power", "", "0123456789ab", ""),
    )
    assert imprint(["content of the page"]) is None
