"""Who stands where on a question, drawn: five places on a line and everyone's mark above theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from textual import events
from textual.content import Content
from textual.style import Style

from briefing.document import Document, Tone
from briefing.pack.types import STANCES
from briefing.text import width as cells
from briefing.tui.drawn import Drawn, Toner, gap
from briefing.tui.widgets.pane import Pane
from briefing.words import SIGN, STANCE_HEADING

WORDED = 9
"""From this many cells for a place on, the places are named in words below the line."""
BEFORE = 3
"""The runs of a question's document before its line: the title, a gap, the question."""


class Stand(NamedTuple):
    """A mark on the line: its text, its tone, and the item that it stands for."""

    mark: str
    tone: Tone
    key: str


Places = Sequence[Sequence[Stand]]
"""The marks on each of the five places, from strongly disagree to strongly agree."""


class StancePane(Pane):
    """A pane that draws the stance line of a question under the question's text.

    A click on a mark leads to the item it stands for.
    """

    def __init__(self, places: Callable[[str], Places | None], *, id: str) -> None:  # noqa: A002
        """Take what returns the marks of what is shown, or None where that is no question."""
        super().__init__(id=id, classes="rule-left")
        self._places = places

    def depends_on(self, doc: Document, of: str) -> object:
        """Return the marks, which the document does not hold."""
        return self._places(of)

    def runs(self, doc: Document, of: str, width: int) -> Iterator[Drawn]:
        """Yield the document as runs of lines, with the drawn line in its place."""
        runs = iter(super().runs(doc, of, width))
        places = self._places(of)
        if places is not None:
            yield from islice(runs, BEFORE)
            yield gap()
            yield Drawn(stance_line(places, width, self.tone))
        yield from runs

    def on_click(self, event: events.Click) -> None:
        """Go to what stands behind the mark that was clicked."""
        if key := event.style.meta.get("stands"):
            self.go(key)


def stance_line(places: Places, width: int, tone: Toner) -> list[Content]:
    """Return the line with its marks as lines of at most `width` cells."""
    column = max(min(width // len(STANCES), 20), 3)
    stacks = [_stack(stands, column, tone) for stands in places]
    height = max(map(len, stacks))
    lines = []
    for row in reversed(range(height)):
        pieces = [stack[row] if row < len(stack) else Content("") for stack in stacks]
        lines.append(Content("").join(_centred(piece, column) for piece in pieces).rstrip())
    lines.append(_axis(places, column, tone))
    return [*lines, *_names(column, tone)]


def _stack(stands: Sequence[Stand], column: int, tone: Toner) -> list[Content]:
    """Return the marks over one place as rows, the lowest first; a row holds what fits."""
    rows: list[list[Content]] = []
    room = 0
    for stand in stands:
        style = tone(stand.tone) + Style.from_meta({"stands": stand.key})
        if not rows or room < cells(stand.mark) + 2:
            rows.append([])
            room = column
        rows[-1].append(Content.assemble((stand.mark, style)))
        room -= cells(stand.mark) + 1
    return [Content(" ").join(row) for row in rows]


def _axis(places: Places, column: int, tone: Toner) -> Content:
    """Return the line itself: a full dot where somebody stands, an empty one where nobody does."""
    dots = [("●", tone("mark")) if stands else ("○", tone("muted")) for stands in places]
    between = Content.assemble(("─" * (column - 1), tone("rule")))
    line = between.join(Content.assemble(dot) for dot in dots)
    return Content(" " * ((column - 1) // 2)) + line


def _names(column: int, tone: Toner) -> list[Content]:
    """Return the names of the places; where they do not fit, signs and the names of the ends."""
    if column >= WORDED:
        words = [STANCE_HEADING[stance].split(" ", 1) for stance in STANCES]
        return [
            Content("")
            .join(
                _centred(
                    Content.assemble((said[row] if row < len(said) else "", tone("muted"))), column
                )
                for said in words
            )
            .rstrip()
            for row in range(2)
        ]
    signs = Content("").join(
        _centred(Content.assemble((SIGN[stance], tone("muted"))), column) for stance in STANCES
    )
    left, right = STANCE_HEADING["disagree"].lower(), STANCE_HEADING["agree"].lower()
    gap = max(5 * column - cells(left) - cells(right), 1)
    return [signs.rstrip(), Content.assemble((left + " " * gap + right, tone("muted")))]


def _centred(piece: Content, column: int) -> Content:
    """Return a piece in the middle of so many cells, over the dot of its place."""
    left = max((column - piece.cell_length) // 2, 0)
    return (Content(" " * left) + piece).pad_right(max(column - left - piece.cell_length, 0))
