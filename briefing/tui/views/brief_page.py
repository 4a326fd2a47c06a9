"""The page as it will print: where it ends, and what stands beyond its end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from textual.content import Content

from briefing.document import Document, Paper
from briefing.tui import draw
from briefing.tui.drawn import Drawn
from briefing.tui.widgets.pane import Pane

PAPERS: dict[Paper, str] = {"fit-both": "A4 and US Letter", "a4": "A4", "letter": "US Letter"}
"""The papers as a reader knows them."""


def pages(document: Document) -> str:
    """Return what a document has to fit: "one page (A4 and US Letter)"."""
    count = "one page" if document.max_pages == 1 else f"{document.max_pages} pages"
    return f"{count} ({PAPERS[document.paper]})"


class PagePane(Pane):
    """Shows the page; a rule says where it ends, and a margin marks what stands beyond."""

    beyond: Collection[str] | None = None
    """What stands beyond the end (see `Measure`); None where that is not known yet."""
    _first_beyond = 0

    def mark(self, beyond: Collection[str] | None) -> None:
        """Show where the page ends; what the reader looks at stays where it is."""
        if beyond != self.beyond:
            self.beyond = beyond
            self.replaced(self.stay())

    def runs(self, width: int) -> list[Drawn]:
        """Return the page from its title to its footer, with the rule at its end."""
        doc, tone = self.document, self.tone
        head = [Drawn(draw.styled_title(doc.title, width, tone)), self._small(doc.meta, width)]
        runs = [*head, _gap(), *draw.blocks(doc.blocks, width, tone)]
        names = [run.origin for run in runs]
        if doc.notes:
            title = Content.assemble((doc.notes_title, tone("heading")))
            runs += [_gap(), Drawn([title]), *(draw.note(note, width, tone) for note in doc.notes)]
            names += ["", "", *(f"note:{note.number}" for note in doc.notes)]
        foot = [_gap(), self._small(doc.footer, width)] if doc.footer else []
        if self.beyond is None:
            self._first_beyond = sum(len(run.lines) for run in runs + foot)
            return runs + foot
        at = first_beyond(runs, names, self.beyond)
        before = runs[:at] if at < len(runs) else runs + foot
        rule = [_gap(), Drawn([self._rule(width)]), _gap()]
        self._first_beyond = sum(len(run.lines) for run in before + rule)
        return before + rule + runs[at:]

    def margin(self, line: int) -> Content:
        """Return the gutter, which tells what stands beyond the end of the page."""
        if line < self._first_beyond:
            return super().margin(line)
        return Content.assemble(("┊ ", self.tone("caution")))

    def _small(self, text: str, width: int) -> Drawn:
        return Drawn(Content.assemble((text, self.tone("muted"))).wrap(width))

    def _rule(self, width: int) -> Content:
        doc = self.document
        said = f"── end of page {doc.max_pages} ({PAPERS[doc.paper]}) "
        line = said + "─" * max(width - len(said), 2)
        return Content.assemble((line, self.tone("caution"))).truncate(width)


def first_beyond(runs: Sequence[Drawn], names: Sequence[str], beyond: Collection[str]) -> int:
    """Return which run is the first beyond the end of the page, or how many there are if none.

    An item may stand on the page and beyond it, so what is beyond is found from the end. A
    heading goes with what follows it.
    """
    named = [place for place, name in enumerate(names) if name]
    last = list(takewhile(lambda place: names[place] in beyond, reversed(named)))
    if not last:
        return len(runs)
    at = last[-1]
    while at and not names[at - 1] and any(line.plain for line in runs[at - 1].lines):
        at -= 1
    return at


def _gap() -> Drawn:
    return Drawn([Content("")])
