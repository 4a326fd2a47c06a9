"""The texts of sources: which are at hand, what state they are in, and their paragraphs."""

from hashlib import sha256
from pathlib import Path

import pytest
from msgspec.structs import replace

from briefing.pack.loader import load
from briefing.pack.source import Source
from briefing.problems import CannotRead
from briefing.verify import Text, Texts, paragraphs
from tests.packs import SURVEY_TEXT, write_pack, write_texts


@pytest.fixture
def survey(tmp_path: Path) -> Source:
    source = load(write_pack(tmp_path / "tides")).pack.source("tide-survey")
    assert source is not None
    return source


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "texts")


def read(folder: Path, source: Source) -> Text:
    text = Texts(folder).of(source)
    assert text is not None
    return text


def test_paragraphs_are_the_lines_that_hold_a_visible_character() -> None:
    text = "one\n\n \u00a0\t\n\u200b\u2060\ufeff\n\u3164\u2800\n\x0c\n\u0301\ntwo\r\nthree\rfour"
    assert paragraphs(text) == ("one", "two", "three", "four")


def test_paragraphs_are_trimmed_of_what_does_not_show() -> None:
    assert paragraphs("\u200b\u00a0 one \u200btwo\u3000\u200e\n") == ("one \u200btwo",)


def test_only_line_ends_end_a_line() -> None:
    assert paragraphs("one\u2028two\x0bthree\x85four") == ("one\u2028two\x0bthree\x85four",)


def test_a_text_with_the_hash_on_record_is_as_recorded(folder: Path, survey: Source) -> None:
    text = read(folder, survey)
    assert (text.file, text.state, text.reason) == ("tide-survey.txt", "as-recorded", "")
    assert text.sha256 == survey.sha256
    assert len(text.paragraphs) == 7
    assert text.paragraphs[4] == "A permit takes 50 years."


def test_the_paragraphs_of_a_source_can_be_asked_for(folder: Path, survey: Source) -> None:
    assert Texts(folder).paragraphs(survey)[0] == "Tidal power in Alderland: a survey"
    assert Texts(folder).paragraphs(replace(survey, text_file=None, sha256=None)) == ()


def test_a_byte_order_mark_is_no_text(folder: Path, survey: Source) -> None:
    data = b"\xef\xbb\xbf" + SURVEY_TEXT.encode()
    (folder / "tide-survey.txt").write_bytes(data)
    text = read(folder, replace(survey, sha256=sha256(data).hexdigest()))
    assert (text.state, text.paragraphs[0]) == (
        "as-recorded",
        "Tidal power in Alderland: a survey",
    )


def test_a_text_with_another_hash_was_edited(folder: Path, survey: Source) -> None:
    (folder / "tide-survey.txt").write_text("something else")
    text = read(folder, survey)
    assert (text.state, text.paragraphs) == ("edited", ("something else",))


def test_a_text_under_another_name_has_moved(folder: Path, survey: Source) -> None:
    (folder / "tide-survey.txt").rename(folder / "survey-2025.txt")
    text = read(folder, survey)
    assert (text.state, text.file, len(text.paragraphs)) == ("moved", "survey-2025.txt", 7)


def test_a_text_that_is_not_there_is_missing(folder: Path, survey: Source) -> None:
    (folder / "tide-survey.txt").unlink()
    assert read(folder, survey) == Text("tide-survey.txt", "missing")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"MZ\0\0", "not a text: it holds null bytes"),
        ("Größe".encode("latin-1"), "not UTF-8: byte 0xf6 after 2 others"),
        ("survey".encode("utf-16"), "not a text: it holds null bytes"),
        (b"x" * 100_001, "it holds a line of more than 100,000 characters"),
        (b"x\n" * (8 * 1024 * 1024 + 1), "larger than 16 MiB"),
    ],
)
def test_what_is_no_text_is_told(folder: Path, survey: Source, data: bytes, reason: str) -> None:
    (folder / "tide-survey.txt").write_bytes(data)
    text = read(folder, survey)
    assert (text.state, text.reason, text.paragraphs) == ("unreadable", reason, ())


def test_links_and_folders_are_not_read(folder: Path, survey: Source, tmp_path: Path) -> None:
    file = folder / "tide-survey.txt"
    file.rename(tmp_path / "elsewhere.txt")
    file.symlink_to(tmp_path / "elsewhere.txt")
    assert read(folder, survey).reason == "symbolic links are not read"
    file.unlink()
    file.mkdir()
    assert read(folder, survey).reason == "not a plain file"


def test_a_folder_that_cannot_be_listed_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="none: No such file or directory"):
        Texts(tmp_path / "none")
