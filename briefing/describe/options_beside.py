"""Two options beside one another: action, criteria, both cases, and who stands where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.describe.common import page
from briefing.describe.grades import grade, rated
from briefing.document import Block, Cell, Document, Items, Line, Run, Table, lines, run
from briefing.notes import Notes
from briefing.pack.manifest import Criterion
from briefing.pack.model import Option, Rating, Support
from briefing.pack.pack import Pack
from briefing.phrases import cited
from briefing.prose import blocks as prose
from briefing.words import RATING_BASIS, capital, sentence

STATUS_QUO = "This is the status quo."
VOICES = {"supports": "Supports it", "opposes": "Opposes it", "mixed": "Has a mixed view"}
NOBODY = {
    "supports": "Nobody in this pack supports it.",
    "opposes": "Nobody in this pack opposes it.",
}
BETTER, WORSE, ALIKE = "better of the two", "worse of the two", "both alike"

Pair = tuple[Option, Option]


def options_beside(pack: Pack, left: Option, right: Option) -> Document:
    """Return a table with a row for all that two options can be compared on.

    The first cell of a row names it, and each of the others says its name as well, so that
    a cell can be shown alone. Of an option beside itself it says what to do.
    """
    notes = Notes(pack, reasons=True)
    same = left.id == right.id
    rows = (_alone(left),) if same else tuple(_rows(pack, (left, right), notes))
    title = f"{left.name} and {right.name}"
    table: tuple[Block, ...] = (Table(("", left.name, right.name), rows, paired=True),)
    return page(pack, "Two options", title, table, notes)


def _alone(option: Option) -> tuple[Cell, ...]:
    said = f"{option.name} is on both sides; choose another option for one of them."
    return Cell(()), Cell((run(said),), f"option:{option.id}"), Cell(())


def _rows(pack: Pack, pair: Pair, notes: Notes) -> Iterator[tuple[Cell, ...]]:
    yield _row("Action", [_action(option) for option in pair], pair)
    for criterion in pack.criteria:
        ratings = [option.ratings.get(criterion.id) for option in pair]
        told = [
            _rating(criterion, rating, other, notes)
            for rating, other in zip(ratings, reversed(ratings), strict=True)
        ]
        yield _row(criterion.name, told, pair)
    yield _row("The case for", [_case(option.case_for) for option in pair], pair)
    yield _row("The case against", [_case(option.case_against) for option in pair], pair)
    for stance in VOICES:
        yield from _voices(pack, stance, pair, notes)


def _row(name: str, told: Iterable[Iterable[Line]], pair: Pair) -> tuple[Cell, ...]:
    cells = [
        Cell((run(name, "muted"), *said), f"option:{option.id}")
        for said, option in zip(told, pair, strict=True)
    ]
    return Cell((run(name),)), *cells


def _action(option: Option) -> list[Line]:
    said = [run(option.action, "strong")]
    return [*said, run(STATUS_QUO)] if option.status_quo else said


def _rating(
    criterion: Criterion, rating: Rating | None, other: Rating | None, notes: Notes
) -> list[Line]:
    if rating is None:
        return [run("Not rated.")]
    than = _than(criterion, rating, other)
    head = (*rated(criterion, rating), *((Run(f" – {than}", "muted"),) if than else ()))
    basis = Run(f" {capital(RATING_BASIS[rating.basis])}.", "muted")
    return [head, (*cited(sentence(rating.why), rating.cites, notes), basis)]


def _than(criterion: Criterion, rating: Rating, other: Rating | None) -> str:
    """Return how a rating stands to that of the other option, where both are on the scale."""
    if other is None or None in (grade(criterion, rating.value), grade(criterion, other.value)):
        return ""
    if rating.value == other.value:
        return ALIKE
    step = criterion.scale.index(rating.value) - criterion.scale.index(other.value)
    return BETTER if (step > 0) == (criterion.better == criterion.scale[-1]) else WORSE


def _case(markdown: str) -> list[Line]:
    said: list[Line] = []
    for block in prose(markdown, 2):
        lead = Run("• " if isinstance(block, Items) else "")
        said += [(lead, *line) for line in lines((block,))]
    return said or [run("No case is made.", "muted")]


def _voices(pack: Pack, stance: str, pair: Pair, notes: Notes) -> Iterator[tuple[Cell, ...]]:
    """Yield a row for each two voices of a kind; that an option has none is told once."""
    found = [[line for line in option.support if line.stance == stance] for option in pair]
    height = max(1 if stance in NOBODY else 0, *map(len, found))
    for place in range(height):
        cells = []
        for option, voices in zip(pair, found, strict=True):
            if place < len(voices):
                cells.append(_voice(pack, voices[place], notes))
            elif place == 0 and stance in NOBODY:
                cells.append(Cell((run(NOBODY[stance], "muted"),), f"option:{option.id}"))
            else:
                cells.append(Cell(()))
        yield Cell((run(VOICES[stance]),)), *cells


def _voice(pack: Pack, line: Support, notes: Notes) -> Cell:
    expert = pack.expert(line.expert)
    name = expert.name if expert else line.expert
    said = cited(line.text, line.cites, notes)
    head = (run(VOICES[line.stance], "muted"), run(name, "strong"))
    return Cell((*head, said), f"expert:{line.expert}")
