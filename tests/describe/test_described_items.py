"""Items as documents: complete, in reading order, and never more than is known."""

from pathlib import Path

import pytest

from briefing.pack.loader import load
from briefing.pack.pack import Pack
from tests.describe.reading import parts, read
from tests.packs import edit


def test_a_claim_is_told_with_all_that_hangs_on_it(pack: Pack) -> None:
    assert parts(pack, "alder-price") == {
        "": [
            "Price of power: Alderland",
            "=========================",
            "Claim · Alderland and Birchmark in tidal power · version 1.0 · "
            "evidence as of 30 June 2025",
            "Alderland's tidal power sells at 65 crowns a megawatt-hour. [1]",
            "Status: Corrected – the source has it wrong; the correction follows",
            "Kind: fact",
            "Date: January 2025",
            "Dimension: Price of power",
            "Side: Alderland",
            "Terms in the source: “65 crowns”",
        ],
        "Correction": ["The register gives 56 crowns. [2]"],
        "Judgements that rest on it": [
            "- Evidence for it. Likely (55–80%): The gap in price narrows by the end of 2026."
        ],
        "Sources": [
            "[1] Tide survey (Straits and Tides, about January 2025), ¶ 3. Fairly reliable. "
            "Careful with counts, careless in print. <https://example.org/survey>",
            "[2] Register of prices (Bureau of Prices, May 2025), Table 1. Reliable; excerpt. "
            "The legal record of what was paid.",
            f"tidal-power 1.0 · content {pack.digest[:12]}",
        ],
    }


def test_a_dispute_is_told_from_both_ends(pack: Pack) -> None:
    assert "Without its subsidy" in parts(pack, "birch-price")["Claims it disputes"][0]
    assert "sells at 38 crowns" in parts(pack, "birch-subsidy")["Disputed by"][0]
    assert "Disputed by" not in parts(pack, "birch-price")


def test_a_claim_against_a_judgement_is_told_as_such(pack: Pack) -> None:
    [line] = parts(pack, "birch-price")["Judgements that rest on it"]
    assert line.startswith("- Evidence against it. Likely")


def test_a_judgement_keeps_likelihood_and_confidence_apart(pack: Pack) -> None:
    found = parts(pack, "gap-narrows")
    assert found[""][3:] == [
        "Likely (55–80%): The gap in price narrows by the end of 2026.",
        "Confidence: moderate. Two sources agree on the trend, and one of them is weak.",
    ]
    assert [line for line in found["Evidence for"] if line.startswith("- ")] == [
        "- Alderland: Alderland's tidal power sells at 65 crowns a megawatt-hour. [1]",
        "- Alderland: Alderland runs 42 turbines of the type T-200. [3,4]",
    ]
    assert "  Corrected: The register gives 56 crowns. [2]" in found["Evidence for"]
    assert found["Evidence against"][0].startswith("- Birchmark: Birchmark's tidal power")
    assert found["What would change it"] == [
        "- Birchmark ends its subsidy.",
        "- A third strait opens.",
    ]


def test_a_dimension_sets_claim_beside_claim(pack: Pack) -> None:
    shown = read(pack, "price")
    assert "Who sells tidal power for less, and why?" in shown
    assert (
        "Claim 1\n"
        "Alderland: Alderland's tidal power sells at 65 crowns a megawatt-hour. [1]\n"
        "  Corrected: The register gives 56 crowns. [2]\n"
    ) in shown
    assert "Birchmark: Birchmark's tidal power sells at 38 crowns a megawatt-hour. [3]" in shown
    assert "So what: A lower price abroad is no reason to stop building at home." in shown


def test_a_claim_without_one_beside_it_stands_alone(pack: Pack) -> None:
    assert "Birchmark:" not in read(pack, "permits").partition("Claim 1")[2]


def test_a_side_that_cannot_be_compared_says_why(pack: Pack) -> None:
    said = "Birchmark: Not comparable: Birchmark does not publish its permits."
    assert said in read(pack, "permits")
    assert said in read(pack, "compare")


def test_an_expert_is_told_with_positions_and_silences(pack: Pack) -> None:
    found = parts(pack, "mira-ostberg")
    assert found[""][3:] == [
        "What was printed: “Myra Osterberg”",
        "Who it really is: Mira Ostberg (identity confirmed)",
        "Role: Engineer, Strait University",
        "Speaks from: Alderland",
        "Interests: Owns shares in a builder of turbines.",
    ]
    assert found["Positions"] == [
        "- The grid should be open to every builder.",
        "  Strongly agrees. She wants the grid open to every builder. [1]",
        "  Stated, high confidence of reading, 29 January 2025.",
        "- Users should pay more for tidal power.",
        "  Disagrees. She speaks of lower prices as the aim. [2]",
        "  Inferred by the editor, low confidence of reading, January 2025.",
    ]
    assert found["On options"] == ["- Open the grid: supports it – Calls for it. [1]"]
    assert found["Profile"] == ["Builds turbines and teaches how to.", "- wrote Tides for All"]
    assert parts(pack, "jon-hale")["No stated view"] == ["- Users should pay more for tidal power."]


@pytest.mark.parametrize(
    ("identity", "said"),
    [
        ("confirmed", "Mira Ostberg (identity confirmed)"),
        ("probable", "Mira Ostberg (identity probable, not confirmed)"),
        ("unknown", "Could not be found out (identity unknown)"),
    ],
)
def test_a_name_printed_wrongly_is_only_as_sure_as_it_is(
    folder: Path, identity: str, said: str
) -> None:
    edit(folder, "experts/mira-ostberg.md", "identity: confirmed", f"identity: {identity}")
    shown = read(load(folder).pack, "mira-ostberg")
    assert f"What was printed: “Myra Osterberg”\nWho it really is: {said}\n" in shown


