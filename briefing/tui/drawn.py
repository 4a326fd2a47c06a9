"""Lines that belong together as they are drawn, and how they are put together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from briefing.document import Field, Line, Mark, marks
from briefing.text import width as cells
from briefing.tui.wrapping import wrap

GUTTER = 2
"""Cells before each line, for the bar that marks the item under the cursor."""
MARGIN = Content(" " * GUTTER)
MAX_LABEL = 19
ROOMY = 54
"""From so many cells on, any label leaves room for its value beside it."""

Toner = Callable[[str], Style]
"""Gives the style of a tone ("good", "muted", "heading", …)."""


class Part(NamedTuple):
    """An item's share of a run of lines: `width` cells of each from the one at `column` on.

    A width of 0 stands for all of the lines.
    """

    origin: str
    notes: tuple[int, ...]
    column: int = 0
    width: int = 0


class Drawn(NamedTuple):
    """A run of lines that belong together: an item's where `origin` names one.

    `notes` are the numbers of the notes that its text leads to. Where several items stand
    beside one another, `parts` says which is where. The `margin` stands before each line.
    """

    lines: list[Content]
    origin: str = ""
    notes: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()
    margin: Content = MARGIN


def styled(line: Line, tone: Toner) -> Content:
    """Return a line of a document as styled text, its marks as `[1]`."""
    parts: list[str | tuple[str, Style]] = []
    for part in line:
        if isinstance(part, Mark):
            parts += [(f"[{number}]", tone("mark") + _leading_to(number)) for number in part.notes]
        elif part.tone == "plain":
            parts.append(_stripped(part.text))
        else:
            parts.append((_stripped(part.text), tone(part.tone)))
    return Content.assemble(*parts, strip_control_codes=False)


def _stripped(text: str) -> str:
    """Return a text without control codes."""
    return text if text.isprintable() else Content(text).plain


@lru_cache
def _leading_to(note: int) -> Style:
    return Style.from_meta({"note": note})


def gap() -> Drawn:
    """Return an empty line."""
    return Drawn([Content("")])


def labelled(fields: Sequence[Field], width: int, tone: Toner) -> list[Drawn]:
    """Return fields with their labels in one column, or above the value where space is short."""
    column = min(max(cells(field.label) for field in fields) + 2, MAX_LABEL)
    if width < min(3 * column, ROOMY):
        column = 2
    return [
        Drawn(
            hang(
                Content.assemble((field.label, tone("muted"))),
                styled(field.line, tone),
                width,
                column,
            ),
            field.origin,
            marks(field.line),
        )
        for field in fields
    ]


def hang(label: Content, text: Content, width: int, column: int) -> list[Content]:
    """Return a label with text beside it, or below it where the label is too long."""
    pad = Content(" " * column)
    lines = wrap(text, max(width - column, 1))
    if label.cell_length >= column:
        return [*wrap(label, width), *(pad + line for line in lines)]
    first = label.pad_right(column - label.cell_length) + lines[0]
    return [first, *(pad + line for line in lines[1:])]


def beside(columns: Sequence[list[Content]], widths: Sequence[int]) -> list[Content]:
    """Return columns of lines side by side, two cells apart, as tall as the tallest."""
    drawn = []
    for place in range(max(map(len, columns), default=0)):
        parts = []
        for lines, size in zip(columns, widths, strict=True):
            piece = lines[place] if place < len(lines) else Content("")
            parts.append(piece.pad_right(max(size - piece.cell_length, 0)))
        drawn.append(Content("  ").join(parts).rstrip())
    return drawn
