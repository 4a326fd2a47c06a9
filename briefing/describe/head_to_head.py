"""Two experts beside one another: what each holds on every question, and where they clash."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.describe.common import page
from briefing.describe.experts import printed_line, reading
from briefing.describe.panel import end
from briefing.document import Block, Cell, Document, Items, Paragraph, Run, Table, run
from briefing.notes import Notes
from briefing.pack.manifest import Question
from briefing.pack.model import Expert
from briefing.pack.pack import Pack
from briefing.phrases import cited
from briefing.words import NO_VIEW, STANCE, capital, listed

CLASH = "They clash"
MIXED = "One view is mixed"
ONE_SILENT = "One has no stated view"
BOTH_SILENT = "Neither has a stated view"
ALIKE = {"agree": "Both agree", "disagree": "Both disagree", "mixed": "Both views are mixed"}
ORDER = (CLASH, MIXED, *ALIKE.values(), ONE_SILENT, BOTH_SILENT)


def head_to_head(pack: Pack, left: Expert, right: Expert) -> Document:
    """Return two experts on every question; silence is shown as silence."""
    notes = Notes(pack, reasons=True)
    title = f"{left.name} and {right.name}"
    return page(pack, "Head to head", title, _beside(pack, (left, right), notes), notes)


def _beside(pack: Pack, pair: tuple[Expert, Expert], notes: Notes) -> Iterator[Block]:
    compared = [(question, relation(question, *pair)) for question in pack.questions]
    lines = []
    for said in ORDER:
        on = [question.short for question, found in compared if found == said]
        if on:
            lines.append((Paragraph((_told(said), Run(f": {listed(on)}."))),))
    yield Items(tuple(lines))
    for expert in pair:
        if expert.printed_as:
            yield Paragraph(printed_line(expert), f"expert:{expert.id}")
    rows = [
        (
            Cell((run(question.short, "strong"), (_told(said),)), f"question:{question.id}"),
            *(_view(expert, question, notes) for expert in pair),
        )
        for question, said in compared
        if said != BOTH_SILENT
    ]
    names = tuple(expert.name for expert in pair)
    if rows:
        yield Table(("Question", *names), tuple(rows), paired=True)


def relation(question: Question, left: Expert, right: Expert) -> str:
    """Return in words how the views of two experts on a question stand to one another."""
    one, other = left.on(question.id), right.on(question.id)
    if one is None or other is None:
        return BOTH_SILENT if one is other else ONE_SILENT
    ends = {end(one.stance), end(other.stance)}
    if ends == {"agree", "disagree"}:
        return CLASH
    return ALIKE[ends.pop()] if len(ends) == 1 else MIXED


def _told(said: str) -> Run:
    return Run(f"≠ {said}", "caution") if said == CLASH else Run(said, "muted")


def _view(expert: Expert, question: Question, notes: Notes) -> Cell:
    position = expert.on(question.id)
    if position is None:
        return Cell((run(f"{capital(NO_VIEW)}.", "muted"),), f"expert:{expert.id}")
    lines = (
        run(f"{capital(STANCE[position.stance])}.", "strong"),
        cited(position.text, position.cites, notes),
        run(f"{capital(reading(position))}.", "muted"),
    )
    return Cell(lines, f"expert:{expert.id}")
