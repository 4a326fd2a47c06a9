"""A pack's files as an editor sees them: YAML 1.2 takes some words for other things than text."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from briefing.pack.reader import parse
from briefing.pack.schema import schemas

VALIDATORS = {
    name.removesuffix(".json"): Draft202012Validator(schema) for name, schema in schemas().items()
}
_FRONT_MATTER = re.compile(r"---\n(.*?)^---$", re.DOTALL | re.MULTILINE)


class _Core(yaml.SafeLoader):
    """The core schema of YAML 1.2.2, section 10.3.2, which has no dates."""


_Core.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", list("-+0123456789")),
    ("float", r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Core.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), _first
    )
_Core.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value, 0))
_Core.add_constructor("tag:yaml.org,2002:float", lambda _, node: float(node.value))


def kind(path: str) -> str:
    """Return the name of the schema for a file of a pack."""
    folder, slash, _ = path.rpartition("/")
    return folder.removesuffix("s") if slash else path.removesuffix(".yaml")


def as_an_editor_reads(path: str, text: str) -> Any:
    """Return the data of a file, or of its front matter."""
    if path.endswith(".md"):
        found = _FRONT_MATTER.match(text)
        assert found
        text = found.group(1)
    return yaml.load(text, _Core)


def as_the_reader_reads(path: str, text: str) -> Any:
    """Return the data of a file to the reader of packs, to which every value is text."""
    file = parse(path, text.encode(), [])
    assert file is not None
    return file.data


def refusals(path: str, data: Any) -> list[str]:
    """Return where the schema of a file refuses its data: "$.sides[0].id"."""
    return sorted(error.json_path for error in VALIDATORS[kind(path)].iter_errors(data))


def pack_files(folder: Path) -> list[str]:
    """Return the files of a pack for which there is a schema."""
    files = (path for path in folder.rglob("*") if path.suffix in {".yaml", ".md"})
    return sorted(path.relative_to(folder).as_posix() for path in files)
