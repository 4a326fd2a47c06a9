"""The test pack, read once for each module."""

import pytest

from briefing.pack.loader import load
from briefing.pack.pack import Pack
from tests.packs import write_pack


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return load(write_pack(tmp_path_factory.mktemp("pack"))).pack
