"""`briefing check`: every problem with its place, a count, and an exit code for scripts."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.packs import edit


def test_a_good_pack_is_counted_and_fine(command: Command, pack: Path) -> None:
    assert command("check", "-p", pack) == (0, "13 files, 0 errors, 0 warnings\n", "")


def test_every_problem_is_printed_with_its_place_and_a_hint(command: Command, pack: Path) -> None:
    edit(pack, "judgements.yaml", "likelihood: likely", "likelihood: likley")
    edit(pack, "pack.yaml", "lexicon:", "lexikon:")
    code, out, err = command("check", "-p", pack)
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        f'{pack}/judgements.yaml:3:15: error LEX001: "likley" is no term of the lexicon icd203 – '
        "did you mean 'likely'?",
        f'{pack}/pack.yaml:18:1: error FLD001: unknown key "lexikon" in a pack – '
        "did you mean 'lexicon'?",
        "13 files, 2 errors, 0 warnings",
    ]


def test_places_are_relative_where_the_pack_lies_below_the_working_directory(
    command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(pack, "pack.yaml", "lexicon: icd203", "lexicon: none")
    monkeypatch.chdir(pack.parent)
    assert command("check", "-p", "tides").out.startswith("tides/pack.yaml:18:10: error FLD004: ")
    monkeypatch.chdir(pack)
    assert command("check").out.startswith("pack.yaml:18:10: error FLD004: ")


@pytest.mark.parametrize("flags", [("--json",), ("--format", "json")])
def test_json_holds_the_same_for_programs(
    command: Command, pack: Path, flags: tuple[str, ...]
) -> None:
    edit(pack, "pack.yaml", "lexicon: icd203", "lexicon: none")
    code, out, err = command("check", "-p", pack, *flags)
    assert (code, err) == (1, "")
    assert json.loads(out) == {
        "pack": str(pack),
        "files": 13,
        "errors": 1,
        "warnings": 0,
        "problems": [
            {
                "file": "pack.yaml",
                "line": 18,
                "column": 10,
                "severity": "error",
                "rule": "FLD004",
                "message": '"lexicon" cannot be "none"',
                "hint": "it may be icd203, phia",
            }
        ],
    }


def test_control_characters_in_names_are_made_visible(command: Command, pack: Path) -> None:
    hostile = pack.rename(pack.with_name("\x1b[2J"))
    (hostile / "experts" / "\x1b[31m.md").write_text("no front matter")
    out = command("check", "-p", hostile).out
    assert "/␛[2J/experts/␛[31m.md: error FIL005: not read" in out
    assert "\x1b" not in out


def test_json_keeps_the_name_of_a_folder_that_is_no_text(command: Command, pack: Path) -> None:
    odd = pack.rename(pack.with_name(b"\xff".decode(errors="surrogateescape")))
    assert json.loads(command("check", "-p", odd, "--json").out)["pack"] == str(odd)


def test_a_folder_without_a_pack_cannot_be_checked(command: Command, tmp_path: Path) -> None:
    message = f"briefing: {tmp_path} is not a pack: it holds no pack.yaml\n"
    assert command("check", "-p", tmp_path) == (4, "", message)


def test_a_folder_that_does_not_exist_cannot_be_checked(command: Command, tmp_path: Path) -> None:
    message = f"briefing: {tmp_path}/none: No such file or directory\n"
    assert command("check", "-p", tmp_path / "none") == (4, "", message)
