"""What came of holding a pack against its texts, as a report that a reviewer can sign."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.describe.common import heading
from briefing.document import (
    Block,
    Cell,
    Document,
    Field,
    Items,
    Line,
    Paragraph,
    Table,
    plain,
    run,
)
from briefing.pack.pack import Pack
from briefing.phrases import edition, footer
from briefing.problems import Problem
from briefing.verify import Check, CheckedLine, CheckedText, Outcome, Part, Verification
from briefing.words import Feel, capital, counted

EXCERPT = 400
"""So many characters of a paragraph are shown beside what does not stand in it."""
_OUTCOMES: tuple[Outcome, ...] = ("verified", "failed", "not at hand")
_PARTS: dict[Part, str] = {
    "claim": "Claims",
    "correction": "Corrections",
    "position": "Positions",
    "rating": "Ratings",
    "line of support": "Lines of support",
}
_STATE: dict[str, tuple[str, Feel]] = {
    "as-recorded": ("as recorded", "good"),
    "moved": ("as recorded, under another name", "caution"),
    "edited": ("not the text that was cited", "bad"),
    "unreadable": ("cannot be read", "bad"),
    "missing": ("not at hand", "muted"),
}
_BLANK = "_" * 30


def verification(
    pack: Pack, found: Verification, *, errors: int = 0, to_sign: bool = True
) -> Document:
    """Return the report: counts, failures with their paragraphs, texts with their hashes.

    `errors` says how many leave something out of the pack. A report `to_sign` also names every
    source that is not at hand, and ends with room for a name.
    """
    return Document(
        title="Citations held against their sources",
        meta=" · ".join(edition(pack)),
        date=pack.manifest.as_of,
        blocks=(
            *_result(found, errors, as_table=to_sign),
            *_failed(found),
            *_texts(found),
            *_not_at_hand(pack, found, all_named=to_sign),
            *(_signature() if to_sign else ()),
        ),
        footer=footer(pack),
        max_pages=1000,
    )


def _result(found: Verification, errors: int, *, as_table: bool) -> Iterator[Block]:
    checks = found.checks
    number = Counter(check.outcome for check in checks)
    yield heading("Result")
    yield Paragraph(
        run(
            f"{counted(len(checks), 'citation')}: {number['verified']} verified, "
            f"{number['failed']} failed, {number['not at hand']} of sources that are not at hand."
        )
    )
    if errors:
        told = f"{counted(errors, 'error')} in the pack: what is broken was not held against texts."
        yield Paragraph(run(told, "bad"))
    parts = {"Citations": [check.outcome for check in checks]}
    for line in found.lines:
        parts.setdefault(_PARTS[line.part], []).append(line.outcome)
    if as_table:
        header = ("What", "All", "Verified", "Failed", "Source not at hand")
        yield Table(header, tuple(_row(name, outcomes) for name, outcomes in parts.items()))
    else:
        for name, outcomes in parts.items():
            _, *numbers = (plain(cell.lines[0]) for cell in _row(name, outcomes))
            said = "{0}, of which {1} verified, {2} failed, {3} without a source at hand"
            yield Field(name, run(said.format(*numbers)))
    bare = sum(c.outcome == "verified" and not c.citation.terms for c in checks)
    without = f" {counted(bare, 'of these names', 'of these name')} no term." if bare else ""
    yield Paragraph(
        run(
            "Verified: the text has the hash on record, the paragraph exists, and every term "
            f"named stands in it.{without} Whether a claim follows from its paragraph is for the "
            "reader to judge. A line is verified where one of its citations is and none failed.",
            "muted",
        )
    )


def _row(name: str, outcomes: Sequence[Outcome]) -> tuple[Cell, ...]:
    number = Counter(outcomes)
    values = (len(outcomes), *(number[outcome] for outcome in _OUTCOMES))
    return (Cell((run(name),)), *(Cell((run(str(value)),)) for value in values))


def _failed(found: Verification) -> Iterator[Block]:
    texts = [(Paragraph(_told(problem)),) for text in found.texts for problem in text.problems]
    citations = [
        _failure(line, check) for line in found.lines for check in line.checks if check.problems
    ]
    if texts or citations:
        yield heading("What is wrong")
        yield Items((*texts, *citations))


def _failure(line: CheckedLine, check: Check) -> tuple[Block, ...]:
    """Return what is wrong with a citation, with the line that cites and what it leads to."""
    first, *rest = (Paragraph(_told(problem), str(line.ref)) for problem in check.problems)
    passages = (Field(f"¶ {p.number}", run(excerpt(p.text))) for p in check.passages)
    return (first, *rest, Field(capital(line.part), run(f"{line.text} ({line.ref})")), *passages)


def _told(problem: Problem) -> Line:
    return run(str(problem))


def excerpt(paragraph: str) -> str:
    """Return a paragraph, or its beginning where it is long."""
    if len(paragraph) <= EXCERPT:
        return paragraph
    return f"{paragraph[:EXCERPT].rpartition(' ')[0] or paragraph[:EXCERPT]} …"


def _texts(found: Verification) -> Iterator[Block]:
    if found.texts:
        yield heading("Texts")
        yield Items(tuple(_text(found, text) for text in found.texts))


def _text(found: Verification, checked: CheckedText) -> tuple[Block, ...]:
    source, text = checked.source, checked.text
    checks = [check for check in found.checks if check.citation.source == source.id]
    state, feel = _STATE[text.state]
    if text.state == "edited":
        state += f"; {sum(not check.problems for check in checks)} of its citations would hold"
    named = f"{capital(source.label)} ({source.id}), {counted(len(checks), 'citation')}: "
    line = (*run(f"{named}{text.file}, "), *run(f"{state}.", feel))
    hashes = {"SHA-256": text.sha256, "SHA-256 on record": source.sha256 or ""}
    if text.sha256 == source.sha256:
        del hashes["SHA-256 on record"]
    fields = (Field(name, run(value)) for name, value in hashes.items() if value)
    return (Paragraph(line, f"source:{source.id}"), *fields)


def _not_at_hand(pack: Pack, found: Verification, *, all_named: bool) -> Iterator[Block]:
    number = Counter(c.citation.source for c in found.checks if c.outcome == "not at hand")
    sources = [source for source in pack.sources if number[source.id] and not source.text_file]
    if not sources:
        return
    yield heading("Sources without a text")
    cites = counted(sum(number[source.id] for source in sources), "citation")
    yield Paragraph(run(f"{cites} of {counted(len(sources), 'source')} without a text on record."))
    if all_named:
        named = (
            f"{capital(s.label)} ({s.id}), {counted(number[s.id], 'citation')}" for s in sources
        )
        yield Items(tuple((Paragraph(run(name)),) for name in named))


def _signature() -> Iterator[Block]:
    yield heading("Signed")
    yield from (Field(name, run(_BLANK)) for name in ("Name", "Date", "Signature"))
