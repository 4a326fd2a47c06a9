"""`briefing list`: ids and titles, for eyes and for programs."""

import json
from pathlib import Path

import pytest

from briefing.cli.list import KINDS
from tests.cli.conftest import Command
from tests.packs import edit
from tests.processes import on_terminal


def test_one_kind_is_listed_by_id_in_reading_order(command: Command, pack: Path) -> None:
    assert command("list", "options", "-p", pack) == (
        0,
        "carry-on       Carry on\nopen-the-grid  Open the grid\n",
        "",
    )


@pytest.mark.parametrize(("kind", "plural"), KINDS.items())
def test_a_kind_is_named_in_the_singular_or_the_plural(
    command: Command, pack: Path, kind: str, plural: str
) -> None:
    listed = command("list", kind, "-p", pack)
    assert listed == command("list", plural, "-p", pack)
    assert (listed.code, listed.err) == (0, "")
    assert listed.out


def test_without_a_kind_everything_is_listed_by_the_name_that_other_commands_take(
    command: Command, pack: Path
) -> None:
    lines = command("list", "-p", pack).out.splitlines()
    assert lines[0] == "side:alder             Alderland"
    assert "claim:permit-time      A permit takes 50 years." in lines
    assert "criterion:effect       Effect" in lines
    kinds = list(dict.fromkeys(line.partition(":")[0] for line in lines))
    assert kinds == list(KINDS)


def test_briefs_are_listed_with_the_paper_they_may_take(command: Command, pack: Path) -> None:
    edit(pack, "briefs/one-pager.yaml", "page: fit-both\nmax_pages: 1", "page: a4\nmax_pages: 2")
    title = "Birchmark sells tidal power for less, and part of that is subsidy"
    assert command("list", "briefs", "-p", pack).out == f"one-pager  2 pages, A4  {title}\n"
    assert json.loads(command("list", "briefs", "--json", "-p", pack).out) == [
        {"kind": "brief", "id": "one-pager", "title": title, "max_pages": 2, "page": "a4"}
    ]


def test_json_has_one_object_for_each_item(command: Command, pack: Path) -> None:
    assert json.loads(command("list", "sides", "--json", "-p", pack).out) == [
        {"kind": "side", "id": "alder", "title": "Alderland"},
        {"kind": "side", "id": "birch", "title": "Birchmark"},
    ]


def test_json_keeps_text_of_any_script(command: Command, pack: Path) -> None:
    edit(pack, "pack.yaml", "name: Birchmark", "name: 桦木")
    assert '"title": "桦木"' in command("list", "sides", "--json", "-p", pack).out


def test_columns_hold_with_wide_characters(command: Command, pack: Path) -> None:
    edit(pack, "options/carry-on.md", "name: Carry on", "name: 继续")
    lines = command("list", "options", "-p", pack).out.splitlines()
    assert lines == ["carry-on       继续", "open-the-grid  Open the grid"]


def test_a_very_long_id_does_not_push_the_other_titles_away(command: Command, pack: Path) -> None:
    long = "x" * 500
    edit(pack, "pack.yaml", "options: [carry-on, open-the-grid]", f"options: [{long}]")
    edit(pack, "briefs/one-pager.yaml", "items: [carry-on, open-the-grid]", f"items: [{long}]")
    edit(pack, "options/carry-on.md", "id: carry-on", f"id: {long}")
    lines = command("list", "options", "-p", pack).out.splitlines()
    assert lines == [f"{long}  Carry on", "open-the-grid  Open the grid"]


def test_an_unknown_kind_is_wrong_usage_with_a_suggestion(command: Command, pack: Path) -> None:
    assert command("list", "clams", "-p", pack) == (
        2,
        "",
        "briefing: there is no kind \"clams\" – did you mean 'claims'?\n",
    )


def test_a_pack_with_errors_is_listed_as_far_as_it_can_be_read(
    command: Command, pack: Path
) -> None:
    edit(pack, "options/open-the-grid.md", "name: Open the grid", "nme: Open the grid")
    code, out, err = command("list", "options", "-p", pack)
    assert (code, out) == (0, "carry-on  Carry on\n")
    assert err.startswith("briefing: ")
    assert err.endswith(" in the pack, broken items left out; see `briefing check`\n")


def test_on_a_terminal_titles_are_cut_to_its_width(pack: Path) -> None:
    code, shown = on_terminal("list", "claims", "-p", pack, cwd=pack, COLUMNS="40")
    assert code == 0
    assert shown.splitlines()[0] == "alder-price     Alderland's tidal power…"
