"""The kept pack: fresh or not used, whole or not used, and never in the way."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from zlib import crc32

import pytest

from briefing import __version__
from briefing.kept import kept_file
from briefing.pack.cache import cached_digest, load_cached
from briefing.pack.loader import load
from briefing.paths import cache_dir
from briefing.problems import CannotRead
from tests.packs import edit, write_pack
from tests.processes import environment

PRICE = "dimensions/price.yaml"


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Run ten seconds ahead of the clock of the files, so that all of them are old enough."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10_000_000_000)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "pack", {"notes.yaml": "not read, and told"})


@pytest.mark.usefixtures("settled")
def test_what_is_kept_is_what_was_loaded(folder: Path) -> None:
    cold = load(folder)
    assert load_cached(folder) == cold
    assert cached_digest(folder) == cold.pack.digest
    assert load_cached(folder) == cold
    assert len(cold.problems) == 1


CHANGES: dict[str, Callable[[Path], object]] = {
    "edited": lambda folder: edit(folder, PRICE, "42 turbines of", "421 turbines of"),
    "edited, the size as before": lambda folder: edit(folder, PRICE, "s 42 turb", "s 43 turb"),
    "added": lambda folder: (folder / "sources" / "x.md").write_text(""),
    "added, and no part of the pack": lambda folder: (folder / "x.yaml").write_text(""),
    "taken away": lambda folder: (folder / "experts" / "gazette-desk.md").unlink(),
    "renamed": lambda folder: (folder / PRICE).rename(folder / "dimensions" / "p.yaml"),
    "replaced by a link": lambda folder: _link(folder / PRICE),
    "replaced by a folder": lambda folder: _folder(folder / PRICE),
}


def _link(file: Path) -> None:
    file.rename(file.with_name("x.txt"))
    file.symlink_to("x.txt")


def _folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_of_any_file_is_seen(change: Callable[[Path], object], folder: Path) -> None:
    before = load_cached(folder)
    change(folder)
    assert cached_digest(folder) is None
    assert load_cached(folder) == load(folder) != before


@pytest.mark.usefixtures("settled")
def test_a_change_is_seen_though_size_and_time_of_change_are_put_back(folder: Path) -> None:
    before = load_cached(folder)
    times = (folder / PRICE).stat()
    edit(folder, PRICE, "s 42 turb", "s 43 turb")
    os.utime(folder / PRICE, ns=(times.st_atime_ns, times.st_mtime_ns))
    assert load_cached(folder) == load(folder) != before


@pytest.mark.usefixtures("settled")
def test_hidden_files_are_nobodys_change(folder: Path) -> None:
    load_cached(folder)
    (folder / ".git").mkdir()
    (folder / ".git" / "index").write_text("")
    (folder / "sources" / ".x.swp").write_text("")
    assert cached_digest(folder) is not None


def test_a_pack_that_was_just_changed_is_not_kept(folder: Path) -> None:
    load_cached(folder)
    assert cached_digest(folder) is None


def test_a_file_of_the_future_is_not_trusted(folder: Path) -> None:
    os.utime(folder / PRICE, (2**33, 2**33))
    load_cached(folder)
    assert cached_digest(folder) is None


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: data[:10],
        lambda data: data[: len(data) // 2],
        lambda data: data[:-1],
        lambda data: data + b"x",
        lambda data: data[:-500] + bytes([data[-500] ^ 1]) + data[-499:],
        lambda data: b"9" * 100 + data,
        lambda data: b"\xff" * len(data),
        lambda data: data.split(b"\n", 1)[0] + b"\n",
    ],
)
def test_a_damaged_file_is_made_anew(damage: Callable[[bytes], bytes], folder: Path) -> None:
    whole = load_cached(folder)
    kept = kept_file(folder, "pack")
    data = kept.read_bytes()
    kept.write_bytes(damage(data))
    assert load_cached(folder) == whole
    assert kept.read_bytes() == data


@pytest.mark.usefixtures("settled")
@pytest.mark.parametrize(
    "payload",
    [b"\x91" * 100_000, b"\xc1", b"\x92\xc0\x90", b"\x92\x80\x90", b"\xdf\xff\xff\xff\xff"],
)
def test_content_that_is_no_pack_is_not_taken_for_one(payload: bytes, folder: Path) -> None:
    whole = load_cached(folder)
    kept = kept_file(folder, "pack")
    size, digest, _ = (header := kept.read_bytes().split(b"\n", 1))[0].split()
    look = header[1][: int(size)]
    checksum = str(crc32(payload)).encode()
    kept.write_bytes(b" ".join((size, digest, checksum)) + b"\n" + look + payload)
    assert load_cached(folder) == whole


@pytest.mark.usefixtures("settled")
def test_what_another_version_kept_is_not_used(folder: Path) -> None:
    load_cached(folder)
    kept = kept_file(folder, "pack")
    other = "9" * len(__version__)
    kept.write_bytes(kept.read_bytes().replace(__version__.encode(), other.encode(), 1))
    assert cached_digest(folder) is None


@pytest.mark.usefixtures("settled")
def test_two_packs_do_not_share_what_is_kept(tmp_path: Path) -> None:
    one, other = write_pack(tmp_path / "a" / "pack"), write_pack(tmp_path / "b" / "pack")
    edit(other, PRICE, "42 turbines of", "43 turbines of")
    load_cached(one)
    load_cached(other)
    assert load_cached(one) == load(one)
    assert load_cached(other) == load(other)


@pytest.mark.usefixtures("settled")
def test_a_pack_is_the_same_however_it_is_reached(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_cached(folder)
    (folder.parent / "link").symlink_to("pack")
    monkeypatch.chdir(folder)
    assert (
        cached_digest(Path()) == cached_digest(folder.parent / "link") == load(folder).pack.digest
    )


@pytest.mark.usefixtures("settled")
def test_without_a_cache_folder_the_pack_is_loaded(folder: Path) -> None:
    cache_dir().parent.mkdir(parents=True, exist_ok=True)
    cache_dir().write_text("in the way")
    assert load_cached(folder) == load(folder)


@pytest.mark.usefixtures("settled")
def test_what_is_kept_is_for_the_user_alone(folder: Path) -> None:
    load_cached(folder)
    assert cache_dir().stat().st_mode & 0o077 == 0
    assert kept_file(folder, "pack").stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("settled")
def test_nothing_else_is_left_behind(folder: Path) -> None:
    load_cached(folder)
    edit(folder, PRICE, "42 turbines of", "43 turbines of")
    load_cached(folder)
    assert list(cache_dir().iterdir()) == [kept_file(folder, "pack")]


def test_where_there_is_no_pack_none_is_returned(tmp_path: Path) -> None:
    with pytest.raises(CannotRead) as raised:
        load_cached(tmp_path / "nowhere")
    assert str(raised.value) == f"{tmp_path}/nowhere: No such file or directory"
    assert cached_digest(tmp_path / "nowhere") is None


AT_ONCE = """
import sys, time
from pathlib import Path
from briefing.kept import kept_file
from briefing.pack.cache import load_cached
from briefing.pack.loader import load
now = time.time_ns
time.time_ns = lambda: now() + 10**10
folder = Path(sys.argv[1])
whole = load(folder)
for _ in range(40):
    kept_file(folder, "pack").unlink(missing_ok=True)
    assert load_cached(folder) == whole
    assert load_cached(folder) == whole
"""


def test_programs_that_run_at_once_do_not_disturb_one_another(folder: Path) -> None:
    command = [sys.executable, "-c", AT_ONCE, str(folder)]
    running = [subprocess.Popen(command, env=environment()) for _ in range(3)]
    assert [process.wait() for process in running] == [0, 0, 0]
    assert {path.suffix for path in cache_dir().iterdir()} <= {".pack"}
