"""The words of a page that are no item's text: labels, and sources that are named in a text."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.notes import worth
from briefing.pack.pack import Pack, citations
from briefing.trace.known import Known, said
from briefing.words import date

_PAGE_OF = ("page", "of")


class Labels:
    """The labels that a pack prints, and the names of its sources."""

    def __init__(self, pack: Pack, known: Known) -> None:
        self._labels = {tuple(said(p.text)) for p in known.passages if p.ref is None} | {_PAGE_OF}
        # A page that names its sources in the text tells what each is worth where it is first.
        self._labels |= {tuple(said(worth(source))) for source in pack.sources}
        self._issued = {tuple(said(date(source.issued))) for source in pack.sources}
        self._names = {f" {' '.join(said(source.label))} " for source in pack.sources}
        self._naming = _naming(pack)

    def add(self, runs: Iterable[tuple[str, ...]]) -> None:
        """Take runs of words for labels, too."""
        self._labels.update(runs)

    def has(self, run: tuple[str, ...]) -> bool:
        """Say whether words are no part of a text: a label, or sources that are named in it.

        Which sources are named in the text depends on what else is on the page.
        """
        if run in self._labels:
            return True
        text = f" {' '.join(run)} "
        return self._naming.issuperset(run) and any(name in text for name in self._names)

    def is_date(self, run: tuple[str, ...]) -> bool:
        """Say whether words are the date of a source."""
        return run in self._issued


def _naming(pack: Pack) -> set[str]:
    """Return the words by which a text names its sources: labels, places and worth."""
    words = {word for s in pack.sources for word in said(f"{s.label} {worth(s)}")}
    for item in pack.items.values():
        words.update(word for cited in citations(item) for word in said(cited.locator))
    return words
