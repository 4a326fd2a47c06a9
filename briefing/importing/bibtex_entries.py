"""BibTeX files to entries: keys and fields as they are written, and where they stand.

The grammar is that of BibTeX 0.99d (Patashnik, *BibTeXing*, 1988), section 2.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.importing.places import Lines
from briefing.problems import Problem

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_START = re.compile(r"@[ \t]*([A-Za-z]+)\s*([{(])")
_NEXT = re.compile(r"^[ \t]*@[ \t]*[A-Za-z]+\s*[{(]", re.MULTILINE)
_SPACE = re.compile(r"\s*")
_NAME = re.compile(r"[^\s\"#%'(),={}]+")
_KEY = re.compile(r"[^\s,{}]*")
_BRACE = re.compile(r"[{}]")
_QUOTE = re.compile(r"[{}\"]")


class Entry(NamedTuple):
    """An entry: its kind and its fields have lower-case names; values are TeX."""

    kind: str
    key: str
    fields: dict[str, str]
    line: int
    column: int


class _Wrong(Exception):
    """Raised where an entry cannot be understood."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset, self.message = offset, message


def entries(name: str, text: str) -> tuple[list[Entry], list[Problem]]:
    """Return the entries of a file, and a problem for each that cannot be understood."""
    return _Reader(name, text).read()


class _Reader:
    """Reads one file; `end` is where the entry at hand has to end, before the next begins."""

    def __init__(self, name: str, text: str) -> None:
        self.name, self.text, self.lines = name, text, Lines(text)
        self.at = self.end = 0
        self.strings = {month: month for month in _MONTHS}
        self.entries: list[Entry] = []
        self.problems: list[Problem] = []

    def read(self) -> tuple[list[Entry], list[Problem]]:
        """Return all entries and all problems."""
        while found := _START.search(self.text, self.at):
            self.at = found.end()
            following = _NEXT.search(self.text, self.at)
            self.end = following.start() if following else len(self.text)
            try:
                self._block(found)
            except _Wrong as wrong:
                place = self.lines.place(wrong.offset)
                self.problems.append(Problem(self.name, *place, "IMP001", wrong.message))
                self.at = self.end
        if not self.entries and not self.problems:
            message = "no entry of BibTeX, and no list of CSL-JSON"
            self.problems.append(Problem(self.name, 0, 0, "IMP001", message))
        return self.entries, self.problems

    def _block(self, start: re.Match[str]) -> None:
        kind, close = start[1].lower(), ")" if start[2] == "(" else "}"
        if kind == "comment":
            return  # what stands in it is passed over like all text between entries
        if kind == "preamble":
            self._value()
            return
        if kind == "string":
            name, value = self._field()
            self.strings[name] = value
            return
        self._space()
        key = self._take(_KEY)
        fields: dict[str, str] = {}
        while True:
            self._space()
            sign = self._sign()
            if sign == close:
                break
            if sign != ",":
                raise _Wrong(self.at, f'a comma or "{close}" is missing in the entry "{key}"')
            self.at += 1
            self._space()
            if self._sign() == close:
                break
            name, value = self._field()
            fields.setdefault(name, value)
        self.at += 1
        self.entries.append(Entry(kind, key, fields, *self.lines.place(start.start())))

    def _field(self) -> tuple[str, str]:
        """Read `name = value`."""
        self._space()
        begin = self.at
        name = self._take(_NAME).lower()
        self._space()
        if not name or self._sign() != "=":
            raise _Wrong(begin, 'a field must be a name, "=" and a value')
        self.at += 1
        return name, self._value()

    def _value(self) -> str:
        """Read a value: parts in braces or quotation marks, numbers and names, joined by #."""
        parts = []
        while True:
            self._space()
            sign = self._sign()
            if sign == "{":
                parts.append(self._enclosed(_BRACE, "}"))
            elif sign == '"':
                parts.append(self._enclosed(_QUOTE, '"'))
            elif word := self._take(_NAME):
                parts.append(word if word.isdigit() else self.strings.get(word.lower(), word))
            else:
                raise _Wrong(self.at, "a value is missing")
            self._space()
            if self._sign() != "#":
                return "".join(parts)
            self.at += 1

    def _enclosed(self, signs: re.Pattern[str], last: str) -> str:
        """Read text up to the sign that ends it; braces in it come in pairs."""
        begin = self.at
        depth = 0
        for found in signs.finditer(self.text, begin + 1, self.end):
            if found.group() == last and not depth:
                self.at = found.end()
                return self.text[begin + 1 : found.start()]
            depth += {"{": 1, "}": -1}.get(found.group(), 0)
            if depth < 0:
                break
        raise _Wrong(begin, "a value that begins here does not end before the next entry")

    def _space(self) -> None:
        self._take(_SPACE)

    def _sign(self) -> str:
        return self.text[self.at : min(self.at + 1, self.end)]

    def _take(self, pattern: re.Pattern[str]) -> str:
        found = pattern.match(self.text, self.at, self.end)
        if not found:
            return ""
        self.at = found.end()
        return found.group()
