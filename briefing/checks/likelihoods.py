"""Rules of likelihood and confidence: the lexicon, its ranges, and words that say too little."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from briefing.checks.expressions import TERM, Term, terms
from briefing.checks.prose import Lazy, Prose, analysis, forecasts, sentences
from briefing.checks.rule import Finding, rule
from briefing.pack.lexicon import LEXICONS
from briefing.pack.pack import Pack
from briefing.problems import Severity

_RANGE = Lazy(r"[*_]*\s*\((\d+)\s*(?:–|-|to)\s*(\d+)\s*(?:%|per\s?cent)")
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
_CONFIDENCE = Lazy(
    r"\b(?:low|moderate|medium|high)(?:\s+to\s+(?:moderate|high))?[\s-]+confidence\b"
    r"|\bconfidence\s+(?:\w+\s+){1,3}(?:low|moderate|medium|high)\b"
    r"|\b(?:highly|moderately|fairly|not\s+very)\s+confident\b",
    "confiden",
)
_VAGUE = Lazy(
    r"\b(?:possibly|perhaps|maybe|conceivably|potentially|arguably|cannot\s+be\s+(?:ruled\s+out"
    r"|excluded|discounted)|it\s+is\s+possible|some\s+chance|a\s+possibility)\b",
    "possib perhaps maybe conceivably potentially arguably cannot chance",
)
_MODAL = Lazy(r"\b(?:may|might|could)\b", "may might could", flags=0)
_ABSOLUTE = Lazy(
    r"\b(?:certain(?:ly)?|undoubtedly|inevitabl[ey]|definitely|always|never|guarantee[sd]?"
    r"|unquestionably|impossible|without\s+(?:a\s+)?doubt|no\s+doubt|beyond\s+doubt"
    r"|bound\s+to|(?:is|are)\s+sure\s+to|will\s+surely)\b",
    (
        "certain doubt inevitabl definitely always never guarantee unquestionably impossible "
        "bound sure"
    ),
)
_PARTLY = Lazy(r"(?:almost|nearly|virtually|not|far\s+from|less\s+than|n[’']t)\s+$")


def _expressed(pack: Pack) -> Iterator[tuple[Prose, Term]]:
    for prose in analysis(pack):
        if TERM.within(prose.text):
            for term in terms(prose.spoken, pack.manifest.lexicon):
                yield prose, term


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
        "cannot know whether it means “unlikely” or anything below “likely”. The rule does not "
        "know whether “small chance” was meant as a likelihood."
    ),
    goes_by_pack_file=True,
)
def outside_lexicon(pack: Pack) -> Iterator[Finding]:
    """Yield expressions of likelihood that the lexicon does not have."""
    lexicon = pack.manifest.lexicon
    for prose, term in _expressed(pack):
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
    mend="Write the range after the term. `briefing check --fix` does it.",
    wrong="so_what: Prices will very likely fall.",
    right="so_what: Prices will very likely (80–95%) fall.",
    limits=(
        "It reads the same texts as LEX001, and not the likelihood of a judgement, which is "
        "printed with its range. It does not know whether a term stands for a likelihood at "
        "all, as in “a likely story”."
    ),
    goes_by_pack_file=True,
)
def without_range(pack: Pack) -> Iterator[Finding]:
    """Yield terms of the lexicon that are not followed by their own range."""
    lexicon = pack.manifest.lexicon
    for prose, term in _expressed(pack):
        if term.term is None:
            continue
        low, high = LEXICONS[lexicon][term.term]
        stated = _RANGE.compiled.match(prose.text, term.end)
        if not stated:
            message = f'"{term.shown}" stands without its range'
            hint = f'write "{term.shown} ({low}–{high}%)"'
            yield prose.finding(term.start, term.end, message, hint, f" ({low}–{high}%)")
        elif (int(stated.group(1)), int(stated.group(2))) != (low, high):
            message = f'"{term.shown}" means {low}–{high}% in the lexicon {lexicon}'
            hint = "give the published range, or choose the term of the range that is meant"
            yield prose.finding(term.start, term.end, message, hint)


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
        "It knows confidence by its usual words (“high confidence”, “moderately confident”), "
        "and the end of a sentence by its full stop and the capital after it."
    ),
)
def likelihood_with_confidence(pack: Pack) -> Iterator[Finding]:
    """Yield sentences that hold an expression of likelihood and one of confidence."""
    for prose in analysis(pack):
        if not _CONFIDENCE.within(prose.text):
            continue
        for offset, sentence in sentences(prose.spoken):
            sure = _CONFIDENCE.compiled.search(sentence)
            likely = next(terms(sentence, pack.manifest.lexicon), None)
            if sure and likely:
                message = f'"{likely.shown}" and "{" ".join(sure.group().split())}" in one sentence'
                hint = "say how likely it is, and in a sentence after that how sure you are"
                yield prose.finding(offset + sure.start(), offset + sure.end(), message, hint)


@rule(
    "LEX004",
    Severity.WARNING,
    "vague term",
    why="“Could” and “possibly” are true of almost anything, so they tell a decision nothing.",
    standard=(
        "ICD 203 (2015), section D.6.e(2); Sherman Kent, “Words of Estimative Probability” (1964)."
    ),
    mend="Put a term of the lexicon with its range in its place, or leave the sentence out.",
    wrong="so_what: Prices will possibly fall.",
    right="so_what: Prices are unlikely (20–45%) to fall.",
    limits=(
        "“May”, “might” and “could” are told of only in judgements and in forecasts, where they "
        "are not permission or ability; a forecast reported of someone else is left alone, as "
        "far as a verb of saying shows it."
    ),
)
def vague(pack: Pack) -> Iterator[Finding]:
    """Yield words that leave open how likely something is."""
    hint = "say how likely it is, with a term of the lexicon and its range"
    for pattern, texts in ((_VAGUE, analysis(pack)), (_MODAL, forecasts(pack))):
        for prose in texts:
            if pattern.within(prose.text):
                for found in pattern.compiled.finditer(prose.spoken):
                    message = f'"{" ".join(found.group().split())}" leaves open how likely it is'
                    yield prose.finding(found.start(), found.end(), message, hint)


@rule(
    "LEX005",
    Severity.WARNING,
    "absolute term in a forecast",
    why=(
        "Nobody knows the future for certain: even “almost certain” leaves one to five in a "
        "hundred."
    ),
    standard="ICD 203 (2015), section D.6.e(2)(a): its scale ends at 1 and at 99 %.",
    mend="Use the term of the lexicon for what is meant, with its range.",
    wrong="- id: gap-narrows\n  text: The gap in price inevitably narrows by the end of 2026.",
    right="- id: gap-narrows\n  text: The gap in price narrows by the end of 2026.",
    limits=(
        "It reads judgements, and claims of the kind forecast that are not reported of someone "
        "else, as far as a verb of saying shows it. “Almost certain” and “not always” are no "
        "absolutes."
    ),
)
def absolute(pack: Pack) -> Iterator[Finding]:
    """Yield words in forecasts that leave no room for doubt."""
    for prose in forecasts(pack):
        if not _ABSOLUTE.within(prose.text):
            continue
        text = prose.spoken
        for found in _ABSOLUTE.compiled.finditer(text):
            if not _PARTLY.compiled.search(text[max(0, found.start() - 30) : found.start()]):
                message = f'"{" ".join(found.group().split())}" leaves no doubt about the future'
                hint = 'the surest term is "almost certain", which leaves some'
                yield prose.finding(found.start(), found.end(), message, hint)


@rule(
    "LEX006",
    Severity.WARNING,
    "terms of both rows of ICD 203 in one pack",
    why=(
        "A reader who meets “likely” and “probable” on one page looks for a difference; there "
        "is none."
    ),
    standard=(
        "ICD 203 (2015), section D.6.e(2)(a): analysts are not to mix terms of different rows."
    ),
    mend=(
        "Keep to one row: “unlikely, likely, very likely” or “improbable, probable, highly "
        "probable”."
    ),
    wrong=(
        "- id: gap-narrows\n  text: …\n  likelihood: likely\n- id: gap-lasts\n  text: …\n  "
        "likelihood: improbable"
    ),
    right=(
        "- id: gap-narrows\n  text: …\n  likelihood: likely\n- id: gap-lasts\n  text: …\n  "
        "likelihood: unlikely"
    ),
    limits="It takes a pack for one text, because any of its judgements may be printed together.",
    goes_by_pack_file=True,
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
    for prose, term in _expressed(pack):
        if term.term:
            rows[term.term in _ROW_OF_ODDS].append(_of_row(prose, term.shown, term))
    if all(rows):
        yield from min(reversed(rows), key=len)


def _of_row(prose: Prose, shown: str, term: Term | None = None) -> Finding:
    message = f'"{shown}" is of another row of ICD 203 than other terms of the pack'
    start, end = (term.start, term.end) if term else (0, len(shown))
    return prose.finding(start, end, message, "keep to one row of its table")
