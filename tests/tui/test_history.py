"""Back and forward."""

from hypothesis import given
from hypothesis import strategies as st

from briefing.pack.pack import Ref
from briefing.tui.history import History, Stop

STOPS = [Stop("overview"), Stop("compare", Ref("claim", "a")), Stop("experts"), Stop("brief")]


def test_back_and_forward_walk_the_stops() -> None:
    history = History()
    for stop in STOPS[:3]:
        history.visit(stop)
    assert [history.back(), history.back(), history.back()] == [STOPS[1], STOPS[0], None]
    assert history.forward() == STOPS[1]


def test_a_visit_after_going_back_drops_what_lay_ahead() -> None:
    history = History()
    for stop in STOPS[:3]:
        history.visit(stop)
    history.back()
    history.visit(STOPS[3])
    assert history.forward() is None
    assert history.back() == STOPS[1]


def test_settling_changes_where_back_leads_within_the_view() -> None:
    history = History()
    history.visit(STOPS[0])
    history.visit(Stop("compare"))
    history.settle(STOPS[1])
    history.visit(STOPS[2])
    assert history.back() == STOPS[1]


def test_settling_in_another_view_changes_nothing() -> None:
    history = History()
    history.visit(STOPS[0])
    history.settle(STOPS[1])
    assert history.here == STOPS[0]


@given(st.lists(st.sampled_from(STOPS), max_size=40), st.integers(1, 6))
def test_no_more_than_the_limit_is_kept(stops: list[Stop], limit: int) -> None:
    history = History(limit)
    for stop in stops:
        history.visit(stop)
    assert history.here == (stops[-1] if stops else None)
    steps = sum(1 for _ in iter(history.back, None))
    assert steps < limit
