"""What was typed, taken apart: words and phrases, words that must not be there, and filters."""

from __future__ import annotations

import re
from typing import NamedTuple

from briefing.search.folding import plain, tokens

FILTERS = ("kind", "side", "expert", "status", "source")
"""The filters: `kind:claim`, `side:china`, `expert:ding`, `status:contested`, `source:s-report`."""
KINDS = {
    "judgement": "judgements",
    "dimension": "dimensions",
    "option": "options",
    "expert": "experts",
    "question": "questions",
    "claim": "claims",
    "term": "terms",
    "source": "sources",
    "brief": "briefs",
}
"""The kinds of what there is to find, each with its plural: what answers most comes first."""
_LONGEST = 200  # characters of a query that are looked at
_QUOTES = dict.fromkeys(map(ord, "“”„‟«»″"), '"')
_PART = re.compile(r'(-(?=[^\s-]))?(?:(\w+):(?!\s))?(?:"([^"]*)("|$)|([^\s"]*))')
_UNITS = {
    "thousand": ("k",),
    "million": ("m", "mn"),
    "billion": ("bn", "b"),
    "trillion": ("tn", "trn"),
}
_LONG = {short: long for long, shorts in _UNITS.items() for short in shorts}
_FIGURE = r"[$€£¥]?([0-9][0-9.,]*)([A-Za-z]*)"


class Word(NamedTuple):
    """A word or a phrase: `ways` in which it may be written, and where it stands in the query.

    An `unfinished` one may go on.
    """

    ways: tuple[str, ...]
    start: int
    end: int
    unfinished: bool = False


class Filter(NamedTuple):
    """A filter, what was asked of it, and where it stands in the query."""

    name: str
    value: str
    start: int
    end: int
    out: bool = False


class Query(NamedTuple):
    """What was asked for; all of it must hold. `text` is what starts and ends count in."""

    text: str
    words: tuple[Word, ...] = ()
    without: tuple[Word, ...] = ()
    filters: tuple[Filter, ...] = ()

    @property
    def name(self) -> list[str]:
        """The words one after another, as the name of an item may be."""
        return [token for word in self.words for token in tokens(word.ways[0])]


def parse(typed: str) -> Query:
    """Take a query apart; every text is one, and signs that mean nothing are passed over.

    The last word is unfinished, unless something follows it.
    """
    letters = plain(typed[:_LONGEST].translate(_QUOTES))[: 2 * _LONGEST]
    text = "".join(c if c.isprintable() else " " for c in letters)
    words: list[Word] = []
    without: list[Word] = []
    filters: list[Filter] = []
    at = 0
    while at < len(text):
        part = _PART.match(text, at)
        assert part  # every part of it may be empty
        start, end = at, max(part.end(), at + 1)
        out, name, phrase, closed, word = part.groups()
        value = word if phrase is None else phrase
        if name and name.lower() in FILTERS:
            filters.append(Filter(name.lower(), value, start, end, bool(out)))
        elif tokens(value := f"{name}:{value}" if name else value):
            unfinished = end == len(text) and not closed and not out
            (without if out else words).append(Word((value,), start, end, unfinished))
        at = end
    return Query(text, tuple(_as_written(words)), tuple(without), tuple(filters))


def _as_written(words: list[Word]) -> list[Word]:
    """Return words with the other ways of writing their figures: 5.6m is 5.6 million."""
    found: list[Word] = []
    number = ""
    for word in words:
        unit = word.ways[0].lower()
        figure = None if unit.isalpha() else re.fullmatch(_FIGURE, word.ways[0])
        if figure:
            word = word._replace(ways=_ways(figure[1], figure[2].lower()))
        elif unit in _UNITS and number:
            joined = tuple(f"{number}{short}" for short in _UNITS[unit])
            found[-1] = found[-1]._replace(ways=(*found[-1].ways, *joined))
            word = word._replace(ways=(word.ways[0], *joined))
        found.append(word)
        number = figure[1] if figure and not figure[2] else ""
    return found


def _ways(number: str, unit: str) -> tuple[str, ...]:
    """Return the ways of writing a number, with and without commas, and its unit, short or long."""
    numbers = [number]
    digits = number.replace(",", "")
    if digits.isdecimal() and len(digits) > 3 and digits[0] != "0":
        numbers = list(dict.fromkeys([number, digits, f"{int(digits):,}"]))
    ways = [f"{each}{unit}" for each in numbers]
    if unit in _LONG:
        long = _LONG[unit]
        ways += [f"{each}{short}" for each in numbers for short in _UNITS[long] if short != unit]
        ways += [f"{each} {long}" for each in numbers]
    return tuple(ways)
