"""The document of an option."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.describe.common import heading, page, section
from briefing.document import Block, Document, Field, Paragraph, Run, run
from briefing.notes import Notes
from briefing.pack.model import Option, Support
from briefing.pack.pack import Pack
from briefing.phrases import cited, rating_text
from briefing.prose import blocks as prose

CASES = ("The case for", "The case against")
"""The headings of both cases, in order."""
_VOICES = {"supports": "Who supports it", "opposes": "Who opposes it", "mixed": "Mixed views"}


def option(pack: Pack, item: Option) -> Document:
    """Return an option with its ratings, both cases, and who stands where."""
    notes = Notes(pack, reasons=True)
    return page(pack, "Option", item.name, _option(pack, item, notes), notes)


def _option(pack: Pack, item: Option, notes: Notes) -> Iterator[Block]:
    origin = f"option:{item.id}"
    yield Paragraph(run(item.action, "strong"), origin)
    if item.status_quo:
        yield Paragraph(run("This is the status quo."))
    yield heading("Ratings")
    for criterion in pack.criteria:
        rating = item.ratings.get(criterion.id)
        line = cited(rating_text(rating), rating.cites, notes) if rating else run("not rated")
        yield Field(criterion.name, line, origin)
    for title, case in zip(CASES, (item.case_for, item.case_against), strict=True):
        yield heading(title)
        yield from prose(case, 2, origin)
    for stance, title in _VOICES.items():
        voices = (support for support in item.support if support.stance == stance)
        yield from section(title, ((_voice(pack, support, notes),) for support in voices))
    if not item.support:
        yield Paragraph(run("No voice in this pack speaks for or against it.", "muted"))


def _voice(pack: Pack, support: Support, notes: Notes) -> Paragraph:
    expert = pack.expert(support.expert)
    name = expert.name if expert else support.expert
    said = cited(f": {support.text}", support.cites, notes)
    return Paragraph((Run(name, "strong"), *said), f"expert:{support.expert}")
