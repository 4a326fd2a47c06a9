"""Rules of evidence: who it comes from, how old it is, and from which side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.checks.rule import Finding, rule
from briefing.pack.model import Citation, Claim
from briefing.pack.pack import Pack
from briefing.pack.source import Source
from briefing.problems import Severity


def _cited(citations: Iterable[Citation], pack: Pack) -> list[Source]:
    return [source for c in citations if (source := pack.source(c.source)) is not None]


def _originator(source: Source) -> str:
    return source.originator or source.issuer


@rule(
    "SRC004",
    Severity.WARNING,
    "key judgement resting on one originator",
    why=(
        "Five reports of one announcement are one source. A judgement that rests on them looks "
        "better supported than it is."
    ),
    standard=(
        "ICD 206 (2015), on sourcing; Heuer, Psychology of Intelligence Analysis (1999), ch. 10."
    ),
    mend=(
        "Find evidence of another origin, or say in “because” that there is one origin only, "
        "lower the confidence, and waive the rule for that reason."
    ),
    wrong="for: [alder-price]   # all of its sources have one originator",
    right="for: [alder-price, birch-subsidy]   # their sources have two",
    limits=(
        "It takes the “originator” of a source, or else its issuer, by name: it does not know "
        "that two issuers copy from a third unless “originator” says so."
    ),
    goes_by=("judgements.yaml", "dimensions", "sources"),
)
def one_originator(pack: Pack) -> Iterator[Finding]:
    """Yield judgements whose claims for them all come from one originator."""
    for judgement in pack.judgements:
        claims = (pack.claims.get(name) for name in judgement.evidence_for)
        sources = _cited((cite for claim in claims if claim for cite in claim.cites), pack)
        origins = {_originator(source).casefold(): _originator(source) for source in sources}
        if len(origins) == 1:
            [origin] = origins.values()
            message = f'the judgement "{judgement.id}" rests on one originator, {origin}'
            yield Finding(judgement, "for", message, "add a claim that someone else bears out")


@rule(
    "SRC005",
    Severity.WARNING,
    "source older than the limit of its dimension",
    why="Prices and models change within months. What was true two years ago may mislead today.",
    standard="ICD 203 (2015), section D.6.c: analysis is timely; the limit is the editor’s own.",
    mend="Cite a newer source, or raise the dimension’s “max_age” if its subject moves slowly.",
    wrong="max_age: 4   # months; the survey of January 2025 is cited in June 2025",
    right="max_age: 18",
    limits=(
        "It counts whole months from “issued” to the pack’s “as_of”. A source whose date is "
        "unknown is not told of, and a dimension without “max_age” has no limit. A source of "
        "which only the year is known counts from the end of that year."
    ),
    goes_by=("pack.yaml",),
)
def too_old(pack: Pack) -> Iterator[Finding]:
    """Yield citations of sources that were too old at the as-of date."""
    now = _months(pack.manifest.as_of)
    for dimension in pack.dimensions:
        if dimension.max_age is None or now is None:
            continue
        for entry in dimension.entries.values():
            for citation in (cite for claim in entry.claims for cite in claim.cites):
                for source in _cited([citation], pack):
                    issued = _months(source.issued)
                    if issued is not None and now - issued > dimension.max_age:
                        message = (
                            f'"{source.id}" is {now - issued} months old, '
                            f'and "{dimension.id}" allows {dimension.max_age}'
                        )
                        hint = "cite a newer source, or say with another why it still holds"
                        yield Finding(citation, "source", message, hint)


def _months(date: str) -> int | None:
    """Return the months since year 0 at the end of a date, or None where it is not known."""
    parts = date.rstrip("?~").split("-")
    if not parts[0].isdigit():
        return None
    return int(parts[0]) * 12 + (int(parts[1]) if len(parts) > 1 else 12)


@rule(
    "SRC006",
    Severity.WARNING,
    "claims about a side resting only on sources from outside it",
    why=(
        "What is said about one side by the other alone is hearsay about that side. The reader "
        "should at least see that nobody from there was heard."
    ),
    standard="ICD 203 (2015), section D.6.a: objectivity; section D.6.e(1): quality of sources.",
    mend=(
        "Cite a document of the side itself, mark the “side” of a source that comes from it, or "
        "waive the rule in the dimension and say why none could be read."
    ),
    wrong="side: alder   # and no other source is cited for what Birchmark does",
    right="side: birch",
    limits=(
        "It trusts the “side” of sources and of the people who are cited. It asks for one "
        "source of the side in each entry, not for one in each claim; and it does not know "
        "whether that source speaks freely."
    ),
    goes_by=("pack.yaml", "dimensions", "sources"),
)
def from_outside(pack: Pack) -> Iterator[Finding]:
    """Yield entries of which no claim cites a source of the side that they are about."""
    for dimension in pack.dimensions:
        for side, entry in dimension.entries.items():
            if entry.claims and not any(_heard(claim, side, pack) for claim in entry.claims):
                message = (
                    f'"{dimension.id}" says what "{side}" does '
                    f"without a source from that side ({_counted(len(entry.claims))})"
                )
                yield Finding(entry, "claims", message, "cite one, or say why there is none")


def _heard(claim: Claim, side: str, pack: Pack) -> bool:
    cites = [*claim.cites, *(claim.correction.cites if claim.correction else ())]
    return any(source.side == side for source in _cited(cites, pack))


def _counted(number: int) -> str:
    return "1 claim" if number == 1 else f"{number} claims"
