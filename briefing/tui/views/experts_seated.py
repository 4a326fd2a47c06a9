"""Who is head to head among the experts, and the commands that choose them."""

from __future__ import annotations

from abc import abstractmethod

from briefing.tui.views import experts_shown as shown
from briefing.tui.views.experts_selected import SelectedView
from briefing.tui.views.experts_shown import HEAD_TO_HEAD
from briefing.tui.views.seats import Seated, Seats
from briefing.tui.widgets.lines import LineWidget


class SeatedView(SelectedView):
    """A view of the experts of which one pivot sets two head to head."""

    def __init__(self) -> None:
        super().__init__()
        self.seated = Seated()

    @property
    @abstractmethod
    def main(self) -> LineWidget:
        """The list, or what stands in its place."""

    def settle_seats(self, expert: str) -> None:
        """Seat `expert`, and whoever has most in common, where nobody sits who is still there."""
        left = self.pack.expert(self.seated.left) or self.pack.expert(expert)
        right = self.pack.expert(self.seated.right)
        right = right or (shown.counterpart(self.pack, left) if left else None)
        pair = (left.id if left else "", right.id if right else "")
        self.seated = Seated(*pair, self.seated.here)

    def tell_seats(self) -> None:
        """Say who is head to head, and for which of them the list chooses."""
        seats = self.query_one(Seats)
        seats.here = self.seated.here
        left, right = (self.pack.expert(name) for name in self.seated.both)
        seats.names = (left.name if left else "nobody", right.name if right else "nobody")

    def action_beside(self) -> None:
        """Set the highlighted expert head to head; there, choose the other of the two."""
        if self.pivot == HEAD_TO_HEAD:
            self.action_seat(self.seated.other)
            return
        highlighted = (self.current, self.as_ref(self.main.current))
        name = next((ref.id for ref in highlighted if ref and ref.kind == "expert"), "")
        if not name:
            self.briefing.say("Highlight an expert to set beside another")
            return
        self.seated = Seated(name, here=1)
        self.action_choose_pivot(HEAD_TO_HEAD)

    def action_seat(self, seat: int) -> None:
        """Choose one of the two who are head to head."""
        self.seated = self.seated._replace(here=seat)
        self.fill()
        self.set_focus(self.rows)
