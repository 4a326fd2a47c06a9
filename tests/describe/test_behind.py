"""What is behind a line: its evidence, what is at odds with it, and who relies on it."""

from itertools import pairwise
from pathlib import Path

import pytest

from briefing.describe import item
from briefing.describe.behind import behind_claim, behind_entry
from briefing.document import Block, Heading, Items, lines, plain
from briefing.pack.loader import load
from briefing.pack.model import Entry
from briefing.pack.pack import Pack, Ref
from tests.packs import edit, write_pack


def told(blocks: tuple[Block, ...]) -> dict[str, list[str]]:
    """Return the entries of each list by the heading above it."""
    found: dict[str, list[str]] = {}
    for above, block in pairwise(blocks):
        if isinstance(above, Heading) and isinstance(block, Items):
            entries = (next(iter(lines(entry))) for entry in block.entries)
            found[plain(above.line)] = [plain(entry).strip() for entry in entries]
    return found


def behind(pack: Pack, claim: str) -> dict[str, list[str]]:
    """Return what is behind a claim as it stands in the document of its dimension."""
    home = pack.homes[claim].dimension
    notes = item(pack, Ref("dimension", home.id)).notes
    return told(behind_claim(pack, pack.claims[claim], notes))


def test_evidence_names_source_place_and_reliability(pack: Pack) -> None:
    assert behind(pack, "alder-turbines")["Evidence"] == [
        "Tide survey (about January 2025), ¶ 2. Fairly reliable. 1 known defect.",
        "Register of prices (May 2025), p. 5. Reliable; excerpt.",
    ]


def test_defects_of_other_places_are_not_counted(pack: Pack) -> None:
    assert behind(pack, "permit-time")["Evidence"] == [
        "Tide survey (about January 2025), ¶ 5. Fairly reliable. 2 known defects."
    ]


def test_a_correction_has_evidence_of_its_own(pack: Pack) -> None:
    assert behind(pack, "alder-price")["Evidence for the correction"] == [
        "Register of prices (May 2025), Table 1. Reliable; excerpt."
    ]


def test_what_is_at_odds_is_told_on_both_sides_of_the_conflict(pack: Pack) -> None:
    [rival] = behind(pack, "birch-price")["At odds with"]
    assert rival.startswith("Birchmark: Without its subsidy, the power would sell")
    assert rival.endswith("? Unverified forecast.")
    [rival] = behind(pack, "birch-subsidy")["At odds with"]
    assert rival.startswith("Birchmark: Birchmark's tidal power sells at 38")


def test_a_claim_of_another_dimension_is_told_with_its_dimension(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    edit(folder, "dimensions/price.yaml", "disputes: [birch-subsidy]", "disputes: [permit-time]")
    [rival] = behind(load(folder).pack, "birch-price")["At odds with"]
    assert rival.startswith("Alderland, Permits and the time they take: A permit takes 50 years.")


@pytest.mark.parametrize(("claim", "use"), [("alder-price", "for"), ("birch-price", "against")])
def test_judgements_that_rest_on_a_claim_say_how(pack: Pack, claim: str, use: str) -> None:
    assert behind(pack, claim)["Judgements that rest on it"] == [
        f"Evidence {use} key judgement 1. Likely (55–80%): "
        "The gap in price narrows by the end of 2026."
    ]


def test_options_that_cite_the_same_places_are_named(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    assert "Options that cite the same places" not in behind(load(folder).pack, "birch-subsidy")
    edit(folder, "dimensions/price.yaml", "at: page 2", "at: page 1")
    shown = behind(load(folder).pack, "birch-subsidy")
    assert shown["Options that cite the same places"] == ["Open the grid"]


def test_a_claim_on_which_nothing_rests_says_nothing_of_it(pack: Pack) -> None:
    assert list(behind(pack, "permit-time")) == ["Evidence", "Evidence for the correction"]


def test_a_side_is_counted_by_status_and_by_the_worth_of_its_sources(pack: Pack) -> None:
    entry = pack.dimensions[0].entries["alder"]
    assert told(behind_entry(pack, entry)) == {
        "Claims": [
            "✓ 1 confirmed – the record bears it out",
            "✎ 1 corrected – the source has it wrong",
            "Dated January 2025 to 29 January 2025",
        ],
        "Sources": ["1 reliable", "1 fairly reliable"],
    }


def test_sources_that_nobody_has_read_are_counted(pack: Pack) -> None:
    shown = told(behind_entry(pack, pack.dimensions[0].entries["birch"]))
    assert shown["Sources"][-1] == "1 of 2 not read"


def test_a_side_without_claims_says_so(pack: Pack) -> None:
    [line] = lines(behind_entry(pack, Entry(place=pack.dimensions[0].place, not_comparable="no")))
    assert plain(line) == "There are no claims to set beside the other side’s."


def test_the_document_of_a_dimension_tells_the_mix_of_each_side(pack: Pack) -> None:
    shown = [plain(line) for line in lines(item(pack, Ref("dimension", "price")).blocks)]
    assert "✓ 1 confirmed · ✎ 1 corrected" in shown
    assert "≠ 1 contested · ? 1 unverified" in shown
