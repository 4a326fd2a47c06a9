"""Who of the panel is shown, in what order, and whose view is farthest from a given one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from briefing.pack.manifest import Question
from briefing.pack.model import Expert, Position
from briefing.pack.pack import Pack
from briefing.pack.types import STANCES, Level, Stance
from briefing.text import words
from briefing.words import SIGN, STANCE_BASIS, capital

End = Literal["agree", "mixed", "disagree"]
Basis = Literal["stated", "inferred"]
Kind = Literal["person", "outlet"]
Order = Literal["pack", "name", "stance", "positions", "side"]

ENDS: dict[End, str] = {"agree": "agrees", "mixed": "mixed view", "disagree": "disagrees"}
KINDS: dict[Kind, str] = {"person": "people", "outlet": "outlets"}
ORDERS: dict[Order, str] = {
    "pack": "the pack’s order",
    "name": "name",
    "stance": "stance on the question",
    "positions": "number of positions",
    "side": "side",
}
NO_SIDE = "neither side"
LEVELS: tuple[Level, ...] = ("low", "moderate", "high")
NO_SIGN = "·"


class Voice(NamedTuple):
    """An expert with a position on a question."""

    expert: Expert
    position: Position


class Selection(Struct, frozen=True):
    """Which experts and positions are shown, and the order of the experts.

    Of each group any number may be chosen; none chosen means that all are shown. `sides`
    holds ids, and "" for whoever speaks from neither side. The order "stance" is by the
    stance on `question`.
    """

    ends: frozenset[End] = frozenset()
    bases: frozenset[Basis] = frozenset()
    levels: frozenset[Level] = frozenset()
    sides: frozenset[str] = frozenset()
    kinds: frozenset[Kind] = frozenset()
    order: Order = "pack"
    question: str = ""

    @property
    def by_position(self) -> bool:
        """Whether some positions are left out for what they say or how they were read."""
        return bool(self.ends or self.bases or self.levels)

    @property
    def all(self) -> bool:
        """Whether nobody and nothing is left out."""
        return not (self.by_position or self.sides or self.kinds)

    @property
    def cleared(self) -> Selection:
        """The selection that shows everyone in the same order."""
        return Selection(order=self.order, question=self.question)

    def has(self, position: Position) -> bool:
        """Return whether a position is shown."""
        return (
            (not self.ends or end(position.stance) in self.ends)
            and (not self.bases or position.basis in self.bases)
            and (not self.levels or position.confidence in self.levels)
        )

    def admits(self, expert: Expert) -> bool:
        """Return whether an expert is shown as far as side and kind go."""
        return (not self.sides or (expert.side or "") in self.sides) and (
            not self.kinds or expert.kind in self.kinds
        )

    def shows(self, expert: Expert) -> bool:
        """Return whether an expert is shown: admitted, and with a position that is shown."""
        return self.admits(expert) and (
            not self.by_position or any(self.has(position) for position in expert.positions)
        )


EVERYONE = Selection()


def groups(pack: Pack) -> dict[str, tuple[str, dict[str, str]]]:
    """Return what can be chosen: by field of a selection, its title and its values in words."""
    sides = {side.id: side.name for side in pack.sides} | {"": capital(NO_SIDE)}
    return {
        "ends": ("Stance", {name: capital(said) for name, said in ENDS.items()}),
        "bases": ("How it is known", {name: capital(said) for name, said in STANCE_BASIS.items()}),
        "levels": ("Confidence of the reading", {name: capital(name) for name in LEVELS}),
        "sides": ("Speaks from", sides),
        "kinds": ("People and outlets", {name: capital(said) for name, said in KINDS.items()}),
    }


def end(stance: Stance) -> End:
    """Return the end of the line that a stance belongs to."""
    match stance:
        case "agree" | "strongly-agree":
            return "agree"
        case "mixed":
            return "mixed"
        case _:
            return "disagree"


def sign(position: Position | None) -> str:
    """Return a position in a few characters: "++" to "−−", in brackets where inferred."""
    if position is None:
        return NO_SIGN
    return marked(SIGN[position.stance], position)


def marked(mark: str, position: Position) -> str:
    """Return a mark that stands for a position, in brackets where that is inferred."""
    return mark if position.basis == "stated" else f"({mark})"


def experts(pack: Pack, selection: Selection = EVERYONE) -> list[Expert]:
    """Return the experts that are shown, in their order."""
    return in_order(pack, (e for e in pack.experts if selection.shows(e)), selection)


def in_order(pack: Pack, found: Iterable[Expert], selection: Selection) -> list[Expert]:
    """Return experts sorted as chosen; those alike stay in the pack's order."""
    sides = {side.id: place for place, side in enumerate(pack.sides)}

    def stance(expert: Expert) -> int:
        position = expert.on(selection.question)
        return -STANCES.index(position.stance) if position else 1

    match selection.order:
        case "pack":
            return list(found)
        case "name":
            return sorted(found, key=lambda e: (e.sort or e.name).casefold())
        case "stance":
            return sorted(found, key=stance)
        case "positions":
            return sorted(found, key=lambda e: -len(e.positions))
        case "side":
            return sorted(found, key=lambda e: sides.get(e.side or "", len(sides)))


