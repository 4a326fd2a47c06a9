"""Which sources are shown, and in what order: by worth, by use, by how they were read, by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from msgspec import Struct

from briefing.pack.pack import Pack
from briefing.pack.source import Source
from briefing.pack.types import RELIABILITIES
from briefing.words import ACCESS, RELIABILITY, capital, counted, listed

ORDERS = {
    "worth": "what they are worth",
    "lines": "lines that rest on them",
    "access": "how they were read",
    "side": "the side they come from",
    "date": "date",
    "name": "name",
}
"""What sources can be sorted by, in words."""
NO_SIDE = "neither side"
USES = {"used": "lines rest on it", "unused": "no line rests on it"}


class Shelf(Struct, frozen=True):
    """Which sources to show, and their order; of a group without choices all are shown."""

    grades: frozenset[str] = frozenset()
    access: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    uses: frozenset[str] = frozenset()
    order: str = "worth"

    @property
    def all(self) -> bool:
        """Whether nothing is left out."""
        return not (self.grades or self.access or self.sides or self.uses)

    @property
    def cleared(self) -> Shelf:
        """The shelf that shows all in the same order."""
        return Shelf(order=self.order)

    def has(self, pack: Pack, source: Source) -> bool:
        """Return whether a source is shown."""
        use = "used" if pack.uses.get(source.id) else "unused"
        pairs = (
            (self.grades, source.reliability),
            (self.access, source.access),
            (self.sides, source.side or ""),
            (self.uses, use),
        )
        return all(not chosen or value in chosen for chosen, value in pairs)


EVERYTHING = Shelf()


def groups(pack: Pack) -> dict[str, tuple[str, dict[str, str]]]:
    """Return what can be chosen: by field of a shelf, its title and its values in words."""
    sides = {side.id: side.name for side in pack.sides} | {"": capital(NO_SIDE)}
    return {
        "grades": ("What it is worth", {g: capital(RELIABILITY[g][0]) for g in RELIABILITIES}),
        "access": ("How it was read", {way: capital(said) for way, said in ACCESS.items()}),
        "sides": ("Comes from", sides),
        "uses": ("Use", {use: capital(said) for use, said in USES.items()}),
    }


def shelved(pack: Pack, shelf: Shelf) -> list[tuple[str, list[Source]]]:
    """Return the sources that are shown, under headings, in the shelf's order."""
    shown = [source for source in pack.sources if shelf.has(pack, source)]
    lines = Counter({source.id: len(pack.uses.get(source.id, ())) for source in shown})
    if shelf.order == "lines":
        return _alone(sorted(shown, key=lambda source: -lines[source.id]))
    if shelf.order == "date":
        return _alone(sorted(shown, key=_issued, reverse=True))
    if shelf.order == "name":
        return _alone(sorted(shown, key=lambda source: source.label.casefold()))
    values, of = _grouping(pack, shelf.order)
    found = []
    for value, said in values.items():
        held = [source for source in shown if of(source) == value]
        held.sort(key=lambda source: -lines[source.id])
        found += [(f"{said} ({len(held)})", held)] if held else []
    return found


def _alone(sources: Sequence[Source]) -> list[tuple[str, list[Source]]]:
    return [("", list(sources))] if sources else []


def _issued(source: Source) -> str:
    return "" if source.issued == "unknown" else source.issued


def _grouping(pack: Pack, order: str) -> tuple[dict[str, str], Callable[[Source], str]]:
    """Return the values that sources are put under, and which of them a source has."""
    choices = groups(pack)
    if order == "access":
        return choices["access"][1], lambda source: source.access
    if order == "side":
        return choices["sides"][1], lambda source: source.side or ""
    return choices["grades"][1], lambda source: source.reliability


def told(pack: Pack, shelf: Shelf) -> str:
    """Return what is chosen in words: "excerpt only; United States", or ""."""
    parts = []
    for field, (_, values) in groups(pack).items():
        chosen = [said for value, said in values.items() if value in getattr(shelf, field)]
        parts += [listed(chosen)] if chosen else []
    return "; ".join(parts)


def count(pack: Pack, shelf: Shelf) -> str:
    """Return how many are shown of how many: "All 103 sources", "6 of 103 sources"."""
    shown = sum(shelf.has(pack, source) for source in pack.sources)
    total = counted(len(pack.sources), "source")
    return f"All {total}" if shelf.all else f"{shown} of {total}"
