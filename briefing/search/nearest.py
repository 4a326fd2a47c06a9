"""What may have been meant by a word that is nowhere: the nearest of the pack's own words."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from briefing.search.folding import folded, spread, tokens
from briefing.search.query import Filter, Query, Word

_MOST = 3
"""So many suggestions."""


def meant(
    database: sqlite3.Connection, asked: Query, values: Iterable[tuple[Filter, tuple[str, ...]]]
) -> list[str]:
    """Return queries like this one, with known words and names in the place of unknown ones.

    The likeliest comes first. Whether they find anything is not looked up.
    """
    changes = [(value.start, value.end, _filters(value, names)) for value, names in values]
    changes += _spelt(database, asked.words)
    if not changes or not all(names for _, _, names in changes):
        return []
    queries = []
    for place in range(max(len(names) for _, _, names in changes)):
        text = asked.text
        for start, end, names in sorted(changes, reverse=True):
            text = text[:start] + names[min(place, len(names) - 1)] + text[end:]
        queries.append(text.strip())
    return queries


def nearest_names(value: str, known: Mapping[str, list[str]]) -> tuple[str, ...]:
    """Return the ids of which a name, or a word of one, is nearest to a folded value."""
    owners: dict[str, str] = {}
    for name, names in known.items():
        for each in names:
            for word in (each, *each.split()):
                owners.setdefault(word, name)
    near = nearest(value, owners, _MOST)
    return tuple(dict.fromkeys(owners[word] for word in near))


def nearest(word: str, known: Iterable[str], most: int, *, unfinished: bool = False) -> list[str]:
    """Return the known words nearest to a folded word, by letters wrong, missing or swapped.

    One letter in three may be wrong. Of words as near, those known first come first. An
    unfinished word is compared to the beginnings of words.
    """
    allowed = min((len(word) + 1) // 3, 3)
    if not allowed:
        return []
    longest = len(word) + allowed + 8 * unfinished
    places = {other: place for place, other in enumerate(known) if len(other) <= longest}
    near = _beginning if unfinished else _whole
    rows = [
        (wrong, other[0] != word[0], abs(len(other) - len(word)), places[other], other)
        for other, wrong in near(word, places, allowed).items()
    ]
    return [row[-1] for row in sorted(rows)[:most]]


def _whole(word: str, known: Iterable[str], allowed: int) -> dict[str, int]:
    """Return the words of which at most so many letters are wrong, and how many."""
    return _near(word, {other: other for other in known}, allowed)


def _beginning(word: str, known: Iterable[str], allowed: int) -> dict[str, int]:
    """Return the words that begin with a word, but for at most so many letters, and how many."""
    found: dict[str, int] = {}
    for length in range(len(word) - allowed, len(word) + allowed + 1):
        near = _near(word, {other: other[:length] for other in known}, allowed)
        found |= {other: min(wrong, found.get(other, wrong)) for other, wrong in near.items()}
    return found


def _near(word: str, texts: Mapping[str, str], allowed: int) -> dict[str, int]:
    """Return how many letters are wrong, missing, too many, or swapped with the next.

    This is the distance of optimal string alignment (Damerau, 1964); only texts in which no
    more than `allowed` are wrong are told.
    """
    rows = process.extract(
        word, texts, scorer=OSA.distance, score_cutoff=allowed, limit=None, processor=None
    )
    return {other: int(wrong) for _, wrong, other in rows}


def _filters(value: Filter, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"{'-' if value.out else ''}{value.name}:{name}" for name in names)


def _spelt(
    database: sqlite3.Connection, words: tuple[Word, ...]
) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return where unknown words stand, and the words that they may be misspellings of."""
    sql = "select word from word order by items desc"
    found = []
    vocabulary: list[str] = []
    for word in words:
        if any(_known(database, way, word.unfinished) for way in word.ways):
            continue
        vocabulary = vocabulary or [name for (name,) in database.execute(sql)]
        names = nearest(folded(word.ways[0]), vocabulary, _MOST, unfinished=word.unfinished)
        found.append((word.start, word.end, tuple(names)))
    return found


def _known(database: sqlite3.Connection, way: str, unfinished: bool) -> bool:
    match = f'"{spread(way)}"{"*" if unfinished else ""}'
    sql = "select 1 from words where words match ? limit 1"
    return bool(tokens(way)) and database.execute(sql, (match,)).fetchone() is not None
