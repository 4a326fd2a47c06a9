"""The documents of experts and of the questions put to them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.compose import NOT_A_POLL
from briefing.describe.common import heading, page, section, side_run
from briefing.document import Block, Document, Field, Line, Paragraph, Run, run
from briefing.notes import Notes
from briefing.pack.manifest import Question
from briefing.pack.model import Expert, Option, Position, Support
from briefing.pack.pack import Pack
from briefing.phrases import cited
from briefing.prose import blocks as prose
from briefing.words import (
    IDENTITY,
    NO_VIEW,
    PRINTED,
    STANCE,
    STANCE_BASIS,
    STANCE_HEADING,
    SUPPORT,
    capital,
    date,
    listed,
)

_ENDS = (
    ("agrees", ("strongly-agree", "agree")),
    ("disagrees", ("disagree", "strongly-disagree")),
)


def expert(pack: Pack, item: Expert) -> Document:
    """Return who an expert is, every position, and where no view is stated."""
    notes = Notes(pack, reasons=True)
    kind = "Outlet" if item.kind == "outlet" else "Expert"
    return page(pack, kind, item.name, _expert(pack, item, notes), notes)


def _expert(pack: Pack, item: Expert, notes: Notes) -> Iterator[Block]:
    yield Field("Role", run(item.role))
    if item.printed_as:
        who = PRINTED[item.identity].format(item.name)
        yield Field("Printed as", run(f"{item.printed_as}; {who}"))
    yield Field("Identity", run(IDENTITY[item.identity]))
    if item.side:
        yield Field("Speaks from", (side_run(pack, item.side),))
    yield Field("Interests", run(item.interests))
    stated = [(q, position) for q in pack.questions if (position := item.on(q.id))]
    yield from section("Positions", (_on(q, position, notes) for q, position in stated))
    silent = [q for q in pack.questions if item.on(q.id) is None]
    yield from section(
        capital(NO_VIEW), ((Paragraph(run(q.text), f"question:{q.id}"),) for q in silent)
    )
    said = [(option, s) for option in pack.options for s in option.support if s.expert == item.id]
    yield from section(
        "On options",
        ((_on_option(option, line, notes),) for option, line in said),
    )
    if item.profile:
        yield heading("Profile")
        yield from prose(item.profile, 2, f"expert:{item.id}")


def _on_option(option: Option, support: Support, notes: Notes) -> Paragraph:
    said = cited(f": {SUPPORT[support.stance]} – {support.text}", support.cites, notes)
    return Paragraph((Run(option.name, "strong"), *said), f"option:{option.id}")


def _on(question: Question, position: Position, notes: Notes) -> tuple[Block, ...]:
    origin = f"question:{question.id}"
    stance = (Run(f"{capital(STANCE[position.stance])}. ", "strong"),)
    said = cited(position.text, position.cites, notes)
    return (
        Paragraph(run(question.text), origin),
        Paragraph((*stance, *said), origin),
        Paragraph(run(f"{capital(reading(position))}.", "muted"), origin),
    )


def reading(position: Position) -> str:
    """Return how a position was read: its basis, the confidence of the reading, its date."""
    basis = STANCE_BASIS[position.basis]
    return f"{basis}, {position.confidence} confidence of reading, {date(position.date)}"


def question(pack: Pack, item: Question) -> Document:
    """Return where everyone stands on a question, from one end to the other."""
    notes = Notes(pack, reasons=True)
    return page(pack, "Question", item.short, _question(pack, item, notes), notes)


def _question(pack: Pack, item: Question, notes: Notes) -> Iterator[Block]:
    placed = [(expert, p) for expert in pack.experts if (p := expert.on(item.id))]
    silent = [expert for expert in pack.experts if expert.on(item.id) is None]
    yield Paragraph(run(item.text, "strong"), f"question:{item.id}")
    yield Paragraph(panel_line(len(silent)))
    for stance, title in STANCE_HEADING.items():
        voices = ((expert, p) for expert, p in placed if p.stance == stance)
        yield from section(title, ((_voice(expert, p, notes),) for expert, p in voices))
    for end, stances in _ENDS:
        if not any(p.stance in stances for _, p in placed):
            yield Paragraph(
                run(f"No voice here {end}: that is the selection, not a consensus.", "caution")
            )
    if silent:
        yield heading(capital(NO_VIEW))
        yield Paragraph(run(f"{listed([expert.name for expert in silent])}."))


def panel_line(silent: int) -> Line:
    """Return what must stand over a panel, with how many of it have no stated view."""
    count = f" {silent} of them {'has' if silent == 1 else 'have'} {NO_VIEW}." if silent else ""
    return (Run(NOT_A_POLL, "strong"), Run(f" Chosen by the editors of this pack.{count}"))


def _voice(expert: Expert, position: Position, notes: Notes) -> Paragraph:
    printed = f", printed as {expert.printed_as}" if expert.printed_as else ""
    return Paragraph(
        (
            Run(expert.name, "strong"),
            Run(f" ({expert.role}{printed}): "),
            *cited(position.text, position.cites, notes),
            Run(f" {capital(reading(position))}.", "muted"),
        ),
        f"expert:{expert.id}",
    )
