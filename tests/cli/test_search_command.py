"""`briefing search`: what holds the words, and where."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.packs import edit
from tests.processes import on_terminal


def test_what_holds_the_words_is_listed_by_a_name_that_other_commands_take(
    command: Command, pack: Path
) -> None:
    code, out, err = command("search", "Alderland", "sells", "-p", pack)
    assert (code, err) == (0, "")
    [line] = [line for line in out.splitlines() if not line.startswith(" ")]
    assert line == "claim:alder-price  Alderland's tidal power sells at 65 crowns a megawatt-hour."
    assert command("read", "claim:alder-price", "-p", pack).code == 0


def test_words_that_are_not_in_the_title_are_shown_in_their_place(
    command: Command, pack: Path
) -> None:
    lines = command("search", "Myra", "Osterberg", "-p", pack).out.splitlines()
    assert lines[0] == "expert:mira-ostberg  Mira Ostberg"
    assert lines[1].startswith("    ")
    assert "Myra Osterberg" in lines[1]


def test_several_words_may_be_one_argument_or_many(command: Command, pack: Path) -> None:
    assert command("search", "tidal power", "-p", pack) == command(
        "search", "tidal", "power", "-p", pack
    )


def test_json_tells_each_result_for_programs(command: Command, pack: Path) -> None:
    [hit] = json.loads(command("search", "--json", "65 crowns", "sells", "-p", pack).out)
    assert set(hit) == {"kind", "id", "title", "context", "excerpt"}
    assert (hit["kind"], hit["id"]) == ("claim", "alder-price")


@pytest.mark.parametrize("query", ["xyzzy", "?!", '"', "' OR 1=1 --", "NEAR(", "*", "\udcff", "-"])
def test_nothing_found_is_said_and_fine(command: Command, pack: Path, query: str) -> None:
    code, out, err = command("search", "-p", pack, "--", query)
    assert (code, out) == (0, "")
    assert err.startswith('briefing: nothing found for "')
    assert err.count("\n") == 1


def test_nothing_found_is_an_empty_list_for_programs(command: Command, pack: Path) -> None:
    assert command("search", "--json", "xyzzy", "-p", pack).out == "[]\n"


def test_a_search_without_words_is_wrong_usage(command: Command, pack: Path) -> None:
    assert command("search", "-p", pack) == (
        2,
        "",
        "briefing: the following arguments are required: QUERY (see `briefing search --help`)\n",
    )


def test_a_changed_pack_is_searched_as_it_is_now(command: Command, pack: Path) -> None:
    assert command("search", "xyzzy", "-p", pack).out == ""
    edit(pack, "options/carry-on.md", "name: Carry on", "name: Xyzzy")
    assert command("search", "xyzzy", "-p", pack).out == "option:carry-on  Xyzzy\n"


def test_on_a_terminal_lines_are_cut_to_its_width(pack: Path) -> None:
    code, shown = on_terminal("search", "Osterberg", cwd=pack, COLUMNS="40")
    assert code == 0
    assert max(map(len, shown.splitlines())) <= 40


def test_a_folder_without_a_pack_cannot_be_searched(command: Command, tmp_path: Path) -> None:
    message = f"briefing: {tmp_path} is not a pack: it holds no pack.yaml\n"
    assert command("search", "chips", "-p", tmp_path) == (4, "", message)
