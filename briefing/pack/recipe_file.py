"""A recipe in a file of its own: read with every check that a pack's own brief gets, and written.

What is written reads back as the same recipe, and looks as if a person had written it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from textwrap import wrap
from typing import Any

from msgspec.structs import fields

from briefing.pack.context import BROKEN, Context
from briefing.pack.convert import convert
from briefing.pack.pack import Pack
from briefing.pack.reader import parse, read_bytes
from briefing.pack.recipe import Block, Brief
from briefing.pack.rules import check_brief, dangling
from briefing.pack.writing import scalar
from briefing.problems import Problem
from briefing.text import visible

_NAME = "brief.yaml"
"""What a recipe is read as, whatever its file is called."""
_COLUMNS = 100
_STEP = "  "


def read_recipe(path: Path, pack: Pack) -> tuple[Brief | None, list[Problem]]:
    """Return the brief in a file, or None and what is wrong with it, sorted by place.

    A file that cannot be read at all is one problem, with the rule FIL001.
    """
    problems: list[Problem] = []
    brief: Any = BROKEN
    data = read_bytes(path.parent, path.name, problems)
    file = None if data is None else parse(_NAME, data, problems)
    if file is not None:
        context = Context(lost={})
        brief = convert(Brief, file._replace(path=str(path)), context)
        problems += [*context.problems, *dangling(context.references, _known(pack))]
        if brief is not BROKEN:
            problems += check_brief(brief, pack, context)
    placed = sorted({problem._replace(file=str(path)) for problem in problems})
    return (None if placed else brief), placed


def _known(pack: Pack) -> dict[str, dict[str, None]]:
    """Return the ids that a recipe may name, by kind."""
    known = {"criterion": dict.fromkeys(criterion.id for criterion in pack.criteria)}
    for ref in pack.items:
        known.setdefault(ref.kind, {})[ref.id] = None
    return known


def write_recipe(brief: Brief) -> str:
    """Return the YAML of a recipe; what has its default is left out."""
    lines: list[str] = []
    for name, value in _written(brief):
        if isinstance(value, str):
            lines += _text(f"{name}: ", value, _STEP)
        else:
            lines.append(f"{name}: {value}")
    if brief.waive:
        lines.append("waive:")
    for rule, why in brief.waive.items():
        lines += _text(f"{_STEP}{rule}: ", why, _STEP * 2)
    lines.append("blocks:")
    for block in brief.blocks:
        lines += _block(block)
    return "\n".join(lines) + "\n"


def _written(item: Brief | Block) -> Iterator[tuple[str, Any]]:
    """Yield the fields without their default, but for place, waivers and blocks."""
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name not in {"place", "waive", "blocks"} and value != field.default:
            yield field.encode_name, value


def _block(block: Block) -> Iterator[str]:
    """Yield the lines of a block: on one where that has room."""
    name = str(block.__struct_config__.tag)
    written = dict(_written(block))
    start = f"{_STEP}- {name}"
    if not written:
        yield start
    elif "text" in written:
        yield from _text(f"{start}: ", written["text"], _STEP * 3)
    else:
        lists = {field: [scalar(text) for text in texts] for field, texts in written.items()}
        inner = ", ".join(f"{field}: {_flow(texts)}" for field, texts in lists.items())
        line = f"{start}: {{{inner}}}"
        yield from [line] if len(line) <= _COLUMNS else _apart(start, lists)


def _apart(start: str, lists: dict[str, list[str]]) -> Iterator[str]:
    """Yield the lines of a block with each of its lists on a line, or on several."""
    yield f"{start}:"
    for field, texts in lists.items():
        line = f"{_STEP * 3}{field}: {_flow(texts)}"
        if len(line) <= _COLUMNS:
            yield line
        else:
            yield f"{_STEP * 3}{field}:"
            yield from (f"{_STEP * 4}- {text}" for text in texts)


def _flow(texts: list[str]) -> str:
    return f"[{', '.join(texts)}]"


def _text(start: str, text: str, indent: str) -> Iterator[str]:
    """Yield the lines of a text: one where it has room there, else folded, else as they are."""
    text = visible(text).strip()
    line = start + scalar(text)
    if "\n" in text:
        yield f"{start}|-"
        yield from (indent + part if part else "" for part in text.split("\n"))
    elif len(line) <= _COLUMNS or "  " in text:
        yield line
    else:
        yield f"{start}>-"
        yield from wrap(
            text,
            _COLUMNS,
            initial_indent=indent,
            subsequent_indent=indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
