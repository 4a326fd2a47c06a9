"""Document blocks to lines of styled text for a width in cells."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from textual.content import Content
from textual.style import Style

from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Heading,
    Items,
    Line,
    Mark,
    Note,
    Table,
    marks,
)
from briefing.text import width as cells
from briefing.tui.wrapping import wrap

MIN_COLUMN = 13
"""A table whose columns would be narrower than this many cells is drawn row by row."""
MAX_LABEL = 18

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
    beside one another, `parts` says which is where.
    """

    lines: list[Content]
    origin: str = ""
    notes: tuple[int, ...] = ()
    parts: tuple[Part, ...] = ()


def document(doc: Document, width: int, tone: Toner) -> list[Drawn]:
    """Return the document as runs of lines, each at most `width` cells wide.

    The line under the title is left out: the app's header says the same.
    """
    drawn = [Drawn(styled_title(doc.title, width, tone)), _gap()]
    drawn += blocks(doc.blocks, width, tone)
    if doc.notes:
        drawn += [Drawn([Content(""), Content.assemble((doc.notes_title, tone("heading")))])]
        drawn += [note(entry, width, tone) for entry in doc.notes]
    return drawn


def styled_title(text: str, width: int, tone: Toner) -> list[Content]:
    """Return a title as lines."""
    return wrap(Content.assemble((text, tone("strong"))), width)


def note(entry: Note, width: int, tone: Toner) -> Drawn:
    """Return a numbered note; it stands for its source."""
    label = f"[{entry.number}]"
    lines = _hang(Content.assemble((label, tone("mark"))), styled(entry.line, tone), width, 5)
    return Drawn(lines, f"source:{entry.source}", (entry.number,))


def blocks(parts: Iterable[Block], width: int, tone: Toner) -> list[Drawn]:
    """Return blocks as runs of lines, with an empty line after each but headings."""
    drawn: list[Drawn] = []
    for group in _groups(parts, width, tone):
        drawn += [*group, _gap()]
    return drawn[:-1]


def _groups(parts: Iterable[Block], width: int, tone: Toner) -> Iterator[list[Drawn]]:
    """Yield what belongs together: a heading with what follows it, fields in one column."""
    held: list[Drawn] = []
    for is_field, group in groupby(parts, lambda part: isinstance(part, Field)):
        if is_field:
            fields = [part for part in group if isinstance(part, Field)]
            yield held + _fields(fields, width, tone)
            held = []
            continue
        for part in group:
            if isinstance(part, Heading):
                held.append(_heading(part, width, tone))
                continue
            yield held + _block(part, width, tone)
            held = []
    if held:
        yield held


def _block(part: Block, width: int, tone: Toner) -> list[Drawn]:
    match part:
        case Items():
            return _items(part, width, tone)
        case Table():
            return _table(part, width, tone)
        case _:
            return [Drawn(wrap(styled(part.line, tone), width), part.origin, marks(part.line))]


def styled(line: Line, tone: Toner) -> Content:
    """Return a line of a document as styled text, its marks as `[1]`."""
    parts: list[Content | tuple[str, Style]] = []
    for part in line:
        if isinstance(part, Mark):
            for number in part.notes:
                style = tone("mark") + Style.from_meta({"note": number})
                parts.append((f"[{number}]", style))
        elif part.tone == "plain":
            parts.append(Content(part.text))
        else:
            parts.append((part.text, tone(part.tone)))
    return Content.assemble(*parts)


def _gap() -> Drawn:
    return Drawn([Content("")])


def _heading(part: Heading, width: int, tone: Toner) -> Drawn:
    text = styled(part.line, tone).stylize_before(tone("heading" if part.level < 4 else "strong"))
    lines = wrap(text, width)
    return Drawn(lines, part.origin, marks(part.line))


