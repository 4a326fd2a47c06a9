"""Schemas for editors: right about every file that ships, and never stricter than the reader."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from briefing.pack.loader import load
from briefing.pack.schema import schemas
from briefing.paths import shipped
from tests.pack.editors import (
    as_an_editor_reads,
    as_the_reader_reads,
    kind,
    pack_files,
    refusals,
)
from tests.pack.test_fields import BROKEN_FIELDS
from tests.packs import FILES, edit, write_pack

PACKS = sorted(path.parent for path in shipped("content").glob("*/pack.yaml"))
BEYOND = {
    "a better end that is no end": "two fields of one item are compared",
    "a claim for a judgement and against it": "two fields of one item are compared",
    "a rating off the scale": "the scale stands in another file",
    "a claim of a dimension that the comparison leaves out": "the claim stands in another file",
    "a date that the calendar does not have": "a pattern knows no calendar",
    "a month that the calendar does not have": "a pattern knows no calendar",
    "a doubtful date that the calendar does not have": "a pattern knows no calendar",
}
"""What the reader finds, and a schema cannot say."""


def seen(folder: Path, path: str) -> list[str]:
    """Return what the schema refuses in a file, as an editor or as the reader reads it."""
    text = (folder / path).read_text()
    editor = refusals(path, as_an_editor_reads(path, text))
    reader = refusals(path, as_the_reader_reads(path, text))
    return sorted({*editor, *reader})


@pytest.mark.parametrize("name", schemas())
def test_a_schema_is_one_of_draft_2020_12(name: str) -> None:
    Draft202012Validator.check_schema(schemas()[name])


def test_there_is_a_schema_for_every_kind_of_file() -> None:
    kinds = {f"{kind(path)}.json" for path in FILES}
    assert set(schemas()) == kinds


@pytest.mark.parametrize("folder", PACKS, ids=lambda folder: folder.name)
def test_every_file_that_ships_is_as_its_schema_wants_it(folder: Path) -> None:
    assert {path: found for path in pack_files(folder) if (found := seen(folder, path))} == {}


def test_a_pack_that_uses_every_field_is_as_its_schemas_want_it(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    assert {path: found for path in FILES if (found := seen(folder, path))} == {}


@pytest.mark.parametrize(
    "name", [name for name in BROKEN_FIELDS if name not in BEYOND], ids=lambda name: name
)
def test_what_the_reader_refuses_in_one_file_the_schema_refuses(name: str, tmp_path: Path) -> None:
    path, old, new, _ = BROKEN_FIELDS[name]
    assert seen(edit(write_pack(tmp_path), path, old, new), path)


@pytest.mark.parametrize("name", BEYOND)
def test_a_schema_leaves_to_the_reader_what_it_cannot_say(name: str, tmp_path: Path) -> None:
    path, old, new, _ = BROKEN_FIELDS[name]
    assert not seen(edit(write_pack(tmp_path), path, old, new), path)


BROKEN_TOGETHER = {
    "a corrected claim without its correction": (
        "dimensions/price.yaml",
        "status: confirmed",
        "status: corrected",
    ),
    "a correction where nothing is corrected": (
        "dimensions/price.yaml",
        "status: corrected",
        "status: confirmed",
    ),
    "a contested claim that disputes nothing": (
        "dimensions/price.yaml",
        "disputes: [birch-subsidy]",
        "disputes: []",
    ),
    "a rating from a source that is not named": (
        "options/carry-on.md",
        "basis: editor",
        "basis: source",
    ),
    "an entry with nothing in it": (
        "dimensions/permits.yaml",
        "{not_comparable: Birchmark does not publish its permits.}",
        "{}",
    ),
    "a text without its hash": ("sources/tide-survey.md", "sha256: ", "why: "),
    "a source without an issuer": (
        "sources/strait-gazette.md",
        "container-title: Strait Gazette\n",
        "",
    ),
    "a block that takes no text": ("briefs/one-pager.yaml", "- changes", "- changes: all"),
    "a block without its text": ("briefs/one-pager.yaml", "- bottom-line", "- decision"),
}


@pytest.mark.parametrize(
    ("path", "old", "new"), BROKEN_TOGETHER.values(), ids=BROKEN_TOGETHER.keys()
)
def test_fields_that_do_not_go_together_are_refused(
    path: str, old: str, new: str, tmp_path: Path
) -> None:
    permits = FILES["dimensions/permits.yaml"].replace(
        "  birch:\n    not_comparable: Birchmark does not publish its permits.",
        "  birch: {not_comparable: Birchmark does not publish its permits.}",
    )
    survey = FILES["sources/tide-survey.md"].replace("why: Careful", "language: Careful")
    survey = survey.replace("language: en\n", "")
    changes: dict[str, str | bytes | None] = {"dimensions/permits.yaml": permits}
    if old == "sha256: ":
        changes["sources/tide-survey.md"] = survey
    folder = edit(write_pack(tmp_path, changes), path, old, new)
    assert seen(folder, path)
    assert load(folder).problems


@pytest.mark.parametrize(
    "block", ["- gaps: {text: Much.}", "- bottom-line:", "- recommendation", "- changes: {}"]
)
def test_a_block_may_be_written_in_every_way_that_the_reader_takes(
    block: str, tmp_path: Path
) -> None:
    folder = edit(write_pack(tmp_path), "briefs/one-pager.yaml", "  - sources", f"  {block}")
    assert load(folder).problems == ()
    assert not seen(folder, "briefs/one-pager.yaml")


def test_words_that_yaml_takes_for_other_things_may_stand_for_text(tmp_path: Path) -> None:
    folder = write_pack(tmp_path)
    edit(folder, "pack.yaml", "name: Alderland, short: AL", "name: no, short: 1e3")
    edit(folder, "pack.yaml", 'version: "1.0"', "version: 1.10")
    edit(folder, "pack.yaml", "as_of: 2025-06-30", "as_of: 2025")
    edit(folder, "briefs/one-pager.yaml", "max_pages: 1", 'max_pages: "1"')
    assert load(folder).problems == ()
    assert not seen(folder, "pack.yaml")
    assert not seen(folder, "briefs/one-pager.yaml")


class Dumper(yaml.SafeDumper):
    """Writes nothing for None, which is how an empty value is written by hand."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


