"""How every command ends: help, mistakes, closed and broken outputs, odd locales, bugs."""

import re
from pathlib import Path

import pytest

from briefing import __version__
from tests.cli.conftest import Command
from tests.packs import edit
from tests.processes import in_shell, on_pipes, on_terminal

COMMANDS = ("open", "read", "list", "search", "export", "check", "themes")


# --- help and mistakes ----------------------------------------------------------------------


def test_version_is_one_line(command: Command) -> None:
    assert command("--version") == (0, f"briefing {__version__}\n", "")


def test_help_names_every_command_once_and_fits_a_terminal(command: Command) -> None:
    code, out, err = command("--help")
    assert (code, err) == (0, "")
    for name in COMMANDS:
        assert len(re.findall(rf"^  {name}\b.*  \w", out, re.MULTILINE)) == 1, name
    assert max(map(len, out.splitlines())) <= 92


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_of_its_own(command: Command, name: str) -> None:
    code, out, err = command(name, "--help")
    assert (code, err) == (0, "")
    assert out.startswith(f"usage: briefing {name} ")
    assert "--pack PATH" in out


def test_an_unknown_command_is_wrong_usage_with_a_suggestion(command: Command) -> None:
    assert command("chekc") == (
        2,
        "",
        "briefing: there is no command \"chekc\" – did you mean 'check'? (see `briefing --help`)\n",
    )


def test_options_are_not_abbreviated(command: Command) -> None:
    assert command("check", "--stri") == (
        2,
        "",
        "briefing: unrecognized arguments: --stri (see `briefing --help`)\n",
    )


def test_an_option_without_its_value_is_wrong_usage(command: Command) -> None:
    assert command("list", "-p") == (
        2,
        "",
        "briefing: argument -p/--pack: expected one argument (see `briefing list --help`)\n",
    )


def test_mistakes_are_told_without_what_would_drive_the_terminal(command: Command) -> None:
    err = command("\x1b[31m\n\udcff").err
    assert err.startswith('briefing: there is no command "␛[31m <U+DCFF>" – ')
    assert err.count("\n") == 1


# --- outputs that close, break, or cannot show everything -----------------------------------


@pytest.mark.parametrize("words", ["--help", "list claims", "read", "export", "check --json"])
def test_a_reader_that_stops_reading_ends_the_command_quietly(pack: Path, words: str) -> None:
    done = in_shell(f"$briefing {words} | true; exit ${{PIPESTATUS[0]}}", cwd=pack)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize("words", ["--help", "list", "read", "export", "check --json"])
def test_a_full_disk_is_told_and_ends_with_4(pack: Path, words: str, unbuffered: str) -> None:
    done = in_shell(f"$briefing {words} > /dev/full", cwd=pack, PYTHONUNBUFFERED=unbuffered)
    assert done.returncode == 4
    assert done.stderr == b"briefing: cannot write: No space left on device\n"


@pytest.mark.parametrize("words", ["--help", "list", "read", "export", "check --json"])
def test_a_closed_output_is_told_and_ends_with_4(pack: Path, words: str) -> None:
    done = in_shell(f"$briefing {words} >&-", cwd=pack)
    assert done.returncode == 4
    assert done.stderr == b"briefing: cannot write: standard output is closed\n"


@pytest.mark.parametrize(("words", "code"), [("--help", 0), ("list nothing", 2), ("list", 0)])
def test_closed_inputs_and_errors_break_nothing(pack: Path, words: str, code: int) -> None:
    done = in_shell(f"$briefing {words} 2>&- <&-", cwd=pack)
    assert done.returncode == code


def test_with_everything_closed_the_exit_code_still_tells(pack: Path) -> None:
    assert in_shell("$briefing list >&- 2>&- <&-", cwd=pack).returncode == 4
    assert in_shell("$briefing list nothing >&- 2>&- <&-", cwd=pack).returncode == 2


@pytest.mark.parametrize("words", ["read", "list", "export", "search 桦木", "check"])
@pytest.mark.parametrize(
    "locale", [{"PYTHONIOENCODING": "ascii"}, {"LC_ALL": "C", "PYTHONUTF8": "0"}]
)
def test_a_locale_without_the_characters_is_no_error(
    pack: Path, words: str, locale: dict[str, str]
) -> None:
    edit(pack, "pack.yaml", "name: Birchmark", "name: 桦木")
    done = on_pipes(*words.split(), cwd=pack, PYTHONCOERCECLOCALE="0", **locale)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_what_cannot_be_shown_is_a_question_mark_but_files_are_utf_8(pack: Path) -> None:
    edit(pack, "pack.yaml", "name: Birchmark", "name: 桦木")
    ascii_only = {"PYTHONIOENCODING": "ascii"}
    assert b"birch  ??\n" in on_pipes("list", "sides", cwd=pack, **ascii_only).stdout
    exported = on_pipes("export", "-f", "md", cwd=pack, **ascii_only).stdout
    assert exported == on_pipes("export", "-f", "md", cwd=pack).stdout
    assert "桦木" in exported.decode()


# --- the app's terminal ---------------------------------------------------------------------

NEEDS_A_TERMINAL = "briefing: the app needs a terminal; `briefing read` prints what it shows\n"


@pytest.mark.parametrize("words", [(), ("open",), ("open", "price")])
def test_the_app_is_not_drawn_into_a_pipe(command: Command, words: tuple[str, ...]) -> None:
    assert command(*words) == (2, "", NEEDS_A_TERMINAL)


def test_the_app_is_not_drawn_on_a_terminal_that_cannot_move_its_cursor(pack: Path) -> None:
    assert on_terminal(cwd=pack, TERM="dumb") == (2, NEEDS_A_TERMINAL)


def test_the_app_is_not_opened_at_an_item_that_does_not_exist(pack: Path) -> None:
    assert on_terminal("open", "prise", cwd=pack) == (
        2,
        "briefing: there is no item \"prise\" – did you mean 'price'?\n",
    )


def test_the_app_is_not_opened_without_a_pack(tmp_path: Path) -> None:
    assert on_terminal("-p", tmp_path, cwd=tmp_path) == (
        4,
        f"briefing: {tmp_path} is not a pack: it holds no pack.yaml\n",
    )


# --- interruptions and bugs -----------------------------------------------------------------

BROKEN = """
import sys
import briefing.cli.check
def broken(args):
    raise {error}
briefing.cli.check.run = broken
from briefing.cli import run
sys.exit(run(["check"]))
"""


def test_ctrl_c_ends_quietly_with_130(pack: Path) -> None:
    script = BROKEN.format(error="KeyboardInterrupt")
    done = in_shell('${briefing% -m briefing} -c "$script"', cwd=pack, script=script)
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


def test_a_bug_is_one_line_that_asks_for_a_report(pack: Path) -> None:
    script = BROKEN.format(error="KeyError('claims')")
    done = in_shell('${briefing% -m briefing} -c "$script"', cwd=pack, script=script)
    assert done.returncode == 70
    assert done.stderr.decode() == (
        "briefing: this is a bug in briefing, please report it (KeyError: 'claims'); "
        "BRIEFING_DEBUG=1 shows where\n"
    )


def test_a_bug_shows_where_when_asked_to(pack: Path) -> None:
    script = BROKEN.format(error="KeyError('claims')")
    done = in_shell(
        '${briefing% -m briefing} -c "$script"', cwd=pack, script=script, BRIEFING_DEBUG="1"
    )
    assert done.returncode == 70
    assert done.stderr.startswith(b"Traceback (most recent call last):\n")
