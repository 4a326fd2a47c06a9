"""What is behind a citation mark: a place in a source, its worth, and what else rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from briefing.describe.behind import concerns
from briefing.describe.common import heading
from briefing.describe.passage import passage
from briefing.describe.sources import line_of, reference
from briefing.document import (
    Block,
    Document,
    Field,
    Heading,
    Items,
    Line,
    Note,
    Paragraph,
    Run,
    run,
)
from briefing.pack.pack import Pack, Ref, Use
from briefing.pack.source import Defect, Source
from briefing.verify import Texts
from briefing.words import ACCESS, RELIABILITY, capital, sentence


def citation(pack: Pack, note: Note, of: Ref | None = None, texts: Texts | None = None) -> Document:
    """Return what is behind one note; where it is `of` a claim, that is not told once more.

    With `texts`, the paragraph itself is shown.
    """
    source = pack.source(note.source)
    assert source is not None  # the loader leaves out whatever cites a missing source
    if of is not None and of.kind != "claim":
        of = None
    return Document(title="Says who?", blocks=tuple(_citation(pack, source, note, of, texts)))


def _citation(
    pack: Pack, source: Source, note: Note, of: Ref | None, texts: Texts | None
) -> Iterator[Block]:
    origin = f"source:{source.id}"
    said, feel = RELIABILITY[source.reliability]
    uses = list(dict.fromkeys(pack.uses.get(source.id, ())))
    here = [use for use in uses if use.citation.locator == note.locator]
    yield Heading(2, (Run(f"[{note.number}] "), Run(source.title)), origin)
    yield Field("Place", run(note.locator, "strong"), origin)
    if terms := _terms(here, of):
        yield Field("Look for", run(" · ".join(f"“{term}”" for term in terms)), origin)
    if here:
        cited = replace(here[0].citation, terms=tuple(terms))
        yield from passage(pack, source, cited, texts)
    known = [defect for defect in source.defects if concerns(defect, note.locator)]
    for defect in sorted(known, key=lambda defect: not defect.at):
        said_of = "Defect" if defect.at else "Throughout"
        yield Field(said_of, (Run(f"✗ {sentence(defect.note)}", "caution"),), origin)
    yield Field("Worth", (Run(capital(said), feel), Run(f". {sentence(source.why)}")), origin)
    yield Field("Read", run(ACCESS[source.access]), origin)
    if source.originator:
        yield Field("Derives from", run(source.originator), origin)
    yield Field("Reference", reference(source), origin)
    others = [use for use in uses if use.ref != of]
    at = [use for use in others if use.citation.locator == note.locator]
    elsewhere = [use for use in others if use.citation.locator != note.locator]
    what = "Other lines" if of else "Lines"
    place = note.locator if note.locator.startswith("¶") else f"“{note.locator}”"
    yield from _lines(f"{what} that rest on {place}", pack, at, placed=False)
    yield from _lines("Other lines that rest on this source", pack, elsewhere, placed=True)
    if not others:
        yield Paragraph(run("No other line rests on this source.", "muted"))
    if elsewhere_wrong := [defect for defect in source.defects if defect not in known]:
        yield heading("Defects elsewhere in it")
        yield Items(tuple((_defect(defect),) for defect in elsewhere_wrong))


def _terms(uses: Iterable[Use], of: Ref | None) -> list[str]:
    """Return the terms of the item's own citation of a place, else those of all of them."""
    own = [term for use in uses if use.ref == of for term in use.citation.terms]
    return list(dict.fromkeys(own or [term for use in uses for term in use.citation.terms]))


def _lines(title: str, pack: Pack, uses: list[Use], *, placed: bool) -> Iterator[Block]:
    if not uses:
        return
    yield heading(title)
    entries = []
    for use in uses:
        place = (Run(f"{use.citation.locator}: ", "muted"),) if placed else ()
        said = Run(line_of(pack, pack.items[use.ref], use.citation))
        entries.append((Paragraph((*place, said), str(use.ref)),))
    yield Items(tuple(entries))


def _defect(defect: Defect) -> Paragraph:
    at = defect.at if isinstance(defect.at, str) else "¶ " + ", ".join(map(str, defect.at))
    return Paragraph((Run(f"{at}: ", "muted"), Run(sentence(defect.note))))


def cited_reference(source: Source, locator: str) -> Line:
    """Return the reference of a place in a source, with its address as the link of its title."""
    parts = [part for part in reference(source) if isinstance(part, Run)]
    linked = [
        Run(part.text, part.tone, source.url or "") if part.tone == "emphasis" else part
        for part in parts
        if not part.url
    ]
    return (*linked, Run(f" {locator}."))
