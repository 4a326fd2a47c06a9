"""Searching the index of a pack: the items that pass a query, kind by kind, the best first."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from briefing.pack.ref import Ref
from briefing.search.excerpts import Spans, excerpt, pattern, spans
from briefing.search.filters import Wanted, wanted
from briefing.search.folding import MARK, name_key, spread, tokens
from briefing.search.kept import in_memory, opened
from briefing.search.query import KINDS, Filter, Query, Word, parse

TYPE_CHECKING = False  # the pack's types take longer to import than a search takes
if TYPE_CHECKING:
    import re

    from briefing.pack.pack import Pack

MANY = 2000
"""More claims are not counted: it takes long, and nobody reads so far."""
RANKED = 200
"""More items than this are not ranked by how well they hold the words, but stay in order."""


class Hit(NamedTuple):
    """An item found.

    `excerpt` is where it says one of the words, or the name that holds one, "" where only its
    title does; spans are the starts and ends of the words in the title and in the excerpt.
    """

    ref: Ref
    title: str
    title_spans: Spans
    context: str
    excerpt: str
    spans: Spans


class Group(NamedTuple):
    """What was found of one kind, the best first, of how many; `MANY` is so many or more.

    Without a limit all are counted.
    """

    kind: str
    hits: tuple[Hit, ...]
    total: int


class Found(NamedTuple):
    """What was found, kind by kind, the best first.

    `told` says what is wrong with the query's filters. `near` are queries that find something
    and may have been meant, where this one finds nothing.
    """

    groups: tuple[Group, ...] = ()
    told: tuple[str, ...] = ()
    near: tuple[str, ...] = ()

    @property
    def hits(self) -> list[Hit]:
        """All that was found, in order."""
        return [hit for group in self.groups for hit in group.hits]


class Index:
    """The words of a pack. `close` gives its file back."""

    def __init__(self, folder: Path, pack: Pack | None = None) -> None:
        """Index the pack in a folder; one that is loaded already need not be read again.

        Raises `CannotRead` where the folder holds no pack.
        """
        self._folder, self._pack = folder, pack
        self._database = opened(folder, pack)

    def close(self) -> None:
        """Close the index; it cannot be searched any more."""
        self._database.close()

    def search(self, query: str, limit: int | None = 50) -> Found:
        """Return what passes a query, at most `limit` of each kind; without one, all.

        An item of that very name or id comes first, then those with all words in the title. An
        empty query, or one of signs alone, finds nothing.
        """
        asked = parse(query)
        if not (asked.words or asked.without or asked.filters):
            return Found()
        try:
            return self._search(asked, limit)
        except sqlite3.DatabaseError:
            # The kept file is damaged: no query can be wrong, as all of it is quoted.
            self.close()
            self._database = in_memory(self._folder, self._pack)
            return self._search(asked, limit)

    def _search(self, asked: Query, limit: int | None) -> Found:
        filters = wanted(self._database, asked.filters)
        if not (asked.words or asked.without or filters.terms or filters.out or filters.near):
            return Found((), filters.told, self._meant(asked, filters.begun))
        match = "" if filters.impossible else _match(asked, filters)
        ranked = self._ranked(asked, filters, match, limit) if match else {}
        found = pattern(asked.words)
        groups = tuple(
            Group(kind, tuple(self._hits(numbers[:limit], found)), _count(numbers, limit))
            for kind, numbers in ranked.items()
        )
        near = () if groups else self._meant(asked, filters.near)
        return Found(groups, filters.told, near)

    def _meant(
        self, asked: Query, values: tuple[tuple[Filter, tuple[str, ...]], ...]
    ) -> tuple[str, ...]:
        """Return queries that find something, with other words and with these filters' values."""
        from briefing.search.nearest import meant

        return tuple(query for query in meant(self._database, asked, values) if self._holds(query))

    def _ranked(
        self, asked: Query, filters: Wanted, match: str, limit: int | None
    ) -> dict[str, list[int]]:
        """Return the numbers of items that pass, the best first, by kind, the best kind first."""
        most = MANY if limit else None
        passing = self._passing(match, most)
        titled: list[int] = []
        if asked.words:
            titled = self._passing(_match(asked, filters, "title : "), most)
        order = self._order(asked, passing)
        best: dict[str, list[int]] = {}
        met: set[int] = set()
        for numbers in (self._named(asked, filters, match), titled, passing):
            new = sorted(set(numbers) - met)
            met.update(new)
            for kind, group in self._by_kind(new):
                # Those that are not ranked keep their order.
                if order:
                    group.sort(key=lambda number: order.get(number, MANY))
                best.setdefault(kind, []).extend(group)
        return best

    def _by_kind(self, numbers: list[int]) -> Iterator[tuple[str, list[int]]]:
        """Yield ascending numbers of items kind by kind, the kind first that answers most."""
        kinds = self._kinds()
        ends = [*(bisect_left(numbers, first) for first, _ in kinds), len(numbers)]
        groups = {kind: numbers[ends[n] : ends[n + 1]] for n, (_, kind) in enumerate(kinds)}
        yield from ((kind, groups[kind]) for kind in KINDS if groups.get(kind))

    def _passing(self, match: str, most: int | None) -> list[int]:
        """Return the items that a match finds, but of the last kind, of claims, only so many."""
        claims = next((first for first, kind in self._kinds() if kind == "claim"), 0)
        numbers = []
        # Each query reads all there is of a word's beginning, so this is one for all kinds.
        sql = "select rowid from words where words match ?"
        for (number,) in self._database.execute(sql, (match,)):
            numbers.append(number)
            if number >= claims and most:
                most -= 1
                if not most:
                    break
        return numbers

    def _kinds(self) -> list[tuple[int, str]]:
        """Return the first number of each kind, in order."""
        return self._database.execute("select first, kind from kind order by first").fetchall()

    def _named(self, asked: Query, filters: Wanted, match: str) -> list[int]:
        """Return the items of which the query is a name, or without words, those it is about."""
        names = [asked.name] if asked.words else map(tokens, filters.names)
        sql = "select number from named where name = ? order by number"
        rows = [self._database.execute(sql, (name_key(name),)).fetchall() for name in names]
        found = sorted({number for row in rows for (number,) in row})
        if asked.filters or asked.without:
            found = [number for number in found if self._numbers(match, number, 1) == [number]]
        return found

    def _order(self, asked: Query, passing: list[int]) -> dict[int, int]:
        """Return the places of items by how well they hold the words; none where many do."""
        match = _all(asked.words)
        plain = not (asked.filters or asked.without)
        if not match or len(passing) > RANKED:
            return {}
        if not plain and len(self._numbers(match, 0, RANKED + 1)) > RANKED:
            return {}
        if len(asked.words) > 1 and any(map(self._frequent, asked.words)):
            return {}
        sql = "select rowid from words where words match ? order by rank"
        ranked = self._database.execute(sql, (match,))
        return {number: place for place, (number,) in enumerate(ranked)}

    def _frequent(self, word: Word) -> bool:
        return len(self._numbers(_ways(word), 0, MANY)) == MANY

    def _holds(self, query: str) -> bool:
        """Return whether a query finds anything."""
        asked = parse(query)
        filters = wanted(self._database, asked.filters)
        return not filters.impossible and bool(self._numbers(_match(asked, filters), 0, 1))

    def _numbers(self, match: str, first: int, limit: int) -> list[int]:
        """Return the items from the first on that a match finds."""
        sql = "select rowid from words where words match ? and rowid >= ? limit ?"
        return [number for (number,) in self._database.execute(sql, (match, first, limit))]

    def _hits(self, numbers: Iterable[int], words: re.Pattern[str] | None) -> Iterable[Hit]:
        sql = "select kind, id, title, context, text, names from item where number = ?"
        for number in numbers:
            kind, name, *row = self._database.execute(sql, (number,)).fetchone()
            title, context, text, names = row
            in_title = spans(title, words)
            shown = excerpt(text, words)
            if not (shown[0] or in_title):
                shown = excerpt(names, words)
            if kind == "term" and not shown[0]:
                shown = text, ()
            yield Hit(Ref(kind, name), title, in_title, context, *shown)


def _count(numbers: list[int], limit: int | None) -> int:
    return len(numbers) if limit is None else min(len(numbers), MANY)


def _match(asked: Query, filters: Wanted, column: str = "") -> str:
    """Return a query as the full-text index takes it; all that was typed is quoted.

    With a column, the words must stand in it.
    """
    parts = [column + _ways(word) for word in asked.words]
    parts += [_any(marks) for marks in filters.terms]
    match = " AND ".join(parts) or f'"{MARK}"'
    out = [_ways(word) for word in asked.without] + [_any(marks) for marks in filters.out]
    return f"({match}) NOT ({' OR '.join(out)})" if out else match


def _all(words: Iterable[Word]) -> str:
    return " AND ".join(map(_ways, words))


def _ways(word: Word) -> str:
    """Return a match for any way of writing a word."""
    star = "*" if word.unfinished else ""
    return _any(f'"{spread(way)}"{star}' for way in word.ways if tokens(way))


def _any(matches: Iterable[str]) -> str:
    return f"({' OR '.join(matches)})"
