"""The screens as a reader sees them, kept as text in `tests/snapshots/screens`.

After a change that is meant, `pytest tests/tui/test_screens.py --snapshot-update` writes them
anew.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from syrupy.assertion import SnapshotAssertion
from syrupy.data import Snapshot, SnapshotCollection
from syrupy.extensions.single_file import SingleFileSnapshotExtension, WriteMode
from syrupy.location import PyTestLocation
from syrupy.types import SnapshotIndex

from briefing.pack.pack import Ref
from briefing.workspace import Workspace
from tests.packs import edit
from tests.tui.pages import write_long_pack
from tests.tui.reader import MIDDLE, SIZES, SMALL, USUAL, WIDE, reading
from tests.tui.readings import read_before

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


class Screen(NamedTuple):
    """What is on a screen: where the app starts, and the keys pressed and text typed then."""

    name: str
    start: str
    keys: tuple[str, ...] = ()
    typed: str = ""
    size: tuple[int, int] = MIDDLE

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"{self.name}-{self.size[0]}x{self.size[1]}"


CASES = [
    Screen("overview", "judgement:gap-narrows"),
    *(Screen("overview", "judgement:gap-narrows", size=size) for size in SIZES),
    Screen("overview-broken", "judgement:gap-narrows"),
    *(Screen("overview-changed", "judgement:gap-narrows", size=size) for size in SIZES),
    *(
        Screen("change", "judgement:gap-narrows", ("tab", "home", "down", "enter"), size=size)
        for size in (WIDE, USUAL)
    ),
    Screen("change", "judgement:gap-narrows", (*["down"] * 4, "enter"), size=SMALL),
    Screen("tour", "judgement:gap-narrows", ("T",)),
    *(Screen("tour", "judgement:gap-narrows", ("T",), size=size) for size in SIZES),
    Screen("notes", "judgement:gap-narrows", ("N",)),
    Screen("compare", "claim:alder-turbines"),
    Screen("experts", "question:open-grid"),
    Screen("experts-filters", "question:open-grid", ("f",)),
    Screen("experts-filtered", "question:open-grid", ("f", "space", "escape")),
    Screen("experts-nobody", "expert:mira-ostberg", ("f", "down", "space", "escape")),
    Screen("experts-person", "expert:mira-ostberg"),
    Screen("experts-head-to-head", "expert:mira-ostberg", ("w",)),
    Screen("experts-head-to-head", "expert:mira-ostberg", ("w",), size=SMALL),
    Screen("experts-matrix", "question:open-grid", ("v", "v", "right")),
    Screen("options", "option:open-the-grid"),
    *(Screen("options", "option:open-the-grid", ("s",), size=size) for size in SIZES),
    *(Screen("options-two", "option:open-the-grid", ("w", "right"), size=s) for s in SIZES),
    Screen("evidence", "source:tide-survey"),
    *(Screen("evidence", "source:tide-survey", size=size) for size in SIZES),
    Screen("evidence-filtered", "source:tide-survey", ("f", "space", "escape")),
    Screen("evidence-claims", "source:tide-survey", ("v",)),
    Screen("evidence-conflicts", "source:tide-survey", ("v", "v")),
    Screen("evidence-conflicts", "source:tide-survey", ("v", "v", "right"), size=SMALL),
    *(Screen("evidence-timeline", "source:tide-survey", (*"vvv",), size=s) for s in SIZES),
    *(Screen("evidence-mix", "source:tide-survey", (*"vvvv",), size=s) for s in SIZES),
    Screen("brief", "judgement:gap-narrows", ("6",)),
    Screen("citation", "claim:alder-turbines", ("c",)),
    *(Screen("citation", "claim:birch-price", ("c",), size=size) for size in SIZES),
    Screen("citation-second", "claim:alder-turbines", ("c", "full_stop")),
    Screen("claim", "claim:alder-price", ("enter",)),
    Screen("search", "judgement:gap-narrows", ("slash",), "crowns"),
    Screen("help", "judgement:gap-narrows", ("question_mark",)),
    Screen("problems", "judgement:gap-narrows", ("exclamation_mark",)),
    Screen("export", "judgement:gap-narrows", ("e",)),
    Screen("note", "expert:jon-hale", ("n",), "Ask again"),
    *(Screen("compare", "claim:alder-turbines", size=size) for size in SIZES),
    *(Screen("compare-open", "claim:alder-price", ("enter",), size=size) for size in SIZES),
    Screen("compare-link", "claim:alder-price", ("enter", "down", "down")),
    Screen("compare-all-open", "claim:alder-price", ("a",)),
    Screen("compare-side-open", "claim:alder-price", ("up", "enter")),
    Screen("compare-not-comparable", "claim:permit-time"),
    Screen("compare-not-comparable", "claim:permit-time", ("right",), size=SMALL),
    Screen("compare-whole-head", "claim:alder-price", ("w",), size=SMALL),
    *(Screen("experts", "question:open-grid", size=size) for size in SIZES),
    *(Screen("experts-matrix", "question:open-grid", ("v", "v"), size=size) for size in SIZES),
    *(Screen("brief", "judgement:gap-narrows", ("6",), size=size) for size in SIZES),
    Screen("brief-over", "judgement:gap-narrows", ("6",)),
    Screen("brief-over-end", "judgement:gap-narrows", ("6", "right", "end")),
    Screen("brief-over", "judgement:gap-narrows", ("6", *["down"] * 14), size=SMALL),
    Screen("export-over", "judgement:gap-narrows", ("6", "e", "shift+tab", "down", "down")),
    Screen(
        "export-over", "judgement:gap-narrows", ("6", "e", "shift+tab", "down", "down"), size=SMALL
    ),
]


@pytest.mark.parametrize("shown", CASES, ids=lambda shown: shown.file)
async def test_screen(pack: Path, shown: Screen, snapshot: SnapshotAssertion) -> None:
    Workspace().set("export folder", "/reports")
    if shown.name in {"problems", "overview-broken"}:
        edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
        edit(pack, "dimensions/price.yaml", "kind: estimate", "kind: guess")
    if shown.name in {"change", "overview-changed"}:
        read_before(pack)
        edit(pack, "judgements.yaml", "likelihood: likely", "likelihood: very likely")
        edit(pack, "dimensions/price.yaml", "runs 42 turbines of", "ran 43 turbines of")
        (pack / "experts" / "gazette-desk.md").unlink()
    if "over" in shown.name.split("-"):
        write_long_pack(pack)
    kind, _, name = shown.start.partition(":")
    async with reading(pack, shown.size, Ref(kind, name)) as reader:
        await reader.press(*shown.keys)
        await reader.type(shown.typed)
        assert reader.screen + "\n" == snapshot.use_extension(ScreenFiles)
