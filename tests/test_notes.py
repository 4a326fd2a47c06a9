"""Notes: one number for each place in a source, in order of first use, told in few words."""

from pathlib import Path

import pytest

from briefing.document import Mark, Note, Run, plain
from briefing.notes import Notes
from briefing.pack.loader import load
from briefing.pack.model import Citation
from briefing.pack.pack import Pack
from tests.packs import edit, write_pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path)


@pytest.fixture
def pack(folder: Path) -> Pack:
    return load(folder).pack


def survey(*at: int) -> Citation:
    return Citation(source="tide-survey", at=at)


def register(at: str) -> Citation:
    return Citation(source="price-register", at=at)


def told(notes: Notes) -> list[str]:
    return [plain(note.line) for note in notes.all()]


def test_numbers_run_in_order_of_first_use(pack: Pack) -> None:
    notes = Notes(pack)
    assert notes.mark([register("Table 1"), survey(3)]) == Mark((1, 2))
    assert notes.mark([survey(4)]) == Mark((3,))
    assert [(note.number, note.source, note.locator) for note in notes.all()] == [
        (1, "price-register", "Table 1"),
        (2, "tide-survey", "¶ 3"),
        (3, "tide-survey", "¶ 4"),
    ]


def test_the_same_place_keeps_its_number(pack: Pack) -> None:
    notes = Notes(pack)
    notes.mark([survey(3)])
    assert notes.mark([survey(3), survey(3)]) == Mark((1,))


def test_a_mark_tells_its_numbers_in_order_whatever_is_cited_first(pack: Pack) -> None:
    notes = Notes(pack)
    notes.mark([survey(3)])
    assert notes.mark([register("Table 1"), survey(3)]) == Mark((1, 2))


def test_nothing_cited_gives_a_mark_without_numbers(pack: Pack) -> None:
    notes = Notes(pack)
    assert notes.mark([]) == Mark(())
    assert notes.all() == ()


def test_the_first_note_of_a_source_is_full_and_later_ones_point_to_it(pack: Pack) -> None:
    notes = Notes(pack)
    notes.mark([register("Table 1"), survey(3), survey(4, 6), register("p. 5")])
    assert told(notes) == [
        "Register of prices (Bureau of Prices, May 2025), Table 1. Reliable; excerpt.",
        "Tide survey (about January 2025), ¶ 3. Fairly reliable.",
        "As note 2, ¶ 4, 6.",
        "As note 1, p. 5.",
    ]


def test_an_issuer_that_the_label_names_is_not_named_twice(folder: Path) -> None:
    edit(
        folder,
        "sources/tide-survey.md",
        "title-short: Tide survey",
        "title-short: Straits and tides, survey",
    )
    notes = Notes(load(folder).pack, reasons=True)
    notes.mark([survey(3)])
    assert told(notes) == [
        "Straits and tides, survey (about January 2025), ¶ 3. Fairly reliable. "
        "Careful with counts, careless in print."
    ]


def test_a_source_that_was_not_read_is_told_as_such(pack: Pack) -> None:
    notes = Notes(pack)
    notes.mark([Citation(source="strait-gazette", at="page 2")])
    assert told(notes) == [
        "One strait, one builder (Strait Gazette, no date), page 2. Cannot be judged; not read."
    ]


def test_with_reasons_a_note_says_who_issued_a_source_and_why_it_has_its_grade(pack: Pack) -> None:
    notes = Notes(pack, reasons=True)
    notes.mark([register("Table 1"), register("Table 2"), survey(3)])
    assert told(notes) == [
        "Register of prices (Bureau of Prices, May 2025), Table 1. Reliable; excerpt. "
        "The legal record of what was paid.",
        "As note 1, Table 2.",
        "Tide survey (Straits and Tides, about January 2025), ¶ 3. Fairly reliable. "
        "Careful with counts, careless in print.",
    ]


def test_the_label_links_to_the_source_and_the_grade_has_its_tone(pack: Pack) -> None:
    notes = Notes(pack)
    notes.mark([survey(3)])
    [note] = notes.all()
    assert isinstance(note, Note)
    assert note.line[0] == Run("Tide survey", url="https://example.org/survey")
    assert Run("Fairly reliable", "caution") in note.line
