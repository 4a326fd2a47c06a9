"""A page held against what was printed, word by word and in order."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

from briefing.trace.tiling import Page

LONGER = 4
"""A page with so many times the words that were printed is not looked through."""


class Compared(NamedTuple):
    """What was printed in the place of each word of a page, and in which lines that differs.

    `printed` has the place of the printed word, or None for one that was put in. `altered` has
    the lines of the page that were altered, each with the places of the words that are lost.
    """

    printed: list[int | None]
    altered: dict[int, list[int]]


def compare(page: Page, made: Page) -> Compared | None:
    """Return how a page differs from what was printed; None where it is much too long for that.

    Lines that were taken off the page whole leave the others as they were.
    """
    if len(page.words) > LONGER * len(made.words):
        return None
    printed: list[int | None] = [None] * len(page.words)
    altered: dict[int, list[int]] = {}
    matcher = SequenceMatcher(None, made.words, page.words, autojunk=False)
    for kind, begin, end, start, stop in matcher.get_opcodes():
        if kind == "equal":
            printed[start:stop] = range(begin, end)
            continue
        if kind == "delete":
            cut = _cut(page, made, begin, end, start)
            lost = {line: list(range(begin, end)) for line in cut}
        else:
            lost = _replaced(page, made, range(begin, end), range(start, stop))
        for line, places in lost.items():
            altered.setdefault(line, []).extend(places)
    return Compared(printed, altered)


def _replaced(page: Page, made: Page, lost: range, put_in: range) -> dict[int, list[int]]:
    """Return the lines of a page into which words were put, with the places of those lost."""
    lines: dict[int, list[int]] = {}
    for number, place in enumerate(put_in):
        word_for_word = len(lost) == len(put_in)
        places = lost[number : number + 1] if word_for_word else lost
        lines.setdefault(page.line[place], []).extend(places)
    # The lines around may have lost words too.
    for cut, place in ((lost.start, put_in.start - 1), (lost.stop, put_in.stop)):
        if lost and _of_one_line(made, cut) and 0 <= place < len(page.words):
            lines.setdefault(page.line[place], list(lost))
    return lines


def _cut(page: Page, made: Page, begin: int, end: int, place: int) -> set[int]:
    """Return the lines of a page, where words are left out, of which the text is cut.

    Where the same words come before and after, there is more than one way to have left them
    out; none is cut where one of these leaves out whole lines.
    """
    found = []
    for by in _shifts(page, made, begin, end, place):
        cuts = ((begin + by, place + by - 1), (end + by, place + by))
        found.append(
            {
                page.line[at]
                for cut, at in cuts
                if _of_one_text(made, cut) and 0 <= at < len(page.words)
            }
        )
    return min(found, key=len)


def _shifts(page: Page, made: Page, begin: int, end: int, place: int) -> Iterator[int]:
    """Yield by how many words another run begins that may have been left out just as well."""
    words, left = made.words, page.words
    yield (by := 0)
    while min(begin, place) + by > 0 and (
        words[begin + by - 1] == words[end + by - 1] == left[place + by - 1]
    ):
        by -= 1
        yield by
    by = 0
    while (
        end + by < len(words)
        and place + by < len(left)
        and words[begin + by] == words[end + by] == left[place + by]
    ):
        by += 1
        yield by


def _of_one_line(made: Page, place: int) -> bool:
    """Say whether a word and the one before it are of one line."""
    return 0 < place < len(made.words) and made.line[place - 1] == made.line[place]


def _of_one_text(made: Page, place: int) -> bool:
    """Say whether a word and the one before it are of one line, or of one text."""
    if not 0 < place < len(made.words):
        return False
    passage = made.passage[place]
    wrapped = passage is not None and made.passage[place - 1] == passage
    return wrapped or _of_one_line(made, place)
