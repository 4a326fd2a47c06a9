"""A library as a document: each pack with what tells it from the others."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefing.document import Block, Document, Items, Paragraph, Run, run
from briefing.pack.loaded import Loaded
from briefing.problems import Severity, summary
from briefing.text import one_line
from briefing.words import counted, date

READING = "Reading it …"


class Known(NamedTuple):
    """What is known of a pack: its id, its title, what is told below that, what is wrong."""

    id: str
    title: str
    told: str
    wrong: str = ""


def known(name: str, read: Loaded | str) -> Known:
    """Return what a list tells of a pack that was read, or that could not be."""
    if isinstance(read, str):
        return Known("", one_line(name), "", one_line(read))
    manifest = read.pack.manifest
    parts = []
    if manifest.as_of:
        sides = " | ".join(side.name for side in read.pack.sides)
        claims = counted(sum(read.pack.tally.claims.values()), "claim")
        parts = [sides, f"as of {date(manifest.as_of)}", claims]
    wrong = summary(read.problems) if read.problems else ""
    errors = (problem for problem in read.problems if problem.severity is Severity.ERROR)
    if first := next(errors, None):
        place = f"{first.file}:{first.line}" if first.line else first.file
        wrong += f"; {place} {first.message}"
    return Known(manifest.id, manifest.title, " · ".join(parts), wrong)


def library(packs: Mapping[str, Known | None], here: str, last_read: Mapping[str, str]) -> Document:
    """Return the packs by name, those not read yet as such; `here` is the one that is open.

    The origin of each is `pack:` and its place in the list.
    """
    entries = tuple(
        tuple(_pack(f"pack:{place}", name, pack, name == here, last_read))
        for place, (name, pack) in enumerate(packs.items())
    )
    return Document(title="Choose a pack", blocks=(Items(entries),))


def _pack(
    origin: str, name: str, pack: Known | None, here: bool, last_read: Mapping[str, str]
) -> Iterator[Block]:
    title = (Run(pack.title if pack else one_line(name), "strong"),)
    yield Paragraph((*title, Run(" · open now", "good")) if here else title, origin)
    if pack is None:
        yield Paragraph(run(READING, "muted"), origin)
        return
    day = last_read.get(pack.id, "")
    read = f"last read {date(day)}" if day else "not read yet"
    yield Paragraph(run(" · ".join([*filter(None, [pack.told]), read]), "muted"), origin)
    if pack.wrong:
        yield Paragraph(run(pack.wrong, "bad"), origin)
