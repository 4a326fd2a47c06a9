"""The screens as a reader sees them, kept as text in `tests/snapshots/screens`.

After a change that is meant, `pytest tests/tui/test_screens.py --snapshot-update` writes them
anew.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.data import Snapshot, SnapshotCollection
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation
from syrupy.types import SnapshotIndex

from briefing.pack.pack import Ref
from briefing.tui.commands import VIEWS as NAMES
from briefing.workspace import Workspace
from tests.packs import FILES, edit, write_pack
from tests.tui.pages import write_long_pack
from tests.tui.reader import MIDDLE, SIZES, SMALL, USUAL, WIDE, reading
from tests.tui.readings import note_before, read_before

SCREENS = Path(__file__).parent.parent / "snapshots" / "screens"


class ScreenFiles(SingleFileSnapshotExtension):
    """Keeps each screen in a text file of its own, named after what is on it."""

    file_extension = "txt"
    _write_mode = WriteMode.TEXT

    @classmethod
    def dirname(cls, *, test_location: PyTestLocation) -> str:
        return str(SCREENS)

    @classmethod
    def discovery_dirname(cls, *, test_location: PyTestLocation) -> str:
        return str(SCREENS)

    @classmethod
    def get_file_basename(cls, *, test_location: PyTestLocation, index: SnapshotIndex) -> str:
        return test_location.testname.partition("[")[2].removesuffix("]")

    @classmethod
    def matches_test_location(
        cls, *, test_location: PyTestLocation, snapshot_location: str
    ) -> bool:
        return Path(snapshot_location).parent == SCREENS

    def read_snapshot_collection(self, *, snapshot_location: str) -> SnapshotCollection:
        collection = SnapshotCollection(location=snapshot_location)
        collection.add(Snapshot(name=f"{test_screen.__name__}[{Path(snapshot_location).stem}]"))
        return collection


def as_it_is(pack: Path) -> None:
    """Leave the pack as it is."""


def broken(pack: Path) -> None:
    """Break two files of the pack."""
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    edit(pack, "dimensions/price.yaml", "kind: estimate", "kind: guess")


def changed(pack: Path) -> None:
    """Change the pack since it was read."""
    read_before(pack)
    edit(pack, "judgements.yaml", "likelihood: likely", "likelihood: very likely")
    edit(pack, "dimensions/price.yaml", "runs 42 turbines of", "ran 43 turbines of")
    (pack / "experts" / "gazette-desk.md").unlink()


def noted(pack: Path) -> None:
    """Have notes on two items."""
    note_before(
        pack,
        {
            Ref("claim", "alder-price"): "Ask the register for 2025.",
            Ref("expert", "jon-hale"): "Invite him. He has changed his mind before.",
        },
    )


def emptied(pack: Path) -> None:
    """Leave nothing in the pack but its manifest."""
    for path in set(FILES) - {"pack.yaml"}:
        (pack / path).unlink()


def in_a_library(pack: Path) -> None:
    """Set the pack, which was read, beside one that was not and one that cannot be."""
    read_before(pack)
    wind = write_pack(pack.parent / "wind")
    edit(wind, "pack.yaml", "id: tidal-power", "id: wind-power")
    edit(wind, "pack.yaml", "in tidal power", "in wind power")
    edit(wind, "dimensions/price.yaml", "kind: estimate", "kind: guess")
    (pack.parent / "nothing" / "pack.yaml").mkdir(parents=True)


class Screen(NamedTuple):
    """What is on a screen: where the app starts, and the keys pressed and text typed then.

    `prepared` is called with the folder of the pack first.
    """

    name: str
    start: str
    keys: tuple[str, ...] = ()
    typed: str = ""
    prepared: Callable[[Path], object] = as_it_is
    size: tuple[int, int] = MIDDLE

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}-{self.size[0]}x{self.size[1]}"


def at(sizes: Iterable[tuple[int, int]], screen: Screen) -> list[Screen]:
    """Return a screen at several sizes."""
    return [screen._replace(size=size) for size in sizes]


ALL = (*SIZES, MIDDLE)
BOTH = (MIDDLE, SMALL)
"""Dialogs take little room; where that is all there is, they look different."""
JUDGEMENT, CLAIM, QUESTION, EXPERT = (
    "judgement:gap-narrows", "claim:alder-price", "question:open-grid", "expert:mira-ostberg",
)  # fmt: skip
OPTION, SOURCE = "option:open-the-grid", "source:tide-survey"
PAPER = ("6", "e", "shift+tab", "down", "down")

VIEWS = [
    *at(ALL, Screen("overview", JUDGEMENT)),
    *at(ALL, Screen("compare", "claim:alder-turbines")),
    *at(ALL, Screen("experts", QUESTION)),
    *at(ALL, Screen("experts-person", EXPERT)),
    *at(ALL, Screen("experts-matrix", QUESTION, ("v", "v"))),
    *at(ALL, Screen("experts-head-to-head", EXPERT, ("w",))),
    *at(ALL, Screen("options", OPTION, ("s",))),
    *at(ALL, Screen("options-two", OPTION, ("w", "right"))),
    *at(ALL, Screen("evidence", SOURCE)),
    *at(ALL, Screen("evidence-claims", SOURCE, ("v",))),
    *at(ALL, Screen("evidence-conflicts", SOURCE, ("v", "v"))),
    *at(ALL, Screen("evidence-timeline", SOURCE, (*"vvv",))),
    *at(ALL, Screen("evidence-mix", SOURCE, (*"vvvv",))),
    *at(ALL, Screen("brief", JUDGEMENT, ("6",))),
    *at(ALL, Screen("library", "", prepared=in_a_library)),
]
STATES = [
    *at(BOTH, Screen("overview-broken", JUDGEMENT, prepared=broken)),
    *at(SIZES, Screen("overview-changed", JUDGEMENT, prepared=changed)),
    *at(
        (WIDE, USUAL),
        Screen("change", JUDGEMENT, ("tab", "home", "down", "enter"), prepared=changed),
    ),
    *at((SMALL,), Screen("change", JUDGEMENT, (*["down"] * 4, "enter"), prepared=changed)),
    *at(SIZES, Screen("compare-open", CLAIM, ("enter",))),
    Screen("compare-link", CLAIM, ("enter", "down", "down")),
    Screen("compare-all-open", CLAIM, ("a",)),
    Screen("compare-side-open", CLAIM, ("up", "enter")),
    Screen("compare-not-comparable", "claim:permit-time"),
    *at((SMALL,), Screen("compare-not-comparable", "claim:permit-time", ("right",))),
    *at((SMALL,), Screen("compare-whole-head", CLAIM, ("w",))),
    Screen("experts-filtered", QUESTION, ("f", "space", "escape")),
    Screen("experts-nobody", EXPERT, ("f", "down", "space", "escape")),
    Screen("experts-cell", QUESTION, ("v", "v", "right")),
    *at((SMALL,), Screen("evidence-second-claim", SOURCE, ("v", "v", "right", "right"))),
    Screen("evidence-filtered", SOURCE, ("f", "space", "escape")),
    Screen("brief-over", JUDGEMENT, ("6",), prepared=write_long_pack),
    Screen("brief-over-end", JUDGEMENT, ("6", "right", "end"), prepared=write_long_pack),
    *at((SMALL,), Screen("brief-over", JUDGEMENT, ("6", *["down"] * 14), prepared=write_long_pack)),
    *(
        Screen(f"{view}-empty", "", (str(number),), prepared=emptied)
        for number, view in enumerate(NAMES, 1)
    ),
]
DIALOGS = [
    *at(ALL, Screen("tour", JUDGEMENT, ("T",))),
    *at(ALL, Screen("citation", "claim:birch-price", ("c",))),
    Screen("citation-second", "claim:alder-turbines", ("c", "full_stop")),
    *at(BOTH, Screen("item", EXPERT, ("c",))),
    *at(BOTH, Screen("search", JUDGEMENT, ("slash",), "crowns")),
    *at(BOTH, Screen("search-begun", JUDGEMENT, ("slash",))),
    *at(BOTH, Screen("search-near", JUDGEMENT, ("slash",), "tubrines")),
    *at(BOTH, Screen("search-filtered", JUDGEMENT, ("slash",), "side:birch status:contested")),
    *at(BOTH, Screen("palette", JUDGEMENT, ("ctrl+p",))),
    *at(BOTH, Screen("colours", JUDGEMENT, ("t",))),
    *at(BOTH, Screen("help", JUDGEMENT, ("question_mark",))),
    *at(BOTH, Screen("help-finding", JUDGEMENT, ("question_mark", "slash"), "undo")),
    *at(BOTH, Screen("problems", JUDGEMENT, ("exclamation_mark",), prepared=broken)),
    *at(BOTH, Screen("problems-none", JUDGEMENT, ("exclamation_mark",))),
    *at(BOTH, Screen("note", "expert:jon-hale", ("n",), "Ask again")),
    *at(BOTH, Screen("notes", JUDGEMENT, ("N",), prepared=noted)),
    *at(BOTH, Screen("notes-none", JUDGEMENT, ("N",))),
    *at(BOTH, Screen("experts-filters", QUESTION, ("f",))),
    *at(BOTH, Screen("sources-filters", SOURCE, ("f",))),
    *at(BOTH, Screen("export", JUDGEMENT, ("e",))),
    *at(BOTH, Screen("export-nowhere", JUDGEMENT, ("e", "enter"))),
    *at(BOTH, Screen("export-over", JUDGEMENT, PAPER, prepared=write_long_pack)),
    *at(BOTH, Screen("choose-brief", JUDGEMENT, ("6", "b"))),
    *at(BOTH, Screen("retitle", JUDGEMENT, ("6", "r"))),
    *at(BOTH, Screen("save-recipe", JUDGEMENT, ("6", "s", "ctrl+u"), "/briefs/tonight.yaml")),
]


@pytest.mark.parametrize("shown", [*VIEWS, *STATES, *DIALOGS], ids=lambda shown: shown.file)
async def test_screen(pack: Path, shown: Screen, snapshot: SnapshotAssertion) -> None:
    Workspace().set("export folder", "/reports")
    shown.prepared(pack)
    kind, _, name = shown.start.partition(":")
    start = Ref(kind, name) if name else None
    library = pack.parent if shown.prepared is in_a_library else None
    async with reading(pack, shown.size, start, library) as reader:
        await reader.press(*shown.keys)
        await reader.type(shown.typed)
        assert reader.screen + "\n" == snapshot.use_extension(ScreenFiles)
