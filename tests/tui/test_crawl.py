"""Someone who presses every key everywhere, in any order: nothing breaks, and one gets home.

That takes some two thousand steps. `BRIEFING_CRAWL=100 pytest tests/tui/test_crawl.py` takes
a hundred times as many, and `BRIEFING_CRAWL_SEED=7` takes others.
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

import pytest

from briefing.paths import shipped
from tests.packs import FILES, edit, write_pack
from tests.tui.crawler import PLACES, Crawler
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


class Route(NamedTuple):
    """On which pack, at which size, and through which places one crawls."""

    make: Callable[[Path], Path]
    size: tuple[int, int]
    places: tuple[str, ...]


ROUTES = {
    "shipped": Route(copied, MIDDLE, ("experts", "options", "brief")),
    "made": Route(write_pack, WIDE, ("compare", "experts", "evidence")),
    "broken": Route(broken, SMALL, ("overview", "evidence", "brief")),
    "empty": Route(empty, USUAL, ("compare", "options", "library")),
    "hostile": Route(write_hostile_pack, USUAL, ("overview", "compare", "options")),
    "finding": Route(write_pack, USUAL, ("search", "palette", "help", "tour", "citation")),
    "writing": Route(write_pack, SMALL, ("note", "notes", "export", "problems", "colours")),
    "choosing": Route(
        write_hostile_pack, SMALL,
        ("experts-filters", "sources-filters", "choose-brief", "retitle", "save-recipe"),
    ),
}  # fmt: skip


def test_every_place_is_on_a_route() -> None:
    assert {name for route in ROUTES.values() for name in route.places} == set(PLACES)


@pytest.fixture(autouse=True)
def _nowhere_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write what is exported here, and copy to no desktop."""
    for variable in ("DISPLAY", "WAYLAND_DISPLAY", "TMUX"):
        monkeypatch.delenv(variable, raising=False)
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)


@pytest.mark.parametrize("name", ROUTES)
async def test_every_key_of_every_place_in_any_order(name: str, tmp_path: Path) -> None:
    route = ROUTES[name]
    library = tmp_path / "library"
    pack = route.make(library / "1")
    write_pack(library / "2")
    async with reading(pack, route.size, library=library) as reader:
        reader.app.makes_views = name not in {"shipped", "finding"}
        await reader.press("enter")
        crawler = Crawler(reader, random.Random(f"{name} {SEED}"))
        for place in route.places * ROUNDS:
            await crawler.crawl(PLACES[place])
