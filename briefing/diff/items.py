"""What changed in judgements, dimensions, sources, the pack itself and its briefs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from briefing.diff.change import Change, Group, Subject, quoted
from briefing.pack.model import Citation, Dimension, Entry, Judgement
from briefing.pack.pack import Pack
from briefing.pack.recipe import Brief
from briefing.pack.ref import Ref
from briefing.pack.source import Source
from briefing.pack.types import RELIABILITIES
from briefing.words import ACCESS, RELIABILITY, capital, date, listed


class Both:
    """A pack as it was and as it is, with the names that items had before."""

    def __init__(self, old: Pack, new: Pack, renamed: dict[Ref, Ref]) -> None:
        self.old, self.new = old, new
        self._renamed = renamed
        self.ids = {before.id: after.id for before, after in renamed.items()}

    def now(self, kind: str, name: str) -> str:
        """Return the id that an item of the old state has now."""
        return self._renamed.get(Ref(kind, name), Ref(kind, name)).id

    def claim(self, name: str) -> str:
        """Return what a sentence calls a claim of either state."""
        claim = self.new.claims.get(name) or self.old.claims.get(name)
        return quoted(claim.text) if claim else name

    def source(self, name: str) -> str:
        """Return what a sentence calls a source of either state."""
        source = self.new.source(name) or self.old.source(name)
        return capital(source.label) if source else name

    def cites(
        self, subject: Subject, old: Iterable[Citation], new: Iterable[Citation]
    ) -> Iterator[Change]:
        """Yield the places that a line cites now, and those that it cites no longer."""
        before = {(self.now("source", cited.source), cited.locator): None for cited in old}
        after = {(cited.source, cited.locator): None for cited in new}
        for place in (place for place in after if place not in before):
            said = f"now cites {self.source(place[0])}, {place[1]}"
            yield subject.change(7, "added", "citation", said)
        for place in (place for place in before if place not in after):
            said = f"no longer cites {self.source(place[0])}, {place[1]}"
            yield subject.change(7, "removed", "citation", said)


def judgement(both: Both, old: Judgement, new: Judgement) -> Iterator[Change]:
    """Yield what changed in a judgement: how likely, how sure, and on what evidence."""
    subject = Subject(
        Group.JUDGEMENTS, Ref("judgement", new.id), f"The judgement {quoted(new.text)}"
    )
    likelihoods = (both.old.likelihood(old), both.new.likelihood(new))
    yield from subject.moved(0, "likelihood", *likelihoods)
    yield from subject.moved(1, "confidence", old.confidence, new.confidence)
    yield from subject.reworded(3, "text", old.text, new.text)
    for about, before, after in (
        ("evidence for it", old.evidence_for, new.evidence_for),
        ("evidence against it", old.evidence_against, new.evidence_against),
    ):
        named = [both.now("claim", name) for name in before]
        for name in (name for name in after if name not in named):
            yield subject.change(4, "added", about, f"{about} added: {both.claim(name)}")
        for name in (name for name in named if name not in after):
            yield subject.change(4, "removed", about, f"{about} taken out: {both.claim(name)}")
    yield from subject.reworded(5, "basis of the confidence", old.because, new.because)
    signs = ("what would change it", "\n".join(old.changes_if), "\n".join(new.changes_if))
    yield from subject.reworded(5, *signs)


def dimension(both: Both, old: Dimension, new: Dimension) -> Iterator[Change]:
    """Yield what changed in a row of the comparison, apart from its claims."""
    subject = Subject(Group.COMPARISON, Ref("dimension", new.id), new.name)
    yield from subject.reworded(1, "so what", old.so_what, new.so_what)
    yield from subject.reworded(3, "name", old.name, new.name)
    yield from subject.reworded(3, "question", old.question, new.question)
    for side in both.new.sides:
        before, after = (d.entries.get(side.id, Entry()) for d in (old, new))
        headline = f"headline of {side.name}"
        yield from subject.reworded(2, headline, before.headline, after.headline)
        missing = f"reason why {side.name} has nothing comparable"
        yield from subject.reworded(2, missing, before.not_comparable, after.not_comparable)


def source(_: Both, old: Source, new: Source) -> Iterator[Change]:
    """Yield what changed in a source: its grade first."""
    subject = Subject(Group.SOURCES, Ref("source", new.id), capital(new.label))
    if old.reliability != new.reliability:
        grades = (RELIABILITY[grade][0] for grade in (old.reliability, new.reliability))
        down = RELIABILITIES.index(new.reliability) > RELIABILITIES.index(old.reliability)
        way = "downgraded" if down else "upgraded"
        if "cannot-be-judged" in (old.reliability, new.reliability):
            way = "regraded"  # that is no rung of the scale
        before, after = grades
        said = f"{way} from {before} to {after}"
        yield subject.change(0, "moved", "reliability", said, before, after)
    yield from subject.moved(1, "access", ACCESS[old.access], ACCESS[new.access])
    before_notes, after_notes = ({d.note: None for d in item.defects} for item in (old, new))
    for note in (note for note in after_notes if note not in before_notes):
        yield subject.change(2, "added", "defect", "defect added", "", note)
    for note in (note for note in before_notes if note not in after_notes):
        yield subject.change(2, "removed", "defect", "defect taken out", note)
    if (old.sha256 or "") != (new.sha256 or ""):
        said = "citations are made against another text"
        yield subject.change(2, "changed", "text", said, old.text_file or "", new.text_file or "")
    yield from subject.reworded(3, "reason for the grade", old.why, new.why)
    yield from subject.reworded(4, "title", old.title, new.title)
    yield from subject.reworded(4, "who it derives from", old.originator, new.originator)
    yield from subject.moved(4, "date", date(old.issued), date(new.issued))
    yield from subject.reworded(4, "address", old.url or "", new.url or "")
    yield from subject.reworded(4, "issuer", old.issuer, new.issuer)
    yield from subject.reworded(5, "note on its worth", old.worth, new.worth)


def manifest(both: Both) -> Iterator[Change]:
    """Yield what changed in the pack itself: its bottom line first."""
    old, new = both.old.manifest, both.new.manifest
    subject = Subject(Group.PACK, Ref("pack", new.id), "The pack")
    yield from subject.reworded(0, "bottom line", old.bottom_line, new.bottom_line)
    yield from subject.moved(1, "date of the evidence", date(old.as_of), date(new.as_of))
    yield from subject.moved(1, "version", old.version, new.version)
    yield from subject.reworded(2, "title", old.title, new.title)
    yield from subject.moved(2, "id", old.id, new.id)
    sides = (listed([side.name for side in item.sides]) for item in (old, new))
    yield from subject.reworded(2, "sides", *sides)
    yield from subject.moved(2, "lexicon of likelihood", old.lexicon, new.lexicon)
    before, after = ({c.id: c for c in item.criteria} for item in (old, new))
    for name in (name for name in after if name not in before):
        yield subject.change(2, "added", "criterion", f"criterion added: {after[name].name}")
    for name in (name for name in before if name not in after):
        said = f"criterion taken out: {before[name].name}"
        yield subject.change(2, "removed", "criterion", said)
    for name in (name for name in after if name in before):
        about = f"criterion {after[name].name}"
        yield from subject.reworded(3, about, _criterion(before[name]), _criterion(after[name]))
    for term in dict.fromkeys([*new.glossary, *old.glossary]):
        meanings = (old.glossary.get(term, ""), new.glossary.get(term, ""))
        yield from subject.reworded(4, f"glossary entry “{term}”", *meanings)
    for kind in ("dimension", "option", "expert"):
        before_order, after_order = (getattr(item.order, f"{kind}s") for item in (old, new))
        if tuple(both.now(kind, name) for name in before_order) != after_order:
            yield subject.change(5, "moved", "order", f"{kind}s are read in another order")


def _criterion(item: Any) -> str:
    return f"{item.name}: {item.asks} ({', '.join(item.scale)}; better: {item.better})"


_NAMED_IN = {"claims": "claim", "dimensions": "dimension", "questions": "question"}
_ITEMS_OF = {
    "judgements": "judgement",
    "stances": "expert",
    "experts": "expert",
    "options": "option",
    "cases": "option",
    "defects": "source",
}
"""Which kind of item the fields of a block name, and the field `items` of each block."""


def brief(both: Both, old: Brief, new: Brief) -> Iterator[Change]:
    """Yield what changed in a recipe: its title, and what is on the page."""
    subject = Subject(Group.BRIEFS, Ref("brief", new.id), f"The brief “{new.id}”")
    yield from subject.reworded(0, "title", old.title, new.title)
    before, after = list(_printed(old)), list(_printed(new))
    now = [
        (block, field, both.now(_NAMED_IN.get(field) or _ITEMS_OF.get(block, ""), value))
        for block, field, value in before
    ]
    for block, field, value in (entry for entry in after if entry not in now):
        yield subject.change(1, "added", block, _on_page(block, field, value, "added to the page"))
    for block, field, value in (entry for entry in now if entry not in after):
        said = _on_page(block, field, value, "taken off the page")
        yield subject.change(1, "removed", block, said)
    if sorted(now) == sorted(after) and now != after:
        yield subject.change(2, "moved", "order", "what is on the page stands in another order")
    yield from subject.moved(2, "paper", old.page, new.page)
    yield from subject.moved(2, "number of pages", str(old.max_pages), str(new.max_pages))
    yield from subject.moved(2, "attribution", old.attribution, new.attribution)


def _printed(brief: Brief) -> Iterator[tuple[str, str, str]]:
    """Yield block, field and value of everything that a recipe names, in order."""
    for block in brief.blocks:
        data = msgspec.to_builtins(block)
        name = str(data["type"])
        yield name, "", ""
        for field, value in data.items():
            if field in {"type", "place"}:
                continue
            for part in value if isinstance(value, list | tuple) else [value]:
                yield name, field, str(part)


def _on_page(block: str, field: str, value: str, what: str) -> str:
    if not field:
        return f"the block “{block}” {what}"
    if field == "text":
        return f"{block} {what}: {quoted(value)}"
    return f"{value} {what}, in “{block}”"
