"""What a field may hold: every FLD rule, the date and id rules, and their exact words."""

from pathlib import Path

import pytest

from briefing.pack.loader import load
from briefing.pack.recipe import GapsBlock
from tests.packs import edit, told, write_pack

PACK = "pack.yaml"
PRICE = "dimensions/price.yaml"
PERMITS = "dimensions/permits.yaml"
JUDGEMENTS = "judgements.yaml"
OSTBERG = "experts/mira-ostberg.md"
CARRY_ON = "options/carry-on.md"
SURVEY = "sources/tide-survey.md"
BRIEF = "briefs/one-pager.yaml"

BROKEN_FIELDS = {
    "an unknown key": (
        PACK,
        'version: "1.0"',
        'versoin: "1.0"',
        [
            'pack.yaml:4:1: error FLD001: unknown key "versoin" in a pack'
            " – did you mean 'version'?"
        ],
    ),
    "an unknown key like no other": (
        JUDGEMENTS,
        "  because: Two",
        "  zzz: Two",
        [
            'judgements.yaml:1:3: error UNC001: a judgement needs "because"',
            'judgements.yaml:5:3: error FLD001: unknown key "zzz" in a judgement – it may hold '
            "id, text, likelihood, confidence, because, for, against, changes_if, waive",
        ],
    ),
    "a missing field": (
        PERMITS,
        "so_what: Waiting costs more than the turbines do.\n",
        "",
        ['dimensions/permits.yaml:1:1: error FLD002: a dimension needs "so_what"'],
    ),
    "an author without a name": (
        SURVEY,
        "{literal: Survey Team}",
        "{given: Åsa}",
        [
            'sources/tide-survey.md:8:5: error FLD002: an author needs "family" or "literal"',
        ],
    ),
    "a list for text": (
        PACK,
        "title: Alderland and Birchmark in tidal power",
        "title: [a, b]",
        ['pack.yaml:3:8: error FLD003: "title" must be text, but is a list'],
    ),
    "a mapping for text": (
        PACK,
        "title: Alderland and Birchmark in tidal power",
        "title: {a: b}",
        ['pack.yaml:3:8: error FLD003: "title" must be text, but is a mapping'],
    ),
    "text for a list": (
        JUDGEMENTS,
        "for: [alder-price, alder-turbines]",
        "for: alder-price",
        ['judgements.yaml:6:8: error FLD003: "for" must be a list, but is text'],
    ),
    "a claim for a judgement and against it": (
        JUDGEMENTS,
        "against: [birch-price]",
        "against: [birch-price, alder-price, alder-price]",
        [
            'judgements.yaml:7:12: error ALT001: the claim "alder-price" is named for the '
            "judgement and against it – name it on one side, and in “against” what speaks against "
            "the judgement"
        ],
    ),
    "text for a mapping": (
        PERMITS,
        "  birch:\n    not_comparable: Birchmark does not publish its permits.",
        "  birch: nothing",
        ["dimensions/permits.yaml:19:10: error FLD003: an entry must be a mapping, but is text"],
    ),
    "a list for a mapping of ids": (
        CARRY_ON,
        "ratings:\n  effect: {value: low, why: Nothing changes., basis: editor}\n",
        "ratings: [low]\nratings_of_old:\n",
        [
            'options/carry-on.md:6:10: error FLD003: "ratings" must be a mapping, but is a list',
            'options/carry-on.md:7:1: error FLD001: unknown key "ratings_of_old" in an option'
            " – did you mean 'ratings'?",
        ],
    ),
    "text for a number": (
        BRIEF,
        "max_pages: 1",
        "max_pages: one",
        [
            'briefs/one-pager.yaml:4:12: error FLD003: "max_pages" must be a whole number from 1, '
            'but is "one"'
        ],
    ),
    "a number too small": (
        BRIEF,
        "max_pages: 1",
        "max_pages: 0",
        [
            'briefs/one-pager.yaml:4:12: error FLD003: "max_pages" must be a whole number from 1, '
            'but is "0"'
        ],
    ),
    "yes for true": (
        CARRY_ON,
        "status_quo: true",
        "status_quo: yes",
        [
            'options/carry-on.md:5:13: error FLD003: "status_quo" must be true or false, '
            'but is "yes"'
        ],
    ),
    "a list for a choice": (
        PRICE,
        "kind: forecast",
        "kind: [forecast]",
        ['dimensions/price.yaml:42:15: error FLD003: "kind" must be text, but is a list'],
    ),
    "paragraph nought": (
        PRICE,
        "at: 3,",
        "at: 0,",
        [
            'dimensions/price.yaml:16:39: error FLD003: "at" must be a paragraph number from 1, '
            'a list of them, or a locator – such as 17, [9, 11] or "Table 1"'
        ],
    ),
    "an empty list of paragraphs": (
        PRICE,
        "at: [4, 6]",
        "at: []",
        [
            'dimensions/price.yaml:38:39: error FLD003: "at" must be a paragraph number from 1, '
            'a list of them, or a locator – such as 17, [9, 11] or "Table 1"'
        ],
    ),
    "a list of blocks that is text": (
        BRIEF,
        "blocks:\n  - bottom-line\n",
        "blocks: bottom-line\nrest:\n",
        [
            'briefs/one-pager.yaml:5:9: error FLD003: "blocks" must be a list, but is text',
            'briefs/one-pager.yaml:6:1: error FLD001: unknown key "rest" in a brief – it may hold '
            "id, title, page, max_pages, attribution, blocks, waive",
        ],
    ),
    "a block with two names": (
        BRIEF,
        "  - judgements: {items: [gap-narrows]}\n",
        "  - judgements: {items: [gap-narrows]}\n    changes:\n",
        [
            "briefs/one-pager.yaml:8:5: error FLD003: a block must be one name, with what belongs "
            "to it after a colon"
        ],
    ),
    "a word that is not offered, near one": (
        PRICE,
        "kind: forecast",
        "kind: forcast",
        [
            'dimensions/price.yaml:42:15: error FLD004: "kind" cannot be "forcast"'
            " – did you mean 'forecast'?"
        ],
    ),
    "a word that is not offered, near none": (
        PRICE,
        "kind: forecast",
        "kind: zzz",
        [
            'dimensions/price.yaml:42:15: error FLD004: "kind" cannot be "zzz"'
            " – it may be estimate, fact, forecast, judgement"
        ],
    ),
    "an unknown block": (
        BRIEF,
        "  - changes\n",
        "  - changs\n",
        ["briefs/one-pager.yaml:11:5: error FLD004: no block \"changs\" – did you mean 'changes'?"],
    ),
    "a better end that is no end": (
        PACK,
        "better: high",
        "better: medium",
        [
            'pack.yaml:16:68: error FLD004: "better" must be an end of the scale: low or high',
        ],
    ),
    "a format to come": (
        PACK,
        "format: 1",
        "format: 2",
        ['pack.yaml:1:9: error FLD004: "format" cannot be "2" – it may be 1'],
    ),
    "a rating off the scale": (
        CARRY_ON,
        "{value: low, why: Nothing changes., basis: editor}",
        "{value: huge, why: Nothing changes., basis: editor}",
        [
            'options/carry-on.md:7:19: error FLD004: "huge" is not on the scale of "effect"'
            " – it may be low, medium, high"
        ],
    ),
    "a claim of a dimension that the comparison leaves out": (
        BRIEF,
        "dimensions: [price, permits]",
        "dimensions: [permits]",
        [
            'briefs/one-pager.yaml:7:49: error FLD004: the claim "alder-price" belongs to "price"'
            " – add that dimension to the comparison, or take the claim out",
            'briefs/one-pager.yaml:7:49: error FLD004: the claim "birch-price" belongs to "price"'
            " – add that dimension to the comparison, or take the claim out",
        ],
    ),
    "an empty field": (
        PACK,
        "title: Alderland and Birchmark in tidal power",
        "title:",
        ['pack.yaml:3:7: error FLD005: "title" is empty'],
    ),
    "a field of spaces": (
        PACK,
        "title: Alderland and Birchmark in tidal power",
        'title: "  "',
        ['pack.yaml:3:8: error FLD005: "title" is empty'],
    ),
    "a claim without citations": (
        PERMITS,
        "cites:\n          - {source: tide-survey, at: 5}",
        "cites: []",
        ['dimensions/permits.yaml:13:16: error SRC001: a claim needs "cites"'],
    ),
    "three sides": (
        PACK,
        "  - {id: birch, name: Birchmark, short: BM}\n",
        "  - {id: birch, name: Birchmark, short: BM}\n  - {id: third, name: Third}\n",
        ['pack.yaml:10:3: error FLD005: "sides" must hold exactly 2, but holds 3'],
    ),
    "an id in capitals": (
        BRIEF,
        "id: one-pager",
        "id: One Pager",
        [
            'briefs/one-pager.yaml:1:5: error FLD006: "id" must be lower-case words joined by '
            'hyphens, but is "One Pager"'
        ],
    ),
    "an address of another kind": (
        SURVEY,
        "URL: https://example.org/survey",
        "URL: javascript:alert(1)",
        [
            'sources/tide-survey.md:13:6: error FLD006: "URL" must be an http or https address, '
            'but is "javascript:alert(1)"'
        ],
    ),
    "a text file in another folder": (
        SURVEY,
        "text_file: tide-survey.txt",
        "text_file: ../tide-survey.txt",
        [
            'sources/tide-survey.md:24:12: error FLD006: "text_file" must be a file name without '
            'folders, but is "../tide-survey.txt"'
        ],
    ),
    "a text file that is a folder": (
        SURVEY,
        "text_file: tide-survey.txt",
        'text_file: ".."',
        [
            'sources/tide-survey.md:24:12: error FLD006: "text_file" must be a file name without '
            'folders, but is ".."'
        ],
    ),
    "a date in words": (
        PACK,
        "as_of: 2025-06-30",
        "as_of: June 2025",
        [
            'pack.yaml:5:8: error FLD006: "as_of" must be a date such as 2025-01 or 2025-01-29, '
            'but is "June 2025"'
        ],
    ),
    "a date in wide digits": (
        PACK,
        "as_of: 2025-06-30",
        "as_of: ２０２５",
        [
            'pack.yaml:5:8: error FLD006: "as_of" must be a date such as 2025-01 or 2025-01-29, '
            'but is "２０２５"'
        ],
    ),
    "a date that the calendar does not have": (
        PACK,
        "as_of: 2025-06-30",
        "as_of: 2025-02-30",
        ['pack.yaml:5:8: error FLD006: "as_of": there is no date 2025-02-30'],
    ),
    "a month that the calendar does not have": (
        OSTBERG,
        "date: 2025-01\n",
        "date: 2025-13\n",
        ['experts/mira-ostberg.md:23:11: error FLD006: "date": there is no date 2025-13'],
    ),
    "a doubtful date that the calendar does not have": (
        SURVEY,
        "issued: 2025-01~",
        "issued: 2025-02-29?",
        ['sources/tide-survey.md:11:9: error FLD006: "issued": there is no date 2025-02-29?'],
    ),
    "a doubtful date where none may stand": (
        SURVEY,
        "accessed: 2025-06-01",
        "accessed: 2025-06~",
        [
            'sources/tide-survey.md:12:11: error FLD006: "accessed" must be a date such as 2025-01 '
            'or 2025-01-29, but is "2025-06~"'
        ],
    ),
}


