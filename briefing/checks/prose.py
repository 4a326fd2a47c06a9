"""The prose of a pack, and what is left of it without quotations."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import NamedTuple

from briefing.checks.rule import Finding
from briefing.pack.model import Claim
from briefing.pack.pack import Pack
from briefing.pack.types import Item

_FILLER = "\ufffc"
"""Stands for each character that is left alone; it is no letter, so words end at it."""
_QUOTED = re.compile(
    r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|‹[^‹›]*›|「[^「」]*」|『[^『』]*』|《[^《》]*》"
    r"|\"[^\"]*\"|(?<!\w)‘[^‘]{0,400}?’(?!\w)|(?<!\w)'(?=\S).{0,400}?'(?!\w)"
    r"|`[^`]*`|(?<=\])\([^()\s]*\)|<[^<>\s]*>",
    re.DOTALL,
)
"""Quotations in the marks of several languages, code, and addresses of links. A single mark
may be an apostrophe, so what stands between two of them has a limit."""
_BLOCK_QUOTE = re.compile(r"^[ ]{0,3}>.*$", re.MULTILINE)
_TITLES = "".join(rf"(?<!\b{title})" for title in ("Dr", "Mr", "Mrs", "Ms", "Prof", "Sen", "Rep"))
_SENTENCE_END = re.compile(
    rf"(?:[!?…]|{_TITLES}\.)[)\]*_’”\"']*(?=\s+[^\sa-z])|\n[ ]*\n|\n(?=[ ]*[-*+#])"
)
_REPORTED = re.compile(
    r"\b(?:according to|add(?:s|ed)?|argue[sd]?|ask(?:s|ed)?|blame[sd]?|call(?:s|ed)?"
    r"|credit(?:s|ed)|describe[sd]?|estimate[sd]|expect(?:s|ed)?|forecasts?|holds?|held"
    r"|name[sd]|predict(?:s|ed)?|projects|projected|puts?|recall(?:s|ed)?|report(?:s|ed)"
    r"|says?|said|sees?|saw|speaks?|spoke|suggest(?:s|ed)?|thinks?|thought|told"
    r"|warn(?:s|ed)?|writes?|wrote)\b",
    re.IGNORECASE,
)


class Lazy:
    """A pattern that is compiled when a text holds one of the letters that it needs to match.

    Compiling all patterns takes longer than reading a pack.
    """

    def __init__(self, pattern: str, needs: str = "", flags: int = re.IGNORECASE) -> None:
        self._pattern, self._flags = pattern, flags
        self._needs = needs.split()

    @cached_property
    def compiled(self) -> re.Pattern[str]:
        """The pattern."""
        return re.compile(self._pattern, self._flags)

    def possible(self, text: str) -> bool:
        """Say whether the text holds the letters that a match needs."""
        lower = text.lower()
        return any(part in lower for part in self._needs)

    def within(self, text: str) -> bool:
        """Say whether the text holds a match."""
        return self.possible(text) and bool(self.compiled.search(text))


_EMPHASIS = Lazy(r"\*+(?=\S)|(?<=\S)\*+|(?<!\w)_+(?=\w)|(?<=\w)_+(?!\w)|~~", "* _ ~")
"""Marks of emphasis in Markdown. Within a word an underscore is none."""


class Prose(NamedTuple):
    """A text of a pack in the editor's words, and where it stands."""

    item: Item
    field: str
    text: str

    @property
    def spoken(self) -> str:
        """The text without quotations, code, addresses and emphasis; offsets stay the same."""
        return without_emphasis(without_quotations(self.text))

    def finding(
        self, start: int, end: int, message: str, hint: str = "", addition: str = ""
    ) -> Finding:
        """Return a finding at these offsets of the text."""
        phrase = self.text[start:end]
        earlier = bisect_left(_places(phrase, self.text), start)
        return Finding(self.item, self.field, message, hint, phrase, earlier, addition)


@lru_cache(maxsize=8)
def _places(phrase: str, text: str) -> list[int]:
    return [found.start() for found in re.finditer(words_of(phrase), text)]


def words_of(phrase: str) -> str:
    """Return a pattern for a phrase that may be broken between lines."""
    return r"\s+".join(map(re.escape, phrase.split()))


