"""`briefing new`: a pack that passes every check, in a folder of which nothing is overwritten."""

from pathlib import Path

import pytest

from briefing.pack.loader import load
from briefing.pack.schema import as_text, schemas
from briefing.starting import STARTER, parts
from tests.cli.conftest import Command
from tests.pack.editors import as_an_editor_reads, pack_files, refusals
from tests.processes import in_shell, on_terminal


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def names(folder: Path) -> tuple[str, str]:
    manifest = load(folder).pack.manifest
    return manifest.id, manifest.title


def test_every_file_is_named_and_what_to_do_next(command: Command) -> None:
    code, out, err = command("new", "tides")
    assert code == 0
    written = sorted(path.as_posix() for path in Path("tides").rglob("*") if path.is_file())
    assert sorted(out.splitlines()) == written
    assert err == "briefing: next: look at it with `briefing -p tides`, then edit its files\n"


def test_it_passes_every_check(command: Command) -> None:
    command("new", "tides")
    code, out, err = command("check", "--strict", "-p", "tides")
    assert (code, err) == (0, "")
    assert ", 0 errors, 0 warnings; " in out
    assert "waived" not in out


def test_its_brief_fits_one_page(command: Command) -> None:
    command("new", "tides")
    assert command("export", "-p", "tides", "-f", "html", "-o", "page.html").code == 0


def test_it_compares_other_sides_than_the_shipped_packs(command: Command) -> None:
    command("new", "tides")
    assert [side.id for side in load(Path("tides")).pack.sides] == ["alderby", "birchby"]


def test_every_file_has_a_comment_that_teaches_or_is_like_one_that_has() -> None:
    for folder in {path.parent for path in STARTER.rglob("*") if path.is_file()}:
        files = [path for path in folder.iterdir() if path.is_file()]
        taught = [path for path in files if " # " in path.read_text() or "\n# " in path.read_text()]
        assert taught


def test_every_yaml_file_names_a_schema_that_is_there_and_takes_it(command: Command) -> None:
    command("new", "tides")
    folder = Path("tides")
    for path in (folder / name for name in pack_files(folder)):
        text = path.read_text()
        assert (
            refusals(path.relative_to(folder).as_posix(), as_an_editor_reads(path.name, text)) == []
        )
        if path.suffix == ".yaml":
            key, _, where = text.splitlines()[0].partition("$schema=")
            assert key == "# yaml-language-server: "
            schema = path.parent / where
            assert schema.read_text() == as_text(schemas()[schema.name])


@pytest.mark.parametrize(
    ("folder", "expected"),
    [
        ("tidal-power", ("tidal-power", "Tidal power")),
        ("Tidal_Power 2", ("tidal-power-2", "Tidal Power 2")),
        ("a/deep/er", ("er", "Er")),
        ("marées", ("marees", "Marées")),
        ("潮", ("a-new-pack", "A new pack")),
        ("yes", ("yes", "Yes")),
        ("a: b # c", ("a-b-c", "A: b # c")),
        ("\x1b[31m", ("31m", "␛[31m")),
    ],
)
def test_id_and_title_are_made_from_the_name_of_the_folder(
    folder: str, expected: tuple[str, str], command: Command
) -> None:
    assert command("new", folder).code == 0
    assert names(Path(folder)) == expected
    assert load(Path(folder)).problems == ()


def test_the_working_directory_may_become_a_pack(command: Command, tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "README.md").write_text("mine")
    assert command("new", ".").code == 0
    assert load(tmp_path).problems == ()
    assert (tmp_path / "README.md").read_text() == "mine"


@pytest.mark.parametrize("part", ["pack.yaml", "sources", "schema"])
def test_a_folder_with_any_part_of_a_pack_is_left_alone(
    part: str, command: Command, tmp_path: Path
) -> None:
    (tmp_path / "tides").mkdir()
    (tmp_path / "tides" / part).write_text("mine")
    assert command("new", "tides") == (
        4,
        "",
        f'briefing: tides: there is "{part}" already; nothing was written\n',
    )
    assert [path.name for path in (tmp_path / "tides").iterdir()] == [part]


@pytest.mark.parametrize("name", ["new", "schema"])
def test_a_folder_without_a_name_is_not_the_working_directory(
    name: str, command: Command, tmp_path: Path
) -> None:
    told = f"briefing: argument DIR: is empty (see `briefing {name} --help`)\n"
    assert command(name, "") == (2, "", told)
    assert list(tmp_path.iterdir()) == []


def test_a_dangling_link_is_not_written_through(command: Command, tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").symlink_to(tmp_path / "elsewhere.yaml")
    assert command("new", ".").code == 4
    assert not (tmp_path / "elsewhere.yaml").exists()


def test_a_file_is_not_taken_for_a_folder(command: Command, tmp_path: Path) -> None:
    (tmp_path / "tides").write_text("mine")
    assert command("new", "tides") == (4, "", "briefing: tides: is not a folder\n")


def test_on_a_terminal_title_and_id_are_asked_for(tmp_path: Path) -> None:
    code, shown = on_terminal("new", "tides", cwd=tmp_path, typed=b"Power: the tides\nEbb & flow\n")
    assert code == 0
    assert "Title [Tides]: " in shown
    assert "Id [tides]: " in shown
    assert names(tmp_path / "tides") == ("ebb-flow", "Power: the tides")


def test_enter_takes_what_is_offered(tmp_path: Path) -> None:
    assert on_terminal("new", "tides", cwd=tmp_path, typed=b"\n!!!\n\n")[0] == 0
    assert names(tmp_path / "tides") == ("tides", "Tides")


def test_the_parts_of_a_pack_are_those_of_the_format() -> None:
    assert parts() == [
        "briefs", "dimensions", "experts", "judgements.yaml", "options", "pack.yaml", "schema",
        "sources",
    ]  # fmt: skip


@pytest.mark.parametrize("blocks", [0, 1])
def test_where_there_is_no_room_nothing_is_left(blocks: int) -> None:
    Path("deep").mkdir()
    line = f"trap '' XFSZ; ulimit -f {blocks}; $briefing new deep/er/tides"
    done = in_shell(line, cwd=Path.cwd())
    assert done.returncode == 4
    assert done.stdout == b""
    assert done.stderr.startswith(b"briefing: deep/er/tides/")
    assert done.stderr.endswith(b": File too large\n")
    assert list(Path("deep").iterdir()) == []
