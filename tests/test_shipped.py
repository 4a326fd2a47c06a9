"""What ships is in order: every pack and every theme loads without a problem."""

from pathlib import Path

import pytest

from briefing.compose import compose, word_count
from briefing.pack.loader import load
from briefing.paths import shipped
from briefing.recipes import default_brief
from briefing.themes.reading import read_theme

PACKS = sorted(path.parent for path in shipped("content").glob("*/pack.yaml"))
THEMES = sorted(shipped("themes").glob("*.yaml"))


def test_there_is_a_pack_and_a_theme() -> None:
    assert "us-china-ai" in [folder.name for folder in PACKS]
    assert "dusk" in [path.stem for path in THEMES]


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_a_shipped_pack_has_no_problems(folder: Path) -> None:
    assert load(folder).problems == ()


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_a_shipped_pack_lies_in_a_folder_of_its_own_name(folder: Path) -> None:
    assert load(folder).pack.manifest.id == folder.name


def test_the_page_on_the_united_states_and_china_is_read_in_minutes() -> None:
    pack = load(shipped("content") / "us-china-ai").pack
    brief = default_brief(pack)
    assert brief is not None
    assert 430 <= word_count(compose(pack, brief)) <= 520


@pytest.mark.parametrize("path", THEMES, ids=lambda path: path.stem)
def test_a_shipped_theme_has_no_problems_and_lies_in_a_file_of_its_name(path: Path) -> None:
    theme, problems = read_theme(path)
    assert problems == []
    assert theme is not None
    assert theme.name == path.stem
