"""Expressions of likelihood in a text, and which term of a lexicon each is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from briefing.checks.prose import Lazy
from briefing.pack.lexicon import LEXICONS

_DEGREE = (
    r"very|highly|most|quite|fairly|rather|somewhat|extremely|reasonably|pretty|overwhelmingly"
)
_SIZE = (
    r"even|good|fair|strong|slim|small|realistic|distinct|serious|real|high|low|little|great"
    r"|reasonable|outside"
)
TERM = Lazy(
    rf"\b(?:more likely than not|as likely as not|(?:(?:{_DEGREE})[\s-]+)?(?:likely|unlikely"
    r"|probable|improbable|probably|improbably)|(?:almost|nearly|virtually)[\s-]+certain(?:ly)?"
    r"|almost\s+no\s+chance|remote\s+(?:chance|possibility|likelihood)"
    rf"|roughly[\s-]+even\s+(?:chance|odds)|(?:{_SIZE})\s+(?:chance(?!\s+to\b)|possibility|odds"
    r"|likelihood|probability)|chances\s+are|odds\s+are|in\s+all\s+(?:likelihood|probability)"
    r"|(?:likelihood|probability)\s+(?:of\s+(?:\w+\s+){1,4})?is\s+(?:very\s+)?(?:high|low|small)"
    r"|doubtful\s+(?:that|whether|if))\b",
    "likel probab certain chance odds possibility doubtful",
)
_NEGATION = (
    r"not|never|no|nobody|none|hardly|scarcely|neither|nor|cannot|without|far\s+from"
    r"|anything\s+but|(?:less|more)\s+than|\w+n[’']t"
)
_FILLING = (
    r"a|an|the|at\s+all|all|be|been|being|become|is|it|really|longer|means|yet|even|necessarily"
    r"|quite|ever|that|there|so|any|seem|look|appear|called|thinks?|going|to"
)
NEGATED = Lazy(rf"\b(?:{_NEGATION})(?:\s+(?:{_FILLING}))*\s*$")
"""The end of a text that takes back what follows: “is no longer”, “don’t think it”."""
BEFORE = 60
"""So many characters before an expression are looked at for what takes it back."""
_COMPARED = Lazy(r"\b(?:more|less|how|as|equally|so|too|least|increasingly)\s+$")
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
    """Yield the expressions of likelihood in a text as it is spoken; comparisons are none."""
    for found in TERM.compiled.finditer(text):
        before = text[max(0, found.start() - BEFORE) : found.start()]
        if negated := NEGATED.compiled.search(before):
            start = found.start() - len(before) + negated.start()
            yield Term(start, found.end(), _shown(text[start : found.end()]), None, negated=True)
        elif not _COMPARED.compiled.search(before):
            shown = _shown(found.group())
            yield Term(found.start(), found.end(), shown, _in_lexicon(shown, lexicon))


def _shown(text: str) -> str:
    return " ".join(text.split())


def _in_lexicon(shown: str, lexicon: str) -> str | None:
    *first, last = shown.lower().replace("-", " ").split()
    term = " ".join([*first, _BASE_FORMS.get(last, last)])
    if lexicon == "icd203" and term == "remote chance":
        term = "remote"
    return term if term in LEXICONS[lexicon] else None
