"""The app on a real terminal: what it writes, what it leaves behind, and how it ends."""

import os
import re
import signal
import sys
from pathlib import Path

import pytest

from briefing.paths import state_dir
from briefing.workspace import Workspace
from tests.packs import edit, write_pack
from tests.processes import BRIEFING
from tests.tui.hostile import write_hostile_pack
from tests.tui.terminal import Terminal

COLOUR = re.compile(rb"(?:^|;)(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;|$)")
"""A part of an SGR sequence (ECMA-48, section 8.3.117) that sets a colour."""


def restored(terminal: Terminal) -> None:
    """Make sure that a terminal is as it was before the app."""
    last = terminal.written.rpartition(b"\x1b[?1049h")[2]
    assert b"\x1b[?1049l" in last, "the alternate screen is left"
    assert last.rfind(b"\x1b[?25h") > last.rfind(b"\x1b[?25l"), "the cursor is shown"
    for mode in (b"1000", b"1003", b"1006", b"2004", b"1004"):
        on, off = b"\x1b[?" + mode + b"h", b"\x1b[?" + mode + b"l"
        assert last.rfind(off) > last.rfind(on), f"mode {mode!r} is off"
    assert terminal.modes == terminal.modes_before


def test_the_terminal_is_restored_when_the_app_is_left(pack: Path) -> None:
    with Terminal(pack) as terminal:
        terminal.sees("Bottom line")
        terminal.press("2")
        terminal.sees("Who sells tidal power for less")
        terminal.press("q")
        assert terminal.ends() == 0
        restored(terminal)


def test_ctrl_z_gives_the_terminal_back_to_the_shell_and_fg_takes_it_again(pack: Path) -> None:
    shell = ("bash", "--norc", "-i", "-c", 'set -m; "$@"; echo stopped; fg', "bash", *BRIEFING)
    with Terminal(pack, program=shell) as terminal:
        terminal.sees("Bottom line")
        terminal.press("\x1a")
        terminal.writes(b"stopped")
        assert b"\x1b[?1049l" in terminal.written.partition(b"stopped")[0]
        terminal.sees("Bottom line")
        terminal.press("2")
        terminal.sees("Who sells tidal power for less")
        terminal.press("q")
        terminal.ends()
        restored(terminal)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_to_end_restores_the_terminal_and_keeps_the_place(
    pack: Path, number: signal.Signals
) -> None:
    with Terminal(pack, "open", "jon-hale") as terminal:
        terminal.sees("Minister for the coast")
        terminal.send(number)
        assert terminal.ends() == 128 + number
        restored(terminal)
    with Terminal(pack) as terminal:
        terminal.sees("Minister for the coast")


def test_the_app_ends_with_its_terminal(pack: Path) -> None:
    with Terminal(pack) as terminal:
        terminal.sees("Bottom line")
        terminal.close()
        assert terminal.ends() == 128 + signal.SIGHUP


def test_the_app_ends_with_a_terminal_that_goes_away_without_a_signal(pack: Path) -> None:
    with Terminal(pack, controlled=False) as terminal:
        terminal.sees("Bottom line")
        terminal.close()
        assert terminal.ends() == 128 + signal.SIGHUP


CRASHING = """
import sys
from briefing.cli import run
from briefing.tui.app import BriefingApp
def crash(app):
    raise RuntimeError("out of tides")
BriefingApp.action_pin = crash
sys.exit(run(sys.argv[1:]))
"""


def test_a_crash_restores_the_terminal_and_says_what_to_do(pack: Path) -> None:
    program = (sys.executable, "-c", CRASHING)
    with Terminal(pack, "open", "jon-hale", program=program) as terminal:
        terminal.sees("Minister for the coast")
        terminal.press("n")
        terminal.sees("Note on:")
        terminal.press("Half a")
        terminal.sees("Half a")
        terminal.press("\x1b")
        terminal.misses("Half a")
        terminal.press(" ")
        assert terminal.ends() == 70
        restored(terminal)
        after = terminal.written.rpartition(b"\x1b[?1049l")[2]
        assert b"please report it (RuntimeError: out of tides)" in after
        assert b"Traceback" not in after
    assert [note.text for note in Workspace().notes("tidal-power").values()] == ["Half a"]


