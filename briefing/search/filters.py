"""What a query's filters stand for in a pack: `side:china` by id, by name, or by its beginning."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from briefing.search.folding import tokens
from briefing.search.query import Filter

_FEW = 9


class Wanted(NamedTuple):
    """Filters as the index takes them: each the marks that pass it, any of which will do.

    `out` are the marks of filters that must not pass. An `impossible` query names something
    that is not there; `told` says what, and `near` are what may have been meant instead.
    `names` are the items that the filters are about, and `begun` are filters that still want a
    value, each with values that there are.
    """

    terms: tuple[tuple[str, ...], ...] = ()
    out: tuple[tuple[str, ...], ...] = ()
    told: tuple[str, ...] = ()
    near: tuple[tuple[Filter, tuple[str, ...]], ...] = ()
    names: tuple[str, ...] = ()
    begun: tuple[tuple[Filter, tuple[str, ...]], ...] = ()

    @property
    def impossible(self) -> bool:
        """Whether a filter stands for nothing in the pack."""
        return bool(self.near)


class _Value(NamedTuple):
    mark: str
    id: str
    names: list[str]


def wanted(database: sqlite3.Connection, filters: tuple[Filter, ...]) -> Wanted:
    """Return what filters stand for; one without a value stands for everything."""
    terms: list[tuple[str, ...]] = []
    out: list[tuple[str, ...]] = []
    near: list[tuple[Filter, tuple[str, ...]]] = []
    begun: list[tuple[Filter, tuple[str, ...]]] = []
    told: list[str] = []
    about: list[str] = []
    for asked in filters:
        sql = "select mark, id, names from value where filter = ?"
        rows = database.execute(sql, (asked.name,))
        known = [_Value(mark, name, names.split("\n")) for mark, name, names in rows]
        value = " ".join(tokens(asked.value))
        if not value:
            told.append(_listing(asked.name, known))
            begun.append((asked, tuple(each.id for each in known[:_FEW])))
        elif meant := _meant(value, known):
            (out if asked.out else terms).append(tuple(f'"{each.mark}"' for each in meant))
            about += [f"{asked.name} {each.id}" for each in meant if not asked.out]
        else:
            from briefing.search.nearest import nearest_names

            nearest = nearest_names(value, {each.id: each.names for each in known})
            near.append((asked, nearest))
            told.append(_unknown(asked, nearest, known))
    return Wanted(tuple(terms), tuple(out), tuple(told), tuple(near), tuple(about), tuple(begun))


def _meant(value: str, known: list[_Value]) -> list[_Value]:
    """Return what bears a name, or else all that have it at the beginning of a word."""
    exact = [each for each in known if value in each.names]
    return exact or [each for each in known if any(f" {value}" in f" {n}" for n in each.names)]


def _listing(name: str, known: list[_Value]) -> str:
    """Return what a filter may be asked for, as far as it can be told in a line."""
    few = ", ".join(each.id for each in known[:_FEW])
    return f"{name}: {few}{', …' if len(known) > _FEW else ''}" if known else f"there is no {name}"


def _unknown(asked: Filter, meant: tuple[str, ...], known: list[_Value]) -> str:
    said = f'there is no {asked.name} "{asked.value}"'
    if meant:
        return f'{said} – did you mean "{meant[0]}"?'
    return f"{said} – {_listing(asked.name, known)}" if known else said
