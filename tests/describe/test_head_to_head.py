"""Two experts beside one another: silence is silence, and a clash is told in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.describe.head_to_head import head_to_head
from briefing.export.text import render
from briefing.pack.loader import load
from briefing.pack.pack import Pack
from tests.packs import edit


def beside(pack: Pack, left: str, right: str) -> str:
    one, other = pack.expert(left), pack.expert(right)
    assert one
    assert other
    return render(head_to_head(pack, one, other), 200)


def test_a_clash_and_a_silence_are_told_in_words(pack: Pack) -> None:
    shown = beside(pack, "mira-ostberg", "jon-hale")
    assert "- ≠ They clash: Open grid.\n- One has no stated view: Pay more.\n" in shown
    assert "Jon Hale: No stated view." in shown
    assert "Printed as “Myra Osterberg” – really Mira Ostberg (identity confirmed)." in shown


def test_two_silent_voices_have_nothing_beside_one_another(pack: Pack) -> None:
    shown = beside(pack, "gazette-desk", "gazette-desk")
    assert "Neither has a stated view: Open grid and Pay more." in shown


@pytest.mark.parametrize(
    ("stance", "said"),
    [
        ("agree", "Both agree"),
        ("mixed", "One view is mixed"),
        ("disagree", "≠ They clash"),
    ],
)
def test_how_two_views_stand_to_one_another(folder: Path, stance: str, said: str) -> None:
    edit(folder, "experts/jon-hale.md", "stance: strongly-disagree", f"stance: {stance}")
    assert f"- {said}: Open grid." in beside(load(folder).pack, "mira-ostberg", "jon-hale")


def test_views_at_one_end_are_alike(folder: Path) -> None:
    edit(folder, "experts/mira-ostberg.md", "stance: strongly-agree", "stance: disagree")
    pack = load(folder).pack
    assert "- Both disagree: Open grid." in beside(pack, "mira-ostberg", "jon-hale")


def test_nothing_counts_or_crowns(pack: Pack) -> None:
    shown = beside(pack, "mira-ostberg", "jon-hale").lower()
    assert not any(word in shown for word in ("%", "percent", "average", "winner", "consensus"))
