"""The reader's own data: notes, the page being built, what was last read, where they left off.

One SQLite file in the user's state folder. Each change is a transaction of its own that is
on the disk when the call returns (write-ahead log, `synchronous=FULL`), so nothing is lost
when the program is killed, and several windows may write at once. Where the file cannot be
used, changes are kept for this session only, and `reason` says why.
"""

from __future__ import annotations

import hashlib
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, Literal, NamedTuple, TypeVar

import msgspec
from msgspec.structs import asdict, replace

from briefing.pack.model import Dimension
from briefing.pack.pack import Listed, Pack, Ref
from briefing.paths import state_dir
from briefing.text import one_line

_FILE = "workspace.sqlite"
_VERSION = 3
_PATIENCE = 5  # seconds
_STEPS = 200
"""How many states of a page are kept for going back to."""
_SCHEMA = """
create table if not exists note (
    pack text, item text, text text, day text not null default '', primary key (pack, item)
);
create table if not exists seen (pack text, item text, print text, primary key (pack, item));
create table if not exists state (name text primary key, value text);
create table if not exists page (
    step integer primary key, pack text, done text, recipe text, undone integer not null default 0
);
"""

_SINCE = {2: "alter table note add column day text not null default '';"}
"""What brings a file of each earlier version to the next one, where tables are not enough."""

T = TypeVar("T")


class Change(NamedTuple):
    """What happened to an item since the reader last looked."""

    kind: Literal["new", "changed", "removed"]
    ref: Ref


class Note(NamedTuple):
    """The reader's words on an item, and the ISO date on which they were last changed, or ""."""

    text: str
    day: str


class Workspace:
    """The reader's data on all packs; pack ids keep them apart."""

    def __init__(self, folder: Path | None = None) -> None:
        """Open the workspace in a folder, by default the user's state folder."""
        self.reason = ""
        try:
            path = (folder or state_dir()) / _FILE
            self._database = _patiently(lambda: _open(path))
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    @property
    def durable(self) -> bool:
        """Whether what is kept here outlives this session."""
        return not self.reason

    def _give_up(self, error: Exception) -> None:
        why = one_line(str(error))
        self.reason = f"Notes and places are kept for this session only: {why}"
        self._database = _open(":memory:")

    def _write(self, statements: list[tuple[str, tuple[Any, ...]]]) -> None:
        """Carry out statements in one transaction; on failure go on in memory."""
        try:
            _patiently(lambda: self._carry_out(statements))
        except sqlite3.Error as error:
            if not self.durable:
                raise
            kept = _rows(self._database)
            self._give_up(error)
            self._write([*kept, *statements])

    def _carry_out(self, statements: list[tuple[str, tuple[Any, ...]]]) -> None:
        with self._database:
            for statement, values in statements:
                self._database.execute(statement, values)

    def _read(self, query: str, *values: str) -> list[Any]:
        """Return what a query finds; on failure go on in memory, with nothing."""
        try:
            return _patiently(lambda: self._database.execute(query, values).fetchall())
        except sqlite3.Error as error:
            if not self.durable:
                raise
            self._give_up(error)
            return []

    # --- where the reader left off ----------------------------------------------------

    def get(self, name: str, default: str = "") -> str:
        """Return a value by name, such as the last view or the theme."""
        query = "select value from state where name = ?"
        rows = self._read(query, name)
        return str(rows[0][0]) if rows else default

    def set(self, name: str, value: str) -> None:
        """Keep a value under a name."""
        self._write([("replace into state values (?, ?)", (name, value))])

    # --- notes ------------------------------------------------------------------------

    def notes(self, pack: str) -> dict[Ref, Note]:
        """Return the notes on a pack's items, also on items that are gone, oldest first."""
        query = "select item, text, day from note where pack = ? order by rowid"
        return {_ref(item): Note(text, day) for item, text, day in self._read(query, pack)}

    def set_note(self, pack: str, ref: Ref, text: str) -> None:
        """Keep a note on an item, with the day if it is another; an empty text takes it away."""
        if text:
            statement = (
                "insert into note values (?, ?, ?, ?) on conflict do update"
                " set text = excluded.text, day = excluded.day where text <> excluded.text"
            )
            self._write([(statement, (pack, str(ref), text, date.today().isoformat()))])
        else:
            self._write([("delete from note where pack = ? and item = ?", (pack, str(ref)))])

    # --- the page being built ---------------------------------------------------------

    def page(self, pack: str) -> str:
        """Return the recipe of the page as it is now, or "" where it was never changed."""
        query = "select recipe from page where pack = ? and not undone order by step desc limit 1"
        rows = self._read(query, pack)
        return str(rows[0][0]) if rows else ""

    def set_page(self, pack: str, recipe: str, done: str, before: str) -> None:
        """Keep a page and what was done to it; what was undone is forgotten.

        `before` is what the first undo leads back to where nothing was kept yet.
        """
        first = "insert into page (pack, done, recipe) select ?, '', ?"
        kept = "select step from page where pack = ? order by step desc limit ?"
        self._write(
            [
                (f"{first} where not exists ({kept})", (pack, before, pack, 1)),
                ("delete from page where pack = ? and undone", (pack,)),
                ("insert into page (pack, done, recipe) values (?, ?, ?)", (pack, done, recipe)),
                (f"delete from page where pack = ? and step not in ({kept})", (pack, pack, _STEPS)),
            ]
        )

    def can_undo_page(self, pack: str) -> bool:
        """Return whether there is a page to go back to."""
        query = "select count(*) from page where pack = ? and not undone"
        rows = self._read(query, pack)
        return bool(rows) and rows[0][0] > 1

    def undo_page(self, pack: str) -> str | None:
        """Go back to the page before; return what was done to it, or None at the beginning."""
        query = (
            "select step, done from page where pack = ? and not undone order by step desc limit 2"
        )
        steps = self._read(query, pack)
        return self._step(*steps[0], undone=True) if len(steps) > 1 else None

    def redo_page(self, pack: str) -> str | None:
        """Do again what was undone last; return what that was, or None where nothing is."""
        query = "select step, done from page where pack = ? and undone order by step limit 1"
        steps = self._read(query, pack)
        return self._step(*steps[0], undone=False) if steps else None

    def _step(self, step: int, done: str, *, undone: bool) -> str:
        self._write([("update page set undone = ? where step = ?", (undone, step))])
        return done

    # --- what was read ----------------------------------------------------------------

    def changes(self, pack: Pack) -> list[Change]:
        """Return what is different since `mark_seen`, in reading order, removed items last.

        On the first visit nothing is.
        """
        if pack.digest == self._seen_state(pack)[0] != "":
            return []
        query = "select item, print from seen where pack = ?"
        seen = dict(self._read(query, pack.manifest.id))
        if not seen:
            return []
        now = {str(ref): fingerprint(item) for ref, item in pack.items.items()}
        changes = [
            Change("changed" if name in seen else "new", _ref(name))
            for name, print_ in now.items()
            if seen.get(name) != print_
        ]
        return changes + [Change("removed", _ref(name)) for name in seen if name not in now]

    def last_seen(self, pack: Pack) -> str:
        """Return the ISO date on which the pack was last taken as read, or ""."""
        return self._seen_state(pack)[1]

    def mark_seen(self, pack: Pack) -> None:
        """Take the pack as it is now as read."""
        name = pack.manifest.id
        state = ("read " + name, f"{pack.digest} {date.today().isoformat()}")
        statements: list[tuple[str, tuple[Any, ...]]] = [
            ("replace into state values (?, ?)", state)
        ]
        if pack.digest != self._seen_state(pack)[0] or not pack.digest:
            rows = [(name, str(ref), fingerprint(item)) for ref, item in pack.items.items()]
            statements.append(("delete from seen where pack = ?", (name,)))
            statements += (("insert into seen values (?, ?, ?)", row) for row in rows)
        self._write(statements)

    def _seen_state(self, pack: Pack) -> tuple[str, str]:
        """Return the digest of the pack when it was last taken as read, and the date."""
        digest, _, day = self.get("read " + pack.manifest.id).partition(" ")
        return digest, day


