"""What the app is opened on: the shipped pack, a big one, and the shipped one as Markdown."""

from __future__ import annotations

import time
from pathlib import Path

from briefing import describe
from briefing.export.markdown import render
from briefing.pack.loader import load
from briefing.paths import shipped
from tests.bench.big_pack import write_big_pack

SHIPPED = shipped("content") / "us-china-ai"
BIG_CLAIMS = 10_000
AT_REST = 2.5
"""Seconds after which a pack that was written is kept in the cache."""


def big_pack(home: Path) -> Path:
    """Return the folder of a pack of 10,000 claims, written when first asked for."""
    folder = home / "big"
    if not folder.exists():
        write_big_pack(folder, BIG_CLAIMS)
        time.sleep(AT_REST)
    return folder


def first_words(pack: Path) -> str:
    """Return the words with which the first screen begins: those of the title."""
    return " ".join(load(pack).pack.manifest.title.split()[:3])


def as_markdown(file: Path) -> Path:
    """Write the six views of the shipped pack into one Markdown file and return it."""
    pack = load(SHIPPED).pack
    documents = [describe.view(pack, name) for name in describe.VIEWS]
    file.write_text("\n".join(map(render, documents)), encoding="utf-8")
    return file
