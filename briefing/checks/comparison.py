"""Rules of fairness between the two sides: like is set beside like, in like words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checks.prose import Lazy, Prose
from briefing.checks.rule import Finding, rule
from briefing.pack.model import Claim, Dimension, Entry
from briefing.pack.pack import Pack
from briefing.problems import Severity

_UNITS: dict[str, dict[str, Lazy]] = {
    "money": {
        "dollars": Lazy(
            r"(?<!\w)(?:US)?\$\s?\d|\d\s+(?:\w+\s+)?dollars\b|\bUSD\d*\b",
            "$ dollar usd",
            flags=0,
        ),
        "yuan": Lazy(r"\b(?:yuan|renminbi|RMB\d*|CNY\d*)\b|¥", "yuan renminbi rmb cny ¥", flags=0),
        "euros": Lazy(r"€|\b[Ee]uros?\b|\bEUR\d*\b", "€ euro eur", flags=0),
        "pounds": Lazy(r"£|\bGBP\d*\b|\bpounds\s+sterling\b", "£ gbp pounds", flags=0),
        "yen": Lazy(r"\byen\b|\bJPY\d*\b", "yen jpy", flags=0),
        "crowns": Lazy(r"\bcrowns\b", "crowns", flags=0),
    },
    "energy": {
        "power in watts": Lazy(r"\d\s?(?:kW|MW|GW|TW)\b", "w", flags=0),
        "energy in watt-hours": Lazy(
            r"\d\s?(?:kWh|MWh|GWh|TWh)\b|\b\w+watt-hours\b", "wh watt-hour", flags=0
        ),
    },
    "length": {
        "kilometres": Lazy(r"\d\s?(?:km|kilomet(?:re|er)s)\b", "km kilomet", flags=0),
        "miles": Lazy(r"\d\s?miles\b", "miles", flags=0),
    },
    "mass": {
        "tonnes": Lazy(r"\d\s+(?:\w+\s+)?tonnes\b", "tonnes", flags=0),
        "tons": Lazy(r"\d\s+(?:\w+\s+)?tons\b", "tons", flags=0),
    },
}
_FIGURE = re.compile(r"(?<![\w.])(?:[A-Z]{3}|\$)?\d")
_FAR = 12
"""Months between two figures that a reader should be told of."""
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_LOADED = frozenset(
    {
        "boasts",
        "boasted",
        "brag",
        "brags",
        "bragged",
        "tout",
        "touts",
        "touted",
        "flaunt",
        "flaunts",
        "flaunted",
        "floods",
        "flooded",
        "flooding",
        "dumped",
        "dumping",
        "steal",
        "steals",
        "stealing",
        "stole",
        "stolen",
        "pilfer",
        "pilfers",
        "pilfered",
        "plunder",
        "plunders",
        "plundered",
        "smuggle",
        "smuggles",
        "smuggled",
        "smuggling",
        "grabs",
        "grabbed",
        "exploited",
        "exploiting",
        "bully",
        "bullies",
        "bullied",
        "bullying",
        "coerce",
        "coerces",
        "coerced",
        "coercing",
        "menace",
        "menaces",
        "menaced",
        "schemed",
        "scheming",
        "plotted",
        "plotting",
        "lured",
        "admit",
        "admits",
        "admitted",
        "concede",
        "concedes",
        "conceded",
        "confess",
        "confesses",
        "confessed",
        "insist",
        "insists",
        "insisted",
        "parrot",
        "parrots",
        "parroted",
        "cling",
        "clings",
        "clinging",
        "stumble",
        "stumbles",
        "stumbled",
        "flounder",
        "flounders",
        "floundered",
        "crushes",
        "crushed",
        "triumphed",
        "rammed",
    }
)
_VERB = re.compile(r"[A-Za-z]+")


def _rows(dimension: Dimension) -> Iterator[tuple[Claim, Claim]]:
    """Yield the claims that are printed beside each other."""
    first, second = [*dimension.entries.values(), Entry(), Entry()][:2]
    yield from zip(first.claims, second.claims, strict=False)


@rule(
    "CMP002",
    Severity.WARNING,
    "dates or units in a row that differ without a note",
    why=(
        "Two figures side by side are read as one comparison. If one is of 2023 and the other "
        "of 2025, or one in dollars and the other in yuan, the difference is not what it seems."
    ),
    standard=(
        "OECD and JRC, Handbook on Constructing Composite Indicators (2008): data are made "
        "comparable first."
    ),
    mend="Name the year of each figure in its text, and give both in one unit, or one converted.",
    wrong="text: Birchmark’s tidal power sells at 38 euros a megawatt-hour.   # beside 65 crowns",
    right="text: Birchmark’s tidal power sells at 38 crowns (5 euros) a megawatt-hour.",
    limits=(
        "It compares the claims that stand beside each other, where both hold figures, and "
        "dates that are a year or more apart. A year in the text counts as a note on the date, "
        "both units in one text as a "
        "note on the unit. It knows some currencies and measures, and not whether two figures "
        "are about the same thing."
    ),
    goes_by=("pack.yaml", "dimensions", "sources"),
)
def unlike_rows(pack: Pack) -> Iterator[Finding]:
    """Yield the later claim of rows whose figures are of other years or in other units."""
    for dimension in pack.dimensions:
        for one, other in _rows(dimension):
            if not (_FIGURE.search(one.text) and _FIGURE.search(other.text)):
                continue
            if (dates := _far_apart(one, other)) and not _dated(one, other):
                message = f'figures of {dates} stand side by side, without a note ("{one.id}")'
                yield Finding(other, "text", message, "name the year of each figure in its text")
            for units in _units_apart(one, other):
                message = f'{units} stand side by side, without a note ("{one.id}")'
                yield Finding(other, "text", message, "give both figures in one unit")


def _far_apart(one: Claim, other: Claim) -> str:
    """Return the two dates where a year or more lies between them for certain, else nothing."""
    first, last = sorted((one.date or "", other.date or ""))
    if not first:
        return ""
    # Of the earlier date the last month counts, unless both are years.
    latest = 12 if last[5:7] else 1
    months = int(last[:4]) * 12 + int(last[5:7] or 1) - int(first[:4]) * 12
    return f"{first} and {last}" if months - int(first[5:7] or latest) >= _FAR else ""


def _dated(one: Claim, other: Claim) -> bool:
    return all(_YEAR.search(claim.text) for claim in (one, other))


def _units_apart(one: Claim, other: Claim) -> Iterator[str]:
    for units in _UNITS.values():
        here, there = (
            {name for name, pattern in units.items() if pattern.within(claim.text)}
            for claim in (one, other)
        )
        if here and there and not here & there:
            yield f"{min(here)} and {min(there)}"


@rule(
    "STY003",
    Severity.WARNING,
    "verbs loaded on one side only",
    why=(
        "“Admits” for one side and “says” for the other takes a stand that no source bears out, "
        "and the reader of the other side stops reading."
    ),
    standard="Reuters Handbook of Journalism, on freedom from bias; ICD 203 (2015), section D.6.a.",
    mend="Say what was done in the plain verb that you would use of the other side.",
    wrong="headline: Birchmark floods the market, with help that is hard to see.",
    right="headline: Cheaper, with help that is hard to see.",
    limits=(
        "It knows some thirty verbs and compares the two entries of a dimension. Quotations are "
        "left alone. It does not know whether the verb is deserved: smuggling may be just that."
    ),
    goes_by=("pack.yaml", "dimensions", "sources"),
)
def loaded_verbs(pack: Pack) -> Iterator[Finding]:
    """Yield loaded verbs about a side, where none is used of the other in the same dimension."""
    for dimension in pack.dimensions:
        loaded = {side: list(_loaded(entry)) for side, entry in dimension.entries.items()}
        if sum(map(bool, loaded.values())) == 1:
            for side, found in loaded.items():
                for prose, start, end in found:
                    verb = prose.text[start:end]
                    message = (
                        f'"{verb}" is a loaded verb, and "{dimension.id}" has them of "{side}" only'
                    )
                    yield prose.finding(start, end, message, "use a plain verb for both sides")


def _loaded(entry: Entry) -> Iterator[tuple[Prose, int, int]]:
    texts = [Prose(entry, "headline", entry.headline)]
    texts += [Prose(claim, "text", claim.text) for claim in entry.claims]
    for prose in texts:
        if not _LOADED.isdisjoint(map(str.lower, _VERB.findall(prose.text))):
            for found in _VERB.finditer(prose.spoken):
                if found.group().lower() in _LOADED:
                    yield prose, found.start(), found.end()
