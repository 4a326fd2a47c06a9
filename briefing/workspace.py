"""The reader's own data: notes, the page being built, what was last read, where they left off.

One SQLite file in the user's state folder. Each change is a transaction of its own that is
on the disk when the call returns (write-ahead log, `synchronous=FULL`), so nothing is lost
when the program is killed, and several windows may write at once. Where the file cannot be
used, changes are kept for this session only, and `reason` says why.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from briefing.pack.ref import Ref
from briefing.paths import state_dir
from briefing.text import one_line

_FILE = "workspace.sqlite"
_VERSION = 4
_PATIENCE = 5  # seconds
_STEPS = 200
"""How many states of a page are kept for going back to."""
_SCHEMA = """
create table if not exists note (
    pack text, item text, text text, day text not null default '', primary key (pack, item)
);
create table if not exists reading (pack text primary key, digest text, day text, state blob);
create table if not exists state (name text primary key, value text);
create table if not exists page (
    step integer primary key, pack text, done text, recipe text, undone integer not null default 0
);
"""

_SINCE = {
    2: "alter table note add column day text not null default '';",
    3: """
insert into reading
    select substr(name, 6), substr(value, 1, instr(value, ' ') - 1),
        substr(value, instr(value, ' ') + 1), x'' from state where name like 'read %';
delete from state where name = 'last' or name like 'read %';
drop table if exists seen;
""",
}
"""What brings a file of each earlier version to the next one, where tables are not enough.

Version 3 kept marks of what was read that did not tell what it said, and one place for all packs.
"""

T = TypeVar("T")


class Reading(NamedTuple):
    """A pack as it was last read: its digest, the ISO date, and the state of it that was kept.

    On the first reading all three are empty.
    """

    digest: str = ""
    day: str = ""
    state: bytes = b""


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

    def reading(self, pack: str) -> Reading:
        """Return the last reading of a pack."""
        query = "select digest, day, state from reading where pack = ?"
        rows = self._read(query, pack)
        return Reading(*rows[0]) if rows else Reading()

    def last_read(self) -> dict[str, str]:
        """Return the ISO date of the last reading of each pack, by the id of the pack."""
        return dict(self._read("select pack, day from reading"))

    def set_reading(self, pack: str, digest: str, state: bytes) -> None:
        """Take a state of a pack as read today."""
        row = (pack, digest, date.today().isoformat(), state)
        self._write([("replace into reading values (?, ?, ?, ?)", row)])

    def read_again(self, pack: str, digest: str) -> None:
        """Take a state of a pack that was read before as read again today."""
        statement = "update reading set day = ? where pack = ? and digest = ?"
        self._write([(statement, (date.today().isoformat(), pack, digest))])


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
    for table, columns in (("note", 4), ("reading", 4), ("state", 2), ("page", 5)):
        statement = f"replace into {table} values ({', '.join('?' * columns)})"
        with suppress(sqlite3.Error):
            rows += [(statement, row) for row in database.execute(f"select * from {table}")]
    return rows


def _ref(name: str) -> Ref:
    kind, _, item = name.partition(":")
    return Ref(kind, item)
