"""Cells of a comparison as lines: what they say, what is behind them, where a cursor can stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from textual.content import Content

from briefing.document import Block, Cell
from briefing.tui import draw
from briefing.tui.drawn import Toner, styled
from briefing.tui.widgets.span import Span
from briefing.tui.wrapping import wrap

INDENT = 2


class Link(NamedTuple):
    """Lines below a cell that lead somewhere: to an item, and to notes."""

    origin: str
    first: int
    height: int
    notes: tuple[int, ...]


class Lines(NamedTuple):
    """Lines of text, and the links among them, counted from the first line."""

    lines: list[Content]
    links: tuple[Link, ...] = ()


NOTHING = Lines([])


class Stop(NamedTuple):
    """Where the cursor can stand on a side: at a cell, or at a link of an open one."""

    row: int
    owner: str
    origin: str
    span: Span
    notes: tuple[int, ...]
    is_link: bool = False

    @property
    def path(self) -> str:
        """The name of the stop: an item may be named in several cells, and a cell name none."""
        cell = self.owner or f"row-{self.row}"
        return f"{cell} {self.origin}" if self.is_link else cell


def said(cell: Cell, mark: str, room: int, tone: Toner) -> Lines:
    """Return what a cell says; the reader's mark on it stands at its end."""
    pieces = [piece for line in cell.lines for piece in wrap(styled(line, tone), room)]
    if mark and pieces:
        shown = Content.assemble((f"  {mark}", tone("mark")))
        if pieces[-1].cell_length + shown.cell_length <= room:
            pieces[-1] += shown
        else:
            pieces.append(Content.assemble((mark, tone("mark"))))
    return Lines(pieces)


def behind(blocks: Iterable[Block], room: int, tone: Toner) -> Lines:
    """Return what is behind a cell, further in."""
    lines: list[Content] = []
    links: list[Link] = []
    pad = Content(" " * INDENT)
    for run in draw.blocks(blocks, max(room - INDENT, 1), tone):
        if run.origin:
            links.append(Link(run.origin, len(lines), len(run.lines), run.notes))
        lines += [pad + line for line in run.lines]
    return Lines(lines, tuple(links))
