"""Compare: dimensions on the left, both sides beside one another, the so-what below."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content

from briefing.describe import item
from briefing.describe.behind import behind_claim, behind_entry
from briefing.describe.mix import mix
from briefing.document import Block, Document, Note, Paragraph, Run
from briefing.pack.model import Claim, Dimension, Entry
from briefing.pack.pack import Ref
from briefing.tui.commands import bindings, commands_of, first_key
from briefing.tui.views.view import View
from briefing.tui.widgets.excerpt import Excerpt
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pairs import Pairs
from briefing.tui.widgets.row_list import Row, RowList
from briefing.tui.widgets.side_names import Head, SideNames

NONE = "A pack to learn from: briefing new DIR"


class Compare(View):
    """Both sides on one dimension at a time."""

    NAME = "compare"
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("compare")

    def body(self) -> ComposeResult:
        """Yield the list of dimensions, the two sides and the so-what."""
        commands = commands_of(self.app)
        hint = next(first_key(command) for command in commands if command.id == "whole-head")
        with Horizontal():
            yield RowList(id="list")
            with Vertical(id="sides", classes="rule-left"):
                yield Excerpt(hint, "screen.whole_head", id="question")
                yield SideNames(id="names")
                yield Pairs(self._behind, id="pairs")
                yield Excerpt(hint, "screen.whole_head", id="so-what")

    def fill(self) -> None:
        """List the dimensions; the highlighted one is shown beside them."""
        dimensions = self.query_one("#list", RowList)
        pairs = self.query_one(Pairs)
        dimensions.marks = pairs.marks = self.briefing.session.marks
        dimensions.set_rows(
            [Row(f"dimension:{d.id}", d.label) for d in self.pack.dimensions]
            or [Row("", "None yet")]
        )
        if self.pack.dimensions:
            self._show_dimension(dimensions.current)
        else:
            self._show_none()

    def show(self, ref: Ref) -> None:
        """Go to a dimension, or to a claim within its own."""
        home = self.pack.homes.get(ref.id) if ref.kind == "claim" else None
        key = f"dimension:{home.dimension.id if home else ref.id}"
        self.query_one("#list", RowList).go(key)
        self._show_dimension(key)
        if home:
            pairs = self.query_one(Pairs)
            self.set_focus(pairs)
            self.call_after_refresh(pairs.go, str(ref))

    def on_resize(self) -> None:
        """Where the list has made room for the sides, let them have the keys."""
        self.call_after_refresh(self._leave_hidden_list)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """See to the same when the view is opened."""
        self.call_after_refresh(self._leave_hidden_list)

    def _leave_hidden_list(self) -> None:
        dimensions = self.query_one("#list", RowList)
        if self.narrow and (self.focused is None or self.focused is dimensions):
            self.set_focus(self.query_one(Pairs))

    def ahead(self) -> Iterator[None]:
        """Make ready the sides on the dimensions nearby."""
        pairs = self.query_one(Pairs)
        for key in self.query_one("#list", RowList).nearby():
            if ref := self.as_ref(key):
                yield from pairs.look_ahead(key, partial(self.made, item, ref))

    @property
    def notes(self) -> list[Note]:
        """The notes of the highlighted cell."""
        return self.query_one(Pairs).notes

    @property
    def current(self) -> Ref | None:
        """The highlighted claim or link, or the dimension where the list has the focus."""
        pairs = self.query_one(Pairs)
        found = self.as_ref(pairs.current) if pairs.has_focus else None
        return found or self._dimension

    @property
    def place(self) -> tuple[str, ...]:
        """The dimension, the side and where on it the cursor stands."""
        pairs = self.query_one(Pairs)
        return (pairs.of, str(pairs.side), pairs.path) if pairs.has_focus else ()

    def return_to(self, place: tuple[str, ...]) -> None:
        """Go back to where the cursor stood on a side of a dimension."""
        key, side, path = place
        self.query_one("#list", RowList).go(key)
        self._show_dimension(key)
        pairs = self.query_one(Pairs)
        self.set_focus(pairs)
        self.call_after_refresh(pairs.return_to, int(side), path)

    @property
    def _dimension(self) -> Ref | None:
        return self.as_ref(self.query_one("#list", RowList).current)

    def highlighted(self, widget: LineWidget, key: str) -> None:
        """Show the dimension that the list has come to; follow the side."""
        pairs = self.query_one(Pairs)
        if widget.id != "list":
            self.query_one(SideNames).side = pairs.side
        elif key != pairs.of:
            self._show_dimension(key)

    def opened(self, widget: LineWidget, key: str) -> None:
        """Go from the list to the sides, or from a link to what it names."""
        if widget.id == "list":
            self.set_focus(self.query_one(Pairs))
        elif ref := self.as_ref(key):
            self.briefing.open(ref)

    def notes_of(self, widget: LineWidget) -> Sequence[Note]:
        """Return the notes of the dimension."""
        return self.query_one(Pairs).document.notes

    def action_dimension(self, step: int) -> None:
        """Go to the next or the previous dimension."""
        self.query_one("#list", RowList).action_move(step)

    def action_side(self, side: int) -> None:
        """Move to one of the sides: from the list to the one left last, from the first back."""
        pairs, dimensions = self.query_one(Pairs), self.query_one("#list", RowList)
        if dimensions.has_focus:
            self.set_focus(pairs if side else dimensions)
        elif side == pairs.side == 0 and pairs.has_focus and not self.narrow:
            self.set_focus(dimensions)
        else:
            self.action_to_side(side)

    def action_to_side(self, side: int) -> None:
        """Move to a side and keep the row."""
        pairs = self.query_one(Pairs)
        self.set_focus(pairs)
        pairs.side = side

    def action_expand(self) -> None:
        """Open or close the highlighted claim where it stands."""
        self.query_one(Pairs).action_expand()

    def action_expand_all(self) -> None:
        """Open or close every claim of the dimension."""
        self.query_one(Pairs).action_expand_all()

    def action_collapse(self) -> None:
        """Close the claim that the cursor is in."""
        self.query_one(Pairs).action_collapse()

    def action_whole_head(self) -> None:
        """Show the question and the so-what whole, or cut to their lines again."""
        self.query_one("#sides").toggle_class("-whole")

    def _show_dimension(self, key: str) -> None:
        ref = self.as_ref(key)
        dimension = self.pack.items[ref] if ref else None
        if ref is None or not isinstance(dimension, Dimension):
            return
        pairs = self.query_one(Pairs)
        pairs.show(self.made(item, ref), key)
        place = self.pack.dimensions.index(dimension) + 1
        number = f"{place}/{len(self.pack.dimensions)}  "
        self.query_one("#question", Excerpt).text = Content.assemble(
            (number, "$muted"), (dimension.question, "bold")
        )
        self.query_one("#so-what", Excerpt).text = Content.assemble(
            ("So what  ", "bold $accent"), dimension.so_what
        )
        names = self.query_one(SideNames)
        entries = [dimension.entries.get(side.id, Entry()) for side in self.pack.sides]
        first, second = (
            Head(side.name, mix(entry.claims))
            for side, entry in zip(self.pack.sides, entries, strict=True)
        )
        names.heads = (first, second)
        names.side = pairs.side

    def _show_none(self) -> None:
        """Say what to do where there is no dimension."""
        self.query_one(Pairs).show(Document(title=""))
        self.query_one(SideNames).heads = (Head(), Head())
        self.query_one("#so-what", Excerpt).text = Content("")
        self.query_one("#question", Excerpt).text = Content.assemble(
            ("No dimensions yet; add dimensions/*.yaml. ", "bold"), NONE
        )

    def _behind(self, origin: str, side: int) -> Iterable[Block]:
        """Return what is behind a cell: the evidence of a claim, or that of a side, counted."""
        ref = self.as_ref(origin)
        found = self.pack.items[ref] if ref else None
        if isinstance(found, Dimension):
            return behind_entry(self.pack, found.entries.get(self.pack.sides[side].id, Entry()))
        if ref is None or not isinstance(found, Claim):
            return ()
        own = self.briefing.session.notes.get(ref, "")
        note = (Paragraph((Run("Your note: ", "strong"), Run(own))),) if own else ()
        return (*note, *behind_claim(self.pack, found, self.query_one(Pairs).document.notes))
