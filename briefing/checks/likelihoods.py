"""Rules of likelihood and confidence: the terms of the lexicon, and their ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.checks.expressions import BEFORE, TERM, Term, terms
from briefing.checks.prose import Lazy, Prose, analysis, sentences
from briefing.checks.rule import Finding, rule
from briefing.pack.lexicon import LEXICONS
from briefing.pack.pack import Pack
from briefing.problems import Severity

_DASH = r"[-\u2010-\u2015\u2212]"
_PERCENT = r"\s*(?:%|per\s?cent)"
_RANGE = Lazy(
    rf"\]?\ufffc*\s*[(\[](?:between\s+)?(\d+)(?:{_PERCENT})?\s*(?:{_DASH}|to|and)\s*(\d+){_PERCENT}"
)
"""A range in brackets, behind the end of a link too."""
_BRACKET = Lazy(r"\]?\ufffc*\s*[(\[]")
_ADJECTIVE = Lazy(r"(?:likely|probable|certain)$")
_DETERMINER = Lazy(
    r"(?:^|[.!?:;]\s+|\b(?:an?|the|any|every|each|other|its|their|his|her|our|some|these|those)\s+)$"
)
_NOUN = Lazy(r"\s+\w")
_ROW_OF_ODDS = {
    "remote",
    "highly improbable",
    "improbable",
    "roughly even odds",
    "probable",
    "highly probable",
    "nearly certain",
}
"""The second row of ICD 203's table; all other terms of it are the first."""
_LEVEL = r"(?:low|moderate|medium|high)"
_NOT_OURS = "".join(rf"(?<!{whose} )" for whose in ("consumer", "business", "investor", "public"))
_CONFIDENCE = Lazy(
    rf"\b{_LEVEL}(?:\s+to\s+{_LEVEL})?[\s-]+confidence\b"
    rf"|\b{_NOT_OURS}confidence\b(?!-).{{0,200}}?\b(?:is|are|remains|stays)\s+(?:\w+\s+)?{_LEVEL}\b"
    rf"|\bwith\s+(?!{_LEVEL})(?:\w+\s+)?confidence\b(?!-)"
    r"|\b(?:am|are|is|be|feel|remain)\s+(?:\w+\s+){0,2}confident\b",
    "confiden",
    re.IGNORECASE | re.DOTALL,
)


def _expressed(pack: Pack) -> Iterator[tuple[Prose, str, Term]]:
    """Yield the expressions of likelihood, each with its text, and that as it is spoken."""
    for prose in analysis(pack):
        if TERM.possible(prose.text):
            spoken = prose.spoken
            for term in terms(spoken, pack.manifest.lexicon):
                yield prose, spoken, term


@rule(
    "LEX001",
    Severity.ERROR,
    "term outside the declared lexicon used as a likelihood",
    why=(
        "Two readers put very different numbers to a word such as “probably”. A term of the "
        "declared lexicon has one published range; any other word has none."
    ),
    standard=(
        "ICD 203 (2015), section D.6.e(2)(a); UK Professional Head of Intelligence Assessment, "
        "Probability Yardstick. The table of the lexicons stands below."
    ),
    mend="Use a term of the pack’s lexicon, or say in plain words what is known and what is not.",
    wrong="so_what: A good chance that prices fall is no plan.",
    right="so_what: That prices fall is likely (55–80%), and no plan.",
    limits=(
        "In prose only the editor’s conclusions are read: bottom line, so-whats, headlines, "
        "judgements and texts of pages. Quotations are left alone, and comparisons (“more "
        "likely”) are not taken for likelihoods. “Not likely” is told of, because a reader "
        "cannot know whether it means “unlikely” or anything below “likely”. The rule knows the "
        "usual expressions, not all, and not whether “small chance” was meant as a likelihood."
    ),
    goes_by=("pack.yaml",),
)
def outside_lexicon(pack: Pack) -> Iterator[Finding]:
    """Yield expressions of likelihood that the lexicon does not have."""
    lexicon = pack.manifest.lexicon
    for prose, _, term in _expressed(pack):
        if term.term is None:
            message = f'"{term.shown}" is no term of the lexicon {lexicon}'
            hint = "say what is meant with a term of its own" if term.negated else _all(lexicon)
            yield prose.finding(term.start, term.end, message, hint)


@cache
def _all(lexicon: str) -> str:
    return "it may be " + ", ".join(LEXICONS[lexicon])


