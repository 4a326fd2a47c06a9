"""Who stands where, at a glance: names and words, never a count of the panel's views."""

from briefing.document import Cell, Mark, Run, plain, run
from briefing.pack.pack import Pack
from briefing.pack.recipe import ExpertsBlock, StancesBlock
from tests.compose.pages import body, page, table

EVERYONE = ("mira-ostberg", "jon-hale", "gazette-desk")


def test_voices_stand_at_their_end_of_each_question_and_silence_is_told(pack: Pack) -> None:
    shown = page(pack, StancesBlock(questions=("open-grid", "pay-more"), items=EVERYONE))
    assert body(shown) == (
        "Who stands where\n----------------\n\n"
        "Curated, not a poll. Chosen by the editors of this pack.\n\n"
        "The grid should be open to every builder.\n"
        "Agree: Mira Ostberg (strongly) [1]\n"
        "Mixed view: no voice here\n"
        "Disagree: Jon Hale (strongly) [2]\n"
        "No stated view: Strait Gazette\n\n"
        "Users should pay more for tidal power.\n"
        "Agree: no voice here\n"
        "Mixed view: no voice here\n"
        "Disagree: Mira Ostberg (inferred) [3]\n"
        "No stated view: Jon Hale and Strait Gazette"
    )


def test_voices_at_one_end_are_set_apart(pack: Pack) -> None:
    twice = ("mira-ostberg", "mira-ostberg")
    [row] = table(page(pack, StancesBlock(questions=("open-grid",), items=twice))).rows
    assert [part.text for part in row[1].lines[0] if isinstance(part, Run)] == [
        "Mira Ostberg (strongly)",
        "; Mira Ostberg (strongly)",
    ]


def test_where_nobody_is_silent_that_is_told(pack: Pack) -> None:
    block = StancesBlock(questions=("open-grid",), items=("mira-ostberg", "jon-hale"))
    [row] = table(page(pack, block)).rows
    assert row[-1] == Cell((run("none"),), "question:open-grid")


def test_a_name_leads_to_the_source_of_the_position(pack: Pack) -> None:
    block = StancesBlock(questions=("open-grid",), items=("jon-hale",))
    document = page(pack, block)
    [row] = table(document).rows
    assert Mark((1,)) in row[3].lines[0]
    assert plain(document.notes[0].line).startswith("One strait, one builder")


def test_a_question_that_meets_only_silence_lists_nobody(pack: Pack) -> None:
    block = ExpertsBlock(questions=("pay-more",), items=("jon-hale", "gazette-desk"))
    assert body(page(pack, block)) == (
        "Expert views\n------------\n\n"
        "Curated, not a poll. Users should pay more for tidal power.\n\n"
        "No stated view: Jon Hale and Strait Gazette."
    )
