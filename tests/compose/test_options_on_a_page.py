"""A decision, both cases of each option, and whose the recommendation is."""

from briefing.pack.pack import Pack
from briefing.pack.recipe import CasesBlock, DecisionBlock, RecommendationBlock
from tests.compose.pages import body, page, table


def test_the_decision_stands_under_its_heading(pack: Pack) -> None:
    shown = page(pack, DecisionBlock(text="Whether to open the grid."))
    assert body(shown) == "Decision\n--------\n\nWhether to open the grid."


def test_both_cases_of_an_option_stand_side_by_side_with_who_holds_them(pack: Pack) -> None:
    shown = page(pack, CasesBlock(items=("open-the-grid", "carry-on")))
    assert body(shown) == (
        "The case for and against\n------------------------\n\n"
        "Carry on (status quo)\n"
        "Keep the rules as they are.\n"
        "The case for: It costs nothing new.\n"
        "The case against: Builders go on waiting.\n\n"
        "Open the grid\n"
        "Let every builder connect.\n"
        "The case for: More builders, sooner.\n"
        "  Supported by: Mira Ostberg [1].\n"
        "The case against: The grid is not ready.\n"
        "  Opposed by: Jon Hale [2]."
    )
    assert table(shown).paired


def test_without_a_text_the_recommendation_is_left_to_the_reader(pack: Pack) -> None:
    shown = body(page(pack, RecommendationBlock()))
    assert shown.endswith("None is made here: the choice is the reader’s.")


def test_a_recommendation_is_labelled_as_the_analysts_own(pack: Pack) -> None:
    shown = body(page(pack, RecommendationBlock(text="Open the grid by 2027.")))
    assert shown.endswith(
        "The analyst’s own view, not a finding of the sources: Open the grid by 2027."
    )
