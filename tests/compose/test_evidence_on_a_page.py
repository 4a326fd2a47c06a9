"""What a page says of its own evidence."""

from pathlib import Path

from briefing.pack.loader import load
from briefing.pack.pack import Pack
from briefing.pack.recipe import ConflictsBlock, CorrectionsBlock, DefectsBlock
from tests.compose.pages import body, page
from tests.packs import edit, write_pack


def test_what_a_source_says_stands_beside_what_holds(pack: Pack) -> None:
    shown = body(page(pack, CorrectionsBlock(claims=("permit-time", "alder-price"))))
    assert shown == (
        "What the sources get wrong\n--------------------------\n\n"
        "Permits and the time they take\n"
        "As the source has it: A permit takes 50 years. [1]\n"
        "What holds: Misprinted. A permit takes 5 years. [2]\n\n"
        "Price\n"
        "As the source has it: Alderland's tidal power sells at 65 crowns a megawatt-hour "
        "(January 2025). [3]\n"
        "What holds: Corrected. The register gives 56 crowns. [4]"
    )


def test_a_claim_without_a_correction_is_left_out(pack: Pack) -> None:
    shown = page(pack, CorrectionsBlock(claims=("alder-turbines", "permit-time")))
    assert "turbines" not in body(shown)


def test_a_claim_stands_beside_those_at_odds_with_it_in_order_of_notes(pack: Pack) -> None:
    shown = body(page(pack, ConflictsBlock(claims=("birch-price",))))
    assert shown == (
        "Where sources are at odds\n-------------------------\n\n"
        "Price\n"
        "One claim: Birchmark's tidal power sells at 38 crowns a megawatt-hour (2024). [1]\n"
        "At odds with it: Without its subsidy, the power would sell at 5.6 crowns more by 2027. "
        "[2] Unverified."
    )


def test_a_claim_disputed_by_none_is_told_as_such(pack: Pack) -> None:
    shown = body(page(pack, ConflictsBlock(claims=("alder-turbines",))))
    assert "At odds with it: none" in shown


def test_sources_are_told_with_their_worth_and_what_is_wrong_throughout(pack: Pack) -> None:
    document = page(pack, DefectsBlock(items=("tide-survey", "price-register")))
    assert body(document) == (
        "What the sources are worth\n--------------------------\n\n"
        "Tide survey\n"
        "Worth: Fairly reliable. Careful with counts, careless in print.\n"
        "Known defects: Names are spelt as heard.\n"
        "  2 more defects at single places.\n\n"
        "Register of prices\n"
        "Worth: Reliable (excerpt). The legal record of what was paid.\n"
        "Known defects: none known"
    )
    assert [reference.id for reference in document.references] == ["tide-survey", "price-register"]


def test_defects_at_single_places_alone_are_counted(tmp_path: Path) -> None:
    edit(
        write_pack(tmp_path),
        "sources/tide-survey.md",
        "  - {note: Names are spelt",
        "  - {at: 7, note: Names are spelt",
    )
    shown = body(page(load(tmp_path).pack, DefectsBlock(items=("tide-survey",))))
    assert shown.endswith("Known defects: 3 defects at single places.")
