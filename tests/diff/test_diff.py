"""What changed between two states of a pack, in sentences, the most important first."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.diff import Change, Group, diff, keep, kept
from briefing.pack.loader import load
from briefing.pack.pack import Pack, Ref
from tests.packs import edit, write_pack


@pytest.fixture
def old(tmp_path: Path) -> Pack:
    return load(write_pack(tmp_path / "old")).pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "new")


def changes(old: Pack, folder: Path) -> tuple[Change, ...]:
    loaded = load(folder)
    assert loaded.problems == ()
    return diff(old, loaded.pack)


def told(old: Pack, folder: Path) -> list[str]:
    return [change.sentence for change in changes(old, folder)]


def test_nothing_changed_in_the_same_pack(old: Pack, folder: Path) -> None:
    assert told(old, folder) == []


def test_what_is_written_elsewhere_in_its_file_has_not_changed(old: Pack, folder: Path) -> None:
    edit(folder, "judgements.yaml", "- id: gap-narrows", "# a remark\n\n- id: gap-narrows")
    assert told(old, folder) == []


GAP = "The judgement “The gap in price narrows by the end of 2026.”"
TURBINES = "The claim “Alderland runs 42 turbines of the type T-200.”"


@pytest.mark.parametrize(
    ("file", "before", "after", "sentence"),
    [
        (
            "judgements.yaml",
            "likelihood: likely",
            "likelihood: very likely",
            f"{GAP}: likelihood moved from likely (55–80%) to very likely (80–95%).",
        ),
        (
            "judgements.yaml",
            "confidence: moderate",
            "confidence: high",
            f"{GAP}: confidence moved from moderate to high.",
        ),
        (
            "judgements.yaml",
            "for: [alder-price, alder-turbines]",
            "for: [alder-price]",
            f"{GAP}: evidence for it taken out: “Alderland runs 42 turbines of the type T-200.”.",
        ),
        (
            "judgements.yaml",
            '"A third strait opens."',
            '"A fourth strait opens."',
            f"{GAP}: what would change it reworded.",
        ),
        (
            "dimensions/price.yaml",
            "kind: fact\n        status: confirmed",
            "kind: fact\n        status: unverified",
            f"{TURBINES}: was confirmed, and is now unverified.",
        ),
        (
            "dimensions/price.yaml",
            "kind: fact\n        status: confirmed\n        date: 2025-01-29",
            "kind: estimate\n        status: confirmed\n        date: 2025-01-29",
            f"{TURBINES}: kind moved from fact to estimate.",
        ),
        (
            "dimensions/price.yaml",
            "date: 2025-01-29",
            "date: 2025-02",
            f"{TURBINES}: date moved from 29 January 2025 to February 2025.",
        ),
        (
            "dimensions/price.yaml",
            "at: p. 5",
            "at: p. 6",
            f"{TURBINES}: now cites Register of prices, p. 6.",
        ),
        (
            "dimensions/price.yaml",
            "The register gives 56 crowns.",
            "The register gives 57 crowns.",
            "The claim “Alderland's tidal power sells at 65 crowns a megawatt-hour.”: "
            "correction reworded, with other figures.",
        ),
        (
            "dimensions/price.yaml",
            "is no reason",
            "is a reason",
            "Price of power: so what reworded.",
        ),
        (
            "dimensions/permits.yaml",
            "Builders wait for years.",
            "Builders wait for decades.",
            "Permits and the time they take: headline of Alderland reworded.",
        ),
        (
            "experts/jon-hale.md",
            "stance: strongly-disagree",
            "stance: mixed",
            "Jon Hale: position on “Open grid” moved from strongly disagrees to mixed view.",
        ),
        (
            "experts/jon-hale.md",
            "basis: stated",
            "basis: inferred",
            "Jon Hale: basis of the position on “Open grid” moved from stated to inferred by the "
            "editor.",
        ),
        (
            "experts/jon-hale.md",
            "identity: probable",
            "identity: confirmed",
            "Jon Hale: identity moved from probable, not confirmed to confirmed.",
        ),
        (
            "options/carry-on.md",
            "effect: {value: low",
            "effect: {value: medium",
            "The option “Carry on”: rating on Effect moved from low to medium.",
        ),
        (
            "options/open-the-grid.md",
            "stance: opposes",
            "stance: mixed",
            "The option “Open the grid”: view of Jon Hale moved from opposes it to has a mixed "
            "view.",
        ),
        (
            "options/open-the-grid.md",
            "The grid is not ready.",
            "The grid is never ready.",
            "The option “Open the grid”: case against it reworded.",
        ),
        (
            "sources/tide-survey.md",
            "reliability: fairly-reliable",
            "reliability: unreliable",
            "Tide survey: downgraded from fairly reliable to unreliable.",
        ),
        (
            "sources/price-register.md",
            "reliability: reliable",
            "reliability: cannot-be-judged",
            "Register of prices: regraded from reliable to cannot be judged.",
        ),
        (
            "sources/strait-gazette.md",
            "access: not-read",
            "access: full",
            "One strait, one builder: access moved from not read to read in full.",
        ),
        (
            "sources/tide-survey.md",
            "  - {note: Names are spelt as heard.}\n",
            "",
            "Tide survey: defect taken out.",
        ),
        (
            "pack.yaml",
            "sells tidal power for less",
            "sells it for less",
            "The pack: bottom line reworded.",
        ),
        (
            "pack.yaml",
            "as_of: 2025-06-30",
            "as_of: 2025-07-31",
            "The pack: date of the evidence moved from 30 June 2025 to 31 July 2025.",
        ),
        (
            "pack.yaml",
            "what a thousand ovens use",
            "what two thousand ovens use",
            "The pack: glossary entry “MWh” reworded.",
        ),
        (
            "pack.yaml",
            "options: [carry-on, open-the-grid]",
            "options: [open-the-grid, carry-on]",
            "The pack: options are read in another order.",
        ),
        (
            "briefs/one-pager.yaml",
            "  - changes\n",
            "",
            "The brief “one-pager”: the block “changes” taken off the page.",
        ),
        (
            "briefs/one-pager.yaml",
            "claims: [alder-price, birch-price]",
            "claims: [birch-price, alder-price]",
            "The brief “one-pager”: what is on the page stands in another order.",
        ),
        (
            "dimensions/price.yaml",
            'terms: ["65 crowns"]',
            'terms: ["65"]',
            "The claim “Alderland's tidal power sells at 65 crowns a megawatt-hour.”: details "
            "changed that no reader sees.",
        ),
    ],
)
def test_a_change_is_told_in_a_sentence(
    old: Pack, folder: Path, file: str, before: str, after: str, sentence: str
) -> None:
    edit(folder, file, before, after)
    assert told(old, folder)[0] == sentence


def test_a_claim_that_is_corrected_is_told_with_what_holds(old: Pack, folder: Path) -> None:
    edit(
        folder,
        "dimensions/price.yaml",
        "kind: fact\n        status: confirmed",
        "kind: fact\n        status: corrected\n        correction:\n          text: It runs 41.\n"
        "          cites: [{source: price-register, at: p. 5}]",
    )
    assert told(old, folder) == [
        f"{TURBINES}: was confirmed, and is now corrected – It runs 41.",
        f"{TURBINES}: now cites Register of prices, p. 5.",
    ]


def test_a_new_position_is_told_with_its_text(old: Pack, folder: Path) -> None:
    position = (
        "positions:\n  - {question: open-grid, stance: agree, basis: stated, confidence: low, "
        'date: "2025", text: It says so., cites: [{source: strait-gazette, at: page 1}]}'
    )
    edit(folder, "experts/gazette-desk.md", "positions: []", position)
    [change] = changes(old, folder)
    assert change.sentence == "Strait Gazette: position on “Open grid” added, agrees (stated)."
    assert (change.before, change.after) == ("", "It says so.")


def test_an_item_with_another_id_is_the_same_and_what_refers_to_it_too(
    old: Pack, folder: Path
) -> None:
    edit(folder, "dimensions/price.yaml", "id: alder-turbines", "id: turbines-of-alder")
    edit(folder, "judgements.yaml", "alder-turbines]", "turbines-of-alder]")
    [change] = changes(old, folder)
    assert (change.how, change.ref) == ("renamed", Ref("claim", "turbines-of-alder"))
    assert change.was == Ref("claim", "alder-turbines")


def test_an_id_that_items_of_other_kinds_have_too_is_renamed_in_its_own_kind_only(
    old: Pack, folder: Path
) -> None:
    edit(folder, "dimensions/price.yaml", "id: price\n", "id: cost\n")
    edit(folder, "pack.yaml", "dimensions: [price", "dimensions: [cost")
    edit(folder, "briefs/one-pager.yaml", "dimensions: [price", "dimensions: [cost")
    assert told(old, folder) == [
        "The dimension “Price of power”: has another id: cost, before price."
    ]


def test_an_item_with_another_id_and_other_words_is_the_same_where_most_words_are(
    old: Pack, folder: Path
) -> None:
    edit(folder, "dimensions/price.yaml", "id: alder-turbines", "id: turbines-of-alder")
    edit(folder, "judgements.yaml", "alder-turbines]", "turbines-of-alder]")
    edit(folder, "dimensions/price.yaml", "Alderland runs 42 turbines", "Alderland has 43 turbines")
    reworded, renamed = changes(old, folder)
    assert (reworded.how, renamed.how) == ("reworded", "renamed")
    assert reworded.sentence.endswith(": text reworded, with other figures.")
    assert reworded.before == "Alderland runs 42 turbines of the type T-200."
    assert reworded.after == "Alderland has 43 turbines of the type T-200."
    assert reworded.was == Ref("claim", "alder-turbines")


def test_an_expert_whose_name_is_spelt_otherwise_is_the_same(old: Pack, folder: Path) -> None:
    edit(
        folder, "experts/jon-hale.md", "id: jon-hale\nname: Jon Hale", "id: j-hale\nname: John Hale"
    )
    for file in ("pack.yaml", "options/open-the-grid.md", "briefs/one-pager.yaml"):
        edit(folder, file, "jon-hale", "j-hale")
    assert told(old, folder) == [
        "John Hale: name reworded.",
        "John Hale: has another id: j-hale, before jon-hale.",
    ]


def test_items_that_share_no_words_are_taken_out_and_added(old: Pack, folder: Path) -> None:
    edit(folder, "dimensions/price.yaml", "id: alder-turbines", "id: weather")
    edit(folder, "judgements.yaml", "alder-turbines]", "weather]")
    text = "Alderland runs 42 turbines of the type T-200."
    edit(folder, "dimensions/price.yaml", text, "It rains a lot.")
    assert told(old, folder) == [
        f"{GAP}: evidence for it added: “It rains a lot.”.",
        f"{GAP}: evidence for it taken out: “Alderland runs 42 turbines of the type T-200.”.",
        "The claim “It rains a lot.”: added, confirmed fact (Price of power, Alderland).",
        f"{TURBINES}: taken out, confirmed fact (Price of power, Alderland).",
    ]


def test_a_claim_in_another_place_of_the_comparison_has_moved(old: Pack, folder: Path) -> None:
    claim = (folder / "dimensions/price.yaml").read_text()
    start, end = claim.index("      - id: alder-turbines"), claim.index("  birch:")
    edit(folder, "dimensions/price.yaml", claim[start:end], "")
    permits = folder / "dimensions/permits.yaml"
    text = permits.read_text()
    permits.write_text(text.replace("  birch:", f"{claim[start:end]}  birch:"))
    assert told(old, folder) == [
        f"{TURBINES}: place in the comparison moved from Price of power, Alderland to Permits and "
        "the time they take, Alderland."
    ]


def test_what_is_most_important_comes_first(old: Pack, folder: Path) -> None:
    edit(folder, "briefs/one-pager.yaml", "  - changes\n", "")
    edit(folder, "sources/tide-survey.md", "reliability: fairly-reliable", "reliability: reliable")
    edit(folder, "options/carry-on.md", "effect: {value: low", "effect: {value: medium")
    edit(folder, "experts/jon-hale.md", "stance: strongly-disagree", "stance: mixed")
    edit(folder, "dimensions/price.yaml", "The register gives 56", "The register gives 57")
    edit(folder, "dimensions/price.yaml", "status: unverified", "status: confirmed")
    edit(folder, "pack.yaml", "sells tidal power for less", "sells it for less")
    edit(folder, "judgements.yaml", "likelihood: likely", "likelihood: unlikely")
    found = changes(old, folder)
    assert [change.group for change in found] == [
        Group.JUDGEMENTS,
        Group.PACK,
        Group.CLAIMS,
        Group.CLAIMS,
        Group.POSITIONS,
        Group.OPTIONS,
        Group.SOURCES,
        Group.BRIEFS,
    ]
    assert [change.about for change in found[2:4]] == ["status", "correction"]


# --- keeping a state --------------------------------------------------------------------------


def test_a_state_that_was_kept_is_what_a_pack_is_compared_with(old: Pack, folder: Path) -> None:
    edit(folder, "judgements.yaml", "confidence: moderate", "confidence: high")
    before = kept(keep(old))
    assert before is not None
    assert told(before, folder) == [f"{GAP}: confidence moved from moderate to high."]


@given(st.binary(max_size=200))
def test_what_was_not_kept_by_this_program_is_nothing(data: bytes) -> None:
    assert kept(data) is None


def test_half_of_a_state_is_nothing(old: Pack) -> None:
    data = keep(old)
    assert kept(data[: len(data) // 2]) is None
