"""The filters and the order of the experts, and the commands that change them."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.describe import panel
from briefing.describe.panel import EVERYONE, ORDERS, Selection
from briefing.pack.manifest import Question
from briefing.pack.model import Expert
from briefing.tui.views import experts_shown as shown
from briefing.tui.views.experts_head import FilterLine
from briefing.tui.views.listed import PivotedView


class SelectedView(PivotedView):
    """A view of the experts that a selection shows, kept for as long as the app runs."""

    def __init__(self) -> None:
        super().__init__()
        self.selection = EVERYONE
        self.question = ""
        """The question that was last looked at."""

    def select(self, selection: Selection) -> str:
        """Show a selection and return how many it shows.

        A new order by stance is by that on the question that was last looked at.
        """
        if selection.order == "stance":
            kept = self.selection.order == "stance"
            on = self.selection.question if kept else self.question
            selection = replace(selection, question=on)
        self.selection = selection
        self.fill()
        return self.query_one(FilterLine).count

    def reveal(self, expert: Expert | None, on: str = "") -> None:
        """Take the filters away where they hide an expert, or the position on a question."""
        position = expert.on(on) if expert else None
        hidden = position is not None and not self.selection.has(position)
        if expert and (hidden or not self.selection.shows(expert)):
            self.selection = self.selection.cleared
            self.briefing.say(f"Filters were taken away to show {expert.name}")

    def tell_selection(self, on: Question | None) -> None:
        """Say how many are shown, of all or of those with a view on a question, and how sorted."""
        line = self.query_one(FilterLine)
        line.count = shown.count(self.pack, self.selection, on)
        line.chosen = panel.told(self.pack, self.selection)
        line.order = panel.ordered(self.pack, self.selection)
        line.set_class(self.selection.all and self.selection.order == "pack", "-off")

    def action_filter(self) -> None:
        """Choose whom to show, and in what order."""
        from briefing.tui.dialogs.filters import FilterDialog

        groups = panel.groups(self.pack)
        dialog = FilterDialog("Whom to show", groups, ORDERS, self.selection, self.select)
        self.briefing.push_screen(dialog)

    def action_show_all(self) -> None:
        """Take all filters away; the order stays."""
        self.select(self.selection.cleared)

    def action_sort(self) -> None:
        """Sort in the next way."""
        orders = list(ORDERS)
        after = orders[(orders.index(self.selection.order) + 1) % len(orders)]
        self.select(replace(self.selection, order=after))

    def action_sort_on(self, column: int) -> None:
        """Sort by the stance on the question of a column."""
        self.question = self.pack.questions[column].id
        self.selection = replace(self.selection, order="stance", question=self.question)
        self.fill()
