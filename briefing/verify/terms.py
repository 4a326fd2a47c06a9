"""Where a term stands in a paragraph, however its numbers, spaces and dashes are written.

A term stands where its words follow each other, whole and in order. Numbers are the same in
any common form: "1,000" and "1 000", "$5.6 million" and "$5.6m", "six" and "6", "per cent" and
"%". Letters are compared without case and in compatibility form (Unicode, annex 15); spaces,
dashes, quotation marks and what is invisible only part words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

Span = tuple[int, int]
"""Where something begins and ends in a paragraph, as slices count."""

_UNITS = [
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_NUMBER_WORDS = {word: Decimal(number) for number, word in enumerate(_UNITS)} | {
    word: Decimal(number) for number, word in zip(range(20, 100, 10), _TENS, strict=True)
}
_TIMES = {
    word: Decimal(10) ** power
    for power, words in (
        (2, "hundred"),
        (3, "thousand k"),
        (6, "million mn mln m"),
        (9, "billion bn b"),
        (12, "trillion tn t"),
    )
    for word in words.split()
}
_ONLY_GLUED = {"k", "m", "b", "t"}
"""These stand for a number's size only right behind its digits: "5 m" may be metres."""
_WITH_SIZE = re.compile(r"(\d+)([a-z]+)")
_PER_CENT = {"percent": 1, "per": 2}
_MARKS = 30
"""So many marks a character may have (Unicode, annex 15, stream-safe text)."""
_VARIANTS = dict.fromkeys(range(0xFE00, 0xFE10))

# Over the classes of characters, of which "w" is a letter, "c" one of a script without spaces,
# and a digit itself. What parts thousands is followed by exactly three digits.
_NUMBER = r"""
    \d{1,3}(?:,\d{3}){1,8}(?!,?\d)(?:\.\d+)?
  | \d{1,3}(?:'\d{3}){1,8}(?!\d)(?:\.\d+)?
  | \d{1,3}(?:\.\d{3}){2,8}(?!\d)(?:,\d+)?
  | \d+\.\d+(?![.,]?\d)
  | \d+,\d{1,2}(?![.,]?\d)
  | (?<![.,])\.\d+(?![.,]?\d)
  | \d+(?![\dw])
"""
_SPACED = r"\d{1,3}(?:\ \d{3}){1,8}(?!\d)(?:[.,]\d+)?(?!w) |"
_TOKEN = r"(?P<number>(?<![w\d])(?:{}))|[w\d]+|[^\s'\-]"
_AS_WRITTEN = re.compile(_TOKEN.format(_NUMBER), re.VERBOSE)
_IN_VALUE = re.compile(_TOKEN.format(_SPACED + _NUMBER), re.VERBOSE)


class _Token(NamedTuple):
    """A word, a number or a sign, in the form in which it is compared."""

    text: str
    start: int
    end: int


def found(paragraph: str, term: str) -> tuple[Span, ...]:
    """Return where a term stands in a paragraph, from left to right; nothing where it does not."""
    for tokens in (_as_written, _in_value):
        if spans := tuple(_runs(tokens(paragraph), tokens(term))):
            return spans
    return ()


def _runs(tokens: tuple[_Token, ...], wanted: tuple[_Token, ...]) -> Iterator[Span]:
    """Yield where the wanted tokens follow each other; runs do not overlap."""
    words = [token.text for token in wanted]
    texts = [token.text for token in tokens]
    place = 0
    while words and place <= len(texts) - len(words):
        if texts[place] == words[0] and texts[place : place + len(words)] == words:
            yield tokens[place].start, tokens[place + len(words) - 1].end
            place += len(words)
        else:
            place += 1


@lru_cache(maxsize=256)
def _as_written(text: str) -> tuple[_Token, ...]:
    """Return the tokens of a text, its numbers without what parts their thousands."""
    return tuple(_tokens(text, _AS_WRITTEN))


@lru_cache(maxsize=256)
def _in_value(text: str) -> tuple[_Token, ...]:
    """Return the tokens of a text, its numbers and number words in plain digits."""
    return tuple(_valued(list(_tokens(text, _IN_VALUE))))


