"""Writing a file: whole or not at all, and one line to the user where it cannot be done."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.export.output import write
from briefing.problems import CannotRead


def refusal(path: Path, *, overwrite: bool = True) -> str:
    """Return what is said where a file cannot be written; nothing may be left behind."""
    with pytest.raises(CannotRead) as caught:
        write(path, b"new", overwrite=overwrite)
    return str(caught.value)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_new_file_is_written_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "brief.md", b"new", overwrite=False)
    assert (tmp_path / "brief.md").read_bytes() == b"new"
    assert names(tmp_path) == ["brief.md"]


def test_a_new_file_has_the_mode_that_the_user_wants_of_new_files(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write(tmp_path / "brief.md", b"new", overwrite=False)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "brief.md").stat().st_mode) == 0o640


def test_an_existing_file_is_kept_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("brief.md").write_bytes(b"old")
    said = refusal(Path("brief.md"), overwrite=False)
    assert said == "brief.md: exists already; use --force to replace it"
    assert Path("brief.md").read_bytes() == b"old"


def test_an_existing_file_is_replaced_and_keeps_its_mode(tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    file.write_bytes(b"old")
    file.chmod(0o604)
    write(file, b"new", overwrite=True)
    assert file.read_bytes() == b"new"
    assert stat.S_IMODE(file.stat().st_mode) == 0o604
    assert names(tmp_path) == ["brief.md"]


def test_what_a_symbolic_link_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    target = tmp_path / "there" / "brief.md"
    target.write_bytes(b"old")
    link = tmp_path / "link.md"
    link.symlink_to("there/brief.md")
    write(link, b"new", overwrite=True)
    assert link.readlink() == Path("there/brief.md")
    assert target.read_bytes() == b"new"


def test_a_link_to_an_existing_file_is_not_followed_unasked(tmp_path: Path) -> None:
    (tmp_path / "brief.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to("brief.md")
    assert refusal(tmp_path / "link.md", overwrite=False).endswith("use --force to replace it")
    assert (tmp_path / "brief.md").read_bytes() == b"old"


def test_a_link_that_leads_round_in_a_circle_is_told(tmp_path: Path) -> None:
    loop = tmp_path / "loop"
    loop.symlink_to("loop")
    assert refusal(loop) == f"{loop}: Too many levels of symbolic links"


def test_a_folder_is_not_a_file(tmp_path: Path) -> None:
    assert refusal(tmp_path) == f"{tmp_path}: is a folder"


def test_a_device_is_not_replaced() -> None:
    assert refusal(Path(os.devnull)) == f"{os.devnull}: is not a plain file"
    assert Path(os.devnull).is_char_device()


def test_a_pipe_is_not_replaced() -> None:
    ends = os.pipe()
    path = Path(f"/dev/fd/{ends[1]}")  # a link to what has no name, such as /dev/stdout in a pipe
    assert refusal(path) == f"{path}: is not a plain file"
    for end in ends:
        os.close(end)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "missing"
    assert refusal(folder / "brief.md") == f"{folder}/brief.md: no folder {folder}"


def test_a_path_below_a_file_is_told(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"old")
    assert refusal(file / "brief.md") == f"{file}/brief.md: no folder {file}"
    assert file.read_bytes() == b"old"


def test_a_name_that_is_too_long_is_told(tmp_path: Path) -> None:
    file = tmp_path / ("x" * 300)
    assert refusal(file) == f"{file}: File name too long"
    assert names(tmp_path) == []


def test_the_longest_name_can_be_written(tmp_path: Path) -> None:
    file = tmp_path / ("x" * 255)
    write(file, b"new", overwrite=False)
    assert file.read_bytes() == b"new"


def test_a_hostile_name_is_told_on_one_safe_line(tmp_path: Path) -> None:
    said = refusal(tmp_path / "missing\n\x1b[31m" / "brief.md")
    assert said == f"{tmp_path}/missing ␛[31m/brief.md: no folder {tmp_path}/missing ␛[31m"


FAILS = """
import os, resource, signal, sys
from pathlib import Path
from briefing.export.output import write
from briefing.problems import CannotRead
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
if sys.argv[2] == "small files":
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
else:
    free = os.dup(0)
    resource.setrlimit(resource.RLIMIT_NOFILE, (free, free))
try:
    write(Path(sys.argv[1]), b"x" * 100_000, overwrite=True)
except CannotRead as error:
    print(error)
"""


@pytest.mark.parametrize(
    ("only", "reason"),
    [("small files", "File too large"), ("open files", "Too many open files")],
)
def test_a_write_that_fails_keeps_the_old_file_and_leaves_no_other(
    tmp_path: Path, only: str, reason: str
) -> None:
    file = tmp_path / "brief.md"
    file.write_bytes(b"old")
    done = subprocess.run(
        [sys.executable, "-c", FAILS, str(file), only], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"{file}: {reason}\n"
    assert file.read_bytes() == b"old"
    assert names(tmp_path) == ["brief.md"]
