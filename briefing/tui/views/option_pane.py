"""The pane of one option: the case for and the case against side by side, where there is room."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.describe.options import CASES
from briefing.document import Block, Document, Heading, plain
from briefing.tui import draw
from briefing.tui.drawn import Drawn, beside, gap
from briefing.tui.widgets.pane import Pane

LEAST_COLUMN = 28
"""Narrower than this many cells, the cases stand one below the other."""
GAP = 2


class OptionPane(Pane):
    """Shows an option."""

    def runs(self, doc: Document, of: str, width: int) -> Iterator[Drawn]:
        """Yield an option as runs of lines."""
        room = (width - GAP) // 2
        before, cases, after = parted(doc.blocks)
        if room < LEAST_COLUMN or len(cases) < len(CASES):
            yield from super().runs(doc, of, width)
            return
        yield Drawn(draw.styled_title(doc.title, width, self.tone))
        yield gap()
        yield from draw.blocks(before, width, self.tone)
        columns = [
            [line for run in draw.blocks(case, room, self.tone) for line in run.lines]
            for case in cases
        ]
        yield gap()
        yield Drawn(beside(columns, [room] * len(columns)), origin(doc))
        yield gap()
        yield from draw.blocks(after, width, self.tone)
        yield from draw.notes(doc, width, self.tone)


def origin(doc: Document) -> str:
    """Return the option that a document is of."""
    found = (getattr(block, "origin", "") for block in doc.blocks)
    return next((origin for origin in found if origin), "")


def parted(blocks: Sequence[Block]) -> tuple[list[Block], list[list[Block]], list[Block]]:
    """Return what stands before the cases, each case with its heading, and what comes after."""
    before: list[Block] = []
    cases: list[list[Block]] = []
    after: list[Block] = []
    into = before
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            title = plain(block.line)
            if title in CASES:
                cases.append([])
                into = cases[-1]
            elif cases:
                into = after
        into.append(block)
    return before, cases, after