def _patiently(action: Callable[[], T]) -> T:
    """Return what an action returns, tried again for a while if another window is in the way.

    SQLite waits by itself for most locks, but not for those of a window that opens the file
    for the first time, recovers it, or is the last to close it; so all waiting is done here.
    """
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            return action()
        except sqlite3.OperationalError as error:
            busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not busy or time.monotonic() > until:
                raise
            time.sleep(0.01)


def _open(path: Path | str) -> sqlite3.Connection:
    if isinstance(path, Path):
        path.parent.mkdir(parents=True, exist_ok=True)
    database = sqlite3.connect(path, timeout=0, isolation_level="IMMEDIATE")
    database.execute("pragma journal_mode = wal")
    database.execute("pragma synchronous = full")
    if _version(database) > _VERSION:
        database.close()
        raise sqlite3.DatabaseError(f"{path} was written by a newer version")
    if _version(database) < _VERSION:
        _bring_up(database)
    return database


def _version(database: sqlite3.Connection) -> int:
    [(version,)] = database.execute("pragma user_version")
    return int(version)


def _bring_up(database: sqlite3.Connection) -> None:
    """Make the tables, or bring those of an earlier version to this one."""
    with database:
        database.execute("begin immediate")
        # Another window may have done so while this one waited for its turn.
        older = range(_version(database) or _VERSION, _VERSION)
        steps = "".join(_SINCE.get(version, "") for version in older)
        for statement in f"{_SCHEMA}{steps} pragma user_version = {_VERSION}".split(";"):
            database.execute(statement)


def _rows(database: sqlite3.Connection) -> list[tuple[str, tuple[Any, ...]]]:
    """Return statements that put all rows that can be read into another database."""
    rows: list[tuple[str, tuple[Any, ...]]] = []
    for table, columns in (("note", 4), ("seen", 3), ("state", 2), ("page", 5)):
        statement = f"replace into {table} values ({', '.join('?' * columns)})"
        with suppress(sqlite3.Error):
            rows += [(statement, row) for row in database.execute(f"select * from {table}")]
    return rows


def _ref(name: str) -> Ref:
    kind, _, item = name.partition(":")
    return Ref(kind, item)


def fingerprint(item: Listed) -> str:
    """Return a hash of what an item says; where it is written does not matter.

    A dimension leaves its claims out, because they are items of their own.
    """
    if isinstance(item, Dimension):
        bare = {side: replace(entry, claims=()) for side, entry in item.entries.items()}
        item = replace(item, entries=bare)
    return hashlib.sha256(msgspec.json.encode(_without_places(item))).hexdigest()


def _without_places(value: Any) -> Any:
    if isinstance(value, msgspec.Struct):
        fields = asdict(value)
        fields.pop("place", None)
        return {name: _without_places(field) for name, field in fields.items()}
    if isinstance(value, tuple):
        return [_without_places(entry) for entry in value]
    if isinstance(value, dict):
        return {key: _without_places(entry) for key, entry in value.items()}
    return value
