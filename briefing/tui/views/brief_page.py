"""The page as it will print: where it ends, and what stands beyond its end."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile

from textual.content import Content

from briefing.document import Document, Paper
from briefing.tui import draw
from briefing.tui.drawn import Drawn, Toner, gap
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

    def mark(self, beyond: Collection[str] | None) -> None:
        """Show where the page ends; what the reader looks at stays where it is."""
        if beyond != self.beyond:
            self.beyond = beyond
            self.replaced(self.stay())

    def depends_on(self, doc: Document, of: str) -> object:
        """Return what stands beyond the end."""
        return self.beyond

    def runs(self, doc: Document, of: str, width: int) -> list[Drawn]:
        """Return the page from its title to its footer, with the rule at its end.

        The margin tells what stands beyond it.
        """
        tone = self.tone
        head = [Drawn(draw.styled_title(doc.title, width, tone)), self._small(doc.meta, width)]
        runs = [*head, gap(), *draw.blocks(doc.blocks, width, tone)]
        names = [run.origin for run in runs]
        if doc.notes:
            title = Content.assemble((doc.notes_title, tone("heading")))
            runs += [gap(), Drawn([title]), *(draw.note(note, width, tone) for note in doc.notes)]
            names += ["", "", *(f"note:{note.number}" for note in doc.notes)]
        foot = [gap(), self._small(doc.footer, width)] if doc.footer else []
        if self.beyond is None:
            return runs + foot
        at = first_beyond(runs, names, self.beyond)
        before = runs[:at] if at < len(runs) else runs + foot
        rule = [gap(), Drawn([_rule(doc, width, tone)]), gap()]
        margin = Content.assemble(("┊ ", tone("caution")))
        return before + rule + [run._replace(margin=margin) for run in runs[at:]]

    def _small(self, text: str, width: int) -> Drawn:
        return Drawn(Content.assemble((text, self.tone("muted"))).wrap(width))


def _rule(doc: Document, width: int, tone: Toner) -> Content:
    said = f"── end of page {doc.max_pages} ({PAPERS[doc.paper]}) "
    line = said + "─" * max(width - len(said), 2)
    return Content.assemble((line, tone("caution"))).truncate(width)


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
