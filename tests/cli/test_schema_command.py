"""`briefing schema`: schemas printed, or written where the files of a pack look for them."""

import json
from pathlib import Path

import pytest

from briefing.pack.schema import FOLDER, as_text, schemas
from briefing.paths import shipped
from tests.cli.conftest import Command

PACKS = sorted(path.parent for path in shipped("content").glob("*/pack.yaml"))


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def test_all_are_printed_as_one_object(command: Command) -> None:
    code, out, err = command("schema")
    assert (code, err) == (0, "")
    assert json.loads(out) == schemas()


def test_each_is_written_into_a_file_of_its_own(command: Command) -> None:
    assert command("schema", "made") == (
        0,
        "made/brief.json\nmade/dimension.json\nmade/expert.json\nmade/judgements.json\n"
        "made/option.json\nmade/pack.json\nmade/source.json\n",
        "",
    )
    for name, schema in schemas().items():
        assert (Path("made") / name).read_text() == as_text(schema)


def test_a_file_is_overwritten_only_when_asked(command: Command) -> None:
    Path("made").mkdir()
    Path("made/brief.json").write_text("mine")
    assert command("schema", "made") == (
        4,
        "",
        "briefing: made/brief.json: exists already; use --force to replace it\n",
    )
    assert Path("made/brief.json").read_text() == "mine"
    assert command("schema", "made", "--force").code == 0
    assert json.loads(Path("made/brief.json").read_text()) == schemas()["brief.json"]


def test_a_folder_in_no_folder_is_told(command: Command) -> None:
    assert command("schema", "a/b") == (4, "", "briefing: a/b: No such file or directory\n")


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_a_shipped_pack_carries_the_schemas_of_this_version(folder: Path) -> None:
    carried = {path.name: path.read_text() for path in (folder / FOLDER).iterdir()}
    assert carried == {name: as_text(schema) for name, schema in schemas().items()}


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_every_shipped_yaml_file_names_its_schema_in_the_first_line(folder: Path) -> None:
    for path in folder.rglob("*.yaml"):
        above = "../" * (len(path.relative_to(folder).parts) - 1)
        kind = path.parent.name.removesuffix("s") if above else path.stem
        first = path.read_text().partition("\n")[0]
        assert first == f"# yaml-language-server: $schema={above}{FOLDER}/{kind}.json"
