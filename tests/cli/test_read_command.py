"""`briefing read`: views and items as linear text."""

from pathlib import Path

import pytest

from briefing.describe import VIEWS
from briefing.text import width
from tests.cli.conftest import Command
from tests.packs import edit
from tests.processes import on_terminal


def widest(shown: str) -> int:
    return max(map(width, shown.splitlines()))


def test_without_an_item_the_overview_is_read(command: Command, pack: Path) -> None:
    read = command("read", "-p", pack)
    assert (read.code, read.err) == (0, "")
    assert "The gap in price narrows by the end of 2026." in " ".join(read.out.split())
    assert read == command("read", "overview", "-p", pack)


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_read(command: Command, pack: Path, view: str) -> None:
    code, out, err = command("read", view, "-p", pack)
    assert (code, err) == (0, "")
    assert out.endswith("\n")
    assert not out.endswith("\n\n")
    assert widest(out) <= 72


def test_an_item_is_read_by_its_id_or_by_kind_and_id(command: Command, pack: Path) -> None:
    read = command("read", "mira-ostberg", "-p", pack)
    assert (read.code, read.err) == (0, "")
    assert "Engineer, Strait University" in read.out
    assert read == command("read", "expert:mira-ostberg", "-p", pack)


def test_every_item_that_is_listed_can_be_read(command: Command, pack: Path) -> None:
    for line in command("list", "-p", pack).out.splitlines():
        name = line.split()[0]
        if not name.startswith(("side:", "criterion:")):
            code, out, err = command("read", name, "-p", pack)
            assert (code, err) == (0, ""), name
            assert out


def test_an_unknown_item_is_wrong_usage_with_a_suggestion(command: Command, pack: Path) -> None:
    assert command("read", "mira-ostburg", "-p", pack) == (
        2,
        "",
        "briefing: there is no item \"mira-ostburg\" – did you mean 'mira-ostberg'?\n",
    )


def test_a_misspelt_view_is_suggested_too(command: Command, pack: Path) -> None:
    assert command("read", "overveiw", "-p", pack) == (
        2,
        "",
        "briefing: there is no item \"overveiw\" – did you mean 'overview'?\n",
    )


def test_where_nothing_is_near_the_list_is_named(command: Command, pack: Path) -> None:
    assert command("read", "zzz", "-p", pack).err == (
        'briefing: there is no item "zzz" – see `briefing list`\n'
    )


def test_an_id_of_several_kinds_is_wrong_usage_that_names_them(
    command: Command, pack: Path
) -> None:
    edit(pack, "sources/strait-gazette.md", "id: strait-gazette", "id: price")
    for path in ("dimensions/price.yaml", "experts/jon-hale.md", "options/open-the-grid.md"):
        edit(pack, path, "source: strait-gazette", "source: price")
    assert command("read", "price", "-p", pack) == (
        2,
        "",
        'briefing: "price" names 2 items: dimension:price, source:price\n',
    )
    assert command("read", "source:price", "-p", pack).code == 0


def test_a_pack_with_errors_is_read_without_its_broken_items(command: Command, pack: Path) -> None:
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    code, out, err = command("read", "-p", pack)
    assert code == 0
    assert out
    assert err.startswith("briefing: 1 error in the pack, broken items left out; see ")


@pytest.mark.parametrize(("columns", "most"), [("40", 40), ("90", 90), ("200", 100)])
def test_on_a_terminal_lines_are_as_wide_as_it_up_to_100(
    pack: Path, columns: str, most: int
) -> None:
    code, shown = on_terminal("read", "price", cwd=pack, COLUMNS=columns)
    assert code == 0
    assert most - 25 < widest(shown) <= most


def test_the_width_of_a_pipe_is_always_72(
    command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = command("read", "price", "-p", pack)
    monkeypatch.setenv("COLUMNS", "40")
    assert command("read", "price", "-p", pack) == before
