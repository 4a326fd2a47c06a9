"""Themes that are kept: fresh or not used, and never in the way."""

import os
import time
from pathlib import Path

import pytest

from briefing.paths import cache_dir
from briefing.themes.cache import load_themes_cached
from briefing.themes.reading import load_themes
from tests.test_themes import write_theme


@pytest.fixture
def folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """A folder with a theme and a broken one, and a folder that is not there yet."""
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10_000_000_000)
    write_theme(tmp_path / "shipped")
    write_theme(tmp_path / "shipped", "faint.yaml", "faint", text="#101418")
    return [tmp_path / "shipped", tmp_path / "own"]


def kept() -> list[Path]:
    return [path for path in cache_dir().iterdir() if path.suffix == ".themes"]


def test_what_is_kept_is_what_was_read_with_its_problems(folders: list[Path]) -> None:
    read = load_themes(folders)
    assert [problem.rule for problem in read[1]] == ["THM001"]
    assert load_themes_cached(folders) == read
    assert len(kept()) == 1
    assert load_themes_cached(folders) == read


def test_a_changed_theme_is_seen(folders: list[Path]) -> None:
    load_themes_cached(folders)
    write_theme(folders[0], accent="#c8b8ff")
    assert load_themes_cached(folders) == load_themes(folders)


def test_a_folder_that_came_later_is_seen(folders: list[Path]) -> None:
    load_themes_cached(folders)
    write_theme(folders[1], name="own")
    themes, _ = load_themes_cached(folders)
    assert [theme.name for theme in themes] == ["calm", "own"]


def test_a_damaged_file_is_made_anew(folders: list[Path]) -> None:
    read = load_themes_cached(folders)
    (file,) = kept()
    whole = file.read_bytes()
    file.write_bytes(whole[:-3])
    assert load_themes_cached(folders) == read
    assert file.read_bytes() == whole


def test_a_theme_that_was_just_changed_is_not_kept(folders: list[Path]) -> None:
    ahead = time.time_ns()
    os.utime(folders[0] / "calm.yaml", ns=(ahead, ahead))
    assert load_themes_cached(folders) == load_themes(folders)
    assert not cache_dir().exists() or not kept()