def voices(pack: Pack, question: Question, selection: Selection = EVERYONE) -> list[Voice]:
    """Return whoever is shown with a view on a question, in the order of the experts."""
    return [
        Voice(expert, position)
        for expert in in_order(pack, filter(selection.admits, pack.experts), selection)
        if (position := expert.on(question.id)) and selection.has(position)
    ]


def opposing(pack: Pack, question: Question, stance: Stance, but: str = "") -> Voice | None:
    """Return the strongest voice at the other end of a question, or None where there is none.

    The farthest stance comes first, then a stated before an inferred one, then the surer
    reading, then the later date, then the pack's order. To a mixed view both ends are opposed.
    `but` is the id of the expert whose view is opposed.
    """
    here, mine = STANCES.index(stance), end(stance)
    others = [
        voice
        for voice in voices(pack, question)
        if voice.expert.id != but and end(voice.position.stance) not in {mine, "mixed"}
    ]

    def strength(voice: Voice) -> tuple[int, bool, int, str]:
        position = voice.position
        far = abs(STANCES.index(position.stance) - here)
        sure = LEVELS.index(position.confidence)
        return far, position.basis == "stated", sure, position.date

    return max(others, key=strength, default=None)


def nobody(stance: Stance) -> str:
    """Return what is said where nobody opposes a stance."""
    ends: set[End] = {end(stance), "mixed"}
    return nobody_at(ends)


def nobody_at(ends: set[End]) -> str:
    """Return which ends of a line nobody holds, where somebody holds these."""
    lacking = [f"{name}s" for name in ("agree", "disagree") if name not in ends]
    return f"No voice here {' or '.join(lacking)}: that is the selection, not a consensus."


def initials(found: Sequence[Expert]) -> dict[str, str]:
    """Return a mark of two characters or so for each expert, by id; no two are alike."""
    marks: dict[str, str] = {}
    for expert in found:
        taken = set(marks.values())
        marks[expert.id] = next(mark for mark in _marks(expert.name) if mark not in taken)
    return marks


def _marks(name: str) -> Iterator[str]:
    """Yield marks for a name, the plainest first: "AN", "AG", "AN2", …"""
    parts = [part for part in words(name.replace(".", " ")) if part[0].isalnum()] or ["?"]
    first, last = parts[0], parts[-1] if len(parts) > 1 else parts[0][1:]
    for second in last:
        yield (first[0] + second).upper()
    plain = (first[0] + last[:1]).upper()
    yield plain
    number = 2
    while True:
        yield f"{plain}{number}"
        number += 1


def told(pack: Pack, selection: Selection) -> str:
    """Return what is chosen in words: "disagrees; stated; China", or "" where all is shown."""
    names = {side.id: side.name for side in pack.sides} | {"": NO_SIDE}
    groups = (
        [said for name, said in ENDS.items() if name in selection.ends],
        [said for name, said in STANCE_BASIS.items() if name in selection.bases],
        [f"{level} confidence" for level in LEVELS if level in selection.levels],
        [said for name, said in names.items() if name in selection.sides],
        [said for name, said in KINDS.items() if name in selection.kinds],
    )
    return capital("; ".join(" or ".join(group) for group in groups if group))


def ordered(pack: Pack, selection: Selection) -> str:
    """Return the order in words: "in the pack’s order", "by stance on Open grid"."""
    if selection.order == "pack":
        return f"in {ORDERS['pack']}"
    if selection.order == "stance":
        short = next((q.short for q in pack.questions if q.id == selection.question), "")
        return f"by stance on {short or 'the question'}"
    return f"by {ORDERS[selection.order]}"
