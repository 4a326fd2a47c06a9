"""The user's settings: what they hold, and that a mistake costs no more than itself."""

from pathlib import Path

import pytest

from briefing.settings import Settings, read_settings, settings_file, wrong_theme
from briefing.tui.commands import COMMANDS
from briefing.tui.keys import key_name, keymap, sample, untypable, with_keys


def settled(tmp_path: Path, text: str) -> Settings:
    """Return the settings that a text stands for."""
    path = tmp_path / "settings.yaml"
    path.write_text(text, encoding="utf-8")
    return read_settings(path)


def told(tmp_path: Path, text: str) -> list[str]:
    """Return what is told of settings, without the folder."""
    settings = settled(tmp_path, text)
    problems = [*settings.problems, *with_keys(settings)[1]]
    return [str(problem._replace(file="settings.yaml")) for problem in problems]


def keys(tmp_path: Path, text: str) -> dict[str, str]:
    """Return the keys of every command that has others than it ships with."""
    commands, _ = with_keys(settled(tmp_path, text))
    pairs = zip(commands, COMMANDS, strict=True)
    return {new.id: new.keys for new, old in pairs if new != old}


def test_without_a_file_all_is_as_it_ships(tmp_path: Path) -> None:
    settings = read_settings(tmp_path / "none.yaml")
    assert with_keys(settings) == (COMMANDS, [])
    assert (settings.theme, settings.problems) == (None, ())


def test_the_file_lies_in_the_folder_of_the_users_settings() -> None:
    assert settings_file().name == "settings.yaml"


@pytest.mark.parametrize("text", ["", "# nothing\n", "keys:\n  {}\n"])
def test_settings_that_say_nothing_change_nothing(tmp_path: Path, text: str) -> None:
    assert (keys(tmp_path, text), told(tmp_path, text)) == ({}, [])


def test_a_command_gets_one_key_or_several(tmp_path: Path) -> None:
    text = "theme: paper\nkeys:\n  pin: p\n  search: [slash, ctrl+s]\n  back: '<'\n"
    assert keys(tmp_path, text) == {"pin": "p", "search": "slash,ctrl+s", "back": "less_than_sign"}
    theme = settled(tmp_path, text).theme
    assert theme is not None
    assert theme.name == "paper"


def test_two_commands_can_change_places(tmp_path: Path) -> None:
    text = "keys: {note: y, copy: n}"
    assert (keys(tmp_path, text), told(tmp_path, text)) == ({"note": "y", "copy": "n"}, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("them: paper", '1:1: warning FLD001: unknown key "them" in the settings – '
         "did you mean 'theme'?"),
        ("- a", '1:1: warning FLD003: the settings must be a mapping such as "pin: p"'),
        ("keys: pin", '1:7: warning FLD003: keys must be a mapping such as "pin: p"'),
        ("keys: {pin: []}", '1:13: warning FLD005: "pin" has no key'),
        ("keys: {pin: }", '1:13: warning FLD005: "pin" is empty or no single word – '
         'put a key such as "[" or "?" in quotation marks'),
        ("keys: {pinn: p}", "1:8: warning SET001: there is no command \"pinn\" – "
         "did you mean 'pin'?"),
        ("keys: {pin: alt+p}", '1:13: warning SET002: "alt+p" cannot be a key – '
         "not every terminal sends it; ctrl goes with a letter, shift with an arrow"),
        ("keys: {pin: shift+p}", '1:13: warning SET002: "shift+p" cannot be a key – '
         'write the character itself: "P"'),
        ("keys: {pin: ctrl+i}", '1:13: warning SET002: "ctrl+i" cannot be a key – '
         "terminals cannot tell it from tab"),
        ("keys: {pin: escape}", '1:13: warning SET002: "escape" cannot be a key – '
         "escape is kept: it closes what is open"),
        ("keys: {pin: pagdown}", '1:13: warning SET002: "pagdown" cannot be a key – '
         "did you mean 'pagedown'?"),
        ("keys: {pin: n}", '1:13: warning SET003: "pin" cannot have n: "note" has it, '
         'everywhere – choose another key, or give "note" another one'),
        ("keys: {pin: v}", '1:13: warning SET003: "pin" cannot have v: "experts-pivot" has it, '
         'in experts – choose another key, or give "experts-pivot" another one'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place_and_what_to_do(
    tmp_path: Path, text: str, problem: str
) -> None:
    assert told(tmp_path, text) == [f"settings.yaml:{problem}"]
    assert keys(tmp_path, text) == {}


def test_a_mistake_leaves_all_the_rest_as_it_was_wanted(tmp_path: Path) -> None:
    text = "keys:\n  pin: p\n  note: alt+n\n  nothing: x\n  copy: c\n"
    assert keys(tmp_path, text) == {"pin": "p"}
    assert len(told(tmp_path, text)) == 3


def test_a_refused_wish_takes_no_key_from_another(tmp_path: Path) -> None:
    text = "keys: {search: n, note: bogus}"
    assert keys(tmp_path, text) == {}
    assert len(told(tmp_path, text)) == 2


def test_keys_shared_by_design_can_move_together(tmp_path: Path) -> None:
    text = "keys: {left-pane: [left, H], left-side: [left, H]}"
    assert told(tmp_path, text) == []


@pytest.mark.parametrize("text", [b"\xff", b"keys: [", b"a: &a [*a]", b"[" * 9_000])
def test_a_file_that_cannot_be_read_is_one_warning(tmp_path: Path, text: bytes) -> None:
    path = tmp_path / "settings.yaml"
    path.write_bytes(text)
    [problem] = read_settings(path).problems
    assert (problem.file, problem.severity) == (str(path), "warning")


def test_control_characters_never_reach_the_terminal(tmp_path: Path) -> None:
    text = 'keys: {"\\e[2J": "\\e]0;x\\a", pin: "\\e"}\ntheme: "\\e"\n'
    assert all(line.isprintable() for line in told(tmp_path, text))


def test_settings_may_be_a_link_to_a_file_kept_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "mine.yaml").write_text("keys: {pin: p}")
    (tmp_path / "settings.yaml").symlink_to(tmp_path / "mine.yaml")
    assert with_keys(read_settings(tmp_path / "settings.yaml"))[1] == []
    assert len(read_settings(tmp_path / "settings.yaml").wishes) == 1


def test_a_theme_that_there_is_not_is_told(tmp_path: Path) -> None:
    [problem] = wrong_theme(settled(tmp_path, "theme: papper"), ("dusk", "paper"))
    assert str(problem._replace(file="")) == (
        "warning SET004: there is no theme \"papper\" – did you mean 'paper'?"
    )


@pytest.mark.parametrize(("word", "name"), [("/", "slash"), ("?", "question_mark"), ("G", "G")])
def test_a_character_and_its_name_are_the_same_key(word: str, name: str) -> None:
    assert key_name(word) == key_name(name) == name
    assert untypable(word) is None


def test_the_commands_that_share_a_key_with_a_changed_one_are_told_of_too(tmp_path: Path) -> None:
    commands, _ = with_keys(settled(tmp_path, "keys: {left-pane: H}"))
    told = keymap(commands)
    assert told["left-pane"] == "H"
    assert told["left-side"] == "left,h"
    assert keymap(COMMANDS) == {}


def test_the_example_is_a_file_that_changes_nothing(tmp_path: Path) -> None:
    lines = sample(COMMANDS).splitlines()
    text = "\n".join(line.removeprefix("# ") for line in lines)
    assert (keys(tmp_path, text), told(tmp_path, text)) == ({}, [])
    assert all(any(f" {shown.id}:" in line for line in lines) for shown in COMMANDS)
