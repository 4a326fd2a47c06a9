"""Word files: named styles, real headings, lists, tables and footnotes, the words of the text."""

import re
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings

from briefing.compose import compose
from briefing.describe import VIEWS, item, view
from briefing.document import (
    Document,
    Heading,
    Inline,
    Mark,
    Note,
    Paragraph,
    Run,
    Tone,
    run,
)
from briefing.export import text
from briefing.export.docx import render
from briefing.pack.loader import load
from tests.export.documents import HOSTILE, documents, hostile
from tests.export.word_file import WordFile, made, shipped_brief, style_of, value
from tests.packs import write_pack

UNDERLINE = re.compile("=+|-+")


def cites(*numbers: int) -> Paragraph:
    return Paragraph((Run("So."), Mark(numbers)))


def read(document: Document) -> list[str]:
    """Return the lines of a Word file, its notes below their title as in the text export."""
    file = WordFile(render(document))
    lines, notes = file.lines(), file.notes()
    if file.paragraphs("FootnoteText"):
        assert lines.pop() == " ".join(document.notes_title.split())
    lines += [document.notes_title] if notes else []
    lines += [f"[{number}] {notes[number]}" for number in sorted(notes)]
    footer, _, page = file.said(file.part("footer")[0], "footer").partition("\t")
    assert page == "page 1 of 1"
    return told([*lines, footer])


def told(lines: list[str]) -> list[str]:
    """Return lines that say something, their white space folded."""
    folded = (" ".join(line.split()) for line in lines)
    return [line for line in folded if line and not UNDERLINE.fullmatch(line)]


def as_text(document: Document) -> list[str]:
    return told(text.render(document, columns=1_000_000).split("\n"))


def test_the_shipped_brief_says_what_the_text_says() -> None:
    document = shipped_brief()
    assert read(document) == as_text(document)


def test_every_document_of_a_pack_is_sound_and_says_what_the_text_says(tmp_path: Path) -> None:
    pack = load(write_pack(tmp_path)).pack
    pages = [compose(pack, brief) for brief in pack.briefs]
    documents = [item(pack, ref) for ref in pack.items] + [view(pack, name) for name in VIEWS]
    for document in pages + documents:
        assert WordFile(render(document)).faults() == []
        assert read(document) == as_text(document)


@settings(max_examples=50)
@given(documents())
def test_every_document_is_sound_and_says_what_the_text_says(document: Document) -> None:
    assert WordFile(render(document)).faults() == []
    assert read(document) == as_text(document)


def test_hostile_text_is_only_text() -> None:
    file = WordFile(render(hostile()))
    assert file.faults() == []
    assert read(hostile()) == as_text(hostile())
    assert {value(one, "instr") for one in file.all("fldSimple")} == {" NOTEREF _RefNote1 \\f \\h "}


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_properties_are_only_text(text: str) -> None:
    file = render(Document(title=text, meta=text * 9, footer=text, language=text, date=text))
    assert WordFile(file).faults() == []
    assert docx.Document(BytesIO(file)).core_properties.created is None


def test_headings_never_skip_a_level() -> None:
    levels = (4, 2, 3, 5, 2, 9, 9, 9, 9, 9)
    file = made(*(Heading(level, run("x")) for level in levels))
    styles = [style_of(one) for one in file.all("p") if style_of(one) != "Heading1"]
    assert styles == [f"Heading{n}" for n in (2, 2, 3, 4, 2, 3, 4, 5, 6, 6)]


def test_the_title_is_the_one_heading_of_the_first_level() -> None:
    file = made(Heading(1, run("Part")))
    assert file.paragraphs("Heading1") == ["T"]
    assert file.paragraphs("Heading2") == ["Part"]


def test_a_note_cited_twice_is_one_footnote_and_a_reference_to_it() -> None:
    file = made(cites(1), cites(2, 1), notes=2)
    assert file.faults() == []
    assert file.paragraphs("BodyText") == ["So. [1]", "So. [2,1]"]
    assert [value(one, "id") for one in file.all("footnoteReference")] == ["1", "2"]
    assert [value(one, "name") for one in file.all("bookmarkStart")] == ["_RefNote1"]
    assert [value(one, "instr") for one in file.all("fldSimple")] == [" NOTEREF _RefNote1 \\f \\h "]
    assert file.notes() == {1: "Note 1.", 2: "Note 2."}


def test_word_numbers_notes_that_are_first_cited_in_order() -> None:
    file = made(cites(1, 2), cites(2, 3), notes=4)
    assert file.numbers == {"1": "1", "2": "2", "3": "3"}
    assert not any(value(one, "customMarkFollows") for one in file.all("footnoteReference"))
    assert len(file.all("footnoteRef", "footnotes")) == 3


