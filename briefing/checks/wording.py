"""Rules of words that say too little of the future, or too much."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.expressions import BEFORE, NEGATED
from briefing.checks.prose import Lazy, analysis, forecasts
from briefing.checks.rule import Finding, rule
from briefing.pack.pack import Pack
from briefing.problems import Severity

_VAGUE = Lazy(
    r"\b(?:possibly|perhaps|maybe|conceivabl[ey]|plausibly|potentially|arguably|presumably"
    r"|cannot\s+be\s+(?:ruled\s+out|excluded|discounted)|it\s+is\s+possible|some\s+chance"
    r"|there\s+is\s+a\s+chance(?!\s+to\b)|a\s+possibility"
    r"|not\s+(?:impossible|inconceivable|unthinkable))\b",
    "possib perhaps maybe conceiv plausibl potential arguabl presum cannot chance unthinkable",
)
_MODAL = Lazy(r"\b(?:may|(?<![Tt]he )might|could)\b", "may might could", flags=0)
_IS = r"(?:is|are|be|been|seems?|looks?|appears?|remains?|becomes?)\s+"
_ABSOLUTE = Lazy(
    rf"\b(?:certainly|{_IS}(?:absolutely\s+|quite\s+)?certain|certain\s+(?:to|that)|undoubtedly"
    rf"|inevitabl[ey]|definitely|always|never|{_IS}guaranteed|guarantees?\s+that"
    r"|unquestionably|impossible|without\s+(?:a\s+)?(?:doubt|question)|no\s+doubt|beyond\s+doubt"
    r"|bound\s+to|(?:is|are)\s+sure\s+to|surely|for\s+sure)\b",
    ("certain doubt inevitabl definitely always never guarantee question impossible bound sure"),
)
_PARTLY = Lazy(r"\b(?:almost|nearly|virtually)\s+$")


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
            if pattern.possible(prose.text):
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
        if not _ABSOLUTE.possible(prose.text):
            continue
        text = prose.spoken
        for found in _ABSOLUTE.compiled.finditer(text):
            before = text[max(0, found.start() - BEFORE) : found.start()]
            if not (_PARTLY.compiled.search(before) or NEGATED.compiled.search(before)):
                message = f'"{" ".join(found.group().split())}" leaves no doubt about the future'
                hint = 'the surest term is "almost certain", which leaves some'
                yield prose.finding(found.start(), found.end(), message, hint)