Dumper.add_representer(
    type(None), lambda dumper, _: dumper.represent_scalar("tag:yaml.org,2002:null", "")
)
SCALARS = st.sampled_from(
    [
        "", " ", " x ", "x", "X y", "2025", "2025-13", "unknown", "0", "1", "00", "yes", "true",
        "low", "confirmed", "corrected", "contested", "source", "bottom-line", "a-claim", "²",
        "1_0", 0, 1, -1, 17, 1.5, 1e300, 10**12, True, False, None,
    ]
)  # fmt: skip
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
        st.sampled_from(["id", "text", "at", "note", "what", "place", "a"]), inner, max_size=3
    ),
    max_leaves=4,
)  # fmt: skip


def places(data: Any) -> list[tuple[Any, Any]]:
    """Return every place in some data at which a value stands: what holds it, and its key."""
    if isinstance(data, dict):
        keys: list[Any] = list(data)
    elif isinstance(data, list):
        keys = list(range(len(data)))
    else:
        return []
    return [(data, key) for key in keys] + [p for key in keys for p in places(data[key])]


@pytest.fixture(scope="module")
def changing(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack of which one file after another is changed."""
    return write_pack(tmp_path_factory.mktemp("changing"))


@settings(max_examples=150)
@given(data=st.data())
def test_what_a_schema_refuses_the_reader_refuses(data: st.DataObject, changing: Path) -> None:
    path = data.draw(st.sampled_from(sorted(FILES)))
    content = as_an_editor_reads(path, FILES[path])
    for _ in range(data.draw(st.integers(1, 2))):
        if found := places(content):
            change(data, *data.draw(st.sampled_from(found)))
    text = yaml.dump(content, Dumper=Dumper, allow_unicode=True, sort_keys=False)
    if path.endswith(".md"):
        text = "---\n" + text + "---\n" + FILES[path].rpartition("\n---\n")[2]
    write_pack(changing, {path: text})
    if seen(changing, path):
        assert [problem for problem in load(changing).problems if problem.file == path]


def change(data: st.DataObject, parent: Any, key: Any) -> None:
    """Put another value into a place, take it out, or call it something else."""
    how = data.draw(st.sampled_from(["change", "drop", "rename"]))
    if how == "change":
        parent[key] = data.draw(VALUES)
    elif how == "drop":
        del parent[key]
    elif isinstance(parent, dict):
        other = data.draw(st.sampled_from(["x", "text", "correction", "not_comparable"]))
        parent[other] = parent.pop(key)
