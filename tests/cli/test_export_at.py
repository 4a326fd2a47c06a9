"""`briefing export --at`: a page made again from the content that its foot names."""

import re
from pathlib import Path

import pytest

from briefing.pack.files import content_digest, read_files
from tests.cli.conftest import Command
from tests.packs import edit
from tests.processes import on_terminal
from tests.repository import Repository


@pytest.fixture
def repository(pack: Path) -> Repository:
    """The pack's folder as a repository with one commit."""
    repository = Repository(pack)
    repository.commit()
    return repository


def digest(pack: Path) -> str:
    return content_digest(read_files(pack, []))


def printed(out: str) -> str:
    """Return the hash at the foot of a page."""
    found = re.search(r"content ([0-9a-f]{12})", out)
    assert found
    return found[1]


def test_content_that_has_not_changed_is_exported_as_usual(command: Command, pack: Path) -> None:
    usual = command("export", "-p", pack)
    for wanted in (printed(usual.out), digest(pack), digest(pack)[:6].upper()):
        assert command("export", "--at", wanted, "-p", pack) == usual


def test_content_that_has_changed_is_exported_from_git(
    command: Command, pack: Path, repository: Repository
) -> None:
    before = command("export", "-p", pack).out
    then = repository.git("rev-parse", "HEAD")
    edit(pack, "pack.yaml", "**but** part", "**and** part")
    repository.commit()
    code, out, err = command("export", "--at", printed(before), "-p", pack)
    assert (code, out) == (0, before)
    assert err == (
        f"briefing: content {printed(before)} is that of revision {then[:12]} of 2025-03-02; "
        f"it has changed since, and the pack is now at {digest(pack)[:12]}\n"
    )


def test_content_is_found_behind_changes_that_are_not_committed(
    command: Command, pack: Path, repository: Repository
) -> None:
    before = command("export", "-f", "html", "-p", pack).out
    (pack / "experts" / "jon-hale.md").unlink()
    edit(pack, "pack.yaml", "  experts: [mira-ostberg, jon-hale]\n", "")
    edit(pack, "briefs/one-pager.yaml", "items: [mira-ostberg, jon-hale]", "items: [mira-ostberg]")
    edit(pack, "options/open-the-grid.md", "jon-hale", "mira-ostberg")
    result = command("export", "-f", "html", "--at", printed(before), "-p", pack)
    assert (result.code, result.out) == (0, before)


def test_all_briefs_are_exported_as_they_were(
    command: Command, pack: Path, repository: Repository
) -> None:
    then = digest(pack)
    edit(pack, "briefs/one-pager.yaml", "id: one-pager", "id: renamed")
    folder = pack.parent / "out"
    code, _, err = command("export", "--all", folder, "-f", "md", "--at", then, "-p", pack)
    assert code == 0
    assert err.endswith(f"briefing: wrote 1 file to {folder}\n")
    assert [path.name for path in folder.iterdir()] == ["one-pager.md"]


def test_problems_of_content_as_it_was_are_told_by_its_revision(
    command: Command, pack: Path, repository: Repository
) -> None:
    edit(pack, "pack.yaml", "version:", "verson:")
    then, commit = digest(pack), repository.commit()
    edit(pack, "pack.yaml", "verson:", "version:")
    code, out, err = command("export", "--at", then[:12], "-p", pack)
    assert (code, out) == (1, "")
    assert f'\n{commit[:12]}:pack.yaml:4:1: error FLD001: unknown key "verson" in a pack' in err
    assert command("export", "--at", then[:12], "--allow-problems", "-p", pack).code == 0


# --- content that is not found --------------------------------------------------------------


def test_content_that_was_never_committed_is_told(
    command: Command, pack: Path, repository: Repository
) -> None:
    lost = digest(edit(pack, "pack.yaml", '"1.0"', '"1.1"'))
    edit(pack, "pack.yaml", '"1.1"', '"1.2"')
    repository.commit()
    assert command("export", "--at", lost[:12], "-p", pack) == (
        4,
        "",
        f"briefing: the page was made of content {lost[:12]}, but the pack is now at "
        f"{digest(pack)[:12]}, and that content is in none of the pack’s revisions in git "
        "(2 revisions looked at): it was never committed, or is of another pack; export from a "
        "folder that still holds it (-p)\n",
    )


def test_a_pack_outside_git_is_told(command: Command, pack: Path) -> None:
    code, out, err = command("export", "--at", "0123456789ab", "-p", pack)
    assert (code, out) == (4, "")
    assert err.startswith(
        f"briefing: the page was made of content 0123456789ab, but the pack is now at "
        f"{digest(pack)[:12]}, and what it was before cannot be looked up: git says: not a git "
        "repository"
    )
    assert err.endswith("; export from a folder that still holds it (-p)\n")
    assert err.count("\n") == 1


def test_a_revision_in_which_the_pack_was_none_is_passed_over(
    command: Command, pack: Path, repository: Repository
) -> None:
    then = digest(pack)
    content = (pack / "pack.yaml").read_bytes()
    (pack / "pack.yaml").unlink()
    repository.commit()
    (pack / "pack.yaml").write_bytes(content.replace(b'"1.0"', b'"1.1"'))
    repository.commit()
    assert command("export", "--at", then, "-p", pack).code == 0


def test_a_beginning_that_two_contents_share_is_told(
    command: Command, pack: Path, repository: Repository
) -> None:
    first, second = _alike(pack)
    file = pack / "briefs" / "made.yaml"
    digests = []
    for content in (first, second, b"id: made\ntitle: Now\nblocks: [sources]\n"):
        file.write_bytes(content)
        repository.commit()
        digests.append(digest(pack))
    wanted = digests[0][:6]
    assert digests[1].startswith(wanted)
    code, out, err = command("export", "--at", wanted, "-p", pack)
    assert (code, out) == (4, "")
    assert err.startswith(f"briefing: 2 contents begin with {wanted}: {digests[1][:12]} (revision ")
    assert f" and {digests[0][:12]} (revision " in err
    assert err.endswith("; give more digits\n")
    assert command("export", "--at", digests[0][:12], "-p", pack).code == 0


def _alike(pack: Path) -> tuple[bytes, bytes]:
    """Return two contents of a brief `made` with which the pack's hashes begin alike."""
    files = {**read_files(pack, []), "briefs/made.yaml": None}
    seen: dict[str, bytes] = {}
    for number in range(1_000_000):
        content = f"id: made\ntitle: Made {number}\nblocks: [sources]\n".encode()
        made = dict(sorted({**files, "briefs/made.yaml": content}.items()))
        beginning = content_digest(made)[:6]
        if beginning in seen:
            return seen[beginning], content
        seen[beginning] = content
    raise AssertionError("no two alike")


@pytest.mark.parametrize("wanted", ["", "12345", "12345g", "0" * 65, "content 123456", "-x\x1b"])
def test_what_is_no_hash_is_wrong_usage(command: Command, pack: Path, wanted: str) -> None:
    code, out, err = command("export", f"--at={wanted}", "-p", pack)
    assert (code, out) == (2, "")
    assert err.startswith(
        'briefing: --at takes the 6 to 64 digits that follow "content" at the foot of a page, not "'
    )
    assert "\x1b" not in err


def test_a_bar_is_shown_on_a_terminal_while_git_is_looked_through(
    pack: Path, repository: Repository
) -> None:
    edit(pack, "pack.yaml", '"1.0"', '"1.1"')
    _, shown = on_terminal("export", "--at", "0123456789ab", cwd=pack)
    assert "looking through git" in shown
