"""`briefing themes`: what there is, and whether a theme of one's own can be read."""

import json
from pathlib import Path

from briefing.paths import config_dir, shipped
from tests.cli.conftest import Command
from tests.processes import on_pipes, on_terminal

DUSK = shipped("themes") / "dusk.yaml"


def write_own(text: str) -> Path:
    """Write a theme into the user's folder."""
    folder = config_dir() / "themes"
    folder.mkdir(parents=True)
    path = folder / "own.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def own_theme(muted: str = "#9ea3b7") -> Path:
    text = DUSK.read_text(encoding="utf-8")
    return write_own(text.replace("name: dusk", "name: own").replace("#9ea3b7", muted))


def test_themes_are_listed_with_what_kind_they_are(command: Command) -> None:
    code, out, err = command("themes")
    assert (code, err) == (0, "")
    assert out.splitlines()[:2] == [
        "dusk                 Dark blue with violet       dark",
        "high-contrast        High contrast, dark         dark, high contrast",
    ]


def test_themes_of_the_user_are_listed_too(command: Command) -> None:
    own_theme()
    assert "own " in command("themes").out


def test_json_holds_the_colours(command: Command) -> None:
    themes = json.loads(command("themes", "--json").out)
    assert themes[0]["name"] == "dusk"
    assert themes[0]["dark"] is True
    assert themes[0]["contrast"] == "normal"
    assert set(themes[0]["colours"]) >= {"background", "text", "first", "second", "cursor_text"}


def test_a_theme_that_cannot_be_read_is_told_and_left_out(command: Command) -> None:
    path = own_theme(muted="#303030")
    code, out, err = command("themes")
    assert code == 1
    assert "\nown " not in out
    assert err.startswith(f'{path}:7:10: error THM001: "muted" on "surface" has a contrast of ')


def test_check_finds_nothing_wrong_with_a_shipped_theme(command: Command) -> None:
    assert command("themes", "check", DUSK) == (0, "no problems\n", "")
    assert command("themes", "check", DUSK, DUSK.with_name("paper.yaml")).out == "no problems\n"


def test_check_prints_problems_and_their_number(command: Command) -> None:
    path = own_theme(muted="#303030")
    code, out, err = command("themes", "check", path)
    assert (code, err) == (1, "")
    first, last = out.splitlines()
    assert first.startswith(f"{path}:7:10: error THM001: ")
    assert last == "1 error"


def test_check_prints_json_for_programs(command: Command) -> None:
    path = own_theme(muted="#303030")
    [problem] = json.loads(command("themes", "check", "--json", path).out)
    assert (problem["file"], problem["line"], problem["rule"]) == (str(path), 7, "THM001")
    assert json.loads(command("themes", "check", DUSK, "--json").out) == []


def test_check_of_a_file_that_is_not_there_cannot_be_done(command: Command, tmp_path: Path) -> None:
    assert command("themes", "check", tmp_path / "none.yaml") == (
        4,
        "",
        f"briefing: {tmp_path}/none.yaml: No such file or directory\n",
    )


def test_check_of_a_folder_cannot_be_done(command: Command, tmp_path: Path) -> None:
    assert command("themes", "check", tmp_path) == (4, "", f"briefing: {tmp_path}: not a file\n")


def test_an_unknown_action_is_wrong_usage(command: Command) -> None:
    assert command("themes", "chek", DUSK) == (
        2,
        "",
        "briefing: there is no action \"chek\" – did you mean 'check'? "
        "(see `briefing themes --help`)\n",
    )


def test_a_terminal_with_colour_shows_every_text_in_its_colour(tmp_path: Path) -> None:
    code, shown = on_terminal("themes", cwd=tmp_path, COLORTERM="truecolor", COLUMNS="120")
    assert code == 0
    # Dusk's first side, #74aef5, on its background, #191b26 (ECMA-48 and ISO 8613-6).
    assert "\x1b[38;2;116;174;245;48;2;25;27;38m first " in shown


def test_no_colour_is_shown_where_it_is_not_wanted_or_cannot_be(tmp_path: Path) -> None:
    plain = on_pipes("themes", cwd=tmp_path).stdout.decode()
    assert on_terminal("themes", cwd=tmp_path, NO_COLOR="1") == (0, plain)
    assert on_terminal("themes", cwd=tmp_path, TERM="dumb") == (0, plain)
