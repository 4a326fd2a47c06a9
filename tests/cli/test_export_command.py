"""`briefing export`: the brief to standard output or to a file, and when it is refused."""

import subprocess
import sys
from pathlib import Path

import pytest

from briefing.export import FORMATS
from tests.cli.conftest import Command
from tests.packs import ONE_PAGER, edit
from tests.processes import environment, on_pipes, on_terminal

TITLE = "Birchmark sells tidal power for less, and part of that is subsidy"


def test_the_brief_is_printed_as_markdown(command: Command, pack: Path) -> None:
    code, out, err = command("export", "-p", pack)
    assert (code, err) == (0, "")
    assert out.startswith(f"# {TITLE}\n")
    assert command("export", "-f", "md", "-p", pack).out == out


def test_the_brief_is_printed_as_text(command: Command, pack: Path) -> None:
    code, out, err = command("export", "-f", "txt", "-p", pack)
    assert (code, err) == (0, "")
    assert out.startswith(f"{TITLE}\n")


@pytest.mark.parametrize(
    ("name", "fmt"),
    [
        ("a.md", "md"),
        ("A.MD", "md"),
        ("a.html", "html"),
        ("a.pdf", "pdf"),
        ("a.docx", "docx"),
        ("a.txt", "txt"),
        ("a.bib", "bib"),
        ("a.json", "csl"),
    ],
)
def test_the_name_of_the_file_tells_the_format(
    command: Command, pack: Path, name: str, fmt: str
) -> None:
    file = pack.parent / name
    assert command("export", "-o", file, "-p", pack) == (0, "", f"briefing: wrote {file}\n")
    again = pack.parent / "again"
    assert command("export", "-f", fmt, "-o", again, "-p", pack).code == 0
    assert file.read_bytes() == again.read_bytes()


@pytest.mark.parametrize(("fmt", "start"), [("pdf", b"%PDF-"), ("docx", b"PK\x03\x04")])
def test_what_is_no_text_goes_into_a_pipe_but_not_to_a_terminal(
    pack: Path, fmt: str, start: bytes
) -> None:
    done = on_pipes("export", "-f", fmt, cwd=pack)
    assert (done.returncode, done.stderr, done.stdout[: len(start)]) == (0, b"", start)
    assert on_terminal("export", "-f", fmt, cwd=pack) == (
        2,
        f"briefing: a terminal cannot show {fmt}; add -o FILE\n",
    )


def test_a_format_asked_for_goes_before_the_name_of_the_file(command: Command, pack: Path) -> None:
    file = pack.parent / "brief.md"
    command("export", "-f", "txt", "-o", file, "-p", pack)
    assert file.read_text(encoding="utf-8") == command("export", "-f", "txt", "-p", pack).out


def test_a_name_that_tells_no_format_is_wrong_usage(command: Command, pack: Path) -> None:
    assert command("export", "-o", "brief.doc", "-p", pack) == (
        2,
        "",
        'briefing: the name "brief.doc" does not tell the format; '
        "add -f with one of md, html, pdf, docx, txt, bib, csl\n",
    )


def test_an_unknown_format_is_wrong_usage(command: Command, pack: Path) -> None:
    assert command("export", "-f", "xls", "-p", pack) == (
        2,
        "",
        'briefing: there is no format "xls" – it may be md, html, pdf, docx, txt, bib, csl\n',
    )


def test_a_dash_stands_for_standard_output(command: Command, pack: Path) -> None:
    assert command("export", "-o", "-", "-p", pack) == command("export", "-p", pack)


# --- which brief ----------------------------------------------------------------------------

SHORT = "id: short\ntitle: Only the bottom line\nblocks: [bottom-line, sources]\n"


