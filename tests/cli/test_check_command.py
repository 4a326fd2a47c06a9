"""`briefing check`: every problem with its place, a count, and an exit code for scripts."""

import json
from itertools import pairwise
from pathlib import Path

import pytest

from briefing.checks.registry import OF_PACKS
from briefing.text import width
from tests.checks.clean_pack import (
    CARRY_ON,
    ONE_PAGER,
    PERMITS,
    PRICE,
    SO_WHAT,
    write_clean,
)
from tests.checks.sarif import read_run
from tests.cli.conftest import Command
from tests.packs import FILES as PACK_FILES
from tests.packs import edit
from tests.processes import on_terminal

RULES = len(OF_PACKS)
"""How many rules a pack is held to."""
WAITING = 11
"""How many rules wait where pack.yaml has an error."""
FILES = f"{len(PACK_FILES)} files"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The folder of a small pack in which no check finds anything."""
    return write_clean(tmp_path / "tides")


def test_a_good_pack_is_counted_and_fine(command: Command, pack: Path) -> None:
    told = f"{FILES}, 0 errors, 0 warnings; {RULES} rules passed\n"
    assert command("check", "-p", pack) == (0, told, "")


def test_every_problem_is_printed_with_its_place_a_hint_and_its_line(
    command: Command, pack: Path
) -> None:
    edit(pack, "judgements.yaml", "likelihood: likely", "likelihood: likley")
    edit(pack, "pack.yaml", "lexicon:", "lexikon:")
    code, out, err = command("check", "-p", pack)
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        f'{pack}/judgements.yaml:3:15: error LEX001: "likley" is no term of the lexicon icd203 – '
        "did you mean 'likely'?",
        "     3 |   likelihood: likley",
        "       |               ^",
        f'{pack}/pack.yaml:18:1: error FLD001: unknown key "lexikon" in a pack – '
        "did you mean 'lexicon'?",
        "    18 | lexikon: icd203",
        "       | ^",
        f"{FILES}, 2 errors, 0 warnings; {RULES - 2 - WAITING} rules passed, "
        f"{WAITING + 1} wait until the errors are mended",
    ]


def test_carets_stand_below_the_words_however_wide_and_long_the_line(
    command: Command, pack: Path
) -> None:
    edit(pack, PRICE, SO_WHAT, f"so_what: 電力 {'more ' * 30}is highly likely{' on' * 40}.")
    lines = command("check", "-p", pack).out.splitlines()
    assert lines[1:3] == [
        "     5 | …e more more more more more is highly likely on on on on on on on on on on on "
        "on on on on …",
        "       |                                ^^^^^^^^^^^^^",
    ]
    edit(pack, PRICE, "more " * 30 + "is highly likely" + " on" * 40, "is highly likely")
    lines = command("check", "-p", pack).out.splitlines()
    assert lines[1:3] == [
        "     5 | so_what: 電力 is highly likely.",
        "       |                  ^^^^^^^^^^^^^",
    ]


@pytest.mark.parametrize("before", ["電" * 60, "word " * 60, "\t" * 60, "é\u0301" * 60])
def test_a_place_in_a_long_line_is_seen_on_a_narrow_terminal(pack: Path, before: str) -> None:
    written = before.replace("\t", "\\t")
    edit(pack, PRICE, SO_WHAT, f'so_what: "{written} highly likely {written}"')
    _, shown = on_terminal("check", "-p", pack, cwd=pack, COLUMNS="40")
    line, carets = next(
        pair for pair in pairwise(shown.splitlines()) if pair[0].startswith("     5 | ")
    )
    assert width(line) <= 40
    at = next(place for place in range(len(line)) if width(line[:place]) == carets.index("^"))
    assert "highly likely".startswith(line[at:].lstrip("\u0301")[: carets.count("^")])


@pytest.mark.parametrize(("flags", "code"), [((), 0), (("--strict",), 1)])
def test_a_warning_counts_as_an_error_when_that_is_asked_for(
    command: Command, pack: Path, flags: tuple[str, ...], code: int
) -> None:
    edit(pack, PRICE, SO_WHAT, "so_what: Perhaps not.")
    result = command("check", "-p", pack, *flags)
    assert result.code == code
    assert result.out.endswith(f"{FILES}, 0 errors, 1 warning; {RULES - 1} rules passed\n")


def test_what_is_waived_is_counted_and_fine(command: Command, pack: Path) -> None:
    edit(pack, PRICE, SO_WHAT, "so_what: Perhaps not.\nwaive: {LEX004: it is a proverb}")
    told = f"{FILES}, 0 errors, 0 warnings, 1 waived; {RULES - 1} rules passed\n"
    assert command("check", "--strict", "-p", pack) == (0, told, "")


def test_places_are_relative_where_the_pack_lies_below_the_working_directory(
    command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(pack, "pack.yaml", "lexicon: icd203", "lexicon: none")
    monkeypatch.chdir(pack.parent)
    assert command("check", "-p", "tides").out.startswith("tides/pack.yaml:18:10: error FLD004: ")
    monkeypatch.chdir(pack)
    assert command("check").out.startswith("pack.yaml:18:10: error FLD004: ")


# --- which rules ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("flags", "rules", "passed"),
    [
        (("--select", "LEX"), ["LEX004"], 5),
        (("--select", "lex004,OPT"), ["LEX004", "OPT003"], 2),
        (("--ignore", "LEX"), ["OPT003"], RULES - 7),
        (("--select", "LEX,OPT", "--ignore", "OPT003"), ["LEX004"], 7),
    ],
)
def test_rules_are_chosen_by_id_or_by_their_letters(
    command: Command, pack: Path, flags: tuple[str, ...], rules: list[str], passed: int
) -> None:
    edit(pack, PRICE, SO_WHAT, "so_what: Perhaps not.")
    edit(pack, CARRY_ON, "basis: editor, cites: [{source: tide-survey, at: 6}]", "basis: editor")
    made = json.loads(command("check", "--json", *flags, "-p", pack).out)
    assert [problem["rule"] for problem in made["problems"]] == rules
    assert len(made["passed"]) == passed


@pytest.mark.parametrize("flag", ["--select", "--ignore"])
def test_a_rule_that_there_is_not_is_wrong_usage(command: Command, pack: Path, flag: str) -> None:
    told = "briefing: there is no rule \"lex04\" of packs – did you mean 'LEX004'?\n"
    assert command("check", flag, "STY,lex04", "-p", pack) == (2, "", told)
    told = 'briefing: there is no rule "" of packs – `briefing explain` lists all rules\n'
    assert command("check", flag, "", "-p", pack) == (2, "", told)


# --- what only the command knows --------------------------------------------------------------


def test_a_brief_over_its_page_is_an_error_with_its_lines(command: Command, pack: Path) -> None:
    gaps = "What Birchmark pays its builders is not known."
    edit(pack, ONE_PAGER, gaps, "What it pays. " * 400)
    code, out, _ = command("check", "-p", pack)
    assert code == 1
    assert out.startswith(
        f'{pack}/briefs/one-pager.yaml:6:3: error FIT001: the brief "one-pager" takes '
    )
    edit(pack, ONE_PAGER, "What it pays. " * 400, gaps)
    assert command("check", "-p", pack).code == 0


def test_what_is_known_of_the_pages_is_kept_until_the_pack_changes(
    command: Command, pack: Path
) -> None:
    edit(pack, ONE_PAGER, "is not known.", "is not known. " * 400)
    first = command("check", "-p", pack)
    assert command("check", "-p", pack) == first
    assert first.code == 1


def test_a_claim_past_its_expiry_is_an_error_from_the_day_after(
    command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(pack, PRICE, "date: 2024\n", "date: 2024\n        expires: 2025-06-30\n")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1751241600")  # 30 June 2025
    assert command("check", "-p", pack).code == 0
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1751328000")
    code, out, _ = command("check", "-p", pack)
    assert code == 1
    assert 'price.yaml:37:18: error TIM001: the claim "birch-price" has expired' in out


def test_a_day_that_is_no_number_is_wrong_usage(
    command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    told = "briefing: SOURCE_DATE_EPOCH is no number of seconds\n"
    assert command("check", "-p", pack) == (2, "", told)


# --- mending ----------------------------------------------------------------------------------


def test_fix_mends_what_is_certain_and_prints_what_is_left(command: Command, pack: Path) -> None:
    edit(pack, PRICE, SO_WHAT, "so_what: Perhaps not, and a fall is likely.")
    code, out, err = command("check", "--fix", "-p", pack)
    assert (code, err) == (0, "briefing: 1 mended in 1 file\n")
    assert "so_what: Perhaps not, and a fall is likely (55–80%).\n" in (pack / PRICE).read_text()
    assert "LEX004" in out
    assert "LEX002" not in out


def test_fix_leaves_a_pack_in_order_as_it_is(command: Command, pack: Path) -> None:
    before = {path: path.stat() for path in pack.rglob("*")}
    assert command("check", "--fix", "-p", pack).code == 0
    assert {path: path.stat() for path in pack.rglob("*")} == before


def test_fix_writes_no_file_where_one_is_read_only(command: Command, pack: Path) -> None:
    edit(pack, PRICE, SO_WHAT, "so_what: A fall is likely.")
    edit(pack, "pack.yaml", "Birchmark sells", "It is likely that Birchmark sells")
    before = {path: path.read_bytes() for path in pack.rglob("*.yaml")}
    (pack / PRICE).chmod(0o444)
    told = f"briefing: {pack}/{PRICE}: is read-only; nothing was mended\n"
    assert command("check", "--fix", "-p", pack) == (4, "", told)
    assert {path: path.read_bytes() for path in pack.rglob("*.yaml")} == before


def test_fix_mends_only_what_was_asked_for(command: Command, pack: Path) -> None:
    edit(pack, PRICE, SO_WHAT, "so_what: A fall is likely.")
    before = (pack / PRICE).read_bytes()
    command("check", "--fix", "--ignore", "LEX002", "-p", pack)
    assert (pack / PRICE).read_bytes() == before


# --- formats ----------------------------------------------------------------------------------


@pytest.mark.parametrize("flags", [("--json",), ("--format", "json")])
def test_json_holds_the_same_for_programs(
    command: Command, pack: Path, flags: tuple[str, ...]
) -> None:
    edit(pack, PRICE, SO_WHAT, "so_what: Perhaps.\nwaive: {LEX004: it is a proverb}")
    edit(pack, "pack.yaml", "lexicon: icd203", "lexicon: none")
    code, out, err = command("check", "-p", pack, *flags)
    assert (code, err) == (1, "")
    made = json.loads(out)
    assert len(made.pop("passed")) == RULES - 2 - WAITING
    assert {"LEX001", "WAI001"} <= {*made["waiting"]}
    assert len(made.pop("waiting")) == WAITING
    lexicon = {
        "file": "pack.yaml",
        "line": 18,
        "column": 10,
        "end_line": 0,
        "end_column": 0,
        "severity": "error",
        "rule": "FLD004",
        "message": '"lexicon" cannot be "none"',
        "hint": "it may be icd203, phia",
    }
    perhaps = {
        "file": "dimensions/price.yaml",
        "line": 1,
        "column": 1,
        "end_line": 0,
        "end_column": 0,
        "severity": "warning",
        "rule": "LEX004",
        "message": '"Perhaps" leaves open how likely it is',
        "hint": "say how likely it is, with a term of the lexicon and its range",
        "why": "it is a proverb",
    }
    assert made == {
        "pack": str(pack),
        "files": len(PACK_FILES),
        "errors": 1,
        "warnings": 0,
        "problems": [lexicon],
        "waived": [perhaps],
    }


def test_github_shows_problems_at_their_lines(
    command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(pack, PRICE, SO_WHAT, 'so_what: "A 50% fall: highly likely, they say."')
    odd = pack.rename(pack.with_name("ti,des:1"))
    monkeypatch.chdir(odd.parent)
    assert command("check", "--format", "github", "-p", odd.name) == (
        1,
        "::error file=ti%2Cdes%3A1/dimensions/price.yaml,line=5,col=23,title=LEX001::"
        '"highly likely" is no term of the lexicon icd203 – it may be almost no chance, remote, '
        "very unlikely, highly improbable, unlikely, improbable, roughly even chance, roughly even"
        " odds, likely, probable, very likely, highly probable, almost certain, nearly certain\n",
        "",
    )


def test_sarif_is_a_log_of_the_standard(
    command: Command, pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(pack, PRICE, SO_WHAT, "so_what: Perhaps highly\n  likely.")
    edit(pack, CARRY_ON, "basis: editor, cites: [{source: tide-survey, at: 6}]", "basis: editor")
    edit(pack, CARRY_ON, "name: Carry on", "name: Carry on\nwaive: {OPT003: nobody rates it}")
    edit(pack, PERMITS, "so_what:", "x: \x1b\nso_what:")
    monkeypatch.chdir(pack.parent)
    odd = pack.rename(pack.with_name("a b#é"))
    run = read_run(command("check", "--format", "sarif", "-p", odd.name).out)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert [rules[result["ruleIndex"]] for result in run["results"]] == [
        result["ruleId"] for result in run["results"]
    ]
    likely = next(result for result in run["results"] if result["ruleId"] == "LEX001")
    place = likely["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "a%20b%23%C3%A9/dimensions/price.yaml"
    assert place["region"] == {"startLine": 5, "startColumn": 18, "endLine": 6, "endColumn": 9}
    [waived] = [result for result in run["results"] if "suppressions" in result]
    [suppression] = waived["suppressions"]
    assert suppression == {"kind": "inSource", "justification": "nobody rates it"}


def test_sarif_of_a_pack_in_order_holds_no_result(command: Command, pack: Path) -> None:
    made = command("check", "--format", "sarif", "-p", pack)
    assert (made.code, read_run(made.out)["results"]) == (0, [])


# --- many problems, hostile names, no pack ----------------------------------------------------


def test_a_terminal_shows_the_first_of_many_problems(pack: Path) -> None:
    write_vague(pack, 200)
    code, shown = on_terminal("check", "-p", pack, cwd=pack)
    assert code == 0
    assert shown.count("LEX004") == 20
    assert "… and 180 more; --all shows them" in shown
    assert f"{len(PACK_FILES) + 200} files, 0 errors, 200 warnings" in shown
    assert on_terminal("check", "--all", "-p", pack, cwd=pack)[1].count("LEX004") == 200


def test_a_pipe_gets_all_problems_in_order(command: Command, pack: Path) -> None:
    write_vague(pack, 200)
    places = [line for line in command("check", "-p", pack).out.splitlines() if "LEX004" in line]
    assert len(places) == 200
    assert places == sorted(places)


def write_vague(pack: Path, number: int) -> None:
    """Add dimensions with a vague so-what each."""
    entries = "entries:\n  alder: {not_comparable: No.}\n  birch: {not_comparable: No.}\n"
    for n in range(number):
        text = f"id: d-{n:03}\nname: D\nquestion: What?\nso_what: Perhaps.\n{entries}"
        (pack / "dimensions" / f"d-{n:03}.yaml").write_text(text)


def test_control_characters_in_names_and_lines_are_made_visible(
    command: Command, pack: Path
) -> None:
    hostile = pack.rename(pack.with_name("\x1b[2J"))
    (hostile / "experts" / "\x1b[31m.md").write_text("no front matter")
    edit(hostile, "pack.yaml", "title: ", "title: \x1b]0;x\x07 ")
    out = command("check", "-p", hostile).out
    assert "/␛[2J/experts/␛[31m.md: error FIL005: not read" in out
    assert "     3 | title: ␛]0;x␇ Alderland" in out
    assert "\x1b" not in out


def test_json_keeps_the_name_of_a_folder_that_is_no_text(command: Command, pack: Path) -> None:
    odd = pack.rename(pack.with_name(b"\xff".decode(errors="surrogateescape")))
    edit(odd, PRICE, SO_WHAT, "so_what: Perhaps.")
    assert json.loads(command("check", "-p", odd, "--json").out)["pack"] == str(odd)
    read_run(command("check", "-p", odd, "--format", "sarif").out)
    assert command("check", "-p", odd).code == 0


def test_a_folder_without_a_pack_cannot_be_checked(command: Command, tmp_path: Path) -> None:
    message = f"briefing: {tmp_path} is not a pack: it holds no pack.yaml\n"
    assert command("check", "-p", tmp_path) == (4, "", message)


def test_a_folder_that_does_not_exist_cannot_be_checked(command: Command, tmp_path: Path) -> None:
    message = f"briefing: {tmp_path}/none: No such file or directory\n"
    assert command("check", "-p", tmp_path / "none") == (4, "", message)
