"""Documents of options side by side, conflicts, periods, citations; which sources are shown."""

from itertools import combinations
from pathlib import Path

import pytest

from briefing.describe.citation import citation
from briefing.describe.conflict import conflict
from briefing.describe.grades import grade, in_order
from briefing.describe.options_beside import options_beside
from briefing.describe.shelf import EVERYTHING, ORDERS, Shelf, count, shelved, told
from briefing.describe.standing import standing
from briefing.describe.timeline import empty_months, period, periods
from briefing.document import Document, Note, Table, lines, marks, plain
from briefing.pack.loader import load
from briefing.pack.manifest import Criterion
from briefing.pack.pack import Pack, Ref
from briefing.paths import shipped
from tests.packs import edit


def every(pack: Pack) -> list[Document]:
    """Return all documents that are made of pairs, periods and dimensions."""
    claims = pack.claims
    return [
        *(options_beside(pack, *pair) for pair in combinations(pack.options, 2)),
        *(conflict(pack, claims[one], claims[other]) for one, other in pack.conflicts),
        *(period(pack, found) for found in periods(pack)),
        *(standing(pack, dimension) for dimension in pack.dimensions),
    ]


@pytest.fixture(scope="module", params=["made", "shipped"])
def any_pack(request: pytest.FixtureRequest, pack: Pack) -> Pack:
    return pack if request.param == "made" else load(shipped("content") / "us-china-ai").pack


def test_notes_run_in_reading_order_and_all_are_used(any_pack: Pack) -> None:
    for document in every(any_pack):
        used = [number for line in lines(document.blocks) for number in marks(line)]
        assert list(dict.fromkeys(used)) == [note.number for note in document.notes]


def test_every_claim_stands_in_one_period_and_in_the_standing_of_its_dimension(
    any_pack: Pack,
) -> None:
    claims = [claim.id for found in periods(any_pack) for side in found.claims for claim in side]
    assert sorted(claims) == sorted(any_pack.claims)
    for claim_id, home in any_pack.homes.items():
        said = [plain(line) for line in lines(standing(any_pack, home.dimension).blocks)]
        assert any_pack.claims[claim_id].text in said


def test_periods_run_from_the_earliest_to_those_without_a_date(pack: Pack) -> None:
    assert [found.when for found in periods(pack)] == ["2024", "2025-01", ""]


@pytest.mark.parametrize(
    ("before", "after", "empty"),
    [
        ("2025-01", "2025-02", 0),
        ("2024-11", "2025-02", 2),
        ("2024", "2025-02", 0),
        ("2025-02", "", 0),
        ("", "2025-02", 0),
    ],
)
def test_months_between_periods_are_counted(before: str, after: str, empty: int) -> None:
    assert empty_months(before, after) == empty


@pytest.mark.parametrize(
    ("value", "expected"),
    [("low", "better"), ("medium", "between"), ("high", "worse"), ("huge", None)],
)
def test_a_grade_goes_by_the_better_end_of_the_scale(value: str, expected: str | None) -> None:
    scale = ("low", "medium", "high")
    criterion = Criterion(id="price", name="Price", scale=scale, better="low", asks="How much?")
    assert grade(criterion, value) == expected


def test_options_are_ranked_both_ways_and_the_unrated_come_last(folder: Path) -> None:
    edit(folder, "options/carry-on.md", "  effect: {value: low, why: Nothing changes., basis: editor}\n", "")  # fmt: skip  # noqa: E501
    found = load(folder).pack
    effect = found.criteria[0]
    for worse_first in (False, True):
        ranked = [option.id for option in in_order(found, effect, worse_first)]
        assert ranked == ["open-the-grid", "carry-on"]


def test_two_options_are_told_row_by_row(pack: Pack) -> None:
    (table,) = options_beside(pack, *pack.options).blocks
    assert isinstance(table, Table)
    names = [plain(row[0].lines[0]) for row in table.rows]
    assert names == [
        "Action", "Effect", "Price", "The case for", "The case against", "Supports it",
        "Opposes it",
    ]  # fmt: skip


def test_every_order_holds_every_source_once(any_pack: Pack) -> None:
    for order in ORDERS:
        found = [s.id for _, held in shelved(any_pack, Shelf(order=order)) for s in held]
        assert sorted(found) == sorted(source.id for source in any_pack.sources)


def test_a_choice_of_sources_is_told_and_counted(pack: Pack) -> None:
    chosen = Shelf(access=frozenset({"full", "excerpt"}), sides=frozenset({"alder"}))
    assert [s.id for _, held in shelved(pack, chosen) for s in held] == ["tide-survey"]
    assert told(pack, chosen) == "Read in full and Read in excerpt only; Alderland"
    assert count(pack, chosen) == "1 of 3 sources"
    assert count(pack, EVERYTHING) == "All 3 sources"


def test_sources_on_which_nothing_rests_can_be_found(folder: Path) -> None:
    for path in ("dimensions/price.yaml", "experts/jon-hale.md", "options/open-the-grid.md"):
        edit(folder, path, "strait-gazette", "price-register")
    found = load(folder).pack
    unused = shelved(found, Shelf(uses=frozenset({"unused"})))
    assert [s.id for _, held in unused for s in held] == ["strait-gazette"]


def test_a_citation_counts_its_own_claim_out_and_another_line_in(pack: Pack) -> None:
    note = Note(1, (), "tide-survey", "¶ 7")
    alone = citation(pack, note, Ref("claim", "alder-price"))
    said = [plain(line) for line in lines(alone.blocks)]
    assert "Other lines that rest on ¶ 7" in said
    assert "Mira Ostberg on Open grid: She wants the grid open to every builder." in said
