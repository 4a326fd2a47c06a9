"""Tables as lines: in columns, row by row, or with the names of rows over two sides."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from briefing.document import Cell, Field, Mark, Table, marks
from briefing.text import width as cells
from briefing.tui.drawn import Drawn, Part, Toner, beside, gap, labelled, styled
from briefing.tui.wrapping import wrap

MIN_COLUMN = 13
"""A table whose columns would be narrower than this many cells is drawn row by row."""
GOOD_COLUMN = 24
"""Where columns would be narrower than this many cells, the name of a row of a paired table
stands over the rest, which shares the width."""


def tabled(table: Table, width: int, tone: Toner) -> list[Drawn]:
    """Return a table as runs of lines: an item's are those of its row, or its part of them."""
    drawn = [_caption(table, width, tone)] if table.caption else []
    columns = len(table.header)
    if columns * (MIN_COLUMN + 2) > width:
        return drawn + _rows_in_turn(table, width, tone)
    if table.paired and table.named and width < columns * (GOOD_COLUMN + 2):
        return drawn + _named_above(table, width, tone)
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
        parts = () if table.named and row[0].origin else _parts(row, widths)
        drawn.append(Drawn(lines, _row_origin(row), found, parts))
        if max(map(len, cell_lines)) > 1 and number < len(table.rows):
            drawn.append(gap())
    return drawn


def _named_above(table: Table, width: int, tone: Toner) -> list[Drawn]:
    """Return the cells of each row beside one another, its name above them."""
    columns = len(table.header) - 1
    widths = [(width - 2 * (columns - 1)) // columns] * columns
    heads = [wrap(Content.assemble((name, tone("muted"))), widths[0]) for name in table.header[1:]]
    drawn = [Drawn(beside(heads, widths)), gap()]
    for row in table.rows:
        name, cells = _cell(row[0], width, tone), [_cell(c, widths[0], tone) for c in row[1:]]
        name[:1] = [line.stylize_before(tone("strong")) for line in name[:1]]
        found = tuple(n for cell in row for line in cell.lines for n in marks(line))
        parts = () if row[0].origin else _parts(row[1:], widths)
        if parts:
            drawn.append(Drawn(name))
            name = []
        drawn.append(Drawn([*name, *beside(cells, widths)], _row_origin(row), found, parts))
        drawn.append(gap())
    return drawn[:-1]


def _caption(table: Table, width: int, tone: Toner) -> Drawn:
    return Drawn(wrap(Content.assemble((table.caption, tone("muted"))), width))


def _parts(row: Sequence[Cell], widths: Sequence[int]) -> tuple[Part, ...]:
    """Return the items beside one another in a row, where there is more than one."""
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
        drawn += labelled(fields, width, tone) if fields else []
        drawn.append(gap())
    return drawn
