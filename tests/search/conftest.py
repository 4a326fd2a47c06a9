"""What tests of the search have: the index of a small pack."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefing.search import Index
from tests.packs import write_pack


@pytest.fixture
def index(tmp_path: Path) -> Iterator[Index]:
    """The index of a small valid pack."""
    index = Index(write_pack(tmp_path))
    yield index
    index.close()