def test_an_outlet_is_not_called_an_expert(pack: Pack) -> None:
    assert parts(pack, "gazette-desk")[""][2].startswith("Outlet · ")


def test_a_question_shows_everyone_from_one_end_to_the_other(pack: Pack) -> None:
    found = parts(pack, "open-grid")
    assert found[""][3:] == [
        "The grid should be open to every builder.",
        "Curated, not a poll. Chosen by the editors of this pack. 1 of them has no stated view.",
    ]
    assert found["Where they stand"] == [
        "Strongly disagree: JH Jon Hale",
        "Disagree: nobody",
        "Mixed view: nobody",
        "Agree: nobody",
        "Strongly agree: MO Mira Ostberg",
    ]
    assert found["Strongly agree"] == [
        "- Mira Ostberg (Engineer, Strait University), Alderland",
        "  Printed as “Myra Osterberg” – really Mira Ostberg (identity confirmed).",
        "  She wants the grid open to every builder. [1]",
        "  Stated, high confidence of reading, 29 January 2025.",
    ]
    assert found["Strongly disagree"][0] == "- Jon Hale (Minister for the coast), Birchmark"
    assert found["No stated view"] == ["Strait Gazette."]
    assert list(found)[1:] == [
        "Where they stand",
        "Strongly agree",
        "Strongly disagree",
        "No stated view",
        "Sources",
    ]


def test_an_inferred_view_is_told_as_such_on_the_line(pack: Pack) -> None:
    assert "Disagree: (MO) Mira Ostberg, inferred" in parts(pack, "pay-more")["Where they stand"]


def test_an_empty_end_of_a_question_is_named_as_selection(pack: Pack) -> None:
    said = "No voice here agrees: that is the selection, not a consensus."
    assert said in read(pack, "pay-more")
    assert "that is the selection" not in read(pack, "open-grid")


def test_nobody_silent_is_nobody_named(folder: Path) -> None:
    (folder / "experts/gazette-desk.md").unlink()
    shown = read(load(folder).pack, "open-grid")
    assert "Curated, not a poll. Chosen by the editors of this pack.\n" in shown
    assert "No stated view" not in shown


def test_an_option_is_told_with_both_cases_and_both_camps(pack: Pack) -> None:
    found = parts(pack, "open-the-grid")
    assert found[""][3:] == ["Let every builder connect."]
    assert found["Ratings"] == [
        "Effect: high – More builders come (from a source) [1]",
        "Price: high – The grid has to grow (from a source) [2]",
    ]
    assert found["The case for"] == ["More builders, sooner."]
    assert found["The case against"] == ["The grid is not ready."]
    assert found["Who supports it"] == ["- Mira Ostberg: Calls for it. [1]"]
    assert found["Who opposes it"] == ["- Jon Hale: Wants one builder for each strait. [3]"]


def test_the_status_quo_and_a_silence_are_told_as_such(pack: Pack) -> None:
    shown = read(pack, "carry-on")
    assert "This is the status quo." in shown
    assert "Effect: low – Nothing changes (the editor’s own rating)" in shown
    assert "No voice in this pack speaks for or against it." in shown


def test_a_source_is_told_with_its_worth_its_defects_and_every_line_on_it(pack: Pack) -> None:
    found = parts(pack, "tide-survey")
    assert found[""][3:] == [
        "Åsa Lind and Survey Team. Tidal power in Alderland: a survey. Straits and Tides, "
        "Office of Tides, about January 2025. Accessed 1 June 2025. https://example.org/survey",
        "Reliability: Fairly reliable. Careful with counts, careless in print.",
        "Access: read in full",
        "Derives from: Office of Tides",
        "Comes from: Alderland",
        f"Text cited: tide-survey.txt, SHA-256 {sha256(pack)}",
    ]
    assert found["Defects"] == [
        "- ¶ 5: Prints 50 years for 5.",
        "- ¶ 3, 4: Prices are of last year.",
        "- Throughout: Names are spelt as heard.",
    ]
    assert found["What it is worth"] == ["The best count of turbines that there is."]
    assert len(found["Lines that rest on it"]) - 1 == len(pack.uses["tide-survey"])
    assert (
        "- ¶ 7: Mira Ostberg on Open grid: She wants the grid open to every builder."
        in (found["Lines that rest on it"])
    )


def sha256(pack: Pack) -> str:
    source = pack.source("tide-survey")
    assert source is not None
    return source.sha256 or ""


def test_a_line_is_told_in_the_words_that_rest_on_the_source(pack: Pack) -> None:
    assert parts(pack, "price-register")["Lines that rest on it"][:-1] == [
        "- Table 1: The register gives 56 crowns. (correction of: Alderland's tidal power sells "
        "at 65 crowns a megawatt-hour.)",
        "- p. 5: Alderland runs 42 turbines of the type T-200. (confirmed)",
        "- Table 3: A permit takes 5 years. (correction of: A permit takes 50 years.)",
        "- Table 2: Open the grid, Price: high – The grid has to grow (from a source)",
    ]
    uses = parts(pack, "source:strait-gazette")["Lines that rest on it"]
    assert "- page 1: Open the grid: Jon Hale opposes it" in uses


def test_a_source_on_which_nothing_rests_says_so(folder: Path) -> None:
    for path in ("dimensions/price.yaml", "experts/jon-hale.md", "options/open-the-grid.md"):
        edit(folder, path, "strait-gazette", "price-register")
    assert "No line of this pack rests on it." in read(load(folder).pack, "source:strait-gazette")
