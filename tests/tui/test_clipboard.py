"""Copying: which commands are asked, and what a terminal is told."""

import base64
from pathlib import Path

import pytest

from briefing.tui.clipboard import commands, sequence

OSC = f"\x1b]52;c;{base64.b64encode('Zölle 漢'.encode()).decode()}\x07"


@pytest.fixture
def path(tmp_path: Path) -> str:
    """A folder with every command."""
    for name in ("wl-copy", "xclip", "xsel", "pbcopy", "clip.exe", "tmux"):
        (tmp_path / name).touch(mode=0o755)
    return str(tmp_path)


@pytest.mark.parametrize(
    ("platform", "environ", "found"),
    [
        ("linux", {"WAYLAND_DISPLAY": "wayland-0", "DISPLAY": ":0"}, ["wl-copy", "xclip", "xsel"]),
        ("linux", {"DISPLAY": ":0"}, ["xclip", "xsel"]),
        ("linux", {}, []),
        ("linux", {"WSL_DISTRO_NAME": "Debian"}, ["clip.exe"]),
        ("linux", {"TMUX": "/tmp/tmux,1,0"}, ["tmux"]),
        ("darwin", {}, ["pbcopy"]),
        ("darwin", {"SSH_TTY": "/dev/pts/1"}, []),
        ("linux", {"SSH_TTY": "/dev/pts/1", "DISPLAY": "localhost:10"}, ["xclip", "xsel"]),
    ],
)
def test_the_clipboard_asked_is_the_one_where_the_reader_is(
    path: str, platform: str, environ: dict[str, str], found: list[str]
) -> None:
    asked = commands(platform, {"PATH": path, **environ})
    assert [command[0] for command in asked] == found


def test_a_command_that_is_not_there_is_not_asked(tmp_path: Path) -> None:
    assert commands("linux", {"PATH": str(tmp_path), "DISPLAY": ":0"}) == []


def test_a_terminal_is_asked_by_osc_52() -> None:
    assert sequence("Zölle 漢", {"TERM": "xterm-256color"}) == OSC


def test_within_tmux_the_terminal_outside_is_asked_as_well() -> None:
    passed = "\x1bPtmux;" + OSC.replace("\x1b", "\x1b\x1b") + "\x1b\\"
    assert sequence("Zölle 漢", {"TMUX": "x"}) == OSC + passed


def test_within_screen_the_sequence_is_passed_on_in_pieces() -> None:
    asked = sequence("x" * 2000, {"STY": "1.pts"})
    pieces = asked.removesuffix("\x1b\\").split("\x1b\\")
    assert all(piece.startswith("\x1bP") and len(piece) < 768 for piece in pieces)
    whole = "".join(piece.removeprefix("\x1bP") for piece in pieces)
    assert whole == sequence("x" * 2000, {})
