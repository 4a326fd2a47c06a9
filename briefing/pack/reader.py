"""Pack files to plain data with the line and column of every value, safely.

One pass over libyaml's events builds the data. Aliases, tags, duplicate keys and deep
nesting are refused as they come, so a hostile file costs no more than its size.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from briefing.problems import Problem
from briefing.text import unsafe, visible

MAX_BYTES = 2 * 1024 * 1024
MAX_DEPTH = 32
MAX_UNSAFE = 100  # told of in one file: nobody mends more in one go

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)


class Mark(Protocol):
    """A place in a file: line and column counted from 0."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


class Start(NamedTuple):
    """The mark of a whole file."""

    line: int = 0
    column: int = 0


class Map(dict[str, Any]):
    """A mapping; `keys_at` and `values_at` hold where each key and value is written."""

    __slots__ = ("keys_at", "mark", "values_at")

    def __init__(self, mark: Mark) -> None:
        super().__init__()
        self.mark = mark
        self.keys_at: dict[str, Mark] = {}
        self.values_at: dict[str, Mark] = {}


class Seq(list[Any]):
    """A sequence; `items_at` holds where each item is written."""

    __slots__ = ("items_at",)

    def __init__(self) -> None:
        super().__init__()
        self.items_at: list[Mark] = []


class File(NamedTuple):
    """A file as read: its data (a `Map`, a `Seq`, text or None) and, of Markdown, the body."""

    path: str
    data: Any
    body: str = ""
    body_line: int = 0
    first_line: int = 0


