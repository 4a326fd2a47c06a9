"""The documents of experts and of the questions put to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.describe.common import heading, page, section, side_run
from briefing.describe.panel import (
    EVERYONE,
    Selection,
    Voice,
    end,
    initials,
    marked,
    nobody_at,
    voices,
)
from briefing.document import Block, Cell, Document, Field, Line, Paragraph, Run, Table, run
from briefing.notes import Notes
from briefing.pack.manifest import Question
from briefing.pack.model import Expert, Option, Position, Support
from briefing.pack.pack import Pack
from briefing.pack.types import STANCES
from briefing.phrases import cited
from briefing.prose import blocks as prose
from briefing.words import (
    IDENTITY,
    NO_VIEW,
    NOT_A_POLL,
    STANCE,
    STANCE_BASIS,
    STANCE_HEADING,
    SUPPORT,
    capital,
    date,
    listed,
)

CHOSEN = "Chosen by the editors of this pack."


def expert(pack: Pack, item: Expert) -> Document:
    """Return who an expert is, every position, and where no view is stated."""
    notes = Notes(pack, reasons=True)
    kind = "Outlet" if item.kind == "outlet" else "Expert"
    return page(pack, kind, item.name, _expert(pack, item, notes), notes)


def _expert(pack: Pack, item: Expert, notes: Notes) -> Iterator[Block]:
    if item.printed_as:
        yield printed_beside(item)
    yield Field("Role", run(item.role))
    if not item.printed_as:
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


def printed_beside(item: Expert) -> Table:
    """Return the name that a source prints beside who it really is, and how sure that is."""
    who = item.name if item.identity != "unknown" else "Could not be found out"
    really = (Run(who, "strong"), Run(f" (identity {IDENTITY[item.identity]})", "muted"))
    cells = (Cell((run(f"“{item.printed_as}”"),)), Cell((really,)))
    return Table(("What was printed", "Who it really is"), (cells,), named=False)


def printed_line(item: Expert) -> Line:
    """Return the same as one line: "Printed as “X” – really Y (identity confirmed)."."""
    who = (
        f"really {item.name}" if item.identity != "unknown" else "who it is, nobody could find out"
    )
    return (
        Run(f"Printed as “{item.printed_as}” – {who}", "caution"),
        Run(f" (identity {IDENTITY[item.identity]}).", "muted"),
    )


def _on_option(option: Option, support: Support, notes: Notes) -> Paragraph:
    said = cited(f": {SUPPORT[support.stance]} – {support.text}", support.cites, notes)
    return Paragraph((Run(option.name, "strong"), *said), f"option:{option.id}")


def _on(question: Question, position: Position, notes: Notes) -> tuple[Block, ...]:
    origin = f"question:{question.id}"
    said = cited(f" {position.text}", position.cites, notes)
    return (
        Paragraph(run(question.text), origin),
        Paragraph((_stance(position), *said), origin),
        Paragraph(run(f"{capital(reading(position))}.", "muted"), origin),
    )


def _stance(position: Position) -> Run:
    return Run(f"{capital(STANCE[position.stance])}.", "strong")


def reading(position: Position) -> str:
    """Return how a position was read: its basis, the confidence of the reading, its date."""
    basis = STANCE_BASIS[position.basis]
    return f"{basis}, {position.confidence} confidence of reading, {date(position.date)}"


def position(pack: Pack, item: Expert, on: Question) -> Document:
    """Return what one expert holds on one question, or that no view is stated."""
    notes = Notes(pack, reasons=True)
    return page(pack, "Position", f"{item.name} on {on.short}", _position(item, on, notes), notes)


def _position(item: Expert, on: Question, notes: Notes) -> Iterator[Block]:
    found = item.on(on.id)
    if found is None:
        yield Paragraph(run(f"{capital(NO_VIEW)}.", "strong"), f"expert:{item.id}")
    else:
        origin = f"expert:{item.id}"
        yield Paragraph((_stance(found), Run(f" {capital(reading(found))}.", "muted")), origin)
        yield Paragraph(cited(found.text, found.cites, notes), origin)
    if item.printed_as:
        yield Paragraph(printed_line(item), f"expert:{item.id}")
    yield Paragraph((Run(f"{on.short}: ", "muted"), Run(on.text)), f"question:{on.id}")


def question(pack: Pack, item: Question, selection: Selection = EVERYONE) -> Document:
    """Return where everyone stands on a question, or those selected, from end to end."""
    notes = Notes(pack, reasons=True)
    return page(pack, "Question", item.short, _question(pack, item, selection, notes), notes)


def _question(pack: Pack, item: Question, selection: Selection, notes: Notes) -> Iterator[Block]:
    shown = voices(pack, item, selection)
    everyone = voices(pack, item)
    yield Paragraph(run(item.text, "strong"), f"question:{item.id}")
    yield Paragraph(panel_line(len(pack.experts) - len(everyone)))
    yield from stance_line(pack, shown, everyone)
    ends = {end(voice.position.stance) for voice in everyone}
    if not ends >= {"agree", "disagree"}:
        yield Paragraph(run(nobody_at(ends), "caution"))
    for stance, title in STANCE_HEADING.items():
        cards = (_card(pack, voice, notes) for voice in shown if voice.position.stance == stance)
        yield from section(title, cards)
    silent = [e for e in pack.experts if selection.admits(e) and e.on(item.id) is None]
    if silent:
        yield heading(capital(NO_VIEW))
        yield Paragraph(run(f"{listed([expert.name for expert in silent])}."))


def stance_line(pack: Pack, shown: Sequence[Voice], everyone: Sequence[Voice]) -> Iterator[Block]:
    """Yield who stands where, from one end to the other: the stance line in words.

    A place where somebody stands who is not among those shown is not told as empty.
    """
    yield heading("Where they stand")
    marks = initials(pack.experts)
    for stance in STANCES:
        there = [voice for voice in shown if voice.position.stance == stance]
        names = [
            f"{marked(marks[expert.id], read)} {expert.name}"
            + (", inferred" if read.basis == "inferred" else "")
            for expert, read in there
        ]
        held = any(voice.position.stance == stance for voice in everyone)
        nobody = run("none of those shown" if held else "nobody", "muted")
        yield Field(STANCE_HEADING[stance], run("; ".join(names)) if names else nobody)


def panel_line(silent: int) -> Line:
    """Return what must stand over a panel, with how many of it have no stated view."""
    count = f" {silent} of them {'has' if silent == 1 else 'have'} {NO_VIEW}." if silent else ""
    return (Run(NOT_A_POLL, "strong"), Run(f" {CHOSEN}{count}"))


def _card(pack: Pack, voice: Voice, notes: Notes) -> tuple[Block, ...]:
    """Return one voice: who it is, what is held, and how that was read."""
    item, held = voice
    origin = f"expert:{item.id}"
    side = (Run(", "), side_run(pack, item.side)) if item.side else ()
    who = (Run(item.name, "strong"), Run(f" ({item.role})"), *side)
    lines = [who, cited(held.text, held.cites, notes), run(f"{capital(reading(held))}.", "muted")]
    if item.printed_as:
        lines.insert(1, printed_line(item))
    return tuple(Paragraph(line, origin) for line in lines)
