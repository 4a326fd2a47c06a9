"""`briefing search`: what holds the words, and where."""

import json
import re
from pathlib import Path

import pytest

from tests.bench.big_pack import write_big_pack
from tests.cli.conftest import Command
from tests.packs import edit
from tests.processes import on_terminal

ESCAPES = re.compile(r"\x1b\[\d+m")


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
    assert max(len(ESCAPES.sub("", line)) for line in shown.splitlines()) <= 40


def test_on_a_terminal_kinds_have_headings_and_the_words_are_bold(pack: Path) -> None:
    assert on_terminal("search", "turbines", "runs", cwd=pack) == (
        0,
        "\x1b[1mClaims (1)\x1b[22m\n"
        "claim:alder-turbines  Alderland \x1b[1mruns\x1b[22m 42 \x1b[1mturbines\x1b[22m of the "
        "type T-200.\n",
    )


def test_where_no_colour_is_wanted_nothing_is_bold(pack: Path) -> None:
    _, shown = on_terminal("search", "turbines", "runs", cwd=pack, NO_COLOR="1")
    assert shown.startswith("Claims (1)\nclaim:alder-turbines  Alderland runs 42")
    assert "\x1b" not in shown


def test_in_a_pipe_there_are_no_headings_and_nothing_is_bold(command: Command, pack: Path) -> None:
    out = command("search", "turbines", "runs", "-p", pack).out
    assert out == "claim:alder-turbines  Alderland runs 42 turbines of the type T-200.\n"


def test_filters_and_words_left_out_are_taken(command: Command, pack: Path) -> None:
    shown = command("search", "kind:claim side:birch -subsidy", "-p", pack)
    assert shown.out == (
        "claim:birch-price  Birchmark's tidal power sells at 38 crowns a megawatt-hour.\n"
    )
    assert command("search", "-p", pack, "--", "side:birch", "-subsidy").out.count("\n") > 1


def test_the_nearest_word_is_offered_where_nothing_is_found(command: Command, pack: Path) -> None:
    assert command("search", "turbnes", "42", "-p", pack) == (
        0,
        "",
        'briefing: nothing found for "turbnes 42" – did you mean "turbines 42"?\n',
    )


def test_an_unknown_value_of_a_filter_is_wrong_usage(command: Command, pack: Path) -> None:
    assert command("search", "status:contsted", "-p", pack) == (
        2,
        "",
        'briefing: there is no status "contsted" – did you mean "contested"?\n',
    )


def test_all_are_listed_in_a_pipe_and_the_first_of_each_kind_on_a_terminal(
    command: Command, tmp_path: Path
) -> None:
    folder = write_big_pack(tmp_path / "big", 120)
    assert command("search", "kind:claim", "-p", folder).out.count("\n") == 120
    _, shown = on_terminal("search", "kind:claim", cwd=folder)
    assert "Claims (120), the first 50; add a word or a filter" in shown
    assert shown.count("\n") == 51


def test_a_folder_without_a_pack_cannot_be_searched(command: Command, tmp_path: Path) -> None:
    message = f"briefing: {tmp_path} is not a pack: it holds no pack.yaml\n"
    assert command("search", "chips", "-p", tmp_path) == (4, "", message)
