"""All rules, by id."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.checks import (
    comparison,
    content,
    elsewhere,
    given,
    imports,
    likelihoods,
    panel,
    reading,
    sources,
    style,
    wording,
)
from briefing.checks.rule import EVERYTHING, Rule
from briefing.problems import Severity
from briefing.text import suggestion

STALE_WAIVER = Rule(
    "WAI001",
    Severity.WARNING,
    "waiver that no longer applies",
    "A waiver that waives nothing hides the next problem of its rule.",
    "",
    "Take the waiver out. `briefing check --fix` does it.",
    limits="Only waivers of rules that were checked are judged, so --select leaves others alone.",
    goes_by=EVERYTHING,
)
NO_WAIVER = Rule(
    "WAI002",
    Severity.ERROR,
    "waiver of a rule that does not exist or may not be waived",
    "Errors of structure leave an item out of the pack, so there is nothing to waive.",
    "",
    "Mend the problem itself. `briefing explain RULE` says which rules may be waived.",
    "waive: {SRC001: no source could be found}",
    "waive: {SRC004: the register is the only record there is}",
)
_ELSEWHERE = (*elsewhere.TEXTS, *elsewhere.THEMES, *elsewhere.SETTINGS, *elsewhere.IMPORTS)


def _rules() -> Iterable[Rule]:
    for module in (sources, imports, comparison, likelihoods, wording, panel, style):
        yield from (value for value in vars(module).values() if isinstance(value, Rule))
    yield from (*reading.FILES, *reading.YAML, *reading.FIELDS)
    yield from (*content.EVIDENCE, *content.FAIRNESS)
    yield from _ELSEWHERE
    yield from (given.EXPIRED, given.PAST_THE_PAGE, STALE_WAIVER, NO_WAIVER)


RULES: dict[str, Rule] = {rule.id: rule for rule in sorted(_rules())}
"""Every rule by id, sorted."""
OF_PACKS = {name: rule for name, rule in RULES.items() if rule not in _ELSEWHERE}
"""The rules that `briefing check` holds a pack to."""


def meant(name: str, known: Iterable[str]) -> str:
    """Return what may have been meant by the id of a rule that there is not."""
    return suggestion(name, known) or "`briefing explain` lists all rules"
