"""What tests of the page share: packs whose page runs over, and walking about in Brief."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

from briefing.export.fit import Fit, fit
from briefing.pack.loader import load
from briefing.recipes import default_brief
from tests.packs import ONE_PAGER, OPEN_GRID, write_pack
from tests.tui.reader import Reader

UNKNOWN = "What Birchmark pays its builders is not known."
SENTENCE = " No figure was found in any of the registers that were read for it."


def write_long_pack(folder: Path, sentences: int = 34) -> Path:
    """Write a pack whose page runs over by lines of text that cannot be left out.

    With 34 sentences two items have to go, with 60 not even these would make it fit.
    """
    text = ONE_PAGER.replace(UNKNOWN, UNKNOWN + SENTENCE * sentences)
    text = text.replace("[carry-on, open", "[carry-on, share-the-grid, open")
    share = OPEN_GRID.replace("id: open-the-grid\nname: Open", "id: share-the-grid\nname: Share")
    return write_pack(folder, {"briefs/one-pager.yaml": text, "options/share-the-grid.md": share})


def listed(reader: Reader) -> list[str]:
    """Return the rows that the list of the Brief view shows."""
    rows = (line.split("▏")[0].strip() for line in reader.lines[1:] if "▏" in line)
    return list(takewhile(bool, rows))


def fitted(folder: Path) -> Fit:
    """Return how the page of a pack that nobody changed fits."""
    pack = load(folder).pack
    brief = default_brief(pack)
    assert brief is not None
    return fit(pack, brief)


async def go(reader: Reader, ref: str) -> None:
    """Walk down the list of the Brief view to an item."""
    await reader.press("home")
    for _ in range(20):
        if reader.here == ref:
            return
        await reader.press("down")
    raise AssertionError(f"{ref} is not on the page:\n{reader.screen}")
