"""Draw a picture of every view for the README: `python -m tests.pictures [FOLDER]`.

The same app and content give the same bytes: the pack is the shipped one, the reader is
new, and a picture needs no font from elsewhere.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from briefing.pack.pack import Ref
from briefing.paths import shipped
from tests.tui.reader import reading

FOLDER = Path(__file__).parent.parent / "docs" / "pictures"
PACK = shipped("content") / "us-china-ai"
SIZE = (120, 36)
FONTS = 'ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace'
WEB_FONT = re.compile(r"@font-face \{.*?\}", re.DOTALL)


class Picture(NamedTuple):
    """What is in a picture: where the app starts, and the keys pressed then."""

    name: str
    start: Ref
    keys: tuple[str, ...] = ()


PICTURES = (
    Picture("overview", Ref("judgement", "lead-is-months")),
    Picture("compare", Ref("dimension", "compute"), ("right",)),
    Picture("experts", Ref("question", "open-weights")),
    Picture("options", Ref("option", "status-quo")),
    Picture("evidence", Ref("source", "s-strategic-edge")),
    Picture("brief", Ref("dimension", "compute"), ("6",)),
)


def main(folder: Path = FOLDER) -> None:
    """Write all pictures into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for picture in PICTURES:
        drawn = asyncio.run(draw(picture))
        (folder / f"{picture.name}.svg").write_text(drawn, encoding="utf-8")


async def draw(picture: Picture) -> str:
    """Return a picture as SVG."""
    with TemporaryDirectory() as home:
        os.environ["BRIEFING_HOME"] = home
        async with reading(PACK, SIZE, picture.start) as reader:
            await reader.press(*picture.keys)
            svg = reader.app.export_screenshot(title="briefing", simplify=True)
    # A page that shows the file as an image loads no font for it.
    return WEB_FONT.sub("", svg).replace("font-family: Fira Code", f"font-family: {FONTS}")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