@pytest.mark.parametrize(
    ("path", "old", "new", "expected"), BROKEN_FIELDS.values(), ids=BROKEN_FIELDS.keys()
)
def test_a_broken_field_is_told_at_its_place(
    path: str, old: str, new: str, expected: list[str], tmp_path: Path
) -> None:
    assert told(edit(write_pack(tmp_path), path, old, new)) == expected


def test_words_that_yaml_would_turn_into_other_things_stay_text(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    edit(folder, PACK, "name: Alderland, short: AL", "name: no, short: 1e3")
    edit(folder, PACK, "name: Birchmark, short: BM", "name: 2020-01-01, short: 0x1F")
    edit(folder, PACK, 'version: "1.0"', "version: 1.10")
    edit(folder, PACK, "short: Open grid", "short: null")
    loaded = load(folder)
    assert loaded.problems == ()
    assert [(side.name, side.short) for side in loaded.pack.sides] == [
        ("no", "1e3"),
        ("2020-01-01", "0x1F"),
    ]
    assert loaded.pack.manifest.version == "1.10"
    assert loaded.pack.questions[0].short == "null"


@pytest.mark.parametrize(
    "issued", ["2025", "2025-01", "2025-01-29", "2025?", "2025-01~", "unknown"]
)
def test_a_source_may_be_dated_loosely(issued: str, tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), SURVEY, "issued: 2025-01~", f"issued: {issued}")
    loaded = load(folder)
    assert loaded.problems == ()
    source = loaded.pack.source("tide-survey")
    assert source is not None
    assert source.issued == issued


