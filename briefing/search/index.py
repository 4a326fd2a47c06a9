"""Full-text search over a pack: what was typed so far to the items that hold it.

The index is an SQLite file among the user's caches, made anew when the pack has changed; a
search in a pack that has not changed reads nothing else. Where it cannot be kept, the index
is made in memory.
"""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import NamedTuple
from unicodedata import combining, normalize

from briefing.pack.cache import cache_file, cached_digest, load_cached, program, replacing
from briefing.pack.ref import Ref

TYPE_CHECKING = False  # the pack's types take longer to import than a search takes
if TYPE_CHECKING:
    from briefing.pack.pack import Pack

_SCHEMA = """
create table made (digest text, program blob);
create table item (number integer primary key, kind text, id text, title text, context text,
                   text text, names text);
create index item_id on item (id);
create virtual table words using fts5 (title, text, names, content='', prefix='1 2 3',
                                       tokenize='unicode61 remove_diacritics 2');
insert into words (words, rank) values ('rank', 'bm25(8.0, 2.0, 4.0)');
insert into words (words, rank) values ('hashsize', 67108864);
"""
_MANY = 2000  # more hits than this are not ranked: it takes long, and nobody reads so far
_LONGEST = 200  # characters of a query that are looked at
_BEFORE, _AROUND = 40, 140  # characters of an excerpt before the first word found, and in all

# Scripts written without spaces: each character is a word of its own, so that any part of a
# longer word is found. Han, Hiragana, Katakana and Bopomofo (Unicode 15, blocks).
_SPACELESS = (
    "([\u3005-\u3007\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\U00020000-\U0003ffff])"
)
# In folded text they stand in the private use area, where they are no letters.
_TOKEN = re.compile(r"[\U000f0000-\U000fffff]|[^\W_]+")
_Excerpt = tuple[str, tuple[tuple[int, int], ...]]
_BETWEEN = r"[^\w\U000f0000-\U000fffff]*"


