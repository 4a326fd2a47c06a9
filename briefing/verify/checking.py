"""Every citation of a pack held against the text of its source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from briefing.pack.model import Citation, Claim, Expert, Option
from briefing.pack.pack import Listed, Pack
from briefing.pack.ref import Ref
from briefing.pack.source import Source
from briefing.problems import Problem, Severity
from briefing.text import one_line
from briefing.verify.terms import Span, found
from briefing.verify.texts import Text, Texts

Part = Literal["claim", "correction", "position", "rating", "line of support"]
"""What a line that cites is."""

Outcome = Literal["verified", "failed", "not at hand"]


class Passage(NamedTuple):
    """A paragraph that is cited, with where the terms stand in it."""

    number: int
    text: str
    spans: tuple[Span, ...] = ()


class Check(NamedTuple):
    """A citation held against its source: the passages that it names, as far as there are such.

    `problems` says what is wrong; where its text was edited, a citation fails without any.
    """

    citation: Citation
    outcome: Outcome
    passages: tuple[Passage, ...] = ()
    problems: tuple[Problem, ...] = ()


class CheckedLine(NamedTuple):
    """A line that cites, such as a claim or a position, with its citations."""

    ref: Ref
    part: Part
    text: str
    checks: tuple[Check, ...]

    @property
    def outcome(self) -> Outcome:
        """Failed where a citation is, else verified where one is."""
        outcomes = {check.outcome for check in self.checks}
        if "failed" in outcomes:
            return "failed"
        return "verified" if "verified" in outcomes else "not at hand"


class CheckedText(NamedTuple):
    """A source with a text on record, what was found of that, and what is wrong with it."""

    source: Source
    text: Text
    problems: tuple[Problem, ...]


class Verification(NamedTuple):
    """What came of holding a pack against its texts, in reading order."""

    texts: tuple[CheckedText, ...]
    lines: tuple[CheckedLine, ...]

    @property
    def checks(self) -> tuple[Check, ...]:
        """The citations of all lines."""
        return tuple(check for line in self.lines for check in line.checks)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that is wrong: first with texts, then with citations."""
        groups = (*(text.problems for text in self.texts), *(c.problems for c in self.checks))
        return tuple(problem for group in groups for problem in group)


def verify(pack: Pack, texts: Texts) -> Verification:
    """Hold every citation of a pack against the text of its source."""
    lines = (
        CheckedLine(ref, part, text, tuple(check(pack, texts, cited) for cited in cites))
        for ref, item in pack.items.items()
        for part, text, cites in _citing(item)
        if cites
    )
    return Verification(tuple(_texts(pack, texts)), tuple(lines))


def check(pack: Pack, texts: Texts, citation: Citation) -> Check:
    """Hold one citation against the text of its source."""
    source = pack.source(citation.source)
    text = texts.of(source) if source else None
    if text is None or text.state == "missing":
        return Check(citation, "not at hand")
    if text.state == "unreadable":
        return Check(citation, "failed")
    if isinstance(citation.at, str):
        message = f'"at" must be a paragraph of "{citation.source}", but is "{citation.at}"'
        return Check(citation, "failed", (), (_problem(citation, "SRC003", message),))
    passages = tuple(_passages(text, citation.at, citation.terms))
    problems = (*_past_the_end(citation, text), *_without_term(citation, passages))
    failed = problems or text.state == "edited"
    return Check(citation, "failed" if failed else "verified", passages, problems)


def _citing(item: Listed) -> Iterator[tuple[Part, str, tuple[Citation, ...]]]:
    """Yield the lines of an item that cite: what each is, its text, and its citations."""
    match item:
        case Claim():
            yield "claim", item.text, item.cites
            if item.correction:
                yield "correction", item.correction.text, item.correction.cites
        case Expert():
            for position in item.positions:
                yield "position", position.text, position.cites
        case Option():
            for rating in item.ratings.values():
                yield "rating", rating.why, rating.cites
            for support in item.support:
                yield "line of support", support.text, support.cites
        case _:
            return


def _passages(text: Text, numbers: Iterable[int], terms: Iterable[str]) -> Iterator[Passage]:
    for number in numbers:
        if number <= len(text.paragraphs):
            paragraph = text.paragraphs[number - 1]
            spans = sorted({span for term in terms for span in found(paragraph, term)})
            yield Passage(number, paragraph, tuple(spans))


def _past_the_end(citation: Citation, text: Text) -> Iterator[Problem]:
    if beyond := _beyond(citation.at, text):
        message = f'"{citation.source}" ends with ¶ {len(text.paragraphs)}; there is no {beyond}'
        yield _problem(citation, "SRC003", message, "count its lines that hold text")


def _beyond(at: tuple[int, ...] | str, text: Text) -> str:
    """Return the paragraphs that a text does not have, as a note prints them, or nothing."""
    last = len(text.paragraphs)
    beyond = [number for number in at if isinstance(number, int) and number > last]
    return f"¶ {', '.join(map(str, beyond))}" if beyond else ""


def _without_term(citation: Citation, passages: tuple[Passage, ...]) -> Iterator[Problem]:
    """Yield a problem for each term that stands in none of the paragraphs."""
    if not passages:
        return  # that has been told
    for term in citation.terms:
        if not any(found(passage.text, term) for passage in passages):
            message = f'"{term}" does not stand in "{citation.source}", {citation.locator}'
            hint = "name words that stand there, or the paragraph in which they do"
            yield _problem(citation, "VER003", message, hint)


def _problem(citation: Citation, rule: str, message: str, hint: str = "") -> Problem:
    return Problem(*citation.place, rule, one_line(message), hint)


def _texts(pack: Pack, texts: Texts) -> Iterator[CheckedText]:
    for source in pack.sources:
        text = texts.of(source)
        if text is not None:
            yield CheckedText(source, text, tuple(_wrong_with(source, text)))


def _wrong_with(source: Source, text: Text) -> Iterator[Problem]:
    """Yield what is wrong with a text; that it is not at hand is not."""
    name = one_line(text.file)
    match text.state:
        case "moved":
            message = f'the text of "{source.id}" is not in {source.text_file} but in {name}'
            hint = 'rename the file, or say so in "text_file"'
            yield Problem(*source.place, "VER001", message, hint, Severity.WARNING)
        case "edited":
            message = f"{name} is not the text that was cited: its SHA-256 is {text.sha256}"
            hint = "get that text again, or cite this one anew and record its hash"
            yield Problem(*source.place, "VER001", message, hint)
        case "unreadable":
            hint = "keep texts as plain files in UTF-8"
            yield Problem(*source.place, "VER002", f"{name}: {text.reason}", hint)
    count = len(text.paragraphs)
    if source.paragraphs and text.state in {"as-recorded", "moved"} and source.paragraphs != count:
        message = f'"{source.id}" has {count} paragraphs, not {source.paragraphs}'
        yield Problem(*source.place, "VER001", message, f'set "paragraphs" to {count}')
    for defect in source.defects:
        if text.paragraphs and (beyond := _beyond(defect.at, text)):
            message = f'"{source.id}" ends with ¶ {len(text.paragraphs)}; a defect is told of '
            hint = "count its lines that hold text"
            yield Problem(*defect.place, "SRC003", message + beyond, hint)
