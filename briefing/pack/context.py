"""What the conversion of a pack collects, and the value that stands for a broken one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from briefing.pack.reader import File, Map, Mark
from briefing.pack.types import Item, Place
from briefing.problems import Problem

BROKEN: Any = object()
"""Stands for a value that could not be read; its problem has been told."""


class Context:
    """What the conversion of a pack collects: problems, ids declared, and references.

    `usable` holds the (kind, id) pairs that a reference may lead to; None allows all, for
    the first pass, in which they are collected. `lost` holds the files that could not be
    read, each with the ids that seem to stand in it; nothing can be said of those.
    """

    def __init__(
        self, lost: Mapping[str, set[str]], usable: set[tuple[str, str]] | None = None
    ) -> None:
        self.problems: list[Problem] = []
        self.declared: dict[tuple[str, str], Place] = {}
        self.references: list[tuple[str, str, Place]] = []
        self.lost = lost
        self.usable = usable
        self.nodes: dict[int, Map] = {}
        self.path = ""
        self.first_line = 0

    def enter(self, file: File) -> None:
        """Take the following values from this file."""
        self.path, self.first_line = file.path, file.first_line

    def place(self, mark: Mark) -> Place:
        """Return the mark as a place in the file at hand."""
        return Place(self.path, mark.line + self.first_line + 1, mark.column + 1)

    def report(self, mark: Mark, rule: str, message: str, hint: str = "") -> Any:
        """Add a problem; `BROKEN` comes back."""
        self.problems.append(Problem(*self.place(mark), rule, message, hint))
        return BROKEN

    def of(self, item: Item, name: str = "") -> Place:
        """Return where a field of an item is written, or the item itself."""
        node = self.nodes.get(id(item))
        mark = node.values_at.get(name) if node is not None else None
        if mark is None:
            return item.place
        first = item.place.line - (node.mark.line if node is not None else 0)
        return Place(item.place.file, mark.line + first, mark.column + 1)


Converter = Callable[[Any, Mark, str, Context], Any]
"""Takes a node, its mark and what to call it, and returns the value or `BROKEN`."""
