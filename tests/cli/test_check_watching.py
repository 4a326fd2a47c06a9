"""`briefing check --watch`: again after every change, until the user interrupts."""

import os
import pty
import signal
import subprocess
from pathlib import Path
from typing import IO

import pytest

from tests.checks.clean_pack import PRICE, SO_WHAT, write_clean
from tests.packs import edit
from tests.processes import BRIEFING, environment


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The folder of a small pack in which no check finds anything."""
    return write_clean(tmp_path / "tides")


def until_counted(stream: IO[bytes]) -> str:
    """Return what is written up to the line with the totals."""
    lines = []
    for line in iter(stream.readline, b""):
        lines.append(line.decode())
        if "rules passed" in lines[-1]:
            break
    return "".join(lines)


def test_a_pipe_gets_one_result_after_the_other(pack: Path) -> None:
    command = [*BRIEFING, "check", "--watch", "-p", str(pack)]
    with subprocess.Popen(command, env=environment(), stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        first = until_counted(process.stdout)
        edit(pack, PRICE, SO_WHAT, "so_what: Perhaps not.")
        second = until_counted(process.stdout)
        (pack / PRICE).unlink()
        third = until_counted(process.stdout)
        process.send_signal(signal.SIGINT)
        rest = process.stdout.read()
    assert " files, 0 errors, 0 warnings; " in first
    assert "LEX004" in second
    assert "REF001" in third
    assert (rest, process.returncode) == (b"", 0)


def test_a_pack_that_goes_away_is_waited_for(pack: Path) -> None:
    command = [*BRIEFING, "check", "--watch", "-p", str(pack)]
    pipe, both = subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, env=environment(), stdout=pipe, stderr=both) as process:
        assert process.stdout is not None
        until_counted(process.stdout)
        (pack / "pack.yaml").rename(pack / "pack.old")
        gone = process.stdout.readline().decode()
        (pack / "pack.old").rename(pack / "pack.yaml")
        back = until_counted(process.stdout)
        process.send_signal(signal.SIGINT)
    assert gone == f"briefing: {pack} is not a pack: it holds no pack.yaml\n"
    assert " files, 0 errors, 0 warnings; " in back
    assert process.returncode == 0


def test_a_terminal_is_cleared_before_each_time(pack: Path) -> None:
    ours, theirs = pty.openpty()
    command = [*BRIEFING, "check", "--watch", "-p", str(pack)]
    env = environment(TERM="xterm-256color")
    with subprocess.Popen(command, env=env, stdout=theirs) as process:
        os.close(theirs)
        with os.fdopen(ours, "rb") as screen:
            first = until_counted(screen)
            edit(pack, PRICE, SO_WHAT, "so_what: Perhaps not.")
            second = until_counted(screen)
            process.send_signal(signal.SIGINT)
            process.wait()
    for shown in (first, second):
        assert shown.startswith("\x1b[2J\x1b[Hwatching; ctrl+c ends\r\n")
    assert process.returncode == 0


def test_a_pack_that_cannot_be_read_ends_the_watch(tmp_path: Path) -> None:
    command = [*BRIEFING, "check", "--watch", "-p", str(tmp_path)]
    done = subprocess.run(command, env=environment(), capture_output=True, check=False)
    assert done.returncode == 4
