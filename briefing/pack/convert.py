"""Plain data to the items of a pack, field by field, with every problem and its place.

The fields and their types come from the structs themselves, so a type is written once.
A broken field breaks its item, and a broken item is left out of its list; nothing else is.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from re import compile as compile_pattern
from typing import Any

from msgspec import inspect

from briefing.pack import recipe
from briefing.pack.reader import File, Map, Mark, Seq, Start
from briefing.pack.types import Item, Place
from briefing.problems import Problem
from briefing.text import suggestion, unsafe, visible

BROKEN: Any = object()
"""Stands for a value that could not be read; its problem has been told."""

_PLACE = "place"


class Context:
    """What the conversion of a pack collects: problems, ids declared, and references.

    `usable` holds the (kind, id) pairs that a reference may lead to; None allows all, for
    the first pass, in which they are collected. `lost` holds the files that could not be
    read, each with the ids that seem to stand in it; nothing can be said of those.
    """

    def __init__(
        self, lost: Mapping[str, set[str]], usable: set[tuple[str, str]] | None = None
    ) -> None:
        self.problems: list[Problem] = []
        self.declared: dict[tuple[str, str], Place] = {}
        self.references: list[tuple[str, str, Place]] = []
        self.lost = lost
        self.usable = usable
        self.nodes: dict[int, Map] = {}
        self.path = ""
        self.first_line = 0

    def enter(self, file: File) -> None:
        """Take the following values from this file."""
        self.path, self.first_line = file.path, file.first_line

    def place(self, mark: Mark) -> Place:
        """Return the mark as a place in the file at hand."""
        return Place(self.path, mark.line + self.first_line + 1, mark.column + 1)

    def report(self, mark: Mark, rule: str, message: str, hint: str = "") -> Any:
        """Add a problem; `BROKEN` comes back."""
        self.problems.append(Problem(*self.place(mark), rule, message, hint))
        return BROKEN

    def of(self, item: Item, name: str = "") -> Place:
        """Return where a field of an item is written, or the item itself."""
        node = self.nodes.get(id(item))
        mark = node.values_at.get(name) if node is not None else None
        if mark is None:
            return item.place
        first = item.place.line - (node.mark.line if node is not None else 0)
        return Place(item.place.file, mark.line + first, mark.column + 1)


Converter = Callable[[Any, Mark, str, Context], Any]
"""Takes a node, its mark and what to call it, and returns the value or `BROKEN`."""


def convert(cls: type[Item], file: File, context: Context) -> Any:
    """Return the item that a file holds, or `BROKEN`."""
    context.enter(file)
    return _struct(cls)(file.data, Start(), file.path, context)


def convert_list(cls: type[Item], file: File, context: Context) -> list[Any]:
    """Return the items of a file that holds a list of them, without the broken ones."""
    context.enter(file)
    found = _items(_struct(cls))(file.data, Start(), file.path, context)
    return [] if found is BROKEN else list(found)


def _converter(info: inspect.Type) -> Converter:
    """Return the converter for a type; what a type needs beside it stands in `extra`."""
    extra: dict[str, Any] = {}
    if isinstance(info, inspect.Metadata):
        extra, info = info.extra or {}, info.type
    if form := extra.get("form"):
        return {"at": _at, "body": _text(inspect.StrType(), {}), "blocks": _blocks(info)}[form]
    match info:
        case inspect.StrType():
            return _text(info, extra)
        case inspect.IntType():
            return _integer(info)
        case inspect.BoolType():
            return _boolean
        case inspect.LiteralType():
            return _choice(tuple(map(str, info.values)))
        case inspect.VarTupleType():
            return _sequence(info)
        case inspect.DictType():
            return _mapping(info)
        case inspect.StructType():
            return _struct(info.cls)
        case inspect.UnionType():
            return _converter(next(t for t in info.types if not isinstance(t, inspect.NoneType)))
    raise TypeError(f"no converter for {info}")


def _kind(node: Any) -> str:
    if node is None:
        return "empty"
    return "a mapping" if isinstance(node, Map) else "a list" if isinstance(node, Seq) else "text"


def _text(info: inspect.StrType, extra: dict[str, Any]) -> Converter:
    matches = compile_pattern(info.pattern).match if info.pattern else None
    declares, refers, wanted = extra.get("id"), extra.get("ref"), extra.get("is")

    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        if node.__class__ is not str:
            if node is None:
                return context.report(mark, "FLD005", f'"{name}" is empty')
            return context.report(mark, "FLD003", f'"{name}" must be text, but is {_kind(node)}')
        text: str = node.strip()
        if not text.isprintable():
            for _, stand_in in unsafe(text):
                context.report(mark, "TXT001", f"unsafe character {stand_in}", "take it out")
            text = visible(text)
        if not text:
            return context.report(mark, "FLD005", f'"{name}" is empty')
        if matches and not matches(text):
            return context.report(mark, "FLD006", f'"{name}" must be {wanted}, but is "{text}"')
        if wanted and "date" in wanted and not _real_date(text):
            return context.report(mark, "FLD006", f'"{name}": there is no date {text}')
        if declares:
            return _declare(declares, text, mark, context)
        if refers:
            context.references.append((refers, text, context.place(mark)))
            if context.usable is not None and (refers, text) not in context.usable:
                return BROKEN
        return text

    return read


def _declare(kind: str, text: str, mark: Mark, context: Context) -> Any:
    """Note an id; the second of two in one kind is broken."""
    first = context.declared.setdefault((kind, text), context.place(mark))
    if first != context.place(mark):
        return context.report(
            mark,
            "REF002",
            f'the {kind} id "{text}" is used twice',
            f"it stands in {first.file}:{first.line} already",
        )
    return text


@cache
def _real_date(text: str) -> bool:
    parts = text.rstrip("?~").split("-")
    if parts == ["unknown"]:
        return True
    try:
        date(*(int(part) for part in (*parts, "1", "1")[:3]))
    except ValueError:
        return False
    return True


def _integer(info: inspect.IntType) -> Converter:
    least = info.ge or 0

    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        number = _whole(node)
        if number is None or number < least:
            shown = f'"{node}"' if isinstance(node, str) else _kind(node)
            return context.report(
                mark, "FLD003", f'"{name}" must be a whole number from {least}, but is {shown}'
            )
        return number

    return read


def _whole(node: Any) -> int | None:
    """Return a number written in at most nine ASCII digits."""
    if isinstance(node, str) and node.isascii() and node.isdigit() and len(node) < 10:
        return int(node)
    return None


def _boolean(node: Any, mark: Mark, name: str, context: Context) -> Any:
    if node in ("true", "false"):
        return node == "true"
    shown = f'"{node}"' if isinstance(node, str) else _kind(node)
    return context.report(mark, "FLD003", f'"{name}" must be true or false, but is {shown}')


def _choice(values: tuple[str, ...]) -> Converter:
    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        if node in values:
            return node
        if not isinstance(node, str):
            return context.report(mark, "FLD003", f'"{name}" must be text, but is {_kind(node)}')
        hint = suggestion(node, values) or "it may be " + ", ".join(values)
        return context.report(mark, "FLD004", f'"{name}" cannot be "{visible(node)}"', hint)

    return read


def _sequence(info: inspect.VarTupleType) -> Converter:
    return _items(_converter(info.item_type), info.min_length or 0, info.max_length)


def _items(item: Converter, least: int = 0, most: int | None = None) -> Converter:
    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        if node.__class__ is not Seq:
            return context.report(mark, "FLD003", f'"{name}" must be a list, but is {_kind(node)}')
        values = []
        for child, child_mark in zip(node, node.items_at, strict=True):
            value = item(child, child_mark, name, context)
            if value is not BROKEN:
                values.append(value)
        if len(node) < least or (most is not None and len(node) > most):
            wanted = f"exactly {least}" if least == most else f"at least {least}"
            return context.report(
                mark, "FLD005", f'"{name}" must hold {wanted}, but holds {len(node)}'
            )
        return tuple(values) if len(values) >= least else BROKEN

    return read


def _mapping(info: inspect.DictType) -> Converter:
    read_key, read_value = _converter(info.key_type), _converter(info.value_type)

    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        if node.__class__ is not Map:
            message = f'"{name}" must be a mapping, but is {_kind(node)}'
            return context.report(mark, "FLD003", message)
        pairs = {}
        for key, child in node.items():
            good_key = read_key(key, node.keys_at[key], name, context)
            value = read_value(child, node.values_at[key], key, context)
            if good_key is not BROKEN and value is not BROKEN:
                pairs[good_key] = value
        return pairs

    return read


@cache
def _struct(cls: type[Item]) -> Converter:
    """Return the converter of a struct; made once, for structs that hold one another."""
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    written = [f for f in info.fields if f.name != _PLACE and not _is_body(f.type)]
    fields = {f.encode_name: (f.name, _converter(f.type)) for f in written}
    required = [f.encode_name for f in written if f.required]
    known = tuple(fields)
    what = cls.what

    def read(node: Any, mark: Mark, _: str, context: Context) -> Any:
        if node.__class__ is not Map:
            message = f"{what} must be a mapping, but is {_kind(node)}"
            return context.report(mark, "FLD003", message)
        values: dict[str, Any] = {_PLACE: context.place(node.mark)}
        good = True
        told: set[str] = set()
        keys_at, values_at = node.keys_at, node.values_at
        for key, child in node.items():
            before = len(context.problems)
            field = fields.get(key)
            if field is None:
                hint = suggestion(key, known) or "it may hold " + ", ".join(known)
                message = f'unknown key "{visible(key)}" in {what}'
                context.report(keys_at[key], "FLD001", message, hint)
                continue
            value = field[1](child, values_at[key], key, context)
            if value is BROKEN:
                good = False
            else:
                values[field[0]] = value
            if len(context.problems) > before:
                told.add(key)
        for key in required:
            if key not in node:
                good = False
                context.report(node.mark, "FLD002", f'{what} needs "{key}"')
        return _finish(cls(**values), node, told, context) if good else BROKEN

    return read


def _finish(item: Item, node: Map, told: set[str], context: Context) -> Any:
    """Ask an item what is wrong with it on its own; a field `told` of is not told of again."""
    good = True
    for fault in item.faults():
        if fault.field in told:
            continue
        good = False
        mark = node.values_at.get(fault.field, node.mark)
        context.report(mark, fault.rule, fault.message, fault.hint)
    if not good:
        return BROKEN
    context.nodes[id(item)] = node
    return item


def _is_body(info: inspect.Type) -> bool:
    return isinstance(info, inspect.Metadata) and (info.extra or {}).get("form") == "body"


def _at(node: Any, mark: Mark, name: str, context: Context) -> Any:
    """Read a paragraph number, a list of them, or a short locator."""
    if node.__class__ is Seq:
        numbers = [_whole(child) for child in node]
        if numbers and all(numbers):
            return tuple(numbers)
    elif (number := _whole(node)) is not None:
        if number:
            return (number,)
    elif isinstance(node, str) and node.strip():
        return _text(inspect.StrType(), {})(node, mark, name, context)
    message = f'"{name}" must be a paragraph number from 1, a list of them, or a locator'
    return context.report(mark, "FLD003", message, 'such as 17, [9, 11] or "Table 1"')


def _blocks(info: inspect.Type) -> Converter:
    """Read the blocks of a brief: `- name`, `- name: text` or `- name: {…}`."""
    kinds: dict[str, type[Item]] = {
        str(block.__struct_config__.tag): block for block in recipe.BLOCKS
    }
    least = info.min_length or 0 if isinstance(info, inspect.VarTupleType) else 0

    def read_one(node: Any, mark: Mark, context: Context) -> Any:
        if node.__class__ is Map and len(node) == 1:
            [(name, value)] = node.items()
            value_mark, name_mark = node.values_at[name], node.keys_at[name]
        elif isinstance(node, str):
            name, value, value_mark, name_mark = node, None, mark, mark
        else:
            return context.report(
                mark, "FLD003", "a block must be one name, with what belongs to it after a colon"
            )
        cls = kinds.get(name)
        if cls is None:
            hint = suggestion(name, tuple(kinds)) or "it may be " + ", ".join(kinds)
            return context.report(name_mark, "FLD004", f'no block "{visible(name)}"', hint)
        inner = Map(value_mark)
        if value.__class__ is Map:
            inner = value
        elif value is not None:
            inner["text"] = value
            inner.keys_at["text"] = inner.values_at["text"] = value_mark
        return _struct(cls)(inner, value_mark, name, context)

    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        if node.__class__ is not Seq:
            return context.report(mark, "FLD003", f'"{name}" must be a list, but is {_kind(node)}')
        pairs = zip(node, node.items_at, strict=True)
        blocks = [read_one(child, child_mark, context) for child, child_mark in pairs]
        good = tuple(block for block in blocks if block is not BROKEN)
        if len(good) < least:
            return (
                context.report(mark, "FLD005", f'"{name}" holds no block') if not node else BROKEN
            )
        return good

    return read
