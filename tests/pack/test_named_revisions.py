"""Revisions by the names that users give them: branches, tags, ids, and steps back."""

from pathlib import Path

import pytest

from briefing.pack.revisions import Revision, named
from briefing.problems import CannotRead
from tests.packs import edit, write_pack
from tests.repository import Repository


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A repository with a pack in a folder of it, committed twice."""
    pack = write_pack(tmp_path / "repository" / "tides")
    repository = Repository(tmp_path / "repository")
    repository.commit()
    edit(pack, "pack.yaml", '"1.0"', '"1.1"')
    repository.commit()
    repository.git("tag", "--annotate", "--message", "first", "v1.0", "HEAD~1")
    return repository


def test_a_name_stands_for_a_commit_with_its_date(repository: Repository) -> None:
    newest = repository.git("rev-parse", "HEAD")
    first = repository.git("rev-parse", "HEAD~1")
    pack = repository.folder / "tides"
    for name in ("HEAD", "main", newest, newest[:10]):
        assert named(pack, name) == Revision(newest, "2025-03-03")
    for name in ("HEAD~1", "v1.0", "main^"):
        assert named(pack, name) == Revision(first, "2025-03-02")


@pytest.mark.parametrize(
    "name",
    ["", "nonsense", "--all", "-h", "HEAD:tides", "main main", "HEAD..main", "\n", "v1.0^{tree}"],
)
def test_a_name_that_stands_for_no_commit_is_told(repository: Repository, name: str) -> None:
    with pytest.raises(CannotRead, match=r"git (says|knows none of that name)"):
        named(repository.folder / "tides", name)


def test_a_folder_in_no_repository_is_told_so(tmp_path: Path) -> None:
    with pytest.raises(CannotRead, match="git says: not a git repository"):
        named(write_pack(tmp_path / "tides"), "HEAD")
