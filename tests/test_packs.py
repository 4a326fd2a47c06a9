"""The pack that other tests stand on is valid and uses every field of the format."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from msgspec import Struct
from msgspec.structs import fields

from briefing.pack.loader import load
from briefing.pack.recipe import BLOCKS
from tests.packs import TWO_PAGES, edit, write_pack

ALL: dict[str, str | bytes | None] = {"briefs/two-pages.yaml": TWO_PAGES}


def test_the_pack_loads_without_problems(tmp_path: Path) -> None:
    assert load(write_pack(tmp_path)).problems == ()
    assert load(write_pack(tmp_path, ALL)).problems == ()


def test_the_pack_uses_every_field_of_every_kind_of_item(tmp_path: Path) -> None:
    structs = list(_structs(load(write_pack(tmp_path, ALL)).pack))
    used = {(type(s), f.name) for s in structs for f in fields(s) if getattr(s, f.name)}
    every = {(kind, f.name) for kind in {type(s) for s in structs} for f in fields(kind)}
    # A waiver where there is nothing to waive would be a problem itself.
    assert {(kind, name) for kind, name in every - used if name != "waive"} == set()


def test_the_pack_has_every_kind_of_block(tmp_path: Path) -> None:
    briefs = load(write_pack(tmp_path, ALL)).pack.briefs
    assert {type(block) for brief in briefs for block in brief.blocks} == set(BLOCKS)


def test_editing_words_that_are_not_there_fails(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="0 times"):
        edit(write_pack(tmp_path), "pack.yaml", "no such words", "")


def _structs(value: Any) -> Iterator[Struct]:
    """Yield every item in a pack, however deep."""
    if isinstance(value, Struct):
        yield value
        for field in fields(value):
            yield from _structs(getattr(value, field.name))
    elif isinstance(value, dict):
        yield from _structs(tuple(value.values()))
    elif isinstance(value, tuple):
        for child in value:
            yield from _structs(child)
