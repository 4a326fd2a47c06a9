"""A page without notes names its sources in the text."""

import pytest
from msgspec.structs import replace

from briefing.compose import compose
from briefing.document import Mark, lines, plain
from briefing.export.text import render
from briefing.pack.pack import Pack


@pytest.fixture(scope="module")
def shown(pack: Pack) -> str:
    """Return the one-pager with its sources in the text."""
    return render(compose(pack, replace(pack.briefs[0], attribution="in-text")), 900)


def test_a_source_is_named_where_its_mark_would_stand(shown: str) -> None:
    assert "65 crowns a megawatt-hour (January 2025). (Tide survey, ¶ 3, fairly reliable)" in shown


def test_its_worth_is_told_where_it_is_named_first(shown: str) -> None:
    assert "38 crowns a megawatt-hour (2024). (Tide survey, ¶ 4, 6) Contested." in shown


def test_several_sources_are_named_together(shown: str) -> None:
    assert "For (Tide survey, ¶ 3; Register of prices, Table 1); against (" in shown


def test_no_mark_and_no_note_is_left(pack: Pack) -> None:
    document = compose(pack, replace(pack.briefs[0], attribution="in-text"))
    assert document.notes == ()
    assert not any(isinstance(part, Mark) for line in lines(document.blocks) for part in line)


def test_the_references_are_those_of_the_page_with_notes(pack: Pack) -> None:
    noted = compose(pack, pack.briefs[0])
    named = compose(pack, replace(pack.briefs[0], attribution="in-text"))
    assert named.references == noted.references
    assert [plain(line) for line in lines(noted.blocks)] != [
        plain(line) for line in lines(named.blocks)
    ]
