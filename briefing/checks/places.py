"""Where a finding stands in the files of a pack, to the line and column of its words."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from briefing.checks.prose import words_of
from briefing.checks.rule import Finding
from briefing.pack.types import Place

if TYPE_CHECKING:  # the reader of YAML takes long to import, and is needed where something is found
    from briefing.pack.reader import File, Map, Mark

_HEADING = re.compile(r"^##[ \t]+(\S+).*$", re.MULTILINE)


class Span(NamedTuple):
    """A place in a file, and the line and column after its last character, where that is known."""

    place: Place
    end: tuple[int, int] | None = None


class Text(NamedTuple):
    """A file as it is written, and as it was read."""

    text: str
    lines: list[str]
    starts: list[int]
    file: File | None
    keys: list[int]
    """Where the keys of its mappings begin, in order."""

    def offset(self, line: int, column: int) -> int:
        """Return the offset of a place that is counted from 1; the end where there is none."""
        return self.starts[line - 1] + column - 1 if line <= len(self.lines) else len(self.text)


class Places:
    """Finds places in the files of one pack; a file is read when something is found in it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.text = cache(self._read)
        self._matches = cache(self._find)

    def _read(self, path: str) -> Text:
        from briefing.pack.reader import parse

        try:
            data = (self._folder / path).read_bytes()
        except OSError:
            data = b""
        text = data.decode("utf-8-sig", errors="replace")
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        lines = text.split("\n")
        starts = [0]
        for line in lines:
            starts.append(starts[-1] + len(line) + 1)
        file = parse(path, data, [])
        read = Text(text, lines, starts, file, [])
        return read._replace(keys=sorted(_keys(file.data, read))) if file else read

    def span(self, finding: Finding) -> Span:
        """Return where a finding stands: its words, or else its field, or else its item."""
        place = finding.item.place
        text = self.text(place.file)
        start, end = self._field(finding, text)
        if finding.phrase:
            matches = self._matches(place.file, start, end, finding.phrase)
            if finding.earlier < len(matches):
                return _span(place.file, text, *matches[finding.earlier])
        if start == len(text.text):
            return Span(place)
        line, column = _line_and_column(text, start)
        return Span(Place(place.file, line, column))

    def _find(self, path: str, start: int, end: int, phrase: str) -> list[tuple[int, int]]:
        """Return where a phrase begins and ends in a file, between two offsets."""
        pattern = re.compile(words_of(phrase))
        return [found.span() for found in pattern.finditer(self.text(path).text, start, end)]

    def _field(self, finding: Finding, text: Text) -> tuple[int, int]:
        """Return the offsets between which the field of a finding stands, or else its item."""
        place, file = finding.item.place, text.file
        here = text.offset(place.line, place.column)
        rest = len(text.text)
        if file is None or not finding.field:
            return here, rest
        node = _node(file.data, place.line - file.first_line - 1, place.column - 1)
        if node is not None and finding.field in node.values_at:
            start = _offset(node.values_at[finding.field], text, file)
            within = max(_keys(node[finding.field], text), default=start)
            after = bisect_right(text.keys, max(start, within))
            body = text.offset(file.body_line + 1, 1) if file.body else rest
            return start, text.keys[after] if after < len(text.keys) else body
        if file.body and place.line == 1 + file.first_line:
            return _body(finding.field, text, file)
        return here, rest


def _body(field: str, text: Text, file: File) -> tuple[int, int]:
    start, end = text.offset(file.body_line + 1, 1), len(text.text)
    headings = list(_HEADING.finditer(text.text, start))
    for number, heading in enumerate(headings):
        if field == f"case_{heading.group(1).lower()}":
            following = headings[number + 1 : number + 2]
            return heading.end(), following[0].start() if following else end
    return start, end


def _offset(mark: Mark, text: Text, file: File) -> int:
    return text.offset(mark.line + file.first_line + 1, mark.column + 1)


def _keys(data: Any, text: Text) -> Iterator[int]:
    """Yield where the keys of some data, and of all that it holds, begin."""
    from briefing.pack.reader import Map

    if isinstance(data, Map) and text.file:
        yield from (_offset(mark, text, text.file) for mark in data.keys_at.values())
    if isinstance(data, dict | list):
        for part in data.values() if isinstance(data, dict) else data:
            yield from _keys(part, text)


def _node(data: Any, line: int, column: int) -> Map | None:
    """Return the mapping that begins at a mark."""
    from briefing.pack.reader import Map

    children: list[Any] = data if isinstance(data, list) else []
    if isinstance(data, Map):
        if (data.mark.line, data.mark.column) == (line, column):
            return data
        children = list(data.values())
    found = (_node(child, line, column) for child in children)
    return next((node for node in found if node is not None), None)


def _span(path: str, text: Text, start: int, end: int) -> Span:
    line, column = _line_and_column(text, start)
    return Span(Place(path, line, column), _line_and_column(text, end))


def _line_and_column(text: Text, offset: int) -> tuple[int, int]:
    line = bisect_right(text.starts, offset)
    return line, offset - text.starts[line - 1] + 1
