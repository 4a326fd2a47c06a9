"""The pane of one option: the case for and the case against side by side, where there is room."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from briefing.describe.options import CASES
from briefing.document import Block, Heading, plain
from briefing.tui import draw
from briefing.tui.drawn import Drawn, beside
from briefing.tui.widgets.pane import Pane

LEAST_COLUMN = 28
"""Narrower than this many cells, the cases stand one below the other."""
GAP = 2


class OptionPane(Pane):
    """Shows an option."""

    def runs(self, width: int) -> list[Drawn]:
        """Return the option as runs of lines."""
        room = (width - GAP) // 2
        before, cases, after = parted(self.document.blocks)
        if room < LEAST_COLUMN or len(cases) < len(CASES):
            return super().runs(width)
        gap = Drawn([Content("")])
        drawn = [Drawn(draw.styled_title(self.document.title, width, self.tone)), gap]
        drawn += [*draw.blocks(before, width, self.tone), gap]
        columns = [
            [line for run in draw.blocks(case, room, self.tone) for line in run.lines]
            for case in cases
        ]
        drawn += [Drawn(beside(columns, [room] * len(columns)), self.origin), gap]
        drawn += draw.blocks(after, width, self.tone)
        if self.document.notes:
            heading = Content.assemble((self.document.notes_title, self.tone("heading")))
            drawn += [Drawn([Content(""), heading])]
            drawn += [draw.note(entry, width, self.tone) for entry in self.document.notes]
        return drawn

    @property
    def origin(self) -> str:
        """The option that is shown."""
        found = (getattr(block, "origin", "") for block in self.document.blocks)
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
