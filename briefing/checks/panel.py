"""Rules of the panel and of options: voices are chosen, not counted, and ratings have grounds."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from briefing.checks.expressions import BEFORE, NEGATED
from briefing.checks.prose import Lazy, analysis, panel
from briefing.checks.rule import Finding, rule
from briefing.pack.model import Expert
from briefing.pack.pack import Pack
from briefing.pack.recipe import ExpertsBlock, StancesBlock
from briefing.pack.types import Item
from briefing.problems import Severity

_ENDS = {
    "agrees with": ("strongly-agree", "agree"),
    "disagrees with": ("strongly-disagree", "disagree"),
}
_VOICE = (
    r"(?:experts?|voices|panel(?:lists?|ists?)?|analysts|scholars|observers|respondents)\b"
    r"(?![’'](?:s\b|\s))"
)
_VOICES = rf"(?:\w+\s+)?{_VOICE}"
_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)"
_COUNTED = Lazy(
    rf"\b(?:\d+(?:[.,]\d+)?\s?(?:%|per\s?cent)\s+of\s+(?:the\s+|our\s+|all\s+)?{_VOICES}"
    rf"|{_NUMBER}\s+(?:out\s+of|of|in)\s+(?:the\s+)?{_NUMBER}\s+{_VOICES}"
    rf"|(?:most|many\s+of\s+the|a\s+majority\s+of|the\s+majority\s+of|nearly\s+all|almost\s+all"
    rf"|all|half|(?:a|two|three)[\s-](?:thirds?|quarters?)\s+of)\s+(?:of\s+)?(?:the\s+|our\s+)?{_VOICES}"
    rf"|(?:(?!(?:both|these|those|two|three)\b)\w+\s+|(?<!\w\s)){_VOICE}"
    r"\s+(?:\w+ly\s+)?(?:agree|concur|are\s+(?:united|unanimous|of\s+one\s+mind))\b"
    rf"|(?:(?:broad|general|expert|growing|clear|wide)\s+){{0,3}}consensus(?:\s+(?:of|among)\s+{_VOICES})?"
    r"|(?:broad|general|wide)\s+agreement|(?:everyone|everybody)\s+agrees|unanimous(?:ly)?"
    r"|(?:widely|generally|universally)\s+(?:agreed|believed|accepted|held|thought)"
    r"|on\s+average,?\s+(?:the\s+)?(?:experts|panel)|the\s+panel(?:’s|'s)\s+(?:verdict|winner|average))",
    "expert voice panel analyst scholar observer respondent consensus agree unanimous widely "
    "generally universally",
)
_SET_APART = Lazy(r"\b(?:lack\s+of|than|instead\s+of)(?:\s+(?:a|an|the|any))?\s*$")


@rule(
    "EXP003",
    Severity.WARNING,
    "panel in which no voice holds one end of a question",
    why=(
        "Where everyone who was chosen agrees, a reader takes the choice of editors for the "
        "agreement of a field."
    ),
    standard=(
        "ICD 203 (2015), section D.6.e(4): analysis of alternatives; BBC Editorial Guidelines, "
        "section 4, on due impartiality."
    ),
    mend=(
        "Add a voice from the other end, or waive the rule and say where you looked. On a page, "
        "name one that the pack has."
    ),
    wrong="- experts: {questions: [open-grid], items: [mira-ostberg]}",
    right="- experts: {questions: [open-grid], items: [mira-ostberg, jon-hale]}",
    limits=(
        "It cannot know whether anyone holds the other end at all. A question on which nobody "
        "has a position is not told of; on a page, only what the pack could supply."
    ),
    goes_by=("pack.yaml", "briefs", "experts", "sources"),
)
def one_ended(pack: Pack) -> Iterator[Finding]:
    """Yield questions with nobody at one end, and pages that leave out all voices of one."""
    for question in pack.questions:
        for end in _missing(question.id, pack.experts):
            yield _selection(
                question, "id", end, question.id, "add a voice, or say where you looked"
            )
    for brief in pack.briefs:
        for block in brief.blocks:
            if isinstance(block, ExpertsBlock | StancesBlock):
                yield from _left_out(block, pack)


def _left_out(block: ExpertsBlock | StancesBlock, pack: Pack) -> Iterator[Finding]:
    chosen = [expert for expert in pack.experts if expert.id in block.items]
    for question in block.questions:
        for end in set(_missing(question, chosen)) - set(_missing(question, pack.experts)):
            names = _at(end, question, pack.experts)
            yield _selection(block, "items", end, question, "add one of " + ", ".join(names))


def _missing(question: str, experts: Collection[Expert]) -> list[str]:
    """Return the ends of a question that nobody holds; none where nobody has a view on it."""
    held = [position.stance for e in experts if (position := e.on(question)) is not None]
    return [end for end, stances in _ENDS.items() if held and not set(stances) & set(held)]


def _at(end: str, question: str, experts: Collection[Expert]) -> list[str]:
    return [
        expert.id
        for expert in experts
        if (position := expert.on(question)) is not None and position.stance in _ENDS[end]
    ]


def _selection(item: Item, field: str, end: str, question: str, hint: str) -> Finding:
    message = f'no voice chosen {end} "{question}": that is selection, and no consensus'
    return Finding(item, field, message, hint)


@rule(
    "EXP004",
    Severity.ERROR,
    "percentages or consensus words about the panel",
    why=(
        "A curated panel is no sample. A share or a majority of it says how the editors chose, "
        "and nothing of how many hold a view."
    ),
    standard=(
        "AAPOR, Best Practices for Survey Research, and its Code of Ethics, on non-probability "
        "samples."
    ),
    mend="Name who holds the view, and who does not.",
    wrong="because: Most experts expect it, and two sources agree on the trend.",
    right="because: Mira Ostberg expects it, and two sources agree on the trend.",
    limits=(
        "It reads the editor’s conclusions, profiles, and the cases for and against options; "
        "not claims, which report what a source says, surveys included. Denials (“no consensus”) "
        "and quotations are left alone. It does not know other ways of counting heads."
    ),
)
def counted_panel(pack: Pack) -> Iterator[Finding]:
    """Yield words that count the panel or make it agree."""
    for texts in (analysis(pack), panel(pack)):
        for prose in texts:
            if not _COUNTED.possible(prose.text):
                continue
            text = prose.spoken
            for found in _COUNTED.compiled.finditer(text):
                before = text[max(0, found.start() - BEFORE) : found.start()]
                if not (NEGATED.compiled.search(before) or _SET_APART.compiled.search(before)):
                    shown = " ".join(found.group().split())
                    message = f'"{shown}" counts a panel that was chosen, not sampled'
                    yield prose.finding(
                        found.start(), found.end(), message, "name who holds the view"
                    )


@rule(
    "OPT003",
    Severity.WARNING,
    "rating from the editor alone",
    why="A rating without a source is an opinion. The reader should not take it for a finding.",
    standard="HM Treasury, The Green Book: an appraisal states the evidence behind its scores.",
    mend="Cite what the rating rests on, or waive the rule and say why there is nothing to cite.",
    wrong="effect: {value: low, why: Nothing changes., basis: editor}",
    right=(
        "effect: {value: low, why: Nothing changes., basis: editor, cites: [{source: "
        "tide-survey, at: 6}]}"
    ),
    limits=(
        "It does not know whether what is cited bears the rating out; `briefing verify` tells more."
    ),
    goes_by=("pack.yaml", "options", "sources"),
)
def by_the_editor(pack: Pack) -> Iterator[Finding]:
    """Yield ratings that cite nothing."""
    for option in pack.options:
        for criterion, rating in option.ratings.items():
            if not rating.cites:
                message = f'"{option.id}" is rated on "{criterion}" by the editor alone'
                yield Finding(rating, "basis", message, "cite what the rating rests on")
