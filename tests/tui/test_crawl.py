"""Someone who presses every key everywhere, in any order: nothing breaks, and one gets home.

That takes some three thousand steps. `BRIEFING_CRAWL=100 pytest tests/tui/test_crawl.py` takes
a hundred times as many, and `BRIEFING_CRAWL_SEED=7` takes others.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from briefing.paths import shipped
from tests.packs import FILES, edit, write_pack
from tests.tui.crawler import DIALOGS, PLACES, Crawler, Place
from tests.tui.hostile import write_hostile_pack
from tests.tui.reader import MIDDLE, SMALL, USUAL, WIDE, reading

ROUNDS = int(os.environ.get("BRIEFING_CRAWL", "1"))
SEED = int(os.environ.get("BRIEFING_CRAWL_SEED", "1"))


def copied(folder: Path) -> Path:
    """Return a copy of the shipped pack, for a crawl may write into it."""
    return Path(copytree(shipped("content") / "us-china-ai", folder))


def broken(folder: Path) -> Path:
    """Return a pack of which files are broken."""
    pack = write_pack(folder)
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    edit(pack, "dimensions/price.yaml", "kind: estimate", "kind: guess")
    return pack


def empty(folder: Path) -> Path:
    """Return a pack with nothing in it."""
    return write_pack(folder, dict.fromkeys(set(FILES) - {"pack.yaml"}))


PACKS: list[tuple[Callable[[Path], Path], tuple[int, int]]] = [
    (copied, MIDDLE),
    (broken, SMALL),
    (write_pack, WIDE),
    (empty, USUAL),
    (write_hostile_pack, USUAL),
]
IN_VIEWS = [
    pytest.param(place, *PACKS[pack % len(PACKS)], id=f"{place.name}-{PACKS[pack % 5][0].__name__}")
    for number, place in enumerate(PLACES)
    for pack in (2 * number, 2 * number + 1)
]
IN_DIALOGS = [
    pytest.param(place, make, size, id=f"{place.name}-{make.__name__}")
    for place in DIALOGS
    for make, size in [(write_pack, SMALL)]
]


@pytest.fixture(autouse=True)
def _nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write what is exported here, and copy to no desktop."""
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX"):
        monkeypatch.delenv(variable, raising=False)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)


@pytest.mark.parametrize(("place", "make", "size"), [*IN_VIEWS, *IN_DIALOGS])
async def test_every_key_of_a_place_in_any_order(
    place: Place, make: Callable[[Path], Path], size: tuple[int, int], tmp_path: Path
) -> None:
    library = tmp_path / "library"
    pack = make(library / "1")
    write_pack(library / "2")
    chance = random.Random(f"{place.name} {make.__name__} {SEED}")
    async with reading(pack, size, library=library) as reader:
        await reader.press("enter")
        crawler = Crawler(reader, chance)
        for _ in range(ROUNDS):
            await crawler.crawl(place)
