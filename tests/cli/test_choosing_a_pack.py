"""Which pack a command is about: -p, BRIEFING_PACK, the working directory, the shipped one."""

import json
from pathlib import Path

import pytest

from briefing.paths import shipped
from tests.cli.conftest import Command
from tests.packs import edit, write_pack

OTHER = "Other tides"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A second pack, told by its first side."""
    folder = write_pack(tmp_path / "other")
    return edit(folder, "pack.yaml", "name: Alderland", f"name: {OTHER}")


def is_other(command: Command, *words: str | Path) -> bool:
    return OTHER in command(*words).out


def test_the_option_stands_before_or_after_the_command(command: Command, other: Path) -> None:
    assert is_other(command, "-p", other, "list", "sides")
    assert is_other(command, "list", "sides", "--pack", other)


def test_the_file_pack_yaml_stands_for_its_folder(command: Command, other: Path) -> None:
    assert is_other(command, "list", "sides", "-p", other / "pack.yaml")


def test_the_variable_chooses_and_the_option_goes_before_it(
    command: Command, pack: Path, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_PACK", str(other))
    assert is_other(command, "list", "sides")
    assert not is_other(command, "list", "sides", "-p", pack)


def test_a_pack_above_the_working_directory_is_found(
    command: Command, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(other / "experts")
    assert is_other(command, "list", "sides")


def test_an_empty_variable_chooses_nothing(
    command: Command, other: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFING_PACK", "")
    monkeypatch.chdir(other)
    assert is_other(command, "list", "sides")


def test_elsewhere_it_is_the_shipped_one(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command("list", "sides") == command(
        "list", "sides", "-p", shipped("content") / "us-china-ai"
    )


def test_a_working_directory_that_is_gone_is_told(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    assert command("list") == (
        4,
        "",
        "briefing: the working directory cannot be read (No such file or directory); "
        "name a pack with -p\n",
    )


def test_a_name_that_would_drive_the_terminal_is_told_safely(command: Command) -> None:
    assert command("list", "-p", "/no\x1b[31m\nfolder") == (
        4,
        "",
        "briefing: /no␛[31m folder: No such file or directory\n",
    )


def test_a_name_too_long_for_a_file_is_told_without_a_traceback(command: Command) -> None:
    code, out, err = command("list", "-p", "x" * 5000)
    assert (code, out) == (4, "")
    assert err.endswith(": File name too long\n")


def test_a_shipped_pack_is_chosen_by_its_name(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command("list", "sides", "-p", "open-closed-ai").out == (
        "open    Open-weight models\nclosed  Closed models\n"
    )


def test_a_pack_here_goes_before_a_shipped_one_of_its_name(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    edit(write_pack(tmp_path / "open-closed-ai"), "pack.yaml", "name: Alderland", f"name: {OTHER}")
    assert is_other(command, "list", "sides", "-p", "open-closed-ai")


def test_of_a_library_one_pack_has_to_be_named(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("b", "a"):
        write_pack(Path("library") / name)
    assert command("list", "-p", "library") == (
        4,
        "",
        "briefing: library holds several packs: a, b; name one, such as -p library/a\n",
    )
    assert command("list", "sides", "-p", "library/b").code == 0


def test_packs_that_need_no_path_are_listed(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    write_pack(tmp_path / "tides")
    lines = command("list", "packs").out.splitlines()
    assert lines == [
        "open-closed-ai  Open-weight and closed models in AI",
        "us-china-ai     The United States and China in AI",
        "tides           Alderland and Birchmark in tidal power",
    ]
    assert json.loads(command("list", "packs", "--json").out)[2] == {
        "name": "tides",
        "title": "Alderland and Birchmark in tidal power",
        "folder": "tides",
    }
