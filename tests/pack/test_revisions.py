"""A pack as it was in git: which revisions there are, and their files as they were."""

import re
import stat
import subprocess
from pathlib import Path

import pytest

from briefing.pack.files import FOLDERS, content_digest, read_files
from briefing.pack.revisions import Revision, lay, revisions
from briefing.problems import CannotRead
from tests.packs import FILES, edit, write_pack
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with a pack in a folder of it, committed once."""
    write_pack(tmp_path / "repository" / "tides")
    repository = Repository(tmp_path / "repository")
    repository.commit()
    return repository


@pytest.fixture
def pack(repository: Repository) -> Path:
    return repository.folder / "tides"


def digest(folder: Path) -> str:
    return content_digest(read_files(folder, []))


def laid(folder: Path, revision: Revision, into: Path) -> dict[str, bytes]:
    """Return what was laid: paths and bytes."""
    into.mkdir()
    assert lay(folder, revision, into) == into
    files = (path for path in sorted(into.rglob("*")) if path.is_file())
    return {str(path.relative_to(into)): path.read_bytes() for path in files}


# --- which revisions ------------------------------------------------------------------------


def test_revisions_are_those_that_changed_the_folder_newest_first(
    repository: Repository, pack: Path
) -> None:
    first = repository.git("rev-parse", "HEAD")
    (repository.folder / "elsewhere.txt").write_text("not the pack's")
    repository.commit()
    edit(pack, "pack.yaml", '"1.0"', '"1.1"')
    third = repository.commit()
    assert revisions(pack) == [Revision(third, "2025-03-04"), Revision(first, "2025-03-02")]


def test_revisions_of_other_branches_and_tags_count(repository: Repository, pack: Path) -> None:
    repository.git("switch", "--quiet", "--create", "other")
    edit(pack, "pack.yaml", '"1.0"', '"1.1"')
    other = repository.commit()
    repository.git("switch", "--quiet", "main")
    assert revisions(pack)[0].commit == other


def test_a_pack_may_be_the_whole_repository(tmp_path: Path) -> None:
    repository = Repository(write_pack(tmp_path / "tides"))
    commit = repository.commit()
    assert revisions(repository.folder) == [Revision(commit, "2025-03-02")]
    found = laid(repository.folder, Revision(commit, ""), tmp_path / "into")
    assert found == {path: content.encode() for path, content in FILES.items()}


def test_a_repository_without_commits_has_no_revisions(tmp_path: Path) -> None:
    assert revisions(Repository(write_pack(tmp_path)).folder) == []


def test_a_folder_in_no_repository_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="git says: not a git repository"):
        revisions(write_pack(tmp_path))


def test_a_machine_without_git_is_told(
    pack: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(CannotRead, match="git is not installed"):
        revisions(pack)


def test_settings_of_git_in_the_environment_do_not_lead_elsewhere(
    repository: Repository, pack: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "none"))
    assert len(revisions(pack)) == 1


# --- files as they were ---------------------------------------------------------------------


def test_files_are_laid_as_they_were(repository: Repository, pack: Path, tmp_path: Path) -> None:
    before = digest(pack)
    edit(pack, "pack.yaml", '"1.0"', '"1.1"')
    (pack / "experts" / "jon-hale.md").unlink()
    repository.commit()
    _, then = revisions(pack)
    assert laid(pack, then, tmp_path / "into") == {
        path: content.encode() for path, content in FILES.items()
    }
    assert digest(tmp_path / "into") == before != digest(pack)


def test_line_ends_are_kept_whatever_attributes_say(
    repository: Repository, pack: Path, tmp_path: Path
) -> None:
    (pack / "briefs" / "x.yaml").write_bytes(b"id: x\r\ntitle: $Format:%H$ $Id$\n")
    repository.commit()
    attributes = repository.folder / ".git" / "info" / "attributes"
    attributes.write_text("* text eol=crlf export-subst ident\nbriefs export-ignore\n")
    newest = revisions(pack)[0]
    found = laid(pack, newest, tmp_path / "into")
    assert found["briefs/x.yaml"] == b"id: x\r\ntitle: $Format:%H$ $Id$\n"


def test_a_revision_without_the_folder_is_empty(
    repository: Repository, pack: Path, tmp_path: Path
) -> None:
    files = {path: (pack / path).read_bytes() for path in FILES}
    for path in files:
        (pack / path).unlink()
    (repository.folder / "left.txt").write_text("left")
    gone = repository.commit()
    pack.mkdir(exist_ok=True)
    assert laid(pack, Revision(gone, ""), tmp_path / "into") == {}


# --- hostile repositories -------------------------------------------------------------------


def test_nothing_that_a_repository_names_is_run(
    repository: Repository, pack: Path, tmp_path: Path
) -> None:
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\necho ran >> '{ran}'\ncat\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    (pack / ".gitattributes").write_text("* filter=f diff=d\n")
    edit(pack, "pack.yaml", '"1.0"', '"1.1"')
    repository.commit()
    for name in (
        "filter.f.smudge",
        "filter.f.process",
        "diff.d.textconv",
        "diff.external",
        "core.fsmonitor",
        "core.pager",
        "core.sshCommand",
        "core.editor",
        "gpg.program",
        "tar.tar.command",
        "credential.helper",
    ):
        repository.git("config", name, str(program))
    repository.git("config", "log.showSignature", "true")
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("post-checkout", "post-index-change", "reference-transaction"):
        (hooks / name).symlink_to(program)
    repository.git("config", "core.hooksPath", str(hooks))
    for revision in revisions(pack):
        laid(pack, revision, tmp_path / revision.commit)
    assert not ran.exists()


def test_nothing_is_fetched_that_a_partial_clone_lacks(
    repository: Repository, pack: Path, tmp_path: Path
) -> None:
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    source = f"file://{repository.folder}"
    repository.git("clone", "--quiet", "--no-checkout", "--filter=blob:none", source, str(clone))
    (clone / "tides").mkdir()
    [revision] = revisions(clone / "tides")
    with pytest.raises(CannotRead, match=r"could not fetch|partial clone"):
        lay(clone / "tides", revision, tmp_path)
    assert not list(tmp_path.glob("*.yaml"))


def test_links_are_not_laid(repository: Repository, pack: Path, tmp_path: Path) -> None:
    (pack / "experts" / "link.md").symlink_to("/etc/passwd")
    (pack / "linked").symlink_to(tmp_path)
    repository.commit()
    found = laid(pack, revisions(pack)[0], tmp_path / "into")
    assert set(found) == set(FILES)
    assert not list((tmp_path / "into").rglob("link*"))


def test_only_files_where_packs_have_them_are_laid(
    repository: Repository, pack: Path, tmp_path: Path
) -> None:
    for path in ("sources/deep/x.md", "texts/x.md", "sources/x.md"):
        (pack / path).parent.mkdir(exist_ok=True)
        (pack / path).write_text("x")
    (pack / "sources" / "large.md").write_bytes(b"x" * (2 * 1024 * 1024 + 1))
    repository.commit()
    found = laid(pack, revisions(pack)[0], tmp_path / "into")
    assert set(found) == {*FILES, "sources/x.md"}


def test_names_that_lead_out_are_not_laid(
    repository: Repository, pack: Path, tmp_path: Path
) -> None:
    made = Path(repository.git("rev-parse", "--absolute-git-dir"))
    blob = bytes.fromhex(repository.git("rev-parse", "HEAD:tides/pack.yaml"))

    def tree(*entries: tuple[str, str, bytes]) -> bytes:
        data = b"".join(f"{m} {n}".encode() + b"\0" + name for m, n, name in entries)
        written = subprocess.run(
            ["git", "--git-dir", made, "hash-object", "--literally", "-t", "tree", "-w", "--stdin"],
            input=data,
            capture_output=True,
            check=True,
        )
        return bytes.fromhex(written.stdout.decode().strip())

    inner = tree(("100644", "..", blob), ("100644", "../x.md", blob), ("100644", "x.md", blob))
    tides = tree(
        ("40000", "..", inner),
        ("100644", "/tmp/x.yaml", blob),
        ("100644", "pack.yaml", blob),
        ("40000", "sources", inner),
    )
    root = tree(("40000", "tides", tides))
    commit = repository.git("commit-tree", root.hex(), "-m", "hostile")
    found = laid(pack, Revision(commit, ""), tmp_path / "into")
    assert set(found) == {"pack.yaml", "sources/x.md"}
    assert not (tmp_path / "x.md").exists()


def test_a_date_that_cannot_be_is_no_error(repository: Repository, pack: Path) -> None:
    commit = repository.git("cat-file", "commit", "HEAD")
    stamp = re.sub(r"(?m)^(author|committer) (.*) \d+ ", r"\1 \2 99999999999999999 ", commit)
    made = subprocess.run(
        [
            "git",
            "-C",
            repository.folder,
            "hash-object",
            "-t",
            "commit",
            "-w",
            "--stdin",
            "--literally",
        ],
        input=f"{stamp}\n".encode(),
        capture_output=True,
        check=True,
    )
    name = made.stdout.decode().strip()
    repository.git("update-ref", "refs/heads/main", name)
    assert revisions(pack) == [Revision(name, "no possible date")]


def test_a_name_that_looks_like_an_option_is_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = write_pack(tmp_path / "--upload-pack=x" / "-p")
    repository = Repository(folder.parent)
    commit = repository.commit()
    monkeypatch.chdir(folder.parent)
    assert [revision.commit for revision in revisions(Path("-p"))] == [commit]


def test_the_folders_of_a_pack_are_all_laid(pack: Path, tmp_path: Path) -> None:
    found = laid(pack, revisions(pack)[0], tmp_path / "into")
    assert {path.partition("/")[0] for path in found if "/" in path} == set(FOLDERS)