class _Bases(dict[int, str]):
    """What folding makes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        parts = normalize("NFKD", chr(code))
        base = parts[0] if all(map(combining, parts[1:])) else chr(code)
        if code >= 0x3005 and re.match(_SPACELESS, base):
            base = chr(0xF0000 + (ord(base) & 0xFFFF))
        self[code] = base.lower()[0]
        return self[code]


_BASES = _Bases()


class Hit(NamedTuple):
    """An item found.

    `excerpt` is where it says one of the words, or the name that holds one, "" where only its
    title does; `spans` are the starts and ends of the words in the excerpt.
    """

    ref: Ref
    title: str
    context: str
    excerpt: str
    spans: tuple[tuple[int, int], ...]


class Index:
    """The words of a pack. `close` gives its file back."""

    def __init__(self, folder: Path, pack: Pack | None = None) -> None:
        """Index the pack in a folder; one that is loaded already need not be read again.

        Raises `CannotRead` where the folder holds no pack.
        """
        self._folder, self._pack = folder, pack
        self._database = _kept(folder, pack) or _made(folder, pack)

    def close(self) -> None:
        """Close the index; it cannot be searched any more."""
        self._database.close()

    def search(self, query: str, limit: int = 50) -> list[Hit]:
        """Return the items that hold all words of a query, the last of which may be unfinished.

        An item of that very id comes first. The others come by how well they match, or, where
        there are very many, those with the words in their titles before the rest.
        """
        query = _plain(query)
        words = [word for word in query.split() if _TOKEN.search(_folded(word))]
        if not words:
            return []
        try:
            return self._search(query, words, limit)
        except sqlite3.DatabaseError:
            # The kept file is damaged: no query can be wrong, as all of it is quoted.
            self.close()
            self._database = _in_memory(self._pack or load_cached(self._folder).pack)
            return self._search(query, words, limit)

    def _search(self, query: str, words: list[str], limit: int) -> list[Hit]:
        numbers = self._of_id(query) | dict.fromkeys(self._matching(words, limit))
        pattern = _pattern(words)
        found = []
        for number in list(numbers)[:limit]:
            sql = "select kind, id, title, context, text, names from item where number = ?"
            kind, name, *row = self._database.execute(sql, (number,)).fetchone()
            title, context, text, names = row
            excerpt = _shown(title, text, names, pattern)
            found.append(Hit(Ref(kind, name), title, context, *excerpt))
        return found

    def _of_id(self, query: str) -> dict[int, None]:
        """Return the numbers of items with the query as their id, or as their kind and id."""
        kind, _, name = query.strip().lower().rpartition(":")
        sql = "select number from item where id = ? and ? in ('', kind) order by number"
        return dict.fromkeys(number for (number,) in self._database.execute(sql, (name, kind)))

    def _matching(self, words: list[str], limit: int) -> list[int]:
        match = " AND ".join(f'"{_spread(word)}"' for word in words) + "*"
        found = self._numbers("words match ? limit ?", match, _MANY)
        if len(found) < _MANY and not any(map(self._frequent, match.split(" AND "))):
            return self._numbers("words match ? order by rank limit ?", match, limit)
        return self._numbers("words match ? limit ?", f"title : ({match})", limit) + found

    def _frequent(self, word: str) -> bool:
        return len(self._numbers("words match ? limit ?", word, _MANY)) == _MANY

    def _numbers(self, where: str, match: str, limit: int) -> list[int]:
        sql = f"select rowid from words where {where}"
        return [number for (number,) in self._database.execute(sql, (match, limit))]


def _kept(folder: Path, pack: Pack | None) -> sqlite3.Connection | None:
    """Return the index kept of a pack, or None where there is none, or one of other files."""
    digest = pack.digest if pack else cached_digest(folder)
    path = str(cache_file(folder, "search")).replace("%", "%25")
    path = path.replace("?", "%3f").replace("#", "%23")
    try:
        # Immutable, as the file is only ever replaced: nothing is locked, and nothing written.
        database = sqlite3.connect(
            f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False
        )
    except sqlite3.Error:
        return None
    try:
        if database.execute("select digest, program from made").fetchone() == (digest, program()):
            return database
    except sqlite3.Error:
        pass
    database.close()
    return None


def _made(folder: Path, pack: Pack | None) -> sqlite3.Connection:
    """Make the index of a pack and keep it, if it can be kept."""
    pack = pack or load_cached(folder).pack
    kept = _kept(folder, pack)
    if kept:
        return kept
    try:
        with replacing(cache_file(folder, "search")) as path, closing(sqlite3.connect(path)) as new:
            new.execute("pragma journal_mode = off")
            new.execute("pragma synchronous = off")
            _fill(new, pack)
    except (OSError, sqlite3.Error):
        return _in_memory(pack)
    return _kept(folder, pack) or _in_memory(pack)


def _in_memory(pack: Pack) -> sqlite3.Connection:
    database = sqlite3.connect(":memory:", check_same_thread=False)
    _fill(database, pack)
    return database


def _fill(database: sqlite3.Connection, pack: Pack) -> None:
    """Write the index of a pack into an empty database."""
    from briefing.pack.collecting import without_collecting
    from briefing.pack.searchable import entries

    database.executescript(_SCHEMA)
    with database, without_collecting():
        for number, entry in enumerate(entries(pack)):
            text, names = map(_joined, (entry.text, entry.names))
            row = (number, *entry.ref, entry.title, entry.context, text, names)
            database.execute("insert into item values (?, ?, ?, ?, ?, ?, ?)", row)
            words = [_spread(normalize("NFKC", part)) for part in (entry.title, text, names)]
            sql = "insert into words (rowid, title, text, names) values (?, ?, ?, ?)"
            database.execute(sql, (number, *words))
        database.execute("insert into words (words) values ('optimize')")
        database.execute("insert into made values (?, ?)", (pack.digest, program()))


def _joined(parts: tuple[str, ...]) -> str:
    return " · ".join(" ".join(part.split()) for part in parts if part)


def _plain(query: str) -> str:
    """Return a query with nothing in it that a database or a full-text query could trip over."""
    letters = normalize("NFKC", query[:_LONGEST])
    return "".join(c if c.isprintable() and c != '"' else " " for c in letters)


def _spread(text: str) -> str:
    """Return text with spaces round the characters of scripts that are written without."""
    return text if text.isascii() else re.sub(_SPACELESS, r" \1 ", text)


def _pattern(words: list[str]) -> re.Pattern[str]:
    """Return what finds the words in folded text, the last of them also unfinished."""
    parts = []
    for number, word in enumerate(words, 1):
        tokens = _TOKEN.findall(_folded(word))
        start, end = (r"\b" if token[0].isalnum() else "" for token in (tokens[0], tokens[-1]))
        parts.append(start + _BETWEEN.join(tokens) + (end if number < len(words) else ""))
    return re.compile("|".join(parts))


def _folded(text: str) -> str:
    """Return text of the same length in lower case and without diacritics."""
    return text.lower() if text.isascii() else text.translate(_BASES)


def _shown(title: str, text: str, names: str, pattern: re.Pattern[str]) -> _Excerpt:
    """Return the excerpt that shows best why an item was found."""
    shown = _excerpt(text, pattern)
    if shown[0] or pattern.search(_folded(title)):
        return shown
    return _excerpt(names, pattern)


def _excerpt(text: str, pattern: re.Pattern[str]) -> _Excerpt:
    """Return the part of a text round the first word found, and where in it words stand."""
    folded = _folded(text)
    first = pattern.search(folded)
    if not first:
        return "", ()
    start = first.start() - _BEFORE
    start = 0 if start <= 0 else max(start, text.find(" ", start, first.start()) + 1)
    end = max(start + _AROUND, first.end())
    if end < len(text):
        end = max(text.rfind(" ", first.end(), end), first.end())
    before, after = "… " if start else "", " …" if end < len(text) else ""
    shift = len(before) - start
    found = pattern.finditer(folded, start, end)
    spans = tuple((word.start() + shift, word.end() + shift) for word in found)
    return before + text[start:end] + after, spans
