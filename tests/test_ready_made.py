"""What others copy or call is in order: the hook for pre-commit, and the workflow for packs."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing.cli.parser import make_parser
from briefing.paths import shipped

ROOT = Path(__file__).parent.parent


def data(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text())


def test_the_hook_for_pre_commit_runs_the_check() -> None:
    [hook] = data(".pre-commit-hooks.yaml")
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    program, *words = shlex.split(hook["entry"])
    args = make_parser(words).parse_args([*words, "-p", "packs/mine"])
    assert (program, args.command, args.strict) == ("briefing", "check", True)


@pytest.mark.parametrize("above", ["", "packs/mine/"])
def test_the_hook_runs_for_every_file_of_a_pack_and_for_no_other(above: str) -> None:
    [hook] = data(".pre-commit-hooks.yaml")
    folder = shipped("content") / "open-closed-ai"
    files = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    for path in files:
        found = re.search(hook["files"], above + path)
        assert bool(found) == (not path.startswith("schema/"))
    assert not re.search(hook["files"], f"{above}README.md")


def test_the_workflow_calls_commands_that_there_are() -> None:
    steps = data("docs/check-pack.yaml")["jobs"]["check"]["steps"]
    lines = [shlex.split(step["run"]) for step in steps if "run" in step]
    commands = [words for program, *words in lines if program == "briefing"]
    parsed = [make_parser(words).parse_args(words) for words in commands]
    assert [args.command for args in parsed] == ["check", "export"]
    assert parsed[0].format == "github"