def test_notes_that_are_first_cited_out_of_order_keep_their_numbers() -> None:
    file = made(cites(3), cites(1, 3), notes=3)
    assert file.faults() == []
    assert file.numbers == {"1": "3", "2": "1"}
    assert file.all("footnoteRef", "footnotes") == []
    assert file.paragraphs("BodyText") == ["So. [3]", "So. [1,3]"]
    assert file.notes() == {1: "Note 1.", 2: "Note 2.", 3: "Note 3."}


def test_notes_that_nothing_cites_stand_at_the_end_below_their_title() -> None:
    file = made(cites(1), notes=2)
    assert [file.said(one) for one in file.all("p")] == [
        "T", "So. [1]", "Origins", " [2]\tNote 2.",
    ]  # fmt: skip
    assert file.paragraphs("Heading2") == ["Origins"]


def test_where_every_note_is_cited_no_title_stands_over_nothing() -> None:
    assert made(cites(1), notes=1).paragraphs("Heading2") == []


def test_a_mark_that_leads_to_no_note_is_a_raised_number() -> None:
    file = made(cites(7))
    assert file.faults() == []
    assert file.paragraphs("BodyText") == ["So. [7]"]


def test_marks_that_meet_are_told_apart() -> None:
    line = (Run("So "), Mark((1,)), Run(" "), Mark((2,)), Mark((3,)), Run(" it is."))
    assert made(Paragraph(line)).paragraphs("BodyText") == ["So [1,2,3] it is."]


def test_a_mark_without_numbers_is_nothing() -> None:
    line = (Run("So "), Mark(()), Run("it is."))
    assert made(Paragraph(line)).paragraphs("BodyText") == ["So it is."]


def test_a_mark_in_a_note_is_a_raised_number() -> None:
    notes = (Note(1, (Run("As"), Mark((1,))), "s", "1"),)
    file = WordFile(render(Document(title="T", blocks=(cites(1),), notes=notes)))
    assert file.faults() == []
    assert file.notes() == {1: "As [1]"}


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ((Run(" a  b "),), "a b"),
        ((Run("a "), Run(" b", "strong"), Run("c")), "a bc"),
        ((Run("a\u00a0b"), Run("\n")), "a\u00a0b"),
        (run("{ PAGE } & <w:t>"), "{ PAGE } & <w:t>"),
        (run("\x00\x0b\ufffe\ud800"), "␀␋<U+FFFE><U+D800>"),
    ],
)
def test_how_text_is_written(line: tuple[Inline, ...], said: str) -> None:
    assert made(Paragraph(line)).paragraphs("BodyText") == [said]


@pytest.mark.parametrize(
    ("tone", "style"),
    [("strong", "Strong"), ("emphasis", "Emphasis"), ("muted", "Muted"), ("first", "FirstSide")],
)
def test_tones_are_styles(tone: Tone, style: str) -> None:
    file = made(Paragraph((Run("so", tone),)))
    assert [style_of(one) for one in file.all("r")][1:] == [style]


@pytest.mark.parametrize(
    ("url", "target"),
    [
        ("https://example.org/a?b=1&c=(2)#d", "https://example.org/a?b=1&c=(2)#d"),
        ("HTTP://example.org", "HTTP://example.org"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        (
            "https://example.org/a b|漢%zz%20\u202e",
            "https://example.org/a%20b%7C%E6%BC%A2%25zz%20%E2%80%AE",
        ),
        ("https://example.org/\ud800", "https://example.org/%ED%A0%80"),
    ],
)
def test_links_lead_to_the_web_and_to_mail(url: str, target: str) -> None:
    file = made(Paragraph((Run("so", url=url),)))
    assert (target, False) in file.targets("word/document.xml").values()
    assert file.paragraphs("BodyText") == [f"so <{target}>"]
    assert [style_of(one) for one in file.all("r")][1:] == ["Hyperlink"]


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)", "java\nscript:x", "file:///etc/passwd", "\\\\host\\share", "//a.b",
        "x", "https:", "https:///a", "http://a:b/", "http://[", "http://a@b/", "http://a b/",
        "ht\ntps://a.b", " https://a.b", "mailto:", "ssh://a.b", "data:,x", " ",
    ],
)  # fmt: skip
def test_other_addresses_are_no_links(url: str) -> None:
    file = made(Paragraph((Run("so", url=url),)))
    assert file.all("hyperlink") == []
    assert file.paragraphs("BodyText") == ["so"]


def test_links_of_notes_are_links() -> None:
    notes = (Note(1, (Run("Here", url="https://example.org"), Run(".")), "s", "1"),)
    file = WordFile(render(Document(title="T", blocks=(cites(1),), notes=notes)))
    assert file.targets("word/footnotes.xml") == {"rId1": ("https://example.org", False)}
    assert file.notes() == {1: "Here. <https://example.org>"}
