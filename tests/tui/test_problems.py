"""The problems of the content in the app: what `briefing check` finds, and why it matters."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.packs import edit
from tests.processes import on_pipes
from tests.tui.reader import SIZES, reading
from tests.tui.terminal import Terminal


@pytest.fixture
def faulty(pack: Path) -> Path:
    """A pack with an error that its reader finds, and with what only rules find."""
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    return edit(pack, "judgements.yaml", "likelihood: likely", "likelihood: perhaps")


def told(pack: Path) -> dict[str, list[Any]]:
    """Return what the command tells of a pack."""
    report: dict[str, list[Any]] = json.loads(
        on_pipes("check", "--json", "-p", pack, cwd=pack).stdout
    )
    return report


def checked(pack: Path) -> list[dict[str, str]]:
    """Return what the command finds in a pack."""
    return told(pack)["problems"]


@pytest.mark.parametrize("size", SIZES)
async def test_the_app_lists_what_the_command_finds_errors_first(
    faulty: Path, size: tuple[int, int]
) -> None:
    found = checked(faulty)
    assert {problem["severity"] for problem in found} == {"error", "warning"}
    async with reading(faulty, size) as reader:
        await reader.press("exclamation_mark")
        errors = sum(problem["severity"] == "error" for problem in found)
        assert f"Content: {errors} error" in reader.words
        seen = ""
        for _ in range(60):
            seen += reader.words
            await reader.press("down")
        for problem in found:
            assert problem["rule"] in seen
        assert seen.index("Errors") < seen.index("Warnings")


async def test_rules_that_wait_for_errors_to_be_mended_are_told_of(faulty: Path) -> None:
    waiting = told(faulty)["waiting"]
    assert waiting
    async with reading(faulty, (160, 48)) as reader:
        await reader.press("exclamation_mark")
        said = f"Until the errors are mended, {len(waiting)} rules cannot be asked."
        assert said in reader.words
    edit(faulty, "experts/jon-hale.md", "identity: maybe", "identity: probable")
    edit(faulty, "judgements.yaml", "likelihood: perhaps", "likelihood: likely")
    async with reading(faulty, (160, 48)) as reader:
        await reader.press("exclamation_mark")
        assert "Until the errors" not in reader.words


async def test_what_is_waived_is_left_out(faulty: Path) -> None:
    rule = next(p["rule"] for p in checked(faulty) if p["severity"] == "warning")
    with (faulty / "pack.yaml").open("a") as file:
        file.write(f"\nwaive: {{{rule}: it is made up}}\n")
    assert rule not in {problem["rule"] for problem in checked(faulty)}
    async with reading(faulty, (160, 48)) as reader:
        await reader.press("exclamation_mark")
        assert "Content: " in reader.words
        assert rule not in reader.words


async def test_no_rule_is_asked_before_the_problems_are_wanted(faulty: Path) -> None:
    async with reading(faulty, (160, 48)) as reader:
        assert reader.app.found is None
        assert "! lists them" in reader.words


async def test_the_overview_tells_how_many_there_are_once_they_are_known(faulty: Path) -> None:
    found = checked(faulty)
    warnings = sum(problem["severity"] == "warning" for problem in found)
    async with reading(faulty, (160, 48)) as reader:
        await reader.press("exclamation_mark", "escape")
        assert f"{warnings} warning" in reader.words


async def test_a_mend_is_seen_where_the_problems_are_listed(faulty: Path) -> None:
    async with reading(faulty, (160, 48)) as reader:
        await reader.press("exclamation_mark")
        assert "jon-hale.md" in reader.words
        edit(faulty, "experts/jon-hale.md", "identity: maybe", "identity: probable")
        reader.app.look_around()
        await reader.settle()
        assert "jon-hale.md" not in reader.words
        assert "judgements.yaml" in reader.words


@pytest.mark.parametrize("size", SIZES)
async def test_w_says_why_the_rule_is_there(faulty: Path, size: tuple[int, int]) -> None:
    async with reading(faulty, size) as reader:
        await reader.press("exclamation_mark")
        rule = next(p["rule"] for p in checked(faulty) if p["severity"] == "error")
        explained = on_pipes("explain", rule, cwd=faulty).stdout.decode()
        title = explained.partition(" (")[0]
        await reader.press("w")
        assert title[:20] in reader.words
        assert "Why" in reader.words
        await reader.press("escape")
        assert "Content: " in reader.words


@pytest.mark.parametrize("key", ["o", "\r"])
def test_the_editor_opens_at_the_line_of_a_problem(faulty: Path, tmp_path: Path, key: str) -> None:
    editor = tmp_path / "editor"
    words, part = tmp_path / "words", tmp_path / "part"
    editor.write_text(f"#!/bin/sh\nprintf '%s ' \"$@\" > '{part}'; mv '{part}' '{words}'\n")
    editor.chmod(0o755)
    first = next(p for p in checked(faulty) if p["severity"] == "error")
    with Terminal(faulty, EDITOR=str(editor)) as terminal:
        terminal.sees("Bottom line")
        terminal.press("!")
        terminal.sees("Content: ")
        terminal.misses("so far")
        terminal.press(key)
        terminal.reads(words.is_file)
    assert words.read_text().split() == [
        f"+{first['line']}",
        str(faulty / first["file"]),
    ]
