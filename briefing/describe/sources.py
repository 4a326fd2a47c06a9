"""The document of a source: what it is, what it is worth, and every line that rests on it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.describe.common import heading, page, section, side_run
from briefing.document import Block, Document, Field, Line, Paragraph, Run, run
from briefing.pack.model import Citation, Claim, Expert, Option
from briefing.pack.pack import Listed, Pack, Use, title
from briefing.pack.source import Defect, Source
from briefing.phrases import rating_text
from briefing.prose import blocks as prose
from briefing.words import ACCESS, RELIABILITY, SUPPORT, capital, date, listed, sentence


def source(pack: Pack, item: Source) -> Document:
    """Return a source with its grade, its defects, and the lines that rest on it."""
    return page(pack, "Source", item.title, _source(pack, item))


def _source(pack: Pack, item: Source) -> Iterator[Block]:
    said, feel = RELIABILITY[item.reliability]
    yield Paragraph(reference(item))
    yield Field("Reliability", (Run(capital(said), feel), Run(f". {sentence(item.why)}")))
    yield Field("Access", run(ACCESS[item.access]))
    if item.originator:
        yield Field("Derives from", run(item.originator))
    if item.side:
        yield Field("Comes from", (side_run(pack, item.side),))
    if item.text_file:
        yield Field("Text cited", run(f"{item.text_file}, SHA-256 {item.sha256}"))
    defects = ((Paragraph(run(f"{_place(defect)}: {defect.note}")),) for defect in item.defects)
    yield from section("Defects", defects)
    if item.worth:
        yield heading("What it is worth")
        yield from prose(item.worth, 2, f"source:{item.id}")
    uses = pack.uses.get(item.id, [])
    yield from section("Lines that rest on it", ((_rests(pack, use),) for use in uses))
    if not uses:
        yield Paragraph(run("No line of this pack rests on it.", "muted"))


def _place(defect: Defect) -> str:
    if not defect.at:
        return "Throughout"
    return defect.at if isinstance(defect.at, str) else "¶ " + ", ".join(map(str, defect.at))


def reference(item: Source) -> Line:
    """Return the bibliographic line of a source, as a list of references has it."""
    authors = listed([author.name for author in item.author])
    issued = "no date" if item.issued == "unknown" else date(item.issued)
    houses = [name for name in (item.container_title, item.publisher) if name]
    place = ", ".join([*dict.fromkeys(houses), issued])
    accessed = f" Accessed {date(item.accessed)}." if item.accessed else ""
    author = f"{sentence(authors)} " if authors else ""
    return (
        Run(author),
        Run(sentence(item.title), "emphasis"),
        Run(f" {capital(place)}.{accessed}"),
        *((Run(" "), Run(item.url, url=item.url)) if item.url else ()),
    )


def _rests(pack: Pack, use: Use) -> Paragraph:
    text = line_of(pack, pack.items[use.ref], use.citation)
    return Paragraph((Run(f"{use.citation.locator}: ", "muted"), Run(text)), str(use.ref))


def line_of(pack: Pack, item: Listed, citation: Citation) -> str:
    """Return the line of an item that a citation belongs to."""
    match item:
        case Claim() if item.correction and citation in item.correction.cites:
            return f"{item.correction.text} (correction of: {item.text})"
        case Claim():
            return f"{item.text} ({item.status})"
        case Expert():
            asked = {question.id: question.short for question in pack.questions}
            position = next(p for p in item.positions if citation in p.cites)
            return f"{item.name} on {asked[position.question]}: {position.text}"
        case Option():
            for criterion in pack.criteria:
                rating = item.ratings.get(criterion.id)
                if rating and citation in rating.cites:
                    return f"{item.name}, {criterion.name}: {rating_text(rating)}"
            line = next(line for line in item.support if citation in line.cites)
            expert = pack.expert(line.expert)
            return f"{item.name}: {expert.name if expert else line.expert} {SUPPORT[line.stance]}"
    return title(item)
