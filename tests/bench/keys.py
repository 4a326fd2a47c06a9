"""How long keys take to the repainted screen, beside moving the highlight of a list.

Both programs are open at once, and keys go to them in turns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import median

from tests.bench.content import SHIPPED, big_pack, first_words
from tests.bench.terminal import Pressed, Terminal
from tests.bench.timing import Figure, briefing, environment, module, p95
from tests.bench.yardsticks.list_app import SHOWN

BAR = 1.5
LIST = module("tests.bench.yardsticks.list_app")
WALK = "down down down down up up pagedown !home pagedown !home"
"""Keys, pressed one after the other; those with ! only lead back and are not counted."""
GROUPS = {
    "2–6, first time": "2 3 4 5 6",
    "1–6": "1 2 3 4 5 6 1 2 3 4 5 6 1 2 3 4 5 6",
    **{
        f"down, up, pagedown in {view}": f"!{number} {WALK} !tab {WALK}"
        for number, view in enumerate(
            ("Overview", "Compare", "Experts", "Options", "Evidence", "Brief"), start=1
        )
    },
    ". and , in Compare": "!2 " + ". . . , , , " * 3,
    "tab in Compare": "!2" + " tab" * 16,
}
YARDSTICK = ("down",) * 5 + ("up",) * 5


class Keys:
    """What the keys of one group took, in milliseconds, and how many changed nothing."""

    def __init__(self) -> None:
        self.first: list[float] = []
        self.settled: list[float] = []
        self.unmoved = 0

    def add(self, pressed: Pressed | None) -> None:
        """Take a key in."""
        if pressed is None:
            self.unmoved += 1
        else:
            self.first.append(pressed.first)
            self.settled.append(pressed.settled)

    def press(self, terminal: Terminal, keys: str | tuple[str, ...]) -> None:
        """Press keys, and take those in that count."""
        for key in keys.split() if isinstance(keys, str) else keys:
            pressed = terminal.press(key.removeprefix("!"))
            if not key.startswith("!"):
                self.add(pressed)


def together(groups: Iterable[Keys]) -> Keys:
    """Return the keys of all groups as one."""
    all_keys = Keys()
    for keys in groups:
        all_keys.first += keys.first
        all_keys.settled += keys.settled
        all_keys.unmoved += keys.unmoved
    return all_keys


def figures(home: Path, runs: int) -> Iterator[Figure]:
    """Yield the p95 of all keys and of each group, in the shipped pack and in a big one."""
    for name, pack in (("shipped", SHIPPED), ("10,000 claims", big_pack(home))):
        words = first_words(pack)
        groups = {group: Keys() for group in GROUPS}
        moves, memory = Keys(), []
        for _ in range(runs):
            memory.append(_walk(pack, words, home, groups, moves))
        yield _figure(f"any key, {name}", together(groups.values()), moves)
        yield from (_figure(f"{group}, {name}", keys, moves) for group, keys in groups.items())
        yield Figure(f"peak memory after all keys, {name}", median(memory), unit="MB")


def _walk(pack: Path, words: str, home: Path, groups: dict[str, Keys], moves: Keys) -> float:
    """Press every key once around; return the peak of the memory it took, in MB."""
    around = environment(home)
    with (
        Terminal(briefing("-p", str(pack)), home, around) as ours,
        Terminal(LIST, home, around) as theirs,
    ):
        ours.opened(words)
        theirs.opened(SHOWN)
        for group, keys in groups.items():
            moves.press(theirs, YARDSTICK)
            keys.press(ours, GROUPS[group])
        ours.press("1")
        memory = ours.memory
        ours.leave()
    return memory


def _figure(name: str, keys: Keys, moves: Keys) -> Figure:
    ours, theirs = p95(keys.settled), p95(moves.settled)
    more = {
        "keys": len(keys.settled),
        "without_effect": keys.unmoved,
        "p50": median(keys.settled),
        "p50_yardstick": median(moves.settled),
        "p95_first_change": p95(keys.first),
        "max": max(keys.settled),
    }
    return Figure(f"p95 of {name}", ours, theirs, ours / theirs, BAR, more=more)
