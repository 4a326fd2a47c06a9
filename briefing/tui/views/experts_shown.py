"""What each pivot of the experts shows of a pack and a selection: rows, marks and documents."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from msgspec.structs import replace

from briefing.describe import experts as described
from briefing.describe import item, panel
from briefing.describe.head_to_head import head_to_head
from briefing.describe.panel import Selection, Voice
from briefing.document import Document, Line, Paragraph, Tone, run
from briefing.pack.manifest import Question
from briefing.pack.model import Expert
from briefing.pack.pack import Pack, Ref
from briefing.pack.types import STANCES, Stance
from briefing.tui.views.seats import Seated
from briefing.tui.widgets.grid import GridRow
from briefing.tui.widgets.row_list import Row
from briefing.tui.widgets.stance_line import Places, Stand
from briefing.words import NO_VIEW, SIGN, STANCE

QUESTION, EXPERT, MATRIX, HEAD_TO_HEAD = range(4)
LEFT_OUT = ""
"""What stands in a cell whose position is left out; silence has a sign of its own."""
KEY = (
    *(f"{SIGN[stance]} {STANCE[stance]}" for stance in reversed(STANCES)),
    "( ) inferred",
    f"· {NO_VIEW}",
)
"""What the signs in the cells mean."""
KEY_OF_FILTER = "blank: left out by the filter"


def question(pack: Pack, name: str) -> Question | None:
    """Return the question with an id, or None where the pack holds none such."""
    return next((q for q in pack.questions if q.id == name), None)


def column(pack: Pack, name: str) -> int:
    """Return the column in which a question stands."""
    return next((number for number, q in enumerate(pack.questions) if q.id == name), 0)


def expert_rows(pack: Pack, selection: Selection, seated: Seated) -> list[Row]:
    """Return the experts under headings, people before outlets; in another order without.

    The two who are seated head to head are never left out; whoever has the seat that the list
    does not choose for is noted as such.
    """
    notes = {seated.both[seated.other]: ("left", "right")[seated.other]}
    found_or_seated = (e for e in pack.experts if selection.shows(e) or e.id in seated.both)
    experts = panel.in_order(pack, found_or_seated, selection)
    if selection.order != "pack":
        return [_expert_row(expert, notes) for expert in experts]
    found = []
    for kind, title in (("person", "People"), ("outlet", "Outlets")):
        rows = [_expert_row(expert, notes) for expert in experts if expert.kind == kind]
        found += [Row("", title), *rows] if rows else []
    return found


def _expert_row(expert: Expert, notes: Mapping[str, str]) -> Row:
    return Row(f"expert:{expert.id}", expert.name, notes.get(expert.id, ""))


def matrix(pack: Pack, selection: Selection) -> tuple[list[str], list[GridRow]]:
    """Return the heads and the rows of the matrix."""
    rows = [
        GridRow(f"expert:{expert.id}", expert.name, _cells(pack, expert, selection))
        for expert in panel.experts(pack, selection)
    ]
    return [question.short for question in pack.questions], rows


def _cells(pack: Pack, expert: Expert, selection: Selection) -> list[str]:
    held = [expert.on(question.id) for question in pack.questions]
    return [LEFT_OUT if p and not selection.has(p) else panel.sign(p) for p in held]


def places(pack: Pack, on: Question, selection: Selection) -> Places:
    """Return the marks of the stance line: initials, in brackets where inferred."""
    marks = panel.initials(pack.experts)
    first, second = pack.sides
    tones: dict[str, Tone] = {first.id: "first", second.id: "second"}
    voices = panel.voices(pack, on, selection)
    found: list[list[Stand]] = [[] for _ in STANCES]
    for expert, position in voices:
        mark = panel.marked(marks[expert.id], position)
        stand = Stand(mark, tones.get(expert.side or "", "strong"), f"expert:{expert.id}")
        found[STANCES.index(position.stance)].append(stand)
    return found


def document(pack: Pack, key: str, selection: Selection, headed: bool) -> Document:
    """Return what is shown of a question, an expert, or a cell ("expert:… question:…").

    The line on the panel is part of a question's only where the view has no room for all of it.
    """
    row, _, asked = key.partition(" question:")
    kind, _, name = row.partition(":")
    ref = Ref(kind, name)
    if ref not in pack.items:
        said = "Nobody here fits the filters. Press F to show everyone, f to change them."
        if not pack.experts:
            said = "No experts yet: each is a file in experts/, with the positions they stated."
        return _only("Nobody to show", run(said))
    found = pack.items[ref]
    on = question(pack, asked)
    if on and isinstance(found, Expert):
        return described.position(pack, found, on)
    if isinstance(found, Question):
        doc = described.question(pack, found, selection)
        return doc if headed else replace(doc, blocks=(doc.blocks[0], *doc.blocks[2:]))
    return item(pack, ref)


def pair(pack: Pack, left: str, right: str) -> Document:
    """Return two experts head to head, or what is lacking for that."""
    one, other = pack.expert(left), pack.expert(right)
    if one is None or other is None:
        return _only("Head to head", run("There is nobody to set beside this expert."))
    if one == other:
        said = f"{one.name} is on both sides; choose somebody else for one of them."
        return _only("Head to head", run(said))
    return head_to_head(pack, one, other)


def _only(title: str, line: Line) -> Document:
    return Document(title=title, blocks=(Paragraph(line),))


class Opposed(NamedTuple):
    """The strongest opposing voice on a question."""

    question: Question
    voice: Voice


def opposed(pack: Pack, expert: Expert | None, name: str) -> Opposed | str:
    """Return the strongest voice against an expert's view, or say why there is none.

    Without a question it is the view stated first; against a question as such, without an
    expert, stands whoever disagrees with it.
    """
    if expert and not name:
        name = next((position.question for position in expert.positions), "")
    on, position = question(pack, name), expert.on(name) if expert else None
    if on is None or (expert and position is None):
        who = expert.name if expert else "Nobody"
        return f"{who} has {NO_VIEW}" + (f" on {on.short}" if on else "")
    stance: Stance = position.stance if position else "strongly-agree"
    voice = panel.opposing(pack, on, stance, but=expert.id if expert else "")
    return Opposed(on, voice) if voice else panel.nobody(stance)


def opposing(found: Opposed) -> str:
    """Return in words who opposes most strongly."""
    expert, position = found.voice
    return (
        f"Strongest opposing view on {found.question.short}: "
        f"{expert.name} {STANCE[position.stance]}"
    )


def counterpart(pack: Pack, left: Expert) -> Expert | None:
    """Return who shares the most questions with an expert; of equals the first in the pack."""
    mine = {position.question for position in left.positions}

    def shared(other: Expert) -> int:
        return len(mine & {position.question for position in other.positions})

    return max((e for e in pack.experts if e != left), key=shared, default=None)


def silent(pack: Pack, on: Question | None) -> tuple[int, int, str]:
    """Return how many of the whole panel have no stated view, of how many, and on what."""
    if on is None:
        quiet = sum(not expert.positions for expert in pack.experts)
        return quiet, len(pack.experts), "on any question"
    return sum(e.on(on.id) is None for e in pack.experts), len(pack.experts), "on this question"


def count(pack: Pack, selection: Selection, on: Question | None) -> str:
    """Return how many are shown of how many: voices on a question, else experts."""
    if on is None:
        few, many = len(panel.experts(pack, selection)), len(pack.experts)
        noun = "experts"
    else:
        few, many = len(panel.voices(pack, on, selection)), len(panel.voices(pack, on))
        noun = "voices"
    return f"All {many} {noun}" if selection.all else f"{few} of {many} {noun}"
