"""What tests of the app have: the small pack, the shipped one, a place for themes."""

import os
from pathlib import Path

import pytest

from briefing.paths import shipped
from tests.packs import write_pack


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The folder of a small valid pack."""
    return write_pack(tmp_path / "tides")


@pytest.fixture
def shipped_pack() -> Path:
    """The folder of the pack on the United States and China."""
    return shipped("content") / "us-china-ai"


@pytest.fixture
def themes() -> Path:
    """The folder of the user's own themes."""
    folder = Path(os.environ["BRIEFING_HOME"]) / "config" / "themes"
    folder.mkdir(parents=True)
    return folder