def without_quotations(text: str) -> str:
    """Return the text with quotations, code and addresses blanked out, at the same length."""
    if text.isalnum():
        return text
    text = _BLOCK_QUOTE.sub(_blank, text)
    return _QUOTED.sub(_blank, text)


def without_emphasis(text: str) -> str:
    """Return the text with marks of emphasis blanked out, at the same length.

    Within a word they become letters: a part of a word that is stressed is no word.
    """
    return _EMPHASIS.compiled.sub(_unmarked, text) if _EMPHASIS.possible(text) else text


def _unmarked(found: re.Match[str]) -> str:
    start, end = found.span()
    around = found.string[max(0, start - 1) : start] + found.string[end : end + 1]
    within = len(around) == 2 and around.isalnum()
    return ("_" if within else " ") * (end - start)


def _blank(found: re.Match[str]) -> str:
    return re.sub(r"\S", _FILLER, found.group())


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence with its offset."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        yield start, text[start : end.end()]
        start = end.end()
    if text[start:].strip():
        yield start, text[start:]


def is_reported(claim: Claim) -> bool:
    """Say whether a claim tells what someone else said, so that its words are not ours."""
    return bool(_REPORTED.search(claim.text))


def analysis(pack: Pack) -> Iterator[Prose]:
    """Yield what the editor concludes: bottom line, so-whats, headlines, judgements, pages."""
    yield Prose(pack.manifest, "bottom_line", pack.manifest.bottom_line)
    for dimension in pack.dimensions:
        yield Prose(dimension, "so_what", dimension.so_what)
        for entry in dimension.entries.values():
            yield Prose(entry, "headline", entry.headline)
    for judgement in pack.judgements:
        yield Prose(judgement, "text", judgement.text)
        yield Prose(judgement, "because", judgement.because)
    for brief in pack.briefs:
        yield Prose(brief, "title", brief.title)
        for block in brief.blocks:
            if text := getattr(block, "text", ""):
                yield Prose(block, "text", text)


def forecasts(pack: Pack) -> Iterator[Prose]:
    """Yield what the editor says of the future: judgements, and forecasts of our own."""
    for judgement in pack.judgements:
        yield Prose(judgement, "text", judgement.text)
    for claim in pack.claims.values():
        if claim.kind == "forecast" and not is_reported(claim):
            yield Prose(claim, "text", claim.text)


def everything(pack: Pack) -> Iterator[Prose]:
    """Yield all that the editor wrote for readers."""
    yield from analysis(pack)
    for question in pack.questions:
        yield Prose(question, "text", question.text)
    for criterion in pack.criteria:
        yield Prose(criterion, "asks", criterion.asks)
    for dimension in pack.dimensions:
        yield Prose(dimension, "name", dimension.name)
        yield Prose(dimension, "question", dimension.question)
        for entry in dimension.entries.values():
            yield Prose(entry, "not_comparable", entry.not_comparable)
    for claim in pack.claims.values():
        yield Prose(claim, "text", claim.text)
        if claim.correction:
            yield Prose(claim.correction, "text", claim.correction.text)
    for judgement in pack.judgements:
        for text in judgement.changes_if:
            yield Prose(judgement, "changes_if", text)
    yield from panel(pack)
    for option in pack.options:
        yield Prose(option, "name", option.name)
        yield Prose(option, "action", option.action)
        for rating in option.ratings.values():
            yield Prose(rating, "why", rating.why)
    for source in pack.sources:
        yield Prose(source, "why", source.why)
        yield Prose(source, "worth", source.worth)
        for defect in source.defects:
            yield Prose(defect, "note", defect.note)


def panel(pack: Pack) -> Iterator[Prose]:
    """Yield what is said of experts, and of who is for and against options."""
    for expert in pack.experts:
        yield Prose(expert, "role", expert.role)
        yield Prose(expert, "interests", expert.interests)
        yield Prose(expert, "profile", expert.profile)
        for position in expert.positions:
            yield Prose(position, "text", position.text)
    for option in pack.options:
        yield Prose(option, "case_for", option.case_for)
        yield Prose(option, "case_against", option.case_against)
        for line in option.support:
            yield Prose(line, "text", line.text)
