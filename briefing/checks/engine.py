"""Runs the rules over a pack, and puts what they find beside what its reader has found."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from briefing.checks.places import Places, Span
from briefing.checks.registry import NO_WAIVER, OF_PACKS, RULES, STALE_WAIVER
from briefing.checks.rule import Finding, Rule
from briefing.checks.waivers import Waivers
from briefing.pack.loaded import Loaded
from briefing.pack.pack import Pack
from briefing.problems import Problem, Severity
from briefing.text import one_line


class Found(NamedTuple):
    """A problem, the line and column after its last character where that is known, its mend.

    `waived` says why it is no problem here; `addition` is what has to stand at the end.
    """

    problem: Problem
    end: tuple[int, int] | None = None
    addition: str = ""
    waived: str = ""


class Report(NamedTuple):
    """What was found, sorted by place; what is waived; and which rules found nothing at all.

    Those that are `waiting` were not asked: an error leaves out what they go by.
    """

    found: tuple[Found, ...]
    waived: tuple[Found, ...]
    passed: tuple[str, ...]
    waiting: tuple[str, ...] = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """The problems that are not waived."""
        return tuple(found.problem for found in self.found)


def check(
    folder: Path,
    loaded: Loaded,
    chosen: Collection[str] = OF_PACKS.keys(),
    given: Mapping[str, Iterable[Finding]] | None = None,
) -> Report:
    """Return what the chosen rules find in a pack that was read from a folder.

    `given` holds, by rule, what was found by those who know more than the pack. A rule waits,
    and neither finds nor passes, while the reader tells of an error in what it goes by.
    """
    waivers = Waivers(loaded.pack)
    places = Places(folder)
    read = [Found(problem) for problem in loaded.problems if problem.rule in chosen]
    waiting = set(chosen) & _waiting(loaded.problems)
    chosen = set(chosen) - waiting
    made = [
        _placed(rule, finding, places, waivers)
        for rule, findings in _findings(loaded.pack, chosen, given or {})
        for finding in findings
    ]
    rules = [RULES[name] for name in RULES if name in chosen]
    for rule, findings in ((STALE_WAIVER, waivers.stale(rules)), (NO_WAIVER, waivers.wrong())):
        if rule.id in chosen:
            made += [_placed(rule, finding, places, waivers) for finding in findings]
    found = _sorted([*read, *(one for one in made if not one.waived)])
    waived = _sorted([one for one in made if one.waived])
    told = {one.problem.rule for one in (*found, *waived)}
    passed = tuple(rule.id for rule in rules if rule.id not in told)
    return Report(found, waived, passed, tuple(sorted(waiting)))


def _waiting(problems: Iterable[Problem]) -> set[str]:
    """Return the rules that wait for these errors: what is left out may be what they go by."""
    broken = {problem.file for problem in problems if problem.severity == Severity.ERROR}
    return {
        name
        for name, rule in RULES.items()
        if any(file.startswith(rule.goes_by) for file in broken)
    }


def _sorted(found: list[Found]) -> tuple[Found, ...]:
    return tuple(sorted(dict.fromkeys(found), key=lambda one: one.problem))


def _findings(
    pack: Pack, chosen: Collection[str], given: Mapping[str, Iterable[Finding]]
) -> Iterator[tuple[Rule, Iterable[Finding]]]:
    for name, rule in RULES.items():
        if name in chosen and (rule.find or name in given):
            yield rule, rule.find(pack) if rule.find else given[name]


def _placed(rule: Rule, finding: Finding, places: Places, waivers: Waivers) -> Found:
    why = waivers.reason(rule, finding)
    # What is waived is told by its item: to find its words, its file would have to be read.
    place, end = Span(finding.item.place) if why else places.span(finding)
    message, hint = one_line(finding.message), one_line(finding.hint)
    problem = Problem(*place, rule.id, message, hint, rule.severity)
    return Found(problem, end, finding.addition, why)