def test_a_brief_of_the_pack_is_chosen_by_its_id(command: Command, pack: Path) -> None:
    (pack / "briefs" / "short.yaml").write_text(SHORT)
    assert command("export", "-p", pack).out.startswith(f"# {TITLE}\n")
    chosen = command("export", "--brief", "short", "-p", pack)
    assert (chosen.code, chosen.err) == (0, "")
    assert chosen.out.startswith("# Only the bottom line\n")


def test_a_brief_is_read_from_a_file_of_its_own(command: Command, pack: Path) -> None:
    file = pack.parent / "tonight.yaml"
    file.write_text(SHORT)
    code, out, err = command("export", "--brief", file, "-p", pack)
    assert (code, err) == (0, "")
    assert out.startswith("# Only the bottom line\n")


def test_an_unknown_brief_is_wrong_usage_with_a_suggestion(command: Command, pack: Path) -> None:
    assert command("export", "--brief", "one-pagr", "-p", pack) == (
        2,
        "",
        "briefing: there is no brief \"one-pagr\" – did you mean 'one-pager'?\n",
    )


def test_a_pack_without_a_brief_asks_for_a_recipe(command: Command, pack: Path) -> None:
    (pack / "briefs" / "one-pager.yaml").unlink()
    assert command("export", "-p", pack) == (
        2,
        "",
        "briefing: the pack holds no brief; name a recipe with --brief FILE\n",
    )
    assert command("export", "--brief", "one-pager", "-p", pack) == (
        2,
        "",
        'briefing: there is no brief "one-pager"\n',
    )


def test_a_brief_file_that_is_not_there_cannot_be_read(command: Command, pack: Path) -> None:
    file = pack / "none.yaml"
    assert command("export", "--brief", file, "-p", pack) == (
        4,
        "",
        f"briefing: {file}: No such file or directory\n",
    )


def test_a_brief_that_is_a_folder_cannot_be_read(command: Command, pack: Path) -> None:
    folder = pack / "briefs"
    assert command("export", "--brief", folder, "-p", pack) == (
        4,
        "",
        f"briefing: {folder}: not a file\n",
    )


def test_a_brief_file_with_problems_is_refused_with_all_of_them(
    command: Command, pack: Path
) -> None:
    file = pack.parent / "tonight.yaml"
    file.write_text(ONE_PAGER.replace("gap-narrows", "gap-narrow").replace("[effect,", "[efect,"))
    assert command("export", "--brief", file, "-p", pack) == (
        1,
        "",
        f'{file}:8:26: error REF001: there is no judgement "gap-narrow" – '
        "did you mean 'gap-narrows'?\n"
        f"{file}:10:60: error REF001: there is no criterion \"efect\" – did you mean 'effect'?\n"
        "briefing: not exported: 2 errors in the brief\n",
    )


# --- a pack with errors ---------------------------------------------------------------------


def test_a_pack_with_errors_is_refused_and_says_how_to_go_on(command: Command, pack: Path) -> None:
    edit(pack, "pack.yaml", "version:", "verson:")
    assert command("export", "-p", pack) == (
        1,
        "",
        f'{pack}/pack.yaml:4:1: error FLD001: unknown key "verson" in a pack – '
        "did you mean 'version'?\n"
        "briefing: not exported: 1 error in the pack; mend them, or leave the broken items out "
        "with --allow-problems\n",
    )


def test_of_many_errors_the_first_are_told_and_the_rest_counted(
    command: Command, pack: Path
) -> None:
    for number in range(30):
        (pack / f"experts/a-{number:02}.md").write_text("no front matter")
    err = command("export", "-p", pack).err.splitlines()
    assert [line for line in err if "YML006" in line] == err[:20]
    assert err[20] == "briefing: … and 10 more; `briefing check` lists them"
    assert err[21].startswith("briefing: not exported: 30 errors in the pack; ")


def test_nothing_is_written_of_a_pack_that_is_refused(command: Command, pack: Path) -> None:
    edit(pack, "pack.yaml", "version:", "verson:")
    file = pack.parent / "brief.md"
    assert command("export", "-o", file, "-p", pack).code == 1
    assert not file.exists()


