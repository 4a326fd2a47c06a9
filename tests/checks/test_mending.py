"""Mends that are certain: what they change, and that they change nothing else."""

from pathlib import Path

import pytest

from briefing.checks.mending import mended
from briefing.pack.loader import load
from tests.checks.clean_pack import JUDGEMENTS, PACK, PRICE, SO_WHAT, found, report
from tests.packs import edit


def mend(folder: Path) -> int:
    """Mend a pack and return how many mends there were."""
    files, number = mended(folder, report(folder).found)
    for path, data in files.items():
        (folder / path).write_bytes(data)
    return number


def test_a_range_is_written_after_each_term(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: >-\n  A fall is very\n  likely, a rise unlikely.")
    before = (clean / PRICE).read_text()
    assert mend(clean) == 2
    after = before.replace("likely, a rise unlikely.", "likely (80–95%), a rise unlikely (20–45%).")
    assert (clean / PRICE).read_text() == after
    assert found(clean) == []


def test_line_ends_and_the_byte_order_mark_stay(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: A fall is likely.")
    path = clean / PRICE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    assert mend(clean) == 1
    mark = "likely (55–80%)".encode()
    assert path.read_bytes() == before.replace(b"is likely", b"is " + mark)


def test_a_range_follows_a_term_that_is_stressed_in_part(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: A fall is *very* likely. # yes")
    assert mend(clean) == 1
    text = (clean / PRICE).read_text()
    assert "so_what: A fall is *very* likely (80–95%). # yes\n" in text


@pytest.mark.parametrize(
    "text",
    [
        "A likely story is told.",
        "The very likely buyers wait.",
        "Likely buyers wait.",
        "A fall is likely (0.55–0.80) here.",
        "A fall is likely (see Table 1).",
    ],
)
def test_where_a_range_belongs_elsewhere_it_is_left_to_a_person(clean: Path, text: str) -> None:
    edit(clean, PRICE, SO_WHAT, f"so_what: {text}")
    assert [problem.split()[2] for problem in found(clean)] == ["LEX002:"]
    assert mend(clean) == 0


def test_words_that_are_spelt_by_escapes_are_not_mended_in_another_field(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, 'so_what: "A fall is l\\u0069kely."')
    headline = "headline: Dearer, with the sums in the open."
    edit(clean, PRICE, headline, "headline: A fall is likely (55–80%).")
    before = (clean / PRICE).read_bytes()
    [problem] = found(clean)
    assert problem.startswith(f"{PRICE}:5:10: warning LEX002: ")
    assert mend(clean) == 0
    assert (clean / PRICE).read_bytes() == before


def test_a_wrong_range_is_left_to_a_person(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: A fall is likely (50–60%).")
    assert mend(clean) == 0


def test_unsafe_characters_are_taken_out(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: A\u202e fall\u200f.")
    assert mend(clean) == 2
    assert load(clean).pack.dimensions[0].so_what == "A fall."


@pytest.mark.parametrize("separator", ["\u2028", "\u2029", "\x0b", "\x0c", "\x85"])
def test_what_parts_words_becomes_a_space(clean: Path, separator: str) -> None:
    edit(clean, PRICE, SO_WHAT, f"so_what: A{separator}fall.")
    assert mend(clean) == 1
    assert load(clean).pack.dimensions[0].so_what == "A fall."


def test_an_escaped_unsafe_character_is_left_to_a_person(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, 'so_what: "A\\u202e fall."')
    assert mend(clean) == 0


@pytest.mark.parametrize(
    "waiver",
    [
        "waive: {LEX004: why}",
        "waive:\n  LEX004: why",
        "waive:\n  LEX004: >-\n    why it is so,\n    on two lines",
    ],
)
def test_a_stale_waiver_is_taken_out_with_its_lines(clean: Path, waiver: str) -> None:
    before = (clean / PACK).read_bytes()
    edit(clean, PACK, "lexicon: icd203\n", f"{waiver}\nlexicon: icd203\n")
    assert mend(clean) == 1
    assert (clean / PACK).read_bytes() == before


@pytest.mark.parametrize(
    "waiver",
    [
        "waive:\n  # why\n  LEX004: why",
        "waive: # why\n  LEX004: why",
        "waive:\n  LEX004: why\n  # so much for that",
        "waive: {\n  LEX004: why,\n  LEX005: why\n}",
        "waive:\n  {LEX004: why,\n   LEX005: why}",
    ],
)
def test_a_waiver_that_a_comment_or_a_brace_stands_with_is_left_to_a_person(
    clean: Path, waiver: str
) -> None:
    edit(clean, PACK, "lexicon: icd203\n", f"{waiver}\nlexicon: icd203\n")
    assert mend(clean) == 0


@pytest.mark.parametrize(
    ("waiver", "left"),
    [
        ("waive:\n\n  LEX004: why\n", "\n"),
        ("waive:\n  LEX004: why\n\n  LEX005: why\n", "\n"),
        ("waive:\n  LEX004: >-\n    one\n\n    two\n  LEX005: why\n", ""),
    ],
)
def test_stale_waivers_are_taken_out_whatever_lines_are_empty(
    clean: Path, waiver: str, left: str
) -> None:
    before = (clean / PACK).read_text()
    edit(clean, PACK, "lexicon: icd203\n", f"{waiver}lexicon: icd203\n")
    mend(clean)
    assert (clean / PACK).read_text() == before.replace("lexicon:", f"{left}lexicon:")


def test_other_waivers_stay(clean: Path) -> None:
    edit(clean, PRICE, SO_WHAT, "so_what: Perhaps not.")
    edit(clean, PACK, "lexicon:", "waive:\n  LEX004: why\n  LEX005: why\n  STY001: why\nlexicon:")
    assert mend(clean) == 2
    assert load(clean).pack.manifest.waive == {"LEX004": "why"}
    assert found(clean) == []


@pytest.mark.parametrize(
    ("waiver", "left"),
    [
        ("waive: {LEX004: why, LEX005: why}", "waive: {LEX004: why}"),
        ("waive: {LEX005: why, LEX004: why}  # kept", "waive: {LEX004: why}  # kept"),
        ("waive: {STY001: 'a, b', LEX004: why, LEX005: \"c, {d}\"}", "waive: {LEX004: why}"),
    ],
)
def test_stale_waivers_among_others_on_a_line_are_taken_out(
    clean: Path, waiver: str, left: str
) -> None:
    edit(clean, PRICE, SO_WHAT, f"so_what: Perhaps not.\n{waiver}")
    assert mend(clean) in {1, 2}
    assert f"so_what: Perhaps not.\n{left}\n" in (clean / PRICE).read_text()
    assert found(clean) == []


@pytest.mark.parametrize("waiver", ["waive: {LEX004: why}", "waive:\n    LEX004: why"])
def test_the_last_waiver_of_an_item_that_begins_with_it_is_left_to_a_person(
    clean: Path, waiver: str
) -> None:
    edit(clean, JUDGEMENTS, "- id: gap", f"- {waiver}\n  id: gap")
    assert mend(clean) == 0