@pytest.mark.parametrize(
    ("written", "at", "locator"),
    [
        ("3", (3,), "¶ 3"),
        ("[9, 11]", (9, 11), "¶ 9, 11"),
        ("Table 1", "Table 1", "Table 1"),
        ('"3"', (3,), "¶ 3"),
    ],
)
def test_a_citation_names_paragraphs_or_a_place(
    written: str, at: tuple[int, ...] | str, locator: str, tmp_path: Path
) -> None:
    folder = edit(write_pack(tmp_path), PRICE, "at: p. 5", f"at: {written}")
    citation = load(folder).pack.claims["alder-turbines"].cites[1]
    assert (citation.at, citation.locator) == (at, locator)


def test_text_over_several_lines_keeps_them(tmp_path: Path) -> None:
    folder = edit(write_pack(tmp_path), BRIEF, "gaps: What", "gaps: |\n      One.\n      What")
    gaps = load(folder).pack.briefs[0].blocks[6]
    assert isinstance(gaps, GapsBlock)
    assert gaps.text == "One.\nWhat Birchmark pays its builders is not known."


def test_a_problem_repeats_what_is_written_on_one_short_line(tmp_path: Path) -> None:
    long = "x" * 5000
    folder = edit(write_pack(tmp_path), PRICE, "kind: forecast", f'kind: "a\\n\\n{long}"')
    [problem] = told(folder)
    assert problem == (
        'dimensions/price.yaml:42:15: error FLD004: "kind" cannot be "a '
        + "x" * 179
        + "… – it may be estimate, fact, forecast, judgement"
    )