def test_a_pack_with_errors_is_exported_when_told_to(command: Command, pack: Path) -> None:
    edit(pack, "experts/jon-hale.md", "identity: probable", "identity: maybe")
    code, out, err = command("export", "--allow-problems", "-p", pack)
    assert code == 0
    assert out.startswith(f"# {TITLE}\n")
    assert "Jon Hale" not in out
    assert 'experts/jon-hale.md:5:11: error FLD004: "identity" cannot be "maybe"' in err


# --- writing files --------------------------------------------------------------------------


def test_a_file_that_is_there_is_kept_unless_forced(command: Command, pack: Path) -> None:
    file = pack.parent / "brief.md"
    file.write_text("mine")
    assert command("export", "-o", file, "-p", pack) == (
        4,
        "",
        f"briefing: {file}: exists already; use --force to replace it\n",
    )
    assert file.read_text() == "mine"
    assert command("export", "-o", file, "--force", "-p", pack).code == 0
    assert file.read_text(encoding="utf-8").startswith(f"# {TITLE}\n")


@pytest.mark.parametrize(("answer", "code"), [(b"y\n", 0), (b"YES\n", 0), (b"n\n", 4), (b"\n", 4)])
def test_on_a_terminal_it_is_asked_first(pack: Path, answer: bytes, code: int) -> None:
    file = pack / "b.md"
    file.write_text("mine")
    ended, shown = on_terminal("export", "-o", "b.md", cwd=pack, typed=answer)
    assert ended == code
    assert "briefing: b.md exists; overwrite it? [y/N] " in shown
    assert shown.endswith("briefing: wrote b.md\n" if code == 0 else "briefing: nothing written\n")
    assert (file.read_text(encoding="utf-8") == "mine") == (code == 4)


def test_no_answer_on_a_terminal_means_no(pack: Path) -> None:
    file = pack / "b.md"
    file.write_text("mine")
    assert on_terminal("export", "-o", "b.md", cwd=pack, typed=b"\x04")[0] == 4
    assert file.read_text() == "mine"


def test_a_folder_is_not_written_to(command: Command, pack: Path) -> None:
    folder = pack.parent / "brief.md"
    folder.mkdir()
    message = f"briefing: {folder}: is a folder\n"
    assert command("export", "-o", folder, "-p", pack) == (4, "", message)
    assert command("export", "-o", folder, "--force", "-p", pack) == (4, "", message)


def test_a_folder_that_does_not_exist_is_not_made(command: Command, pack: Path) -> None:
    file = pack / "none" / "brief.md"
    assert command("export", "-o", file, "-p", pack) == (
        4,
        "",
        f"briefing: {file}: no folder {pack}/none\n",
    )


@pytest.mark.parametrize("fmt", FORMATS)
def test_every_format_has_the_same_bytes_on_every_run(pack: Path, fmt: str) -> None:
    first, second = (
        on_pipes("export", "-f", fmt, cwd=pack, PYTHONHASHSEED=seed, TZ=zone)
        for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo"))
    )
    assert (first.returncode, first.stdout) == (0, second.stdout)


# --- what is loaded -------------------------------------------------------------------------

LOADED = """
import sys
from briefing.cli import run
code = run(sys.argv[1:])
print(*sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
sys.exit(code)
"""


@pytest.mark.parametrize("fmt", ["md", "txt", "bib", "csl"])
def test_what_is_not_made_for_paper_loads_nothing_that_typesets(pack: Path, fmt: str) -> None:
    words = [sys.executable, "-c", LOADED, "export", "-f", fmt, "-p", str(pack)]
    done = subprocess.run(words, env=environment(), capture_output=True, check=True)
    loaded = set(done.stderr.decode().split())
    assert not loaded & {"typst", "docx", "lxml", "rich", "textual", "subprocess", "tempfile"}
