"""What tests of checks have: a pack in which no check finds anything."""

from pathlib import Path

import pytest

from tests.checks.clean_pack import write_clean


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """The folder of a pack in which no check finds anything."""
    return write_clean(tmp_path / "tides")