def _fields(fields: Sequence[Field], width: int, tone: Toner) -> list[Drawn]:
    """Return fields with their labels in one column, or above the value where space is short."""
    column = min(max(cells(field.label) for field in fields) + 2, MAX_LABEL)
    if width < 3 * column:
        column = 2
    return [
        Drawn(
            _hang(
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


def _hang(label: Content, text: Content, width: int, column: int) -> list[Content]:
    """Return a label with text beside it, or below it where the label is too long."""
    pad = Content(" " * column)
    lines = wrap(text, max(width - column, 1))
    if label.cell_length >= column:
        return [*wrap(label, width), *(pad + line for line in lines)]
    first = label.pad_right(column - label.cell_length) + lines[0]
    return [first, *(pad + line for line in lines[1:])]


def _items(part: Items, width: int, tone: Toner) -> list[Drawn]:
    """Return a list; entries of more than one block stand apart from one another."""
    drawn: list[Drawn] = []
    for number, entry in enumerate(part.entries, 1):
        bullet = f"{number}. " if part.ordered else "• "
        indent = cells(bullet)
        pad = Content(" " * indent)
        room = max(width - indent, 1)
        runs = [run for group in _groups(entry, room, tone) for run in group if run.lines]
        for place, run in enumerate(runs):
            lead = Content.assemble((bullet, tone("muted"))) if place == 0 else pad
            lines = [lead + run.lines[0], *(pad + line for line in run.lines[1:])]
            drawn.append(run._replace(lines=lines))
        if len(entry) > 1 and number < len(part.entries):
            drawn.append(_gap())
    return drawn


def _table(table: Table, width: int, tone: Toner) -> list[Drawn]:
    drawn = [_caption(table, width, tone)] if table.caption else []
    columns = len(table.header)
    if columns * (MIN_COLUMN + 2) > width:
        return drawn + _rows_in_turn(table, width, tone)
    widths = _column_widths(table, width - 2 * (columns - 1))
    header = [
        wrap(Content.assemble((name, tone("muted"))), size)
        for name, size in zip(table.header, widths, strict=True)
    ]
    drawn.append(Drawn(beside(header, widths)))
    for number, row in enumerate(table.rows, 1):
        cell_lines = [_cell(cell, size, tone) for cell, size in zip(row, widths, strict=True)]
        found = tuple(n for cell in row for line in cell.lines for n in marks(line))
        lines = beside(cell_lines, widths) or [Content("")]
        drawn.append(Drawn(lines, _row_origin(row), found, _parts(table, row, widths)))
        if max(map(len, cell_lines)) > 1 and number < len(table.rows):
            drawn.append(_gap())
    return drawn


def _caption(table: Table, width: int, tone: Toner) -> Drawn:
    return Drawn(wrap(Content.assemble((table.caption, tone("muted"))), width))


def _parts(table: Table, row: Sequence[Cell], widths: Sequence[int]) -> tuple[Part, ...]:
    """Return the items beside one another in a row, unless its first cell names what it is of."""
    if table.named and row[0].origin:
        return ()
    parts, column = [], 0
    for cell, width in zip(row, widths, strict=True):
        if cell.origin:
            found = tuple(number for line in cell.lines for number in marks(line))
            parts.append(Part(cell.origin, found, column, width))
        column += width + 2
    return tuple(parts) if len({part.origin for part in parts}) > 1 else ()


def _row_origin(row: Sequence[Cell]) -> str:
    return next((cell.origin for cell in row if cell.origin), "")


def _cell(cell: Cell, width: int, tone: Toner) -> list[Content]:
    return [piece for line in cell.lines for piece in wrap(styled(line, tone), width)]


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


def _column_widths(table: Table, room: int) -> list[int]:
    """Return widths in cells that share the room by how much text the columns hold."""
    wants = []
    for place, name in enumerate(table.header):
        texts = [
            sum(cells(part.text) for part in line if not isinstance(part, Mark))
            for row in table.rows
            for line in row[place].lines
        ]
        longest = max([cells(name), *texts])
        wants.append(max(min(longest + 3, room), MIN_COLUMN))
    if sum(wants) <= room:
        return wants
    widths = [MIN_COLUMN] * len(wants)
    spare = room - sum(widths)
    extra = [min(want, room // 2) - MIN_COLUMN for want in wants]
    total = sum(extra) or 1
    return [base + max(spare * more // total, 0) for base, more in zip(widths, extra, strict=True)]


def _rows_in_turn(table: Table, width: int, tone: Toner) -> list[Drawn]:
    """Return a table as its rows one below the other: the row's name, then label and value."""
    drawn: list[Drawn] = []
    skipped = 1 if table.named else 0
    for row in table.rows:
        if table.named:
            head = [line.stylize_before(tone("strong")) for line in _cell(row[0], width, tone)]
            drawn.append(Drawn(head or [Content("")], _row_origin(row)))
        fields = [
            Field(name if place == 0 else "", line, cell.origin)
            for name, cell in zip(table.header[skipped:], row[skipped:], strict=True)
            for place, line in enumerate(cell.lines or ((),))
        ]
        drawn += _fields(fields, width, tone) if fields else []
        drawn.append(_gap())
    return drawn
