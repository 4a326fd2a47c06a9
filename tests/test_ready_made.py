"""What others copy or call is in order: the hook for pre-commit, and the workflow for packs."""

import shlex
from pathlib import Path
from typing import Any

import yaml

from briefing.cli.parser import make_parser

ROOT = Path(__file__).parent.parent


def data(path: str) -> Any:
    return yaml.safe_load((ROOT / path).read_text())


def test_the_hook_for_pre_commit_runs_the_check() -> None:
    [hook] = data(".pre-commit-hooks.yaml")
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    program, *words = shlex.split(hook["entry"])
    args = make_parser(words).parse_args([*words, "-p", "packs/mine"])
    assert (program, args.command, args.strict) == ("briefing", "check", True)


def test_the_hook_runs_also_where_a_file_was_only_taken_out() -> None:
    [hook] = data(".pre-commit-hooks.yaml")
    assert hook["always_run"]
    assert "files" not in hook


def test_the_workflow_calls_commands_that_there_are() -> None:
    steps = data("docs/check-pack.yaml")["jobs"]["check"]["steps"]
    lines = [shlex.split(step["run"]) for step in steps if "run" in step]
    commands = [words for program, *words in lines if program == "briefing"]
    parsed = [make_parser(words).parse_args(words) for words in commands]
    assert [args.command for args in parsed] == ["check", "export"]
    assert parsed[0].format == "github"
