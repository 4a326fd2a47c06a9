"""Plain data to the items of a pack, field by field, with every problem and its place.

The fields and their types come from the structs themselves, so a type is written once.
A broken field breaks its item, and a broken item is left out of its list; nothing else is.
"""

from __future__ import annotations

from functools import cache
from typing import Any

from msgspec import inspect

from briefing.pack import recipe, values
from briefing.pack.context import BROKEN, Context, Converter
from briefing.pack.reader import File, Map, Mark, Seq, Start
from briefing.pack.types import Item
from briefing.text import suggestion, visible

_PLACE = "place"
_LAST = "waive"
"""The field that is named last where a message names all: few will look for it."""


def convert(cls: type[Item], file: File, context: Context) -> Any:
    """Return the item that a file holds, or `BROKEN`."""
    context.enter(file)
    return _struct(cls)(file.data, Start(), file.path, context)


def sound_fields(cls: type[Item], file: File, context: Context) -> dict[str, Any]:
    """Return the fields of a broken item that could be read; `convert` tells what is wrong."""
    if file.data.__class__ is not Map:
        return {}
    again = Context(context.lost, context.usable)
    again.enter(file)
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    sound = {_PLACE: again.place(file.data.mark)}
    for field in info.fields:
        if field.name != _PLACE and (name := field.encode_name) in file.data:
            read = _converter(field.type)
            value = read(file.data[name], file.data.values_at[name], name, again)
            if value is not BROKEN:
                sound[field.name] = value
    return sound


def convert_list(cls: type[Item], file: File, context: Context) -> list[Any]:
    """Return the items of a file that holds a list of them, without the broken ones."""
    context.enter(file)
    found = _items(_struct(cls))(file.data, Start(), file.path, context)
    return [] if found is BROKEN else list(found)


def _converter(info: inspect.Type) -> Converter:
    """Return the converter for a type; what a type needs beside it stands in `extra`."""
    extra = _extra(info)
    if isinstance(info, inspect.Metadata):
        info = info.type
    if form := extra.get("form"):
        return {
            "at": values.at,
            "body": values.text({}),
            "blocks": _blocks(info),
        }[form]
    match info:
        case inspect.StrType():
            return values.text(extra)
        case inspect.IntType():
            return values.integer(info)
        case inspect.BoolType():
            return values.boolean
        case inspect.LiteralType():
            return values.choice(tuple(map(str, info.values)))
        case inspect.VarTupleType():
            return _sequence(info)
        case inspect.DictType():
            return _mapping(info)
        case inspect.StructType():
            return _struct(info.cls)
        case inspect.UnionType():
            return _converter(next(t for t in info.types if not isinstance(t, inspect.NoneType)))
    raise TypeError(f"no converter for {info}")


def _sequence(info: inspect.VarTupleType) -> Converter:
    return _items(_converter(info.item_type), info.min_length or 0, info.max_length)


def _items(item: Converter, least: int = 0, most: int | None = None) -> Converter:
    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        if node.__class__ is not Seq:
            return context.report(
                mark, "FLD003", f'"{name}" must be a list, but is {values.kind(node)}'
            )
        found = []
        for child, child_mark in zip(node, node.items_at, strict=True):
            value = item(child, child_mark, name, context)
            if value is not BROKEN:
                found.append(value)
        if len(node) < least or (most is not None and len(node) > most):
            wanted = f"exactly {least}" if least == most else f"at least {least}"
            return context.report(
                mark, "FLD005", f'"{name}" must hold {wanted}, but holds {len(node)}'
            )
        return tuple(found) if len(found) >= least else BROKEN

    return read


def _mapping(info: inspect.DictType) -> Converter:
    read_key, read_value = _converter(info.key_type), _converter(info.value_type)

    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        if node.__class__ is not Map:
            message = f'"{name}" must be a mapping, but is {values.kind(node)}'
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
    written = [f for f in info.fields if f.name != _PLACE and _extra(f.type).get("form") != "body"]
    fields = {f.encode_name: (f.name, _converter(f.type)) for f in written}
    required = [f.encode_name for f in written if f.required]
    rules = {f.encode_name: rule for f in written if (rule := _extra(f.type).get("rule"))}
    known = tuple(sorted(fields, key=_LAST.__eq__))
    what = cls.what

    def read(node: Any, mark: Mark, _: str, context: Context) -> Any:
        if node.__class__ is not Map:
            message = f"{what} must be a mapping, but is {values.kind(node)}"
            return context.report(mark, "FLD003", message)
        fields_read: dict[str, Any] = {_PLACE: context.place(node.mark)}
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
            if key in rules and _is_empty(child):
                value = context.report(values_at[key], rules[key], f'{what} needs "{key}"')
            else:
                value = field[1](child, values_at[key], key, context)
            if value is BROKEN:
                good = False
            else:
                fields_read[field[0]] = value
            if len(context.problems) > before:
                told.add(key)
        for key in required:
            if key not in node:
                good = False
                context.report(node.mark, rules.get(key, "FLD002"), f'{what} needs "{key}"')
        return _finish(cls(**fields_read), node, told, context) if good else BROKEN

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


def _extra(info: inspect.Type) -> dict[str, Any]:
    return (info.extra or {}) if isinstance(info, inspect.Metadata) else {}


def _is_empty(node: Any) -> bool:
    return not (node.strip() if isinstance(node, str) else node)


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
            return context.report(
                mark, "FLD003", f'"{name}" must be a list, but is {values.kind(node)}'
            )
        pairs = zip(node, node.items_at, strict=True)
        blocks = [read_one(child, child_mark, context) for child, child_mark in pairs]
        good = tuple(block for block in blocks if block is not BROKEN)
        if len(good) < least:
            return (
                context.report(mark, "FLD005", f'"{name}" holds no block') if not node else BROKEN
            )
        return good

    return read