def _tokens(text: str, pattern: re.Pattern[str]) -> Iterator[_Token]:
    characters = list(_characters(text))
    classes = "".join(kind for kind, *_ in characters)
    for match in pattern.finditer(classes):
        part = characters[match.start() : match.end()]
        said = "".join(shown for _, shown, *_ in part)
        yield _Token(_digits(said) if match["number"] else said, part[0][2], part[-1][3])


def _characters(text: str) -> Iterator[tuple[str, str, int, int]]:
    """Yield class, comparable form, start and end of each character with its marks."""
    end = 0
    while (start := end) < len(text):
        end += 1
        while end < min(len(text), start + _MARKS) and unicodedata.category(text[end])[0] == "M":
            end += 1
        kind, shown = _compared(text[start:end])
        if kind:
            yield kind, shown, start, end


def _compared(character: str) -> tuple[str, str]:
    """Return the class of a character with its marks, and the form in which it is compared."""
    first = character[0]
    category = unicodedata.category(first)
    if category in {"Cf", "Mn", "Me", "Mc"} or first in "\u115f\u1160\u3164\uffa0":
        return "", ""
    if first.isspace() or category == "Cc":
        return " ", " "
    if category == "Pd" or first == "\u2212":
        return "-", "-"
    if category in {"Pi", "Pf"} or first in "'\"`´′″＇":
        return "'", "'"
    if first.isdecimal():
        digit = str(unicodedata.decimal(first))
        return digit, digit
    if unicodedata.decomposition(first).startswith("<super>"):
        return "^", first  # a raised figure is no part of the number before it
    shown = unicodedata.normalize("NFKC", character.translate(_VARIANTS)).casefold()
    if not first.isalnum():
        return shown[:1], shown
    return ("c" if unicodedata.east_asian_width(first) == "W" else "w"), shown


def _digits(number: str) -> str:
    """Return a number without what parts its thousands, and with a decimal point."""
    number = number.replace("'", "").replace(" ", "")
    if number.count(".") > 1:
        number = number.replace(".", "").replace(",", ".")
    head, comma, tail = number.rpartition(",")
    decimal = comma and len(tail.partition(".")[0]) < 3
    number = f"{head}.{tail}" if decimal else number.replace(",", "")
    return f"0{number}" if number.startswith(".") else number


def _valued(tokens: list[_Token]) -> Iterator[_Token]:
    place = 0
    while place < len(tokens):
        token = tokens[place]
        value, place = _value(tokens, place)
        if value is not None:
            yield _Token(f"{value:f}", token.start, tokens[place - 1].end)
            continue
        long = _PER_CENT.get(token.text, 0)
        if long == 2 and [t.text for t in tokens[place + 1 : place + 2]] != ["cent"]:
            long = 0
        place += long or 1
        yield _Token("%", token.start, tokens[place - 1].end) if long else token


def _value(tokens: list[_Token], place: int) -> tuple[Decimal | None, int]:
    """Return the number that begins at a token, in figures or words, and where it ends."""
    text = tokens[place].text
    sized = _WITH_SIZE.fullmatch(text)
    if sized and sized[2] in _TIMES:
        return _sized(Decimal(sized[1]) * _TIMES[sized[2]], tokens, place + 1)
    if text in _NUMBER_WORDS:
        value = _NUMBER_WORDS[text]
        following = tokens[place + 1].text if place + 1 < len(tokens) else ""
        if text in _TENS and following in _UNITS[1:10]:
            return _sized(value + _NUMBER_WORDS[following], tokens, place + 2)
        return _sized(value, tokens, place + 1)
    if text[0].isdecimal() and text.replace(".", "").isdecimal():
        return _sized(Decimal(text), tokens, place + 1)
    return None, place


def _sized(value: Decimal, tokens: list[_Token], place: int) -> tuple[Decimal, int]:
    """Multiply a number by the words for its size that follow it: "5.6" by "million"."""
    while place < len(tokens) and (times := _TIMES.get(tokens[place].text)):
        glued = tokens[place - 1].end == tokens[place].start
        if tokens[place].text in _ONLY_GLUED and not glued:
            break
        value = (value * times).normalize()
        place += 1
    return value, place
