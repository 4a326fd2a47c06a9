"""`briefing import`: a bibliography becomes sources that the pack's check asks to be judged."""

import json
from pathlib import Path

import pytest

from briefing.pack.loader import load
from tests.cli.conftest import Command
from tests.packs import edit
from tests.processes import in_shell

LIBRARY = """\
@report{ng_2025,
  title = {{How "open" is: a test}},
  author = {Ng, Andrew and {Survey, Team}},
  institution = {Bureau of Prices},
  date = {2025-01~},
  url = {https://example.org/a},
  urldate = {2025-06-01},
  language = {en},
}

@misc{http://zotero.org/items/1,
  title = {Of tides and other things that move},
  author = {{\\O}rsted, Hans},
  year = {2024},
}
"""
FIRST = """\
---
id: ng-2025
type: report
title: 'How "open" is: a test'
author:
  - {family: Ng, given: Andrew}
  - {literal: "Survey, Team"}
publisher: Bureau of Prices
issued: 2025-01~
accessed: 2025-06-01
URL: https://example.org/a
language: en
access: not-read
reliability: cannot-be-judged
why: Imported; not yet judged.
---
"""
JUDGE = "to be judged: say in each what was read, how reliable it is, and why\n"


@pytest.fixture
def here(pack: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a small pack, which is the working directory."""
    monkeypatch.chdir(pack)
    return pack


def library(folder: Path, text: str | bytes = LIBRARY, name: str = "library.bib") -> Path:
    path = folder.parent / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_each_entry_becomes_a_file_named_by_its_key_or_by_what_it_is(
    command: Command, here: Path
) -> None:
    assert command("import", library(here)) == (
        0,
        "sources/ng-2025.md\nsources/rsted-2024-of-tides-and-other.md\n",
        f"briefing: 2 sources {JUDGE}",
    )
    assert (here / "sources/ng-2025.md").read_text() == FIRST


def test_what_was_imported_reads_back_without_an_error(command: Command, here: Path) -> None:
    command("import", library(here))
    loaded = load(here)
    assert loaded.problems == ()
    source = loaded.pack.source("ng-2025")
    assert source is not None
    assert source.title == 'How "open" is: a test'
    assert [author.name for author in source.author] == ["Andrew Ng", "Survey, Team"]


def test_the_check_asks_for_what_a_machine_cannot_know(command: Command, here: Path) -> None:
    command("import", library(here))
    out = command("check", "--select", "SRC008").out
    assert (
        'sources/ng-2025.md:15:6: warning SRC008: the source "ng-2025" was imported, '
        "and nobody has judged it – read it, then set access, reliability and why"
    ) in out
    edit(here, "sources/ng-2025.md", "Imported; not yet judged.", "An opinion, well argued.")
    assert "ng-2025" not in command("check", "--select", "SRC008").out


@pytest.mark.parametrize(
    ("entry", "asked"),
    [
        ("@misc{a, author = {A}, year = 2024}", 'a source needs "title"'),
        ("@misc{a, title = {T}, year = 2024}", 'the source "a" names no issuer'),
    ],
)
def test_the_check_asks_for_what_the_bibliography_lacks(
    entry: str, asked: str, command: Command, here: Path
) -> None:
    command("import", library(here, entry))
    [problem] = load(here).problems
    assert (problem.rule, problem.message) == ("SRC002", asked)


def test_a_date_that_is_not_there_is_unknown(command: Command, here: Path) -> None:
    command("import", library(here, "@misc{a, title = {T}, author = {A}, year = {in press}}"))
    source = load(here).pack.source("a")
    assert source is not None
    assert source.issued == "unknown"


def test_what_is_there_is_left_alone(command: Command, here: Path) -> None:
    before = (here / "sources/tide-survey.md").read_bytes()
    text = "@misc{tide-survey, title = {Mine}}\n\n@book{Tide Survey}\n@book{b, author = {B}}"
    file = here.parent / "library.bib"
    assert command("import", library(here, text.replace("Tide Survey", "TIDE_survey"))) == (
        0,
        "sources/b.md\n",
        f'briefing: {file}:1: left out, there is a source "tide-survey" already\n'
        f'briefing: {file}:3: left out, there is a source "tide-survey" already\n'
        f"briefing: 1 source {JUDGE}",
    )
    assert (here / "sources/tide-survey.md").read_bytes() == before


def test_a_second_import_changes_nothing(command: Command, here: Path) -> None:
    text = "@misc{a, title = {T}}"
    command("import", library(here, text))
    assert command("import", library(here, text)) == (
        0,
        "",
        f'briefing: {here.parent}/library.bib:1: left out, there is a source "a" already\n',
    )


def test_made_ids_that_are_alike_are_told_apart(command: Command, here: Path) -> None:
    items = [{"id": n, "type": "book", "title": "T", "author": [{"family": "F"}]} for n in (1, 2)]
    assert command("import", library(here, json.dumps(items), "l.json")).out == (
        "sources/f-t.md\nsources/f-t-2.md\n"
    )


@pytest.mark.parametrize("key", ["http://zotero.org/users/1/items/ABCD", "李", "7"])
def test_a_second_import_knows_what_has_no_key_of_its_own(
    key: str, command: Command, here: Path
) -> None:
    item = {"id": key, "type": "book", "title": "T", "author": [{"family": "F"}]}
    one = item | {"issued": {"date-parts": [[2020]]}}
    file = library(here, json.dumps([one]), "l.json")
    assert command("import", file).out == "sources/f-2020-t.md\n"
    assert command("import", file).err.endswith('there is a source "f-2020-t" already\n')
    other = item | {"issued": {"date-parts": [[2021]]}}
    file = library(here, json.dumps([one, other]), "l.json")
    assert command("import", file).out == "sources/f-2021-t.md\n"


def test_where_there_is_no_room_no_part_of_a_source_is_left(here: Path) -> None:
    done = in_shell(f"trap '' XFSZ; ulimit -f 0; $briefing import {library(here)}", cwd=here)
    assert done.returncode == 4
    assert b"sources/ng-2025.md: File too large" in done.stderr
    assert not (here / "sources/ng-2025.md").exists()


def test_what_cannot_be_understood_is_told_and_the_rest_imported(
    command: Command, here: Path
) -> None:
    path = library(here, "@book{a, title = }\n@book{b, title = {T}}")
    assert command("import", path) == (
        1,
        "sources/b.md\n",
        f"{path}:1:18: error IMP001: a value is missing\nbriefing: 1 source {JUDGE}",
    )


def test_a_pack_without_sources_gets_the_folder(command: Command, here: Path) -> None:
    for path in (here / "sources").iterdir():
        path.unlink()
    (here / "sources").rmdir()
    assert command("import", library(here, "@book{a}")).out == "sources/a.md\n"


def test_a_linked_folder_of_sources_is_not_written_to(
    command: Command, here: Path, tmp_path: Path
) -> None:
    (here / "sources").rename(tmp_path / "elsewhere")
    (here / "sources").symlink_to(tmp_path / "elsewhere")
    code, out, err = command("import", library(here, "@book{a}"))
    assert (code, out) == (4, "")
    assert err == "briefing: sources: not a folder of the pack's own\n"
    assert not (tmp_path / "elsewhere/a.md").exists()


@pytest.mark.parametrize(
    "key", ["../../x", "/etc/passwd", "a/../b", "..", "\x1b[31m", "con\u202e", "x" * 300, "-", "'"]
)
def test_no_key_leads_out_of_the_folder(key: str, command: Command, here: Path) -> None:
    text = json.dumps([{"id": key, "type": "book", "title": "T"}])
    before = {path for path in here.parent.rglob("*") if "sources" not in path.parts}
    command("import", library(here, text, "l.json"))
    after = {path for path in here.parent.rglob("*") if "sources" not in path.parts}
    assert after - before <= {here.parent / "l.json"}


def test_a_key_too_long_for_a_file_gives_way_to_the_title(command: Command, here: Path) -> None:
    items = [{"id": "x" * 300, "type": "book", "title": "T" * 300}]
    assert command("import", library(here, json.dumps(items), "l.json")).out == (
        f"sources/{'t' * 80}.md\n"
    )


def test_text_that_would_be_yaml_stays_text(command: Command, here: Path) -> None:
    titles = ["a: b # c", "- x", "{a}", "no", "2025-01-01", "'\"\\", "&a *b !c", "x\n---\nid: y"]
    items = [
        {"id": f"s{n}", "type": "book", "title": title, "publisher": title,
         "author": [{"family": title, "given": "x, y} [z"}]}
        for n, title in enumerate(titles)
    ]  # fmt: skip
    command("import", library(here, json.dumps(items), "l.json"))
    pack = load(here).pack
    for n, title in enumerate(titles):
        source = pack.source(f"s{n}")
        assert source is not None
        assert (
            source.title == source.publisher == source.author[0].family == " ".join(title.split())
        )
        assert source.author[0].given == "x, y} [z"


def test_the_shipped_pack_is_not_written_to_by_default(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert command("import", "library.bib") == (
        2,
        "",
        "briefing: there is no pack here; name one with -p, or make one: `briefing new DIR`\n",
    )


def test_a_file_that_cannot_be_read_is_told(command: Command, here: Path) -> None:
    assert command("import", "none.bib") == (
        4,
        "",
        "briefing: none.bib: No such file or directory\n",
    )
    path = library(here, b"@book{a,\n title = {\xff}}")
    assert command("import", path) == (
        4,
        "",
        f"briefing: {path}:2: not UTF-8; export the file as UTF-8\n",
    )
    path = library(here, b" " * (2 * 1024 * 1024 + 1))
    assert command("import", path) == (
        4,
        "",
        f"briefing: {path}: larger than 2 MiB; split it into several files\n",
    )
