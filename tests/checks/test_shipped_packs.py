"""What ships passes every check, warnings included, and says why where a rule is waived."""

from pathlib import Path

import pytest

from briefing.checks.engine import Report, check
from briefing.checks.given import PAST_THE_PAGE
from briefing.export.overfull import overfull
from briefing.pack.kept_pack import keepable, taken
from briefing.pack.loader import load
from briefing.paths import shipped

PACKS = sorted(path.parent for path in shipped("content").glob("*/pack.yaml"))


def checked(folder: Path) -> Report:
    loaded = load(folder)
    return check(folder, loaded, given={PAST_THE_PAGE.id: overfull(folder, loaded.pack)})


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_a_shipped_pack_passes_every_check(folder: Path) -> None:
    assert checked(folder).problems == ()


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_the_same_is_found_in_a_pack_that_was_kept(folder: Path) -> None:
    loaded = load(folder)
    assert check(folder, taken(keepable(loaded))) == check(folder, loaded)


def test_what_the_shipped_pack_waives() -> None:
    [folder] = [folder for folder in PACKS if folder.name == "us-china-ai"]
    assert {one.problem.rule for one in checked(folder).waived} == {"OPT003", "SRC006"}
