"""Citations to numbered notes: the same numbering and wording on every page and screen."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.document import Line, Mark, Name, Note, Reference, Run
from briefing.pack.model import Citation
from briefing.pack.pack import Pack
from briefing.pack.source import Source
from briefing.words import ACCESS_SHORT, RELIABILITY, capital, date, sentence


class Notes:
    """The notes of one document, numbered from 1 in order of first use.

    One note stands for one place in one source. The first note of a source says what it is
    and what it is worth, in as few words as its short title allows; with `reasons`, also
    who issued it and why it has its grade.
    """

    def __init__(self, pack: Pack, *, reasons: bool = False) -> None:
        self._pack, self._reasons = pack, reasons
        self._found: dict[tuple[str, str], Note] = {}
        self._first: dict[str, int] = {}
        self._mentioned: dict[str, Source] = {}

    def mark(self, citations: Iterable[Citation]) -> Mark:
        """Return the mark for citations, in order; a place that is new gets the next number."""
        return Mark(tuple(sorted({self._number(citation) for citation in citations})))

    def all(self) -> tuple[Note, ...]:
        """Return the notes so far, in order."""
        return tuple(self._found.values())

    def place(self, number: int) -> tuple[Source, str]:
        """Return the source and the locator that a note leads to."""
        note = self.all()[number - 1]
        return self._source(note.source), note.locator

    def mention(self, source: Source) -> None:
        """Take a source that is named without a mark into the references."""
        self._mentioned.setdefault(source.id, source)

    def references(self) -> tuple[Reference, ...]:
        """Return the sources named so far, each once, in order."""
        return tuple(_reference(source) for source in self._mentioned.values())

    def _number(self, citation: Citation) -> int:
        key = (citation.source, citation.locator)
        if key not in self._found:
            self._found[key] = self._note(citation, len(self._found) + 1)
        return self._found[key].number

    def _note(self, citation: Citation, number: int) -> Note:
        first = self._first.setdefault(citation.source, number)
        source = self._source(citation.source)
        self.mention(source)
        if first == number:
            line = self._full(source, citation.locator)
        else:
            line = (Run(f"As note {first}, {citation.locator}."),)
        return Note(number, line, citation.source, citation.locator)

    def _source(self, name: str) -> Source:
        source = self._pack.source(name)
        assert source is not None  # the loader leaves out whatever cites a missing source
        return source

    def _full(self, source: Source, locator: str) -> Line:
        told = source.issuer.casefold() in source.label.casefold()
        brief = source.title_short and not self._reasons
        where = "" if told or brief else f"{source.issuer}, "
        said, feel = RELIABILITY[source.reliability]
        read = ACCESS_SHORT[source.access]
        why = f" {sentence(source.why)}" if self._reasons else ""
        return (
            Run(capital(source.label), url=source.url or ""),
            Run(f" ({where}{date(source.issued)}), {locator}. "),
            Run(capital(said), tone=feel),
            Run(f"; {read}.{why}" if read else f".{why}"),
        )


def worth(source: Source) -> str:
    """Return what a source is worth, in few words: "fairly reliable; excerpt"."""
    said, _ = RELIABILITY[source.reliability]
    read = ACCESS_SHORT[source.access]
    return f"{said}; {read}" if read else said


def _reference(source: Source) -> Reference:
    """Return a source as a bibliography holds it, with what it is worth as its note."""
    return Reference(
        id=source.id,
        type=source.type,
        title=source.title,
        author=tuple(Name(name.family, name.given, name.literal) for name in source.author),
        container_title=source.container_title,
        publisher=source.publisher,
        issued=source.issued,
        accessed=source.accessed or "",
        url=source.url or "",
        language=source.language,
        note=sentence(worth(source)),
    )