class Refused(Exception):
    """Raised where YAML holds something that a pack may not hold."""

    def __init__(self, mark: Mark, rule: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.mark, self.rule, self.message, self.hint = mark, rule, message, hint


def read_bytes(folder: Path, path: str, problems: list[Problem]) -> bytes | None:
    """Return a file's bytes, or None with a problem where it cannot or may not be read."""
    full = folder / path
    try:
        if full.is_symlink():
            problems.append(
                Problem(path, 0, 0, "FIL002", "symbolic links are not read", "copy the file here")
            )
            return None
        if not full.is_file():
            problems.append(
                Problem(
                    path, 0, 0, "FIL001", "not a file", "a pack holds plain files in its folders"
                )
            )
            return None
        with full.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        problems.append(Problem(path, 0, 0, "FIL001", f"cannot be read: {reason}"))
        return None
    if len(data) > MAX_BYTES:
        problems.append(
            Problem(path, 0, 0, "FIL003", "larger than 2 MiB", "split it into several files")
        )
        return None
    return data


def parse(path: str, data: bytes, problems: list[Problem]) -> File | None:
    """Return a file's content, or None with a problem where it cannot be understood."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problems.append(_not_utf8(path, error))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems += islice(_unsafe(path, text), MAX_UNSAFE)
    # Tabs stay: YAML has its own rules for them, and says so.
    text = "\t".join(visible(part) for part in text.split("\t"))
    if path.endswith(".md"):
        return _parse_markdown(path, text, problems)
    try:
        return File(path, parse_yaml(text))
    except Refused as refused:
        problems.append(_problem(path, refused, 0))
        return None


def _parse_markdown(path: str, text: str, problems: list[Problem]) -> File | None:
    """Split the front matter from the body and read it."""
    found = _FRONT_MATTER.match(text)
    if not found:
        problems.append(
            Problem(path, 1, 1, "YML006", "no front matter", "begin and end it with a line of ---")
        )
        return None
    try:
        data = parse_yaml(found.group(1))
    except Refused as refused:
        problems.append(_problem(path, refused, 1))
        return None
    body_line = text.count("\n", 0, found.end())
    # Markdown's tab stops are four apart (CommonMark 0.31, section 2.2).
    body = text[found.end() :].expandtabs(4)
    return File(path, data, body, body_line, first_line=1)


def _problem(path: str, refused: Refused, first_line: int) -> Problem:
    line, column = refused.mark.line + first_line + 1, refused.mark.column + 1
    return Problem(path, line, column, refused.rule, refused.message, refused.hint)


def _unsafe(path: str, text: str) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), 1):
        for offset, stand_in in unsafe(line):
            message = f"unsafe character {stand_in}"
            yield Problem(path, number, offset + 1, "TXT001", message, "take it out")


def _not_utf8(path: str, error: UnicodeDecodeError) -> Problem:
    data = error.object  # without the byte order mark, as `start` counts
    line = data.count(b"\n", 0, error.start) + 1
    column = error.start - data.rfind(b"\n", 0, error.start)
    message = f"not UTF-8: byte 0x{data[error.start]:02x}"
    return Problem(path, line, column, "FIL004", message, "save the file as UTF-8")


def parse_yaml(text: str) -> Any:
    """Return the data of a YAML text; scalars stay text, an empty value is None.

    Raises `Refused` with the mark of the first thing that a pack may not hold.
    """
    loader = yaml.CSafeLoader(text)
    try:
        return _build(loader.get_event)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark or Start()
        problem = error.problem or "cannot be read"
        if "nesting depth" in problem:  # libyaml's own limit, from 0.2.6 on
            raise _too_deep(mark) from None
        raise Refused(mark, "YML001", f"not valid YAML: {problem}", _yaml_hint(problem)) from None
    except yaml.YAMLError as error:
        raise Refused(Start(), "YML001", f"not valid YAML: {error}") from None
    finally:
        loader.dispose()


def _too_deep(mark: Mark) -> Refused:
    return Refused(mark, "YML004", f"nested more than {MAX_DEPTH} levels deep")


def _yaml_hint(problem: str) -> str:
    if "cannot start any token" in problem:
        return "indent with spaces, and put text that begins with a special character in quotes"
    if "mapping values are not allowed" in problem:
        return "put text that holds a colon in quotation marks"
    return "check the indentation, and quotation marks that are not closed"


def _build(next_event: Callable[[], Any]) -> Any:
    """Build the data of the one document in a stream of events."""
    root: Any = None
    stack: list[Any] = []
    parent: Any = None
    key: str | None = None
    documents = 0
    while True:
        event = next_event()
        kind = event.__class__
        if kind is ScalarEvent:
            _check_plain(event)
            value = event.value
            if not value and event.implicit[0] and not event.style:
                value = None
            if parent.__class__ is Map:
                if key is None:
                    key = _new_key(parent, value, event.start_mark)
                else:
                    parent[key] = value
                    parent.values_at[key] = event.start_mark
                    key = None
            elif parent is not None:
                parent.append(value)
                parent.items_at.append(event.start_mark)
            else:
                root = value
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            _check_plain(event)
            mark = event.start_mark
            if len(stack) >= MAX_DEPTH:
                raise _too_deep(mark)
            node: Any = Map(mark) if kind is MappingStartEvent else Seq()
            if parent.__class__ is Map:
                if key is None:
                    raise Refused(mark, "YML006", "a key must be plain text")
                parent[key] = node
                parent.values_at[key] = mark
            elif parent is not None:
                parent.append(node)
                parent.items_at.append(mark)
            else:
                root = node
            stack.append((parent, key))
            parent, key = node, None
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            parent, _ = stack.pop()
            key = None
        elif kind is AliasEvent:
            raise Refused(
                event.start_mark, "YML002", f"alias *{event.anchor} refused", "write the value out"
            )
        elif kind is DocumentEndEvent:
            documents += 1
        elif kind is StreamEndEvent:
            return root
        elif documents:
            raise Refused(
                event.start_mark, "YML006", "a second document", "keep one document in each file"
            )


def _check_plain(event: Any) -> None:
    """Refuse anchors and tags."""
    if event.anchor is not None:
        raise Refused(event.start_mark, "YML002", f"anchor &{event.anchor} refused", "take it out")
    if event.tag is not None:
        raise Refused(
            event.start_mark, "YML003", "a tag is refused", "put text that begins with ! in quotes"
        )


def _new_key(parent: Map, key: str | None, mark: Mark) -> str:
    if key is None:
        raise Refused(mark, "YML006", "a key is empty")
    if key in parent.keys_at:
        raise Refused(mark, "YML005", f'duplicate key "{key}"', "keep one of the two")
    parent.keys_at[key] = mark
    return key