def test_a_kill_while_a_note_is_written_loses_nothing_that_was_paused_after(pack: Path) -> None:
    with Terminal(pack, "open", "jon-hale") as terminal:
        terminal.sees("Minister for the coast")
        terminal.press("n")
        terminal.sees("Note on:")
        terminal.press("Half a")
        workspace = Workspace()
        terminal.reads(lambda: bool(workspace.notes("tidal-power")))
        terminal.reads(lambda: workspace.get("last tidal-power") == "experts expert:jon-hale")
        terminal.kill()
    assert [note.text for note in Workspace().notes("tidal-power").values()] == ["Half a"]
    with Terminal(pack) as terminal:
        terminal.sees("Minister for the coast")


def test_a_folder_of_packs_opens_the_library_and_each_pack_from_there(tmp_path: Path) -> None:
    for name in ("tides", "wind"):
        folder = write_pack(tmp_path / "library" / name)
        edit(folder, "pack.yaml", "id: tidal-power", f"id: {name}")
        edit(folder, "pack.yaml", "in tidal power", f"in the power of {name}")
    (tmp_path / "library" / "broken" / "pack.yaml").mkdir(parents=True)
    with Terminal(tmp_path / "library") as terminal:
        terminal.sees("in the power of wind")
        terminal.press("G\r")
        terminal.sees("Bottom line")
        terminal.press("2")
        terminal.sees("Who sells")
        terminal.press("Lk\r")
        terminal.sees("Bottom line")
        terminal.press("LG\r")
        terminal.sees("Who sells")
        terminal.press("q")
        assert terminal.ends() == 0
        assert terminal.modes == terminal.modes_before
    assert sorted(Workspace().last_read()) == ["tides", "wind"]


def test_a_walk_through_the_pack_ends_with_a_file(pack: Path, tmp_path: Path) -> None:
    Workspace().set("export folder", str(tmp_path))
    with Terminal(pack) as terminal:
        terminal.sees("Bottom line")
        for key, text in {
            "2": "Who sells",
            "4": "Carry on",
            "6": "words",
            "e": "Export the page",
        }.items():
            terminal.press(key)
            terminal.sees(text)
        terminal.press("\r")
        terminal.sees("Written to")
        terminal.press("\x1b")
        terminal.misses("Written to")
        terminal.press("q")
        assert terminal.ends() == 0
        restored(terminal)
    assert "Alderland" in (tmp_path / "tidal-power-one-pager.md").read_text()


@pytest.fixture
def desktop(tmp_path: Path) -> Path:
    """A folder with a command that fills a clipboard, which is a file in it."""
    folder = tmp_path / "desktop"
    folder.mkdir()
    script = folder / "xclip"
    script.write_text(f"#!/bin/sh\ncat > {folder}/part; mv {folder}/part {folder}/clipboard\n")
    script.chmod(0o755)
    return folder


def test_what_is_copied_goes_to_the_terminal_and_to_the_desktop(pack: Path, desktop: Path) -> None:
    path = f"{desktop}:{os.environ['PATH']}"
    with Terminal(pack, "open", "jon-hale", DISPLAY=":0", PATH=path, TMUX="") as terminal:
        terminal.sees("Minister for the coast")
        terminal.press("y")
        terminal.writes(b"\x1b]52;c;")
        terminal.reads((desktop / "clipboard").is_file)
    assert "Jon Hale" in (desktop / "clipboard").read_text()


def test_where_only_the_terminal_is_asked_the_text_is_kept_in_a_file(pack: Path) -> None:
    with Terminal(pack, "open", "jon-hale", DISPLAY="", WAYLAND_DISPLAY="", TMUX="") as terminal:
        terminal.sees("Minister for the coast")
        terminal.press("y")
        terminal.sees("Sent to your terminal")
    assert "Jon Hale" in (state_dir() / "copied.md").read_text()


