"""Evidence: the sources and what they are worth, the claims by status, and the conflicts."""

from __future__ import annotations

import textwrap
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal

from briefing.describe import item
from briefing.describe.relations import conflict
from briefing.document import Document
from briefing.pack.pack import Ref
from briefing.pack.types import RELIABILITIES, STATUSES
from briefing.tui.commands import bindings
from briefing.tui.views.listed import PivotedView
from briefing.tui.widgets.row_list import Row
from briefing.words import RELIABILITY, STATUS, counted

SOURCES = 0


class Evidence(PivotedView):
    """What everything rests on."""

    NAME = "evidence"
    PIVOTS = ("Sources", "Claims by status", "Conflicts")
    CSS_PATH = Path(__file__).with_suffix(".tcss")
    BINDINGS: ClassVar[list[BindingType]] = bindings("evidence")

    def body(self) -> ComposeResult:
        """Yield the pivots, the list and the detail."""
        yield from self.choices()
        with Horizontal():
            yield from self.list_and_detail()

    def fill_pivot(self) -> None:
        """List what the pivot is about."""
        rows = (self._source_rows, self._claim_rows, self._conflict_rows)[self.pivot]()
        self.list_rows(rows or [Row("", "Nothing here yet")])

    def _source_rows(self) -> list[Row]:
        rows = []
        for grade in RELIABILITIES:
            graded = [source for source in self.pack.sources if source.reliability == grade]
            if graded:
                rows.append(Row("", f"{RELIABILITY[grade][0].capitalize()} ({len(graded)})"))
            for source in graded:
                uses = len(self.pack.uses.get(source.id, ()))
                rows.append(Row(f"source:{source.id}", source.label, counted(uses, "line")))
        return rows

    def _claim_rows(self) -> list[Row]:
        rows = []
        for status in STATUSES:
            claims = [c for c in self.pack.claims.values() if c.status == status]
            if claims:
                rows.append(Row("", f"{STATUS[status][0].capitalize()} ({len(claims)})"))
            rows += [Row(f"claim:{claim.id}", claim.text) for claim in claims]
        return rows

    def _conflict_rows(self) -> list[Row]:
        rows = []
        dimension = ""
        for one, other in self.pack.conflicts:
            if (label := self.pack.homes[one].dimension.label) != dimension:
                dimension = label
                rows.append(Row("", dimension))
            texts = [self.pack.claims[name].text for name in (one, other)]
            rows.append(Row(f"conflict:{one}:{other}", " ⇄ ".join(map(_opening, texts))))
        return rows

    def document(self, key: str) -> Document:
        """Return a source, a claim, or two claims at odds."""
        kind, _, rest = key.partition(":")
        if kind == "conflict":
            one, _, other = rest.partition(":")
            return conflict(self.pack, one, other)
        ref = self.as_ref(key)
        return item(self.pack, ref) if ref else Document(title="")

    def show(self, ref: Ref) -> None:
        """Go to a source."""
        if self.pivot != SOURCES:
            self.pivot = SOURCES
            self.fill()
        super().show(ref)


def _opening(text: str) -> str:
    """Return the first words of a claim."""
    opening = textwrap.shorten(text, 30, placeholder="…")
    return opening.rstrip(",;: ")
