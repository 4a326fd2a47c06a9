"""References to files of sources: what the bibliography says, and what an editor has to judge."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import count

from briefing.document import Reference
from briefing.importing.dates import UNKNOWN
from briefing.pack.source import NOT_JUDGED, Source
from briefing.pack.types import URL
from briefing.pack.writing import scalar
from briefing.text import slug, words

_TITLE_WORDS = 4
_LONGEST = 80  # characters of an id: file systems take 255 bytes for a name
_ADDRESS = re.compile(URL)
_KEY = re.compile(r"[^\s/]*[A-Za-z][^\s/]*")
"""A key that a person chose: some programs put numbers and addresses in its place."""


def new_id(reference: Reference, taken: Collection[str], sources: Iterable[Source] = ()) -> str:
    """Return the id of a source: its key, or else author, year and title.

    A made id that is taken gets a number, but that of one of the `sources` where this is the same
    by title, authors and year. A key gets none, for it names the same source.
    """
    key = slug(reference.id) if _KEY.fullmatch(reference.id) else ""
    if 0 < len(key) <= _LONGEST:
        return key
    same = (source.id for source in sources if _told_apart(source) == _told_apart(reference))
    if known := next(same, ""):
        return known
    made = slug(" ".join(_told(reference)))[:_LONGEST].strip("-") or "source"
    if made not in taken:
        return made
    return next(name for number in count(2) if (name := f"{made}-{number}") not in taken)


def _told_apart(source: Source | Reference) -> tuple[object, ...]:
    """Return what one source is told from another by, where it has no key."""
    authors = [(name.family, name.given, name.literal) for name in source.author]
    return source.title, authors, source.issued[:4]


def _told(reference: Reference) -> Iterator[str]:
    """Yield the words that an id is made of."""
    if reference.author:
        yield reference.author[0].family or reference.author[0].literal
    if reference.issued != UNKNOWN:
        yield reference.issued[:4]
    yield from words(reference.title)[:_TITLE_WORDS]


def source_file(reference: Reference, source_id: str) -> str:
    """Return the text of a source's file; what the bibliography does not say is left out.

    Where that is a title or an issuer, `briefing check` asks for it.
    """
    lines = ["---", f"id: {source_id}", f"type: {reference.type}"]
    lines += _written("title", reference.title)
    if reference.author:
        lines.append("author:")
    for name in reference.author:
        parts = (("family", name.family), ("given", name.given), ("literal", name.literal))
        pairs = [f"{part}: {_quoted(text)}" for part, text in parts if text]
        lines.append(f"  - {{{', '.join(pairs)}}}")
    lines += _written("container-title", reference.container_title)
    lines += _written("publisher", reference.publisher)
    lines.append(f"issued: {reference.issued}")
    if reference.accessed:
        lines.append(f"accessed: {reference.accessed}")
    if _ADDRESS.fullmatch(reference.url):
        lines.append(f"URL: {reference.url}")
    lines += _written("language", reference.language)
    lines += ["access: not-read", "reliability: cannot-be-judged", f"why: {NOT_JUDGED}", "---"]
    return "\n".join(lines) + "\n"


def _written(field: str, text: str) -> list[str]:
    return [f"{field}: {scalar(text)}"] if text else []


def _quoted(text: str) -> str:
    """Return text for a mapping in braces, where commas and brackets have a meaning."""
    return scalar(text, flow=True)