@rule(
    "LEX002",
    Severity.WARNING,
    "likelihood without its range in prose",
    why=(
        "Readers agree with the published ranges of ICD 203 in 32 % of cases when they see the "
        "term alone, and in 66 % when the range stands beside it. A legend or a tooltip does "
        "not help."
    ),
    standard=(
        "Wintle, Fraser, Wills, Nicholson and Fidler, “Verbal probabilities” (PLOS ONE, 2019)."
    ),
    mend=(
        "Write the range after the term. `briefing check --fix` does it, but for a term before "
        "its noun and for one that is followed by brackets already: there a person has to choose."
    ),
    wrong="so_what: Prices will very likely fall.",
    right="so_what: Prices will very likely (80–95%) fall.",
    limits=(
        "It reads the same texts as LEX001, and not the likelihood of a judgement, which is "
        "printed with its range. It does not know whether a term stands for a likelihood at "
        "all, as in “a likely story”."
    ),
    goes_by=("pack.yaml",),
)
def without_range(pack: Pack) -> Iterator[Finding]:
    """Yield terms of the lexicon that are not followed by their own range."""
    lexicon = pack.manifest.lexicon
    for prose, text, term in _expressed(pack):
        if term.term is None:
            continue
        low, high = LEXICONS[lexicon][term.term]
        stated = _RANGE.compiled.match(text, term.end)
        if not stated:
            message = f'"{term.shown}" stands without its range'
            hint = f'write "{term.shown} ({low}–{high}%)"'
            addition = "" if _of_something(text, term) else f" ({low}–{high}%)"
            yield prose.finding(term.start, term.end, message, hint, addition)
        elif (int(stated.group(1)), int(stated.group(2))) != (low, high):
            message = f'"{term.shown}" means {low}–{high}% in the lexicon {lexicon}'
            hint = "give the published range, or choose the term of the range that is meant"
            yield prose.finding(term.start, term.end, message, hint)


def _of_something(text: str, term: Term) -> bool:
    """Say whether a person has to find the place of a range, or another word.

    That is so within “a likely story”, and where something else stands in brackets already.
    """
    if _BRACKET.compiled.match(text, term.end):
        return True
    before = text[max(0, term.start - BEFORE) : term.start]
    return bool(
        _ADJECTIVE.compiled.search(term.shown)
        and _DETERMINER.compiled.search(before)
        and _NOUN.compiled.match(text, term.end)
    )


@rule(
    "LEX003",
    Severity.ERROR,
    "likelihood and confidence in one sentence",
    why=(
        "Likelihood says how probable an event is, confidence how good the evidence is. In one "
        "sentence readers take the one for the other."
    ),
    standard="ICD 203 (2015), section D.6.e(2): the two are not combined in the same sentence.",
    mend="Make two sentences of it: first how likely, then how sure and why.",
    wrong="so_what: We judge with high confidence that prices are likely (55–80%) to fall.",
    right="so_what: Prices are likely (55–80%) to fall. Our confidence in this is high.",
    limits=(
        "It knows confidence by its usual words (“high confidence”, “we are confident”), and "
        "the end of a sentence by its full stop and the capital after it."
    ),
)
def likelihood_with_confidence(pack: Pack) -> Iterator[Finding]:
    """Yield sentences that hold an expression of likelihood and one of confidence."""
    for prose in analysis(pack):
        if not _CONFIDENCE.possible(prose.text):
            continue
        for offset, sentence in sentences(prose.spoken):
            sure = _CONFIDENCE.compiled.search(sentence)
            likely = next(terms(sentence, pack.manifest.lexicon), None)
            if sure and likely:
                message = f'"{likely.shown}" and "{" ".join(sure.group().split())}" in one sentence'
                hint = "say how likely it is, and in a sentence after that how sure you are"
                yield prose.finding(offset + sure.start(), offset + sure.end(), message, hint)


@rule(
    "LEX006",
    Severity.WARNING,
    "terms of both rows of ICD 203 in one pack",
    why=(
        "A reader who meets “likely” and “probable” on one page looks for a difference; there "
        "is none."
    ),
    standard=(
        "ICD 203 (2015), section D.6.e(2)(a): analysts are strongly encouraged not to mix terms "
        "of different rows."
    ),
    mend=(
        "Keep to one row: “unlikely, likely, very likely” or “improbable, probable, highly "
        "probable”."
    ),
    wrong="so_what: A fall is likely (55–80%), and a rise improbable (20–45%).",
    right="so_what: A fall is likely (55–80%), and a rise unlikely (20–45%).",
    limits="It takes a pack for one text, because any of its judgements may be printed together.",
    goes_by=("pack.yaml",),
)
def mixed_rows(pack: Pack) -> Iterator[Finding]:
    """Yield the uses of the row that is used less often."""
    if pack.manifest.lexicon != "icd203":
        return
    rows: tuple[list[Finding], list[Finding]] = ([], [])
    for judgement in pack.judgements:
        if judgement.likelihood in LEXICONS["icd203"]:
            prose = Prose(judgement, "likelihood", judgement.likelihood)
            rows[judgement.likelihood in _ROW_OF_ODDS].append(_of_row(prose, judgement.likelihood))
    for prose, _, term in _expressed(pack):
        if term.term:
            rows[term.term in _ROW_OF_ODDS].append(_of_row(prose, term.shown, term))
    if all(rows):
        yield from min(reversed(rows), key=len)


def _of_row(prose: Prose, shown: str, term: Term | None = None) -> Finding:
    message = f'"{shown}" is of another row of ICD 203 than other terms of the pack'
    start, end = (term.start, term.end) if term else (0, len(shown))
    return prose.finding(start, end, message, "keep to one row of its table")
