"""`briefing export` and the page: what does not fit is told, and dropped only when asked for."""

import re
from pathlib import Path

import pytest

from briefing.export import FORMATS
from tests.cli.conftest import Command, Result
from tests.cli.long_briefs import SOURCES, add_brief, add_long_brief
from tests.processes import on_terminal

PAGED = [made.name for made in FORMATS.values() if made.paged]
UNPAGED = [made.name for made in FORMATS.values() if not made.paged]
MANY_WORDS = "word " * 2000


def dropped(result: Result) -> list[str]:
    """Return the names in the rows of what has to go."""
    return re.findall(r"^  (\S+:\S+)  ", result.err, re.MULTILINE)


# --- a brief that runs over -----------------------------------------------------------------


@pytest.mark.parametrize("fmt", PAGED)
def test_a_brief_that_runs_over_is_told_and_not_written(
    command: Command, pack: Path, fmt: str
) -> None:
    add_long_brief(pack)
    file = pack.parent / "mine"
    file.write_text("mine")
    result = command("export", "--brief", "long", "-f", fmt, "-o", file, "--force", "-p", pack)
    assert (result.code, result.out, file.read_text()) == (3, "", "mine")
    first, *rows, last = result.err.splitlines()
    assert re.fullmatch(
        r"briefing: the brief long runs over its one page \(A4 and US Letter\) by \d+ lines; "
        "to fit, these would have to go, in this order:",
        first,
    )
    assert last == (
        "briefing: nothing written; --trim drops exactly these, or edit the recipe "
        "(briefs/long.yaml)"
    )
    gone = dropped(result)
    assert len(gone) == len(rows)
    assert gone == [f"source:{name}" for name in reversed(SOURCES)][: len(gone)]
    assert rows[0] == "  source:source-51  What source-51 says of tides"


def test_nothing_goes_to_standard_output_either(command: Command, pack: Path) -> None:
    add_long_brief(pack)
    result = command("export", "--brief", "long", "-f", "html", "-p", pack)
    assert (result.code, result.out) == (3, "")


@pytest.mark.parametrize("fmt", UNPAGED)
def test_what_is_not_made_for_paper_is_written_whole(
    command: Command, pack: Path, fmt: str
) -> None:
    add_long_brief(pack)
    result = command("export", "--brief", "long", "-f", fmt, "-p", pack)
    assert (result.code, result.err) == (0, "")
    if fmt in ("md", "txt"):
        assert "What source-51 says of tides" in result.out


def test_where_all_that_may_go_is_not_enough_that_is_told(command: Command, pack: Path) -> None:
    add_brief(
        pack,
        f"gaps: {MANY_WORDS}",
        "experts: {questions: [open-grid, pay-more], items: [jon-hale]}",
    )
    result = command("export", "--brief", "own", "-f", "html", "-p", pack)
    first, row, last = result.err.splitlines()
    assert result.code == 3
    assert re.fullmatch(
        r"briefing: the brief own runs over its one page \(A4 and US Letter\) by \d+ lines, and "
        r"by \d+ lines even without all that may go, in this order:",
        first,
    )
    assert row == "  question:pay-more  Users should pay more for tidal power."
    assert last == (
        "briefing: nothing written; say less, or give it more pages with max_pages, in the recipe "
        "(briefs/own.yaml)"
    )
    trimmed = command("export", "--brief", "own", "-f", "html", "--trim", "-p", pack)
    assert trimmed == result


def test_where_nothing_may_go_that_is_told(command: Command, pack: Path) -> None:
    add_brief(pack, f"gaps: {MANY_WORDS}")
    result = command("export", "--brief", "own", "-f", "html", "-p", pack)
    assert result.code == 3
    assert re.match(
        r"briefing: the brief own runs over its one page \(A4 and US Letter\) by \d+ lines, and "
        r"nothing on it may go\nbriefing: nothing written; ",
        result.err,
    )


def test_a_recipe_of_ones_own_is_named_by_its_file(command: Command, pack: Path) -> None:
    add_brief(pack, f"gaps: {MANY_WORDS}")
    file = (pack / "briefs" / "own.yaml").rename(pack.parent / "tonight.yaml")
    result = command("export", "--brief", file, "-f", "html", "-p", pack)
    assert result.code == 3
    assert result.err.endswith(f" in the recipe ({file})\n")


