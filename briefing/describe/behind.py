"""What is behind a line of the comparison: shown below it, in its place, when asked for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from briefing.describe.common import heading, named, side_run, told
from briefing.describe.mix import mix
from briefing.document import Block, Items, Line, Mark, Note, Paragraph, Run, run
from briefing.pack.model import Citation, Claim, Entry, Judgement, Option
from briefing.pack.pack import Pack, citations
from briefing.pack.source import Defect, Source
from briefing.pack.types import RELIABILITIES
from briefing.phrases import judgement_line
from briefing.words import (
    ACCESS_SHORT,
    RELIABILITY,
    STATUS,
    STATUS_GLYPH,
    STATUS_MEANS,
    capital,
    counted,
    date,
)


def behind_claim(pack: Pack, item: Claim, notes: Sequence[Note]) -> tuple[Block, ...]:
    """Return a claim's evidence, what is at odds with it, and what relies on it.

    `notes` are those of the document that the claim stands in, so that marks agree.
    """
    return tuple(_claim(pack, item, notes))


def _claim(pack: Pack, item: Claim, notes: Sequence[Note]) -> Iterator[Block]:
    yield from _listed("Evidence", _evidence(pack, item.cites, notes))
    if item.correction:
        better = _evidence(pack, item.correction.cites, notes)
        yield from _listed("Evidence for the correction", better)
    at_odds = (other for pair in pack.conflicts if item.id in pair for other in pair)
    rivals = named(pack, (other for other in at_odds if other != item.id))
    yield from _listed("At odds with", (_rival(pack, item, rival) for rival in rivals))
    resting = pack.relied_on.get(item.id, ())
    yield from _listed("Judgements that rest on it", (_use(pack, item, j) for j in resting))
    options = (_option(option) for option in _citing_alike(pack, item))
    yield from _listed("Options that cite the same places", options)


def _listed(title: str, entries: Iterable[Paragraph]) -> Iterator[Block]:
    found = tuple((entry,) for entry in entries)
    if found:
        yield heading(title, 4)
        yield Items(found)


def _evidence(pack: Pack, cites: Iterable[Citation], notes: Sequence[Note]) -> Iterator[Paragraph]:
    numbers = {(note.source, note.locator): note.number for note in notes}
    for place in dict.fromkeys((citation.source, citation.locator) for citation in cites):
        source = pack.source(place[0])
        if source is not None and place in numbers:
            line = (Mark((numbers[place],)), *evidence_line(source, place[1]))
            yield Paragraph(line, f"source:{source.id}")


def evidence_line(source: Source, locator: str) -> Line:
    """Return a source, the place in it, what it is worth, and how many defects touch the place."""
    said, feel = RELIABILITY[source.reliability]
    read = ACCESS_SHORT[source.access]
    defects = sum(concerns(defect, locator) for defect in source.defects)
    return (
        Run(f" {capital(source.label)} ({date(source.issued)}), {locator}. "),
        Run(capital(said), feel),
        Run(f"; {read}." if read else "."),
        *((Run(f" {capital(counted(defects, 'known defect'))}.", "caution"),) if defects else ()),
    )


def concerns(defect: Defect, locator: str) -> bool:
    """Return whether a defect touches a place in its source, or the whole of it."""
    if isinstance(defect.at, str):
        return defect.at == locator
    places = {int(part) for part in locator.removeprefix("¶ ").split(", ") if part.isdigit()}
    return not defect.at or bool(places & set(defect.at))


def _rival(pack: Pack, item: Claim, other: Claim) -> Paragraph:
    here, home = pack.homes[item.id], pack.homes[other.id]
    place = "" if home.dimension.id == here.dimension.id else f", {home.dimension.label}"
    line = (
        side_run(pack, home.side.id),
        Run(f"{place}: {other.text} "),
        *told(other),
    )
    return Paragraph(line, f"claim:{other.id}")


def _use(pack: Pack, item: Claim, judgement: Judgement) -> Paragraph:
    use = "for" if item.id in judgement.evidence_for else "against"
    number = pack.judgements.index(judgement) + 1
    said = Run(f"Evidence {use} key judgement {number}. ", "muted")
    return Paragraph((said, *judgement_line(judgement, pack)), f"judgement:{judgement.id}")


def _citing_alike(pack: Pack, item: Claim) -> Iterator[Option]:
    places = {(citation.source, citation.locator) for citation in citations(item)}
    for option in pack.options:
        if any((citation.source, citation.locator) in places for citation in citations(option)):
            yield option


def _option(option: Option) -> Paragraph:
    return Paragraph(run(option.name), f"option:{option.id}")


def behind_entry(pack: Pack, entry: Entry) -> tuple[Block, ...]:
    """Return what a side's claims on a dimension rest on, counted."""
    return tuple(_entry(pack, entry))


def _entry(pack: Pack, entry: Entry) -> Iterator[Block]:
    if not entry.claims:
        yield Paragraph(run("There are no claims to set beside the other side’s.", "muted"))
        return
    yield from _listed("Claims", _statuses(entry))
    cited = {citation.source for claim in entry.claims for citation in citations(claim)}
    sources = [source for name in cited if (source := pack.source(name))]
    yield from _listed("Sources", _worth(sources))


def _statuses(entry: Entry) -> Iterator[Paragraph]:
    for status, number in mix(entry.claims):
        said, feel = STATUS[status]
        meaning = Run(f" – {STATUS_MEANS[status].partition(';')[0]}", "muted")
        yield Paragraph((Run(STATUS_GLYPH[status], feel), Run(f" {number} {said}"), meaning))
    dates = sorted(claim.date for claim in entry.claims if claim.date)
    if dates:
        span = dict.fromkeys(map(date, (dates[0], dates[-1])))
        yield Paragraph(run(f"Dated {' to '.join(span)}"))


def _worth(sources: Sequence[Source]) -> Iterator[Paragraph]:
    grades = Counter(source.reliability for source in sources)
    for grade in RELIABILITIES:
        if grades[grade]:
            said, feel = RELIABILITY[grade]
            yield Paragraph((Run(f"{grades[grade]} "), Run(said, feel)))
    unread = sum(source.access == "not-read" for source in sources)
    if unread:
        yield Paragraph(run(f"{unread} of {len(sources)} not read", "caution"))
