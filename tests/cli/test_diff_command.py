"""`briefing diff`: what changed between folders and revisions, as text, Markdown and JSON."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.packs import edit, write_pack
from tests.repository import Repository

GAP = "The judgement “The gap in price narrows by the end of 2026.”"


@pytest.fixture
def newer(pack: Path) -> Path:
    """A later state of the pack, in a folder beside it."""
    folder = write_pack(pack.parent / "later")
    edit(folder, "judgements.yaml", "likelihood: likely", "likelihood: very likely")
    return edit(folder, "dimensions/price.yaml", "is no reason", "is a reason")


def test_changes_are_told_by_what_they_are_about(
    command: Command, pack: Path, newer: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(pack.parent)
    code, out, err = command("diff", "tides", "later")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "What changed: Alderland and Birchmark in tidal power"
    assert lines[3].startswith("2 changes since tides (content ")
    assert lines[5:-1] == [
        "Key judgements",
        "--------------",
        "",
        "- The judgement “The gap in price narrows by the end of 2026.”:",
        "  likelihood moved from likely (55–80%) to very likely (80–95%).",
        "",
        "Comparison",
        "----------",
        "",
        "- Price of power: so what reworded.",
        "  Before: A lower price abroad is no reason to stop building at home.",
        "  Now: A lower price abroad is a reason to stop building at home.",
        "",
    ]


def test_without_a_second_name_the_pack_as_it_is_now_is_compared(
    command: Command, pack: Path, newer: Path
) -> None:
    assert "2 changes since" in command("diff", pack, "-p", newer).out
    assert "Nothing has changed." in command("diff", pack, "-p", pack).out
    assert "Nothing has changed." in command("diff", pack / "pack.yaml", "-p", pack).out


def test_a_revision_is_compared_with_what_the_folder_holds(command: Command, pack: Path) -> None:
    repository = Repository(pack.parent)
    commit = repository.commit()
    edit(pack, "judgements.yaml", "confidence: moderate", "confidence: high")
    code, out, err = command("diff", "HEAD", "-p", pack)
    assert (code, err) == (0, "")
    assert f"1 change since revision {commit[:12]} of 2025-03-02" in out
    assert "confidence moved from moderate to high." in out


def test_two_revisions_are_compared(command: Command, pack: Path) -> None:
    repository = Repository(pack.parent)
    repository.commit()
    edit(pack, "judgements.yaml", "confidence: moderate", "confidence: high")
    repository.commit()
    edit(pack, "judgements.yaml", "confidence: high", "confidence: low")
    out = command("diff", "HEAD~1", "HEAD", "-p", pack).out
    assert "confidence moved from moderate to high." in out


def test_markdown_and_json_hold_the_same(command: Command, pack: Path, newer: Path) -> None:
    shown = command("diff", pack, newer, "-f", "md").out
    assert f"- {GAP}: likelihood moved from likely (55–80%) to very likely (80–95%).\n" in shown
    data = json.loads(command("diff", pack, newer, "--json").out)
    assert data["pack"] == "tidal-power"
    assert data["changes"][0] == {
        "group": "judgements",
        "how": "moved",
        "item": "judgement:gap-narrows",
        "was": None,
        "about": "likelihood",
        "sentence": f"{GAP}: likelihood moved from likely (55–80%) to very likely (80–95%).",
        "before": "likely (55–80%)",
        "after": "very likely (80–95%)",
        "file": "judgements.yaml",
        "line": 1,
    }


def test_problems_of_either_state_are_counted(command: Command, pack: Path, newer: Path) -> None:
    edit(newer, "judgements.yaml", "confidence: moderate", "confidence: some")
    code, out, err = command("diff", pack, newer)
    assert code == 0
    assert err == f"briefing: 1 error in {newer}, broken items left out\n"
    said = "".join(out.split())
    assert f"1errorin{newer}:whatisbrokencountsasnotthere." in said
    made = json.loads(command("diff", pack, newer, "--json").out)
    assert (made["old_errors"], made["new_errors"]) == (0, 1)


def test_a_name_that_is_empty_is_wrong_usage(command: Command, pack: Path) -> None:
    told = "briefing: argument OLD: is empty (see `briefing diff --help`)\n"
    assert command("diff", "", "-p", pack) == (2, "", told)


def test_a_shallow_clone_is_told_with_what_brings_the_rest(
    command: Command, pack: Path, tmp_path: Path
) -> None:
    repository = Repository(pack.parent)
    repository.commit()
    (pack.parent / "more").write_text("")
    repository.commit()
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth", "1", f"file://{pack.parent}", str(clone))
    code, _, err = command("diff", "HEAD~1", "-p", clone / "tides")
    assert code == 4
    assert err.endswith(
        ": the repository is a shallow clone; `git fetch --unshallow` brings what is older\n"
    )
    assert command("diff", "HEAD", "-p", clone / "tides").code == 0


@pytest.mark.parametrize("name", ["nonsense", "--upload-pack=x", "\x1b[2J"])
def test_what_is_neither_a_folder_nor_a_revision_is_told(
    command: Command, pack: Path, name: str
) -> None:
    Repository(pack.parent).commit()
    code, out, err = command("diff", "-p", pack, "--", name)
    assert (code, out) == (4, "")
    assert err.endswith(
        "is neither a folder with a pack nor a revision of this one: git knows none of that name\n"
    )
    assert "\x1b" not in err


def test_a_revision_without_the_pack_is_told(command: Command, pack: Path) -> None:
    repository = Repository(pack.parent)
    (pack / "pack.yaml").rename(pack.parent / "elsewhere.yaml")
    repository.commit()
    (pack.parent / "elsewhere.yaml").rename(pack / "pack.yaml")
    message = f"briefing: revision HEAD holds no pack in {pack}\n"
    assert command("diff", "HEAD", "-p", pack) == (4, "", message)


def test_a_machine_without_git_is_told(
    command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert command("diff", "HEAD", "-p", pack).err == (
        'briefing: "HEAD" is neither a folder with a pack nor a revision of this one: git is not '
        "installed\n"
    )


def test_nothing_to_compare_with_is_wrong_usage(command: Command, pack: Path) -> None:
    assert command("diff", "-p", pack).code == 2