@pytest.mark.parametrize(
    ("paper", "name"), [("a4", "A4"), ("letter", "US Letter"), ("fit-both", "A4 and US Letter")]
)
def test_another_paper_is_asked_for(command: Command, pack: Path, paper: str, name: str) -> None:
    add_long_brief(pack)
    result = command("export", "--brief", "long", "-f", "html", "--page", paper, "-p", pack)
    assert f"runs over its one page ({name}) by " in result.err


def test_a_brief_of_several_pages_has_room_for_more(command: Command, pack: Path) -> None:
    add_brief(pack, f"gaps: {MANY_WORDS * 2}")
    recipe = pack / "briefs" / "own.yaml"
    once = recipe.read_text()
    recipe.write_text(once + "max_pages: 9\n")
    assert command("export", "--brief", "own", "-f", "html", "-p", pack).code == 0
    recipe.write_text(once + "max_pages: 2\n")
    result = command("export", "--brief", "own", "-f", "html", "-p", pack)
    assert "runs over its 2 pages (A4 and US Letter) by " in result.err


def test_an_unknown_paper_is_wrong_usage(command: Command, pack: Path) -> None:
    assert command("export", "--page", "a5", "-p", pack) == (
        2,
        "",
        'briefing: there is no page "a5" – it may be fit-both, a4, letter '
        "(see `briefing export --help`)\n",
    )


def test_on_a_terminal_titles_are_cut_to_its_width(pack: Path) -> None:
    add_long_brief(pack)
    code, shown = on_terminal("export", "--brief", "long", "-o", "b.pdf", cwd=pack, COLUMNS="40")
    assert code == 3
    assert "\n  source:source-51  What source-51 says…\n" in shown


# --- dropping what does not fit -------------------------------------------------------------


@pytest.mark.parametrize("fmt", FORMATS)
def test_trim_drops_exactly_what_was_told(command: Command, pack: Path, fmt: str) -> None:
    add_long_brief(pack)
    file = pack.parent / f"brief{FORMATS[fmt].suffix}"
    told = command("export", "--brief", "long", "-f", "html", "-p", pack)
    result = command("export", "--brief", "long", "-o", file, "--trim", "-p", pack)
    assert (result.code, result.out) == (0, "")
    first, *_, last = result.err.splitlines()
    assert first == (
        "briefing: dropped from the brief long, so that it fits its one page (A4 and US Letter):"
    )
    assert last == f"briefing: wrote {file}"
    assert dropped(result) == dropped(told) != []


@pytest.mark.parametrize("fmt", ["md", "txt", "html"])
def test_a_trimmed_brief_says_how_much_of_it_is_left(
    command: Command, pack: Path, fmt: str
) -> None:
    add_long_brief(pack)
    result = command("export", "--brief", "long", "-f", fmt, "--trim", "-p", pack)
    left = len(SOURCES) - len(dropped(result))
    said = f"shortened to {left} of the {len(SOURCES)} items in the full brief"
    assert said in " ".join(result.out.split())
    assert SOURCES[left - 1] in result.out
    assert SOURCES[left] not in result.out


def test_a_brief_that_fits_is_not_trimmed(command: Command, pack: Path) -> None:
    assert command("export", "--trim", "-p", pack) == command("export", "-p", pack)


# --- what the fonts lack --------------------------------------------------------------------


def test_characters_that_the_fonts_lack_are_told_and_nothing_is_written(
    command: Command, pack: Path
) -> None:
    add_brief(pack, "gaps: What \ue123 and \ue456 mean.")
    file = pack.parent / "brief"
    result = command("export", "--brief", "own", "-o", file, "-f", "pdf", "-p", pack)
    assert (result.code, result.out, file.exists()) == (1, "", False)
    assert result.err.startswith("briefing: nothing written: no glyph for ")
    assert "U+E123" in result.err
    assert "U+E456" in result.err


@pytest.mark.parametrize("fmt", [name for name in FORMATS if name != "pdf"])
def test_only_print_needs_the_fonts(command: Command, pack: Path, fmt: str) -> None:
    add_brief(pack, "gaps: What \ue123 means.")
    file = pack.parent / "brief"
    assert command("export", "--brief", "own", "-o", file, "-f", fmt, "-p", pack).code == 0
