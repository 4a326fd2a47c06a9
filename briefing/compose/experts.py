"""Expert views on a page: who stands where, and in whose words; never a poll."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.compose.page import Page, chosen
from briefing.document import Block, Cell, Inline, Items, Mark, Paragraph, Run, Table, run
from briefing.pack.manifest import Question
from briefing.pack.model import Expert, Position
from briefing.pack.recipe import ExpertsBlock, StancesBlock
from briefing.pack.types import Stance
from briefing.phrases import position_line
from briefing.words import NO_VIEW, NOT_A_POLL, capital, listed

_COLUMNS: dict[str, dict[Stance, str]] = {
    "Agree": {"strongly-agree": "strongly", "agree": ""},
    "Mixed view": {"mixed": ""},
    "Disagree": {"disagree": "", "strongly-disagree": "strongly"},
}


def experts(page: Page, recipe: ExpertsBlock) -> Iterator[Block]:
    """Yield each question with every position on it; whose silence it meets is told after them."""
    voices = chosen(page.pack.experts, recipe.items)
    lead = f"{NOT_A_POLL} "
    for question in chosen(page.pack.questions, recipe.questions):
        origin = f"question:{question.id}"
        yield Paragraph((Run(lead), Run(question.text, "strong")), origin)
        views = [(voice, position) for voice in voices if (position := voice.on(question.id))]
        if views:
            yield Items(tuple((_view(page, *view),) for view in views))
        silent = [voice.name for voice in voices if not voice.on(question.id)]
        if silent:
            yield Paragraph(run(f"{capital(NO_VIEW)}: {listed(silent)}.", "muted"), origin)
        lead = ""


def _view(page: Page, voice: Expert, position: Position) -> Paragraph:
    return Paragraph(position_line(voice, position, page.notes), f"expert:{voice.id}")


def stances(page: Page, recipe: StancesBlock) -> Iterator[Block]:
    """Yield a table of questions, with the names of those who hold each end and the middle."""
    voices = chosen(page.pack.experts, recipe.items)
    yield Paragraph(run(f"{NOT_A_POLL} Chosen by the editors of this pack."))
    header = ("Question", *_COLUMNS, capital(NO_VIEW))
    questions = chosen(page.pack.questions, recipe.questions)
    yield Table(header, tuple(_row(page, question, voices) for question in questions))


def _row(page: Page, question: Question, voices: list[Expert]) -> tuple[Cell, ...]:
    origin = f"question:{question.id}"
    silent = [voice.name for voice in voices if voice.on(question.id) is None]
    return (
        Cell((run(question.text),), origin),
        *(_end(page, question, voices, degrees) for degrees in _COLUMNS.values()),
        Cell((run(listed(silent) if silent else "none"),), origin),
    )


def _end(page: Page, question: Question, voices: list[Expert], degrees: dict[Stance, str]) -> Cell:
    """Return who stands at one end of a question, the firmest named as such."""
    parts: list[Inline] = []
    for voice in voices:
        position = voice.on(question.id)
        if position is None or position.stance not in degrees:
            continue
        told = [degrees[position.stance], "inferred" if position.basis == "inferred" else ""]
        how = ", ".join(filter(None, told))
        name = f"{voice.name} ({how})" if how else voice.name
        mark: Mark = page.notes.mark(position.cites[:1])
        parts += [Run(f"{'; ' if parts else ''}{name}"), mark]
    return Cell((tuple(parts) or run("no voice here", "muted"),), f"question:{question.id}")
