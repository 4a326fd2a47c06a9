"""What a pack prints of each item, to tell what became of a line that was printed before."""

from __future__ import annotations

from difflib import SequenceMatcher

from briefing.pack.pack import Ref
from briefing.trace.known import Known, Passage, said

Texts = dict[tuple[str, ...], str]
"""Texts by their words."""


class Printed:
    """The texts of each item, and of each in a column of a table."""

    def __init__(self, known: Known) -> None:
        self._of: dict[Ref, Texts] = {}
        self._in_column: dict[tuple[Ref, str], Texts] = {}
        for passage in known.passages:
            if passage.ref is not None:
                self.add(passage.ref, passage.text, passage.label)

    def add(self, ref: Ref, text: str, label: str = "") -> None:
        """Take a text for one of an item's."""
        words = tuple(said(text))
        self._of.setdefault(ref, {})[words] = text
        if label:
            self._in_column.setdefault((ref, label), {})[words] = text

    def holds(self, ref: Ref) -> bool:
        """Say whether anything is printed of an item."""
        return ref in self._of

    def otherwise(self, ref: Ref, passage: Passage) -> str:
        """Return what stands in the place of a passage; "" where that is the passage itself."""
        texts = self._in_column.get((ref, passage.label), self._of[ref])
        return "" if tuple(said(passage.text)) in texts else _nearest(passage.text, texts)


def _nearest(text: str, texts: Texts) -> str:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(said(text))

    def likeness(words: tuple[str, ...]) -> float:
        matcher.set_seq1(words)
        return matcher.ratio()

    return texts[max(texts, key=likeness)]