def test_no_sequence_of_the_content_reaches_the_terminal(tmp_path: Path) -> None:
    with Terminal(write_hostile_pack(tmp_path / "hostile")) as terminal:
        terminal.sees("Bottom line")
        for key, text in {
            "2": "1/2  Who sells",
            "\r": "▌▸ Dearer",
            "jjjjjjjjjjjjjjjj": "▌  Corrected",
            "c": "Says who?",
            "q": "▌  Corrected",
            "n": "Note on:",
        }.items():
            terminal.press(key)
            terminal.sees(text)
        terminal.press("\x1b")
        terminal.misses("Note on:")
        for key, text in {
            "3": "Open grid",
            "4": "Carry on",
            "5": "Register of prices",
            "6": "words",
            "!": "Content: ",
        }.items():
            terminal.press(key)
            terminal.sees(text)
        terminal.press("q")
        terminal.misses("Content: ")
        terminal.press(" ")
        terminal.press("q")
        assert terminal.ends() == 0
        restored(terminal)
        for payload in (b"\x1b]0;PWNED", b"PWNED\x07", b"\xc2\x9b", b"\x9b31m", b"\x1b[2J"):
            assert payload not in terminal.written
        for hidden in "\u202e\u2066\u200e\ufeff\u2028":
            assert hidden.encode() not in terminal.written


def test_without_colour_none_reaches_the_terminal(pack: Path) -> None:
    with Terminal(pack, NO_COLOR="1") as terminal:
        terminal.sees("Bottom line")
        for key, text in {"2": "Who sells", "3": "Open grid", "5": "Tide survey"}.items():
            terminal.press(key)
            terminal.sees(text)
        dialogs = {"c": "esc close", "?": "find a command", "/": "Type to", "t": "sepia"}
        for key, text in dialogs.items():
            terminal.press(key)
            terminal.sees(text)
            terminal.press("\x1b")
            terminal.misses(text)
        terminal.press("q")
        terminal.ends()
        styles = set(re.findall(rb"\x1b\[([0-9;:]*)m", terminal.written))
        assert [style for style in styles if COLOUR.search(style)] == []
        assert any(style.startswith((b"7", b"1;7")) for style in styles), "highlights show"


def test_with_colour_there_is_some(pack: Path) -> None:
    with Terminal(pack) as terminal:
        terminal.sees("Quit")
        styles = set(re.findall(rb"\x1b\[([0-9;:]*)m", terminal.written))
        assert [style for style in styles if COLOUR.search(style)]


@pytest.fixture
def editor(tmp_path: Path) -> Path:
    """An editor that notes its words, presses Ctrl+C, and changes a line of the file."""
    script = tmp_path / "editor"
    script.write_text(
        "#!/bin/sh\n"
        "trap : INT\n"
        "kill -INT 0\n"
        f"printf '%s\\n' \"$@\" > '{tmp_path}/words'\n"
        "sed -i 's/Minister for the coast/Minister of tides/' \"$2\"\n"
    )
    script.chmod(0o755)
    return script


def test_o_opens_the_file_at_its_line_and_shows_what_was_changed(
    pack: Path, editor: Path, tmp_path: Path
) -> None:
    with Terminal(pack, "open", "jon-hale", EDITOR=str(editor)) as terminal:
        terminal.sees("Minister for the coast")
        terminal.press("o")
        terminal.sees("Minister of tides")
        terminal.press("q")
        assert terminal.ends() == 0
        restored(terminal)
    words = (tmp_path / "words").read_text().splitlines()
    assert words == ["+2", os.fspath(pack / "experts/jon-hale.md")]


def test_an_editor_that_is_not_there_is_told_and_the_app_goes_on(pack: Path) -> None:
    with Terminal(pack, "open", "jon-hale", EDITOR="no-such-editor") as terminal:
        terminal.sees("Help")
        terminal.press("o")
        terminal.sees("no-such-editor cannot be")
        terminal.press("2")
        terminal.sees("Who sells")
        terminal.press("q")
        assert terminal.ends() == 0


def test_an_item_that_is_not_there_is_told_before_the_screen_is_taken(pack: Path) -> None:
    with Terminal(pack, "open", "nobody") as terminal:
        assert terminal.ends() != 0
        assert b"\x1b[?1049h" not in terminal.written
