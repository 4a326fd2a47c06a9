"""Who of a panel is shown, in what order, and whose view is the strongest opposing one."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from briefing.describe import experts as described
from briefing.describe.panel import (
    EVERYONE,
    ORDERS,
    Selection,
    experts,
    initials,
    nobody,
    opposing,
    ordered,
    sign,
    told,
    voices,
)
from briefing.export.text import render
from briefing.pack.manifest import Question
from briefing.pack.model import Citation, Expert, Position
from briefing.pack.pack import Pack
from briefing.pack.types import STANCES, Level, Stance

ON = "open-grid"
CITES = (Citation(source="tide-survey", at=(1,)),)


@dataclass
class Held:
    """A position, as far as the tests are about it."""

    stance: Stance
    basis: str = "stated"
    confidence: Level = "high"
    date: str = "2025-01-01"

    def position(self) -> Position:
        return Position(
            question=ON,
            stance=self.stance,
            basis="stated" if self.basis == "stated" else "inferred",
            confidence=self.confidence,
            date=self.date,
            text="Says so.",
            cites=CITES,
        )


def expert(name: str, *held: Held, side: str | None = None) -> Expert:
    return Expert(
        id=name.lower().replace(" ", "-"),
        name=name,
        role="Engineer",
        identity="confirmed",
        interests="none found",
        side=side,
        positions=tuple(one.position() for one in held),
    )


def panel(pack: Pack, *found: Expert) -> Pack:
    return replace(pack, experts=found)


def question(pack: Pack) -> Question:
    return next(q for q in pack.questions if q.id == ON)


def strongest(pack: Pack, stance: Stance, *held: Held) -> str:
    """Return the number of the held view that opposes a stance most strongly."""
    found = panel(pack, *(expert(str(number), one) for number, one in enumerate(held)))
    voice = opposing(found, question(found), stance)
    return voice.expert.name if voice else "nobody"


# --- the strongest opposing view ---------------------------------------------------------


def test_the_farthest_stance_opposes_most(pack: Pack) -> None:
    weaker = Held("strongly-disagree", "inferred", "low", "2020")
    assert strongest(pack, "agree", Held("disagree"), weaker) == "1"


def test_of_equal_stances_a_stated_one_opposes_more_than_an_inferred_one(pack: Pack) -> None:
    assert strongest(
        pack, "agree", Held("disagree", "inferred"), Held("disagree", "stated", "low", "2020")
    ) == "1"  # fmt: skip


def test_then_the_surer_reading_counts_then_the_later_date_then_the_packs_order(
    pack: Pack,
) -> None:
    low, high = Held("agree", confidence="low"), Held("agree", confidence="high", date="2020")
    assert strongest(pack, "disagree", low, high) == "1"
    assert strongest(pack, "disagree", Held("agree"), Held("agree", date="2025-06")) == "1"
    assert strongest(pack, "disagree", Held("agree"), Held("agree")) == "0"


def test_a_mixed_view_opposes_nobody_and_is_opposed_by_either_end(pack: Pack) -> None:
    assert strongest(pack, "agree", Held("mixed"), Held("strongly-agree")) == "nobody"
    assert strongest(pack, "mixed", Held("agree"), Held("strongly-disagree")) == "1"


def test_nobody_opposes_their_own_view(pack: Pack) -> None:
    found = panel(pack, expert("A", Held("mixed")), expert("B", Held("agree")))
    assert opposing(found, question(found), "mixed", but="b") is None


@given(st.lists(st.sampled_from(STANCES), max_size=6), st.sampled_from(STANCES))
@settings(max_examples=60)
def test_an_opposing_view_is_always_at_another_end(
    pack: Pack, held: list[Stance], stance: Stance
) -> None:
    found = strongest(pack, stance, *map(Held, held))
    if found != "nobody":
        place, mine = STANCES.index(held[int(found)]), STANCES.index(stance)
        assert place != 2
        assert (place - 2) * (mine - 2) <= 0


def test_where_nobody_opposes_it_is_told_as_selection() -> None:
    said = "that is the selection, not a consensus."
    assert nobody("agree") == f"No voice here disagrees: {said}"
    assert nobody("strongly-disagree") == f"No voice here agrees: {said}"
    assert nobody("mixed") == f"No voice here agrees or disagrees: {said}"


# --- filters and order -------------------------------------------------------------------


def names(pack: Pack, selection: Selection) -> list[str]:
    return [found.name for found in experts(pack, selection)]


@pytest.mark.parametrize(
    ("selection", "shown"),
    [
        (EVERYONE, ["Mira Ostberg", "Jon Hale", "Strait Gazette"]),
        (Selection(ends=frozenset({"agree"})), ["Mira Ostberg"]),
        (Selection(ends=frozenset({"agree", "disagree"})), ["Mira Ostberg", "Jon Hale"]),
        (Selection(ends=frozenset({"mixed"})), []),
        (Selection(bases=frozenset({"inferred"})), ["Mira Ostberg"]),
        (Selection(levels=frozenset({"moderate"})), ["Jon Hale"]),
        (Selection(sides=frozenset({"birch"})), ["Jon Hale"]),
        (Selection(sides=frozenset({""})), ["Strait Gazette"]),
        (Selection(kinds=frozenset({"outlet"})), ["Strait Gazette"]),
        (Selection(ends=frozenset({"disagree"}), sides=frozenset({"alder"})), ["Mira Ostberg"]),
    ],
)  # fmt: skip
def test_experts_are_shown_who_fit_every_group_of_filters(
    pack: Pack, selection: Selection, shown: list[str]
) -> None:
    assert names(pack, selection) == shown


def test_one_position_has_to_fit_all_that_is_asked_of_positions(pack: Pack) -> None:
    # She agrees, and one view of hers is inferred, but not the same.
    both = Selection(ends=frozenset({"agree"}), bases=frozenset({"inferred"}))
    assert names(pack, both) == []


def test_voices_on_a_question_are_those_whose_position_on_it_fits(pack: Pack) -> None:
    on = question(pack)
    agrees = Selection(ends=frozenset({"agree"}))
    assert [voice.expert.name for voice in voices(pack, on, agrees)] == ["Mira Ostberg"]
    assert [v.expert.name for v in voices(pack, on)] == ["Mira Ostberg", "Jon Hale"]


def test_experts_come_by_name_by_number_of_positions_or_by_side(pack: Pack) -> None:
    found = panel(
        pack,
        expert("C"),
        expert("B", Held("agree"), side="birch"),
        expert("A", Held("agree"), side="alder"),
    )
    assert names(found, Selection(order="pack")) == ["C", "B", "A"]
    assert names(found, Selection(order="name")) == ["A", "B", "C"]
    assert names(found, Selection(order="positions")) == ["B", "A", "C"]
    assert names(found, Selection(order="side")) == ["A", "B", "C"]


def test_a_name_is_sorted_as_the_pack_says(pack: Pack) -> None:
    found = panel(pack, expert("Cy"), replace(expert("Al Zed"), sort="Zed"))
    assert names(found, Selection(order="name")) == ["Cy", "Al Zed"]


def test_by_stance_agreement_comes_first_and_silence_last(pack: Pack) -> None:
    found = panel(
        pack, expert("S"), expert("D", Held("disagree")), expert("A", Held("strongly-agree"))
    )
    assert names(found, Selection(order="stance", question=ON)) == ["A", "D", "S"]


def test_what_is_chosen_is_told_in_words(pack: Pack) -> None:
    chosen = Selection(
        ends=frozenset({"agree", "disagree"}),
        bases=frozenset({"stated"}),
        levels=frozenset({"low"}),
        sides=frozenset({"birch", ""}),
        kinds=frozenset({"person"}),
    )
    assert told(pack, chosen) == (
        "Agrees or disagrees; stated; low confidence; Birchmark or neither side; people"
    )
    assert told(pack, EVERYONE) == ""


def test_every_order_is_told_in_words(pack: Pack) -> None:
    said = [ordered(pack, Selection(order=order, question=ON)) for order in ORDERS]
    assert said == [
        "in the pack’s order",
        "by name",
        "by stance on Open grid",
        "by number of positions",
        "by side",
    ]


# --- marks -------------------------------------------------------------------------------


def test_a_position_has_a_sign_and_brackets_where_it_is_inferred() -> None:
    assert sign(None) == "·"
    assert [sign(Held(stance).position()) for stance in STANCES] == ["−−", "−", "±", "+", "++"]
    assert sign(Held("agree", "inferred").position()) == "(+)"


def test_marks_are_initials_and_no_two_are_alike() -> None:
    found = [expert(name) for name in ("Ann Lee", "Al Lu", "Ann Lee Lu", "azat.tv", "李开复", "X")]
    marks = initials([replace(one, id=str(n)) for n, one in enumerate(found)])
    assert list(marks.values()) == ["AL", "AU", "AL2", "AT", "李开", "X"]


@given(st.lists(st.text(min_size=1), max_size=12))
@settings(max_examples=60)
def test_any_names_have_marks_that_differ(found: list[str]) -> None:
    marks = initials([replace(expert("A"), id=str(n), name=name) for n, name in enumerate(found)])
    assert len(set(marks.values())) == len(found)
    assert all(mark and mark.isprintable() for mark in marks.values())


# --- a question, filtered ----------------------------------------------------------------


def test_a_filtered_place_of_the_line_is_not_told_as_empty(pack: Pack) -> None:
    shown = render(described.question(pack, question(pack), Selection(ends=frozenset({"agree"}))))
    assert "Strongly disagree: none of those shown" in shown
    assert "Disagree: nobody" in shown
    assert "Jon Hale" not in shown
    assert "No voice here" not in shown
