"""What tests of commands have: a small pack, and a way to run a command in this process."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from briefing.cli import run
from tests.packs import write_pack


class Result(NamedTuple):
    """How a command ended, and what it wrote to standard output and standard error."""

    code: int
    out: str
    err: str


Command = Callable[..., Result]


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The folder of a small valid pack."""
    return write_pack(tmp_path / "tides")


@pytest.fixture
def command(capsys: pytest.CaptureFixture[str]) -> Command:
    """Runs a command with these words and returns its result."""

    def ran(*words: str | Path) -> Result:
        code = run([str(word) for word in words])
        return Result(code, *capsys.readouterr())

    return ran
