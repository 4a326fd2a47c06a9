"""`briefing export --all`: every brief in every format, and how it ends."""

from pathlib import Path

import pytest

from briefing.export import FORMATS
from tests.cli.conftest import Command
from tests.cli.long_briefs import add_brief, add_long_brief
from tests.packs import edit
from tests.processes import on_terminal

SUFFIXES = {made.suffix for made in FORMATS.values()}
PAGED = {made.suffix for made in FORMATS.values() if made.paged}


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def test_every_brief_is_written_in_every_format(command: Command, pack: Path) -> None:
    add_brief(pack, "bottom-line")
    folder = pack.parent / "out" / "tonight"
    assert command("export", "--all", folder, "-p", pack) == (
        0,
        "",
        f"briefing: wrote 14 files to {folder}\n",
    )
    assert names(folder) == {f"{brief}{s}" for brief in ("one-pager", "own") for s in SUFFIXES}


def test_files_are_those_that_are_written_one_by_one(command: Command, pack: Path) -> None:
    folder = pack.parent / "out"
    command("export", "--all", folder, "--page", "letter", "-p", pack)
    for suffix in SUFFIXES:
        file = pack.parent / f"one{suffix}"
        assert command("export", "-o", file, "--page", "letter", "-p", pack).code == 0
        assert (folder / f"one-pager{suffix}").read_bytes() == file.read_bytes()


def test_one_format_is_chosen(command: Command, pack: Path) -> None:
    add_brief(pack, "bottom-line")
    folder = pack.parent / "out"
    command("export", "--all", folder, "-f", "html", "-p", pack)
    assert names(folder) == {"one-pager.html", "own.html"}


def test_a_brief_that_runs_over_is_told_and_only_not_written_for_paper(
    command: Command, pack: Path
) -> None:
    add_long_brief(pack)
    folder = pack.parent / "out"
    code, out, err = command("export", "--all", folder, "-p", pack)
    assert (code, out) == (3, "")
    first, *_, advice, last = err.splitlines()
    assert first.startswith("briefing: the brief long runs over its one page (A4 and US Letter) by")
    assert advice == (
        "briefing: not written as html, pdf and docx; --trim drops exactly these, "
        "or edit the recipe (briefs/long.yaml)"
    )
    assert last == f"briefing: wrote 11 files to {folder}"
    assert names(folder) == {f"one-pager{s}" for s in SUFFIXES} | {
        f"long{s}" for s in SUFFIXES - PAGED
    }


def test_what_is_not_made_for_paper_is_not_measured(command: Command, pack: Path) -> None:
    add_long_brief(pack)
    folder = pack.parent / "out"
    assert command("export", "--all", folder, "-f", "txt", "-p", pack).code == 0


def test_trim_makes_all_formats_of_the_same_brief(command: Command, pack: Path) -> None:
    add_long_brief(pack)
    folder = pack.parent / "out"
    code, out, err = command("export", "--all", folder, "--trim", "-p", pack)
    assert (code, out) == (0, "")
    assert err.startswith("briefing: dropped from the brief long, so that it fits its one page")
    assert names(folder) == {f"{brief}{s}" for brief in ("one-pager", "long") for s in SUFFIXES}
    for name in ("long.md", "long.txt", "long.html"):
        assert "shortened to " in (folder / name).read_text(encoding="utf-8")


@pytest.mark.parametrize("option", ["-o", "--brief"])
def test_all_goes_with_no_single_brief_or_file(command: Command, pack: Path, option: str) -> None:
    folder = pack.parent / "out"
    assert command("export", "--all", folder, option, "one-pager", "-p", pack) == (
        2,
        "",
        "briefing: --all writes every brief under its own name; leave out -o and --brief\n",
    )
    assert not folder.exists()


def test_a_pack_without_briefs_is_wrong_usage(command: Command, pack: Path) -> None:
    (pack / "briefs" / "one-pager.yaml").unlink()
    folder = pack.parent / "out"
    assert command("export", "--all", folder, "-p", pack) == (
        2,
        "",
        "briefing: the pack holds no brief\n",
    )


def test_nothing_is_made_of_a_pack_with_errors(command: Command, pack: Path) -> None:
    edit(pack, "pack.yaml", "version:", "verson:")
    folder = pack.parent / "out"
    assert command("export", "--all", folder, "-p", pack).code == 1
    assert not folder.exists()


# --- what is there already, and what cannot be written ---------------------------------------


def test_files_that_are_there_are_kept_unless_forced(command: Command, pack: Path) -> None:
    folder = pack.parent / "out"
    folder.mkdir()
    for name in ("one-pager.txt", "one-pager.bib"):
        (folder / name).write_text("mine")
    assert command("export", "--all", folder, "-p", pack) == (
        4,
        "",
        f"briefing: nothing written: {folder} holds one-pager.txt and 1 more of the files; "
        "use --force to overwrite\n",
    )
    assert names(folder) == {"one-pager.txt", "one-pager.bib"}
    assert command("export", "--all", folder, "--force", "-p", pack).code == 0
    assert (folder / "one-pager.txt").read_text(encoding="utf-8") != "mine"


@pytest.mark.parametrize(("answer", "code"), [(b"y\n", 0), (b"n\n", 4), (b"\x04", 4)])
def test_on_a_terminal_it_is_asked_once(pack: Path, answer: bytes, code: int) -> None:
    folder = pack / "out"
    folder.mkdir()
    for name in ("one-pager.md", "one-pager.txt"):
        (folder / name).write_text("mine")
    ended, shown = on_terminal("export", "--all", "out", cwd=pack, typed=answer)
    assert ended == code
    question = "briefing: out holds one-pager.md and 1 more of the files; overwrite? [y/N] "
    assert shown.count(question) == shown.count("overwrite?") == 1
    kept = (folder / "one-pager.md").read_text(encoding="utf-8") == "mine"
    assert kept == (code == 4)
    assert (folder / "one-pager.pdf").exists() == (code == 0)


def test_a_bar_is_shown_on_a_terminal_only(command: Command, pack: Path) -> None:
    _, shown = on_terminal("export", "--all", "out", cwd=pack)
    assert "exporting" in shown
    assert "100%" in shown
    assert "exporting" not in command("export", "--all", pack.parent / "out", "-p", pack).err


def test_a_file_in_place_of_the_folder_is_told(command: Command, pack: Path) -> None:
    folder = pack.parent / "out"
    folder.write_text("mine")
    code, out, err = command("export", "--all", folder, "-p", pack)
    assert (code, out) == (4, "")
    assert err == f"briefing: {folder}: is not a folder\n"
    assert folder.read_text() == "mine"


def test_what_cannot_be_written_is_told_and_the_rest_is_written(
    command: Command, pack: Path
) -> None:
    add_long_brief(pack)
    folder = pack.parent / "out"
    (folder / "one-pager.md").mkdir(parents=True)
    code, out, err = command("export", "--all", folder, "-p", pack)
    assert (code, out) == (4, "")
    assert f"briefing: {folder}/one-pager.md: is a folder\n" in err
    assert "the brief long runs over" in err
    assert err.endswith(f"briefing: wrote 10 files to {folder}\n")


def test_characters_that_the_fonts_lack_are_told_and_only_print_goes_without(
    command: Command, pack: Path
) -> None:
    add_brief(pack, "gaps: What \ue123 means.")
    folder = pack.parent / "out"
    code, out, err = command("export", "--all", folder, "-p", pack)
    assert (code, out) == (1, "")
    assert err.startswith(f"briefing: {folder}/own.pdf not written: no glyph for ")
    assert err.endswith(f"briefing: wrote 13 files to {folder}\n")
