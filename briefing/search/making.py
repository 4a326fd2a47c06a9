"""Making the index of a pack: every item with its words, its names, and the filters it passes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from briefing.pack.collecting import without_collecting
from briefing.pack.pack import Pack
from briefing.pack.searchable import Entry, Facet, entries, values
from briefing.search.folding import MARK, name_key, plain, shown, spread, tokens
from briefing.search.query import KINDS

_SCHEMA = """
create table made (digest text, program blob);
create table kind (kind text, first integer, last integer);
create table item (number integer primary key, kind text, id text, title text, context text,
                   text text, names text);
create table named (name integer, number integer, primary key (name, number)) without rowid;
create table value (filter text, mark text, id text, names text);
create table word (word text primary key, items integer) without rowid;
create virtual table words using fts5 (title, text, names, facets, content='', prefix='1 2 3 4 5 6',
                                       tokenize='unicode61 remove_diacritics 2');
insert into words (words, rank) values ('rank', 'bm25(8.0, 2.0, 4.0, 0.0)');
insert into words (words, rank) values ('hashsize', 67108864);
"""
# Words that a misspelt one may be a misspelling of.
_VOCABULARY = """
create virtual table temp.vocabulary using fts5vocab(main, words, row);
insert into word select term, doc from vocabulary
    where length(term) > 2 and term not glob '[0-9]*' and term not glob ?;
drop table temp.vocabulary;
"""


def fill(database: sqlite3.Connection, pack: Pack, program: bytes) -> None:
    """Write the index of a pack, made by a program, into an empty database."""
    database.executescript(_SCHEMA)
    with database, without_collecting():
        marks = dict(_write_values(database, pack))
        for number, entry in enumerate(entries(pack)):
            _write_item(database, number, entry, marks)
        database.execute("insert into words (words) values ('optimize')")
        database.execute(
            "insert into kind select kind, min(number), max(number) from item group by kind"
        )
        create, copy, drop = _VOCABULARY.strip().split(";\n")
        database.execute(create)
        database.execute(copy, (f"{MARK}*",))
        database.execute(drop)
        database.execute("insert into made values (?, ?)", (pack.digest, program))


def _write_values(database: sqlite3.Connection, pack: Pack) -> Iterator[tuple[Facet, str]]:
    """Write what can be filtered by, and yield the mark that items are given for it."""
    found: list[tuple[Facet, tuple[str, ...]]] = []
    found += [(("kind", kind), (plural,)) for kind, plural in KINDS.items()]
    found += [(value.facet, value.names) for value in values(pack)]
    for number, (facet, names) in enumerate(found):
        mark = f"{MARK}{number}"
        known = [" ".join(tokens(plain(name))) for name in (facet[1], *names) if name]
        row = (facet[0], mark, facet[1], "\n".join(dict.fromkeys(known)))
        database.execute("insert into value values (?, ?, ?, ?)", row)
        yield facet, mark


def _write_item(
    database: sqlite3.Connection, number: int, entry: Entry, marks: dict[Facet, str]
) -> None:
    title, context = shown(entry.title), shown(entry.context)
    text, names = _joined(entry.text), _joined(entry.names)
    row = (number, *entry.ref, title, context, text, names)
    database.execute("insert into item values (?, ?, ?, ?, ?, ?, ?)", row)
    words = [spread(plain(part)) for part in (title, text, names)]
    facets = " ".join([MARK, *(marks[facet] for facet in entry.facets if facet in marks)])
    sql = "insert into words (rowid, title, text, names, facets) values (?, ?, ?, ?, ?)"
    database.execute(sql, (number, *words, facets))
    known = {title, entry.ref.id, str(entry.ref), *_names(entry)}
    for name in {name_key(tokens(plain(name))) for name in known}:
        database.execute("insert into named values (?, ?)", (name, number))


def _names(entry: Entry) -> tuple[str, ...]:
    """Return what an item is called; the names of a claim are those of its sources and terms."""
    return () if entry.ref.kind == "claim" else entry.names


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(shown(part) for part in parts if part)
