"""Where in a text the words stand that were asked for, and the part of it that shows them."""

from __future__ import annotations

import re

from briefing.search.folding import BETWEEN, folded, tokens
from briefing.search.query import Word

_BEFORE, _AROUND = 40, 140  # characters of an excerpt before the first word found, and in all

Spans = tuple[tuple[int, int], ...]
Excerpt = tuple[str, Spans]


def pattern(words: tuple[Word, ...]) -> re.Pattern[str] | None:
    """Return what finds the words in folded text, an unfinished one also where it goes on."""
    parts = []
    for word in words:
        # The longest first: of two ways that begin alike, all of the longer is marked.
        for way in sorted(word.ways, key=len, reverse=True):
            found = tokens(way)
            start, end = (r"\b" if token[0].isalnum() else "" for token in (found[0], found[-1]))
            parts.append(start + BETWEEN.join(found) + ("" if word.unfinished else end))
    return re.compile("|".join(parts)) if parts else None


def spans(text: str, words: re.Pattern[str] | None) -> Spans:
    """Return the starts and ends of the words in a text."""
    return tuple(found.span() for found in words.finditer(folded(text))) if words else ()


def excerpt(text: str, words: re.Pattern[str] | None, before: int = _BEFORE) -> Excerpt:
    """Return the part of a text round the first word found, and where in it words stand."""
    all_words = folded(text)
    first = words.search(all_words) if words else None
    if not words or not first:
        return "", ()
    start = first.start() - before
    start = 0 if start <= 0 else max(start, text.find(" ", start, first.start()) + 1)
    end = max(start + _AROUND, first.end())
    if end < len(text):
        end = max(text.rfind(" ", first.end(), end), first.end())
    left, right = "… " if start else "", " …" if end < len(text) else ""
    shift = len(left) - start
    found = words.finditer(all_words, start, end)
    marked = tuple((word.start() + shift, word.end() + shift) for word in found)
    return left + text[start:end] + right, marked
