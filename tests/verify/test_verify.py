"""Every citation held against its text: what is verified, what fails and why."""

from pathlib import Path

import pytest

from briefing.pack.loader import load
from briefing.pack.pack import Pack
from briefing.verify import CheckedLine, Texts, Verification, verify
from tests.packs import edit, write_pack, write_texts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "tides")


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "texts")


def held(folder: Path, texts: Path) -> Verification:
    return verify(read(folder), Texts(texts))


def read(folder: Path) -> Pack:
    return load(folder).pack


def line(found: Verification, item: str, part: str) -> CheckedLine:
    return next(line for line in found.lines if (str(line.ref), line.part) == (item, part))


def told(found: Verification) -> list[str]:
    return [str(problem) for problem in found.problems]


def test_a_citation_is_verified_with_its_paragraph_and_where_the_terms_stand(
    folder: Path, texts: Path
) -> None:
    [check, register] = line(held(folder, texts), "claim:alder-turbines", "claim").checks
    assert check.outcome == "verified"
    [passage] = check.passages
    assert passage.number == 2
    assert [passage.text[start:end] for start, end in passage.spans] == ["42", "T-200"]
    assert register.outcome == "not at hand"


def test_a_good_pack_has_no_problems(folder: Path, texts: Path) -> None:
    found = held(folder, texts)
    assert found.problems == ()
    assert [text.text.state for text in found.texts] == ["as-recorded"]


def test_all_that_cites_is_held_against_its_source(folder: Path, texts: Path) -> None:
    parts = {line.part for line in held(folder, texts).lines}
    assert parts == {"claim", "correction", "position", "rating", "line of support"}


def test_a_line_is_verified_where_one_citation_is_and_not_at_hand_where_none_is(
    folder: Path, texts: Path
) -> None:
    found = held(folder, texts)
    assert line(found, "claim:alder-turbines", "claim").outcome == "verified"
    assert line(found, "claim:alder-price", "correction").outcome == "not at hand"


def test_a_term_that_does_not_stand_in_its_paragraph_fails(folder: Path, texts: Path) -> None:
    edit(folder, "dimensions/price.yaml", '["65 crowns"]', '["65 crowns", "66 crowns"]')
    found = held(folder, texts)
    assert told(found) == [
        'dimensions/price.yaml:16:13: error VER003: "66 crowns" does not stand in "tide-survey", '
        "¶ 3 – name words that stand there, or the paragraph in which they do"
    ]
    failed = line(found, "claim:alder-price", "claim")
    assert failed.outcome == "failed"
    assert failed.checks[0].passages[0].text == "Their power sells at 65 crowns a megawatt-hour."


def test_a_term_may_stand_in_any_of_the_paragraphs_that_are_named(
    folder: Path, texts: Path
) -> None:
    edit(folder, "dimensions/price.yaml", "at: [4, 6]", 'at: [4, 6], terms: ["38", "60/30/10"]')
    assert told(held(folder, texts)) == []


def test_a_citation_past_the_end_of_its_source_fails(folder: Path, texts: Path) -> None:
    edit(folder, "dimensions/price.yaml", "at: [4, 6]", "at: [4, 8, 9]")
    found = held(folder, texts)
    assert told(found) == [
        'dimensions/price.yaml:38:13: error SRC003: "tide-survey" ends with ¶ 7; there is no '
        "¶ 8, 9 – count its lines that hold text"
    ]
    [check] = line(found, "claim:birch-price", "claim").checks
    assert [passage.number for passage in check.passages] == [4]


def test_a_defect_past_the_end_of_its_source_is_told(folder: Path, texts: Path) -> None:
    edit(folder, "sources/tide-survey.md", "at: [3, 4]", "at: [3, 40]")
    assert told(held(folder, texts)) == [
        'sources/tide-survey.md:22:5: error SRC003: "tide-survey" ends with ¶ 7; a defect is '
        "told of ¶ 40 – count its lines that hold text"
    ]


def test_a_wrong_count_of_paragraphs_is_told(folder: Path, texts: Path) -> None:
    edit(folder, "sources/tide-survey.md", "paragraphs: 7", "paragraphs: 9")
    assert told(held(folder, texts)) == [
        'sources/tide-survey.md:2:1: error VER001: "tide-survey" has 7 paragraphs, not 9 – set '
        '"paragraphs" to 7'
    ]


def test_an_edited_text_is_told_once_and_fails_all_its_citations(folder: Path, texts: Path) -> None:
    text = texts / "tide-survey.txt"
    text.write_bytes(text.read_bytes() + b"\n")
    found = held(folder, texts)
    [problem] = told(found)
    assert problem.startswith(
        "sources/tide-survey.md:2:1: error VER001: tide-survey.txt is not the text that was "
        "cited: its SHA-256 is "
    )
    checks = [check for check in found.checks if check.citation.source == "tide-survey"]
    assert {check.outcome for check in checks} == {"failed"}


def test_a_text_that_has_moved_is_told_and_its_citations_are_verified(
    folder: Path, texts: Path
) -> None:
    (texts / "tide-survey.txt").rename(texts / "survey.txt")
    found = held(folder, texts)
    assert told(found) == [
        'sources/tide-survey.md:2:1: warning VER001: the text of "tide-survey" is not in '
        'tide-survey.txt but in survey.txt – rename the file, or say so in "text_file"'
    ]
    assert line(found, "claim:alder-turbines", "claim").outcome == "verified"


def test_a_text_that_cannot_be_read_fails_its_citations(folder: Path, texts: Path) -> None:
    (texts / "tide-survey.txt").write_bytes(b"\0")
    found = held(folder, texts)
    assert told(found) == [
        "sources/tide-survey.md:2:1: error VER002: tide-survey.txt: not a text: it holds null "
        "bytes – keep texts as plain files in UTF-8"
    ]
    assert line(found, "claim:alder-turbines", "claim").outcome == "failed"


def test_a_missing_text_is_no_problem_and_not_at_hand(folder: Path, texts: Path) -> None:
    (texts / "tide-survey.txt").unlink()
    found = held(folder, texts)
    assert found.problems == ()
    assert {check.outcome for check in found.checks} == {"not at hand"}


def test_a_locator_that_is_no_paragraph_fails_where_there_is_a_text(
    folder: Path, texts: Path
) -> None:
    edit(folder, "dimensions/price.yaml", 'at: 3, terms: ["65 crowns"]', "at: Table 1")
    assert told(held(folder, texts)) == [
        'dimensions/price.yaml:16:13: error SRC003: "at" must be a paragraph of "tide-survey", '
        'but is "Table 1"'
    ]
