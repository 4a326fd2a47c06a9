"""The test pack, read once, or in a folder to change."""

from pathlib import Path

import pytest

from briefing.pack.loader import load
from briefing.pack.pack import Pack
from tests.packs import write_pack


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return load(write_pack(tmp_path_factory.mktemp("pack"))).pack


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path)
