"""Expressions of likelihood in a text, and which term of a lexicon each is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.checks.prose import Lazy
from briefing.pack.lexicon import LEXICONS

_DEGREE = (
    r"very|highly|most|quite|fairly|rather|somewhat|extremely|reasonably|pretty|overwhelmingly"
)
TERM = Lazy(
    rf"\b(?:more likely than not|(?:(?:{_DEGREE})\s+)?(?:likely|unlikely|probable|improbable"
    r"|probably|improbably)|(?:almost|nearly|virtually)\s+certain(?:ly)?"
    r"|almost\s+no\s+chance|remote\s+(?:chance|possibility|likelihood)"
    r"|roughly\s+even\s+(?:chance|odds)|(?:even|good|fair|strong|slim|small|realistic|distinct"
    r"|serious|real)\s+(?:chance|possibility|odds|likelihood)|chances\s+are|odds\s+are)\b",
    "likel probab certain chance odds possibility",
)
_BEFORE = Lazy(r"(\w+(?:[’']t)?)(?:\s+(?:a|an|the|at all|be))?\s*$")
_NEGATIONS = {"not", "never", "no", "hardly", "neither", "nor", "cannot", "without"}
_COMPARING = {"more", "less", "how", "as", "equally", "so", "too", "least"}
_BASE_FORMS = {"probably": "probable", "improbably": "improbable", "certainly": "certain"}


class Term(NamedTuple):
    """An expression of likelihood in a text: where it stands, and which term it is.

    `term` is None where the lexicon has none of that name, or where it is negated.
    """

    start: int
    end: int
    shown: str
    term: str | None
    negated: bool = False


def terms(text: str, lexicon: str) -> Iterator[Term]:
    """Yield the expressions of likelihood in a text without quotations; comparisons are none."""
    for found in TERM.compiled.finditer(text):
        shown = " ".join(found.group().split())
        before = _BEFORE.compiled.search(text[max(0, found.start() - 30) : found.start()])
        word = before.group(1).lower() if before else ""
        if word in _COMPARING:
            continue
        if word in _NEGATIONS or word.endswith(("n’t", "n't")):
            assert before is not None
            start = found.start() - len(before.group())
            shown = " ".join(text[start : found.end()].split())
            yield Term(start, found.end(), shown, None, negated=True)
        else:
            yield Term(found.start(), found.end(), shown, _in_lexicon(shown, lexicon))


def _in_lexicon(shown: str, lexicon: str) -> str | None:
    *first, last = shown.lower().split()
    term = " ".join([*first, _BASE_FORMS.get(last, last)])
    if lexicon == "icd203" and term == "remote chance":
        term = "remote"
    return term if term in LEXICONS[lexicon] else None
