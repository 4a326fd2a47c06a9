"""Document blocks to lines of styled text for a width in cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, groupby

from textual.content import Content

from briefing.document import Block, Document, Field, Heading, Items, Note, Table, marks
from briefing.text import width as cells
from briefing.tui.draw_table import tabled
from briefing.tui.drawn import Drawn, Toner, gap, hang, labelled, styled
from briefing.tui.wrapping import wrap


def document(doc: Document, width: int, tone: Toner) -> Iterator[Drawn]:
    """Yield the document as runs of lines, each at most `width` cells wide.

    The line under the title is left out: the app's header says the same.
    """
    yield Drawn(styled_title(doc.title, width, tone))
    yield gap()
    yield from blocks(doc.blocks, width, tone)
    yield from notes(doc, width, tone)


def notes(doc: Document, width: int, tone: Toner) -> Iterator[Drawn]:
    """Yield the notes of a document under their title, where it has any."""
    if doc.notes:
        yield Drawn([Content(""), Content.assemble((doc.notes_title, tone("heading")))])
    for entry in doc.notes:
        yield note(entry, width, tone)


def styled_title(text: str, width: int, tone: Toner) -> list[Content]:
    """Return a title as lines."""
    return wrap(Content.assemble((text, tone("strong"))), width)


def note(entry: Note, width: int, tone: Toner) -> Drawn:
    """Return a numbered note; it stands for its source."""
    label = f"[{entry.number}]"
    lines = hang(Content.assemble((label, tone("mark"))), styled(entry.line, tone), width, 5)
    return Drawn(lines, f"source:{entry.source}", (entry.number,))


def blocks(parts: Iterable[Block], width: int, tone: Toner) -> Iterator[Drawn]:
    """Yield blocks as runs of lines, with an empty line after each but headings and the last."""
    for number, group in enumerate(_groups(parts, width, tone)):
        if number:
            yield gap()
        yield from group


def _groups(parts: Iterable[Block], width: int, tone: Toner) -> Iterator[Iterable[Drawn]]:
    """Yield what belongs together: a heading with what follows it, fields in one column."""
    held: list[Drawn] = []
    for is_field, group in groupby(parts, lambda part: isinstance(part, Field)):
        if is_field:
            fields = [part for part in group if isinstance(part, Field)]
            yield held + labelled(fields, width, tone)
            held = []
            continue
        for part in group:
            if isinstance(part, Heading):
                held.append(_heading(part, width, tone))
                continue
            yield chain(held, _block(part, width, tone))
            held = []
    if held:
        yield held


def _block(part: Block, width: int, tone: Toner) -> Iterable[Drawn]:
    match part:
        case Items():
            return _items(part, width, tone)
        case Table():
            return tabled(part, width, tone)
        case _:
            return [Drawn(wrap(styled(part.line, tone), width), part.origin, marks(part.line))]


def _heading(part: Heading, width: int, tone: Toner) -> Drawn:
    text = styled(part.line, tone).stylize_before(tone("heading" if part.level < 4 else "strong"))
    lines = wrap(text, width)
    return Drawn(lines, part.origin, marks(part.line))


def _items(part: Items, width: int, tone: Toner) -> Iterator[Drawn]:
    """Yield a list; entries of more than one block stand apart from one another."""
    for number, entry in enumerate(part.entries, 1):
        bullet = f"{number}. " if part.ordered else "• "
        indent = cells(bullet)
        pad = Content(" " * indent)
        room = max(width - indent, 1)
        runs = [run for group in _groups(entry, room, tone) for run in group if run.lines]
        for place, run in enumerate(runs):
            lead = Content.assemble((bullet, tone("muted"))) if place == 0 else pad
            lines = [lead + run.lines[0], *(pad + line for line in run.lines[1:])]
            yield run._replace(lines=lines)
        if len(entry) > 1 and number < len(part.entries):
            yield gap()
