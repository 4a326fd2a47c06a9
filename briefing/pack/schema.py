"""JSON Schemas (draft 2020-12) of the files of a pack, made from the types of its items.

An editor shows with them what a file may hold, and what is wrong, while it is written. What a
schema refuses, the reader of packs refuses too; the reader sees more, such as ids that lead
nowhere. Values are text to the reader whatever YAML takes them for, so a date may be a number
here, and a text a yes or no.
"""

from __future__ import annotations

import json
from typing import Any, TypeAlias

from msgspec import NODEFAULT, inspect

from briefing.pack import recipe
from briefing.pack.files import FOLDERS
from briefing.pack.manifest import Manifest
from briefing.pack.model import Claim, Entry, Judgement, Rating
from briefing.pack.source import Author, Source
from briefing.pack.types import DATE, ISSUED, Item

Schema: TypeAlias = dict[str, Any]

DRAFT = "https://json-schema.org/draft/2020-12/schema"
FOLDER = "schema"
"""The folder of a pack in which its files look for their schemas."""
_TEXT = ["string", "number", "boolean"]
_YEAR = {"minimum": 1, "maximum": 9999}
_FEW = 10  # digits or more are no number to the reader
_TOGETHER: dict[type[Item], Schema] = {
    Author: {"anyOf": [{"required": ["family"]}, {"required": ["literal"]}]},
    Claim: {
        "allOf": [
            {
                "if": {
                    "required": ["status"],
                    "properties": {"status": {"enum": ["corrected", "misprinted"]}},
                },
                "then": {"required": ["correction"]},
                "else": {"properties": {"correction": False}},
            },
            {
                "if": {
                    "required": ["status"],
                    "properties": {"status": {"const": "contested"}},
                },
                "then": {"required": ["disputes"], "properties": {"disputes": {"minItems": 1}}},
            },
        ]
    },
    Entry: {
        "if": {"required": ["not_comparable"]},
        "then": {"properties": {"headline": False, "claims": {"maxItems": 0}}},
        "else": {
            "required": ["headline", "claims"],
            "properties": {"claims": {"minItems": 1}},
        },
    },
    Rating: {
        "if": {"required": ["basis"], "properties": {"basis": {"const": "source"}}},
        "then": {"required": ["cites"], "properties": {"cites": {"minItems": 1}}},
    },
    Source: {
        "anyOf": [
            {"required": ["author"], "properties": {"author": {"minItems": 1}}},
            {"required": ["container-title"]},
            {"required": ["publisher"]},
        ],
        "dependentRequired": {"text_file": ["sha256"], "sha256": ["text_file"]},
    },
}
"""What the fields of an item ask of one another: its `faults`, as far as a schema can say them."""


def schemas() -> dict[str, Schema]:
    """Return the schema of each kind of file, by the name of the schema's file.

    Those of Markdown files are about their front matter.
    """
    kinds: dict[str, type[Item]] = {"pack": Manifest}
    kinds |= {folder.removesuffix("s"): cls for folder, (_, cls) in FOLDERS.items()}
    made = {name: _file(name, cls) for name, cls in kinds.items()}
    made["judgements"] = _file("judgements", Judgement, many=True)
    return {f"{name}.json": made[name] for name in sorted(made)}


def as_text(schema: Schema) -> str:
    """Return the text of a schema's file."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def _file(name: str, cls: type[Item], *, many: bool = False) -> Schema:
    """Return the schema of a file that holds an item, or a list of them."""
    defs: dict[str, Schema] = {}
    found = _struct(cls, defs)
    schema = {"type": "array", "items": found} if many else defs.pop(cls.__name__)
    return {"$schema": DRAFT, "title": name, **schema, "$defs": dict(sorted(defs.items()))}


def _schema(info: inspect.Type, defs: dict[str, Schema]) -> Schema:
    """Return the schema of a type, as `convert.py` reads it; structs go into `defs`."""
    extra: dict[str, Any] = {}
    if isinstance(info, inspect.Metadata):
        extra, info = info.extra or {}, info.type
    if form := extra.get("form"):
        return _at() if form == "at" else _blocks(info, defs)
    match info:
        case inspect.StrType():
            return _text(extra, defs)
        case inspect.IntType():
            return _whole(info.ge or 0)
        case inspect.BoolType():
            return {"enum": [True, False, "true", "false"]}
        case inspect.LiteralType():
            words = [str(value) for value in info.values]
            return {"enum": [*words, *(int(word) for word in words if word.isdigit())]}
        case inspect.VarTupleType():
            return _list(info, defs)
        case inspect.DictType():
            return _mapping(info, defs)
        case inspect.StructType():
            assert issubclass(info.cls, Item)
            return _struct(info.cls, defs)
        case inspect.UnionType():
            kept = next(t for t in info.types if not isinstance(t, inspect.NoneType))
            return _schema(kept, defs)
    raise TypeError(f"no schema for {info}")


def _text(extra: dict[str, Any], defs: dict[str, Schema]) -> Schema:
    """Return the schema of text, which is read without the white space around it."""
    pattern = extra.get("pattern")
    if pattern is None:
        defs["Text"] = {"type": _TEXT, "pattern": r"\S"}
        return {"$ref": "#/$defs/Text"}
    # Some engines of regular expressions refuse to escape what needs no escaping.
    inner = pattern.removeprefix("^").removesuffix("$").replace('\\"', '"')
    schema: Schema = {"type": _TEXT, "pattern": rf"^\s*(?:{inner})\s*$"}
    if pattern in (DATE, ISSUED):
        schema = {**schema, "type": ["string", "integer"], **_YEAR}
    return {"description": extra["is"], **schema}


def _whole(least: int) -> Schema:
    return {
        "type": ["integer", "string"],
        "minimum": least,
        "maximum": 10 ** (_FEW - 1) - 1,
        "pattern": f"^[0-9]{{1,{_FEW - 1}}}$",
    }


def _list(info: inspect.VarTupleType, defs: dict[str, Schema]) -> Schema:
    schema: Schema = {"type": "array", "items": _schema(info.item_type, defs)}
    if info.min_length:
        schema["minItems"] = info.min_length
    if info.max_length is not None:
        schema["maxItems"] = info.max_length
    return schema


def _mapping(info: inspect.DictType, defs: dict[str, Schema]) -> Schema:
    return {
        "type": "object",
        "propertyNames": _schema(info.key_type, defs),
        "additionalProperties": _schema(info.value_type, defs),
    }


def _struct(cls: type[Item], defs: dict[str, Schema]) -> Schema:
    """Return a reference to the schema of a struct, which is put into `defs`."""
    if cls.__name__ not in defs:
        defs[cls.__name__] = {}  # taken, while its fields are described
        defs[cls.__name__] = _object(cls, defs)
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _object(cls: type[Item], defs: dict[str, Schema]) -> Schema:
    info = inspect.type_info(cls)
    assert isinstance(info, inspect.StructType)
    fields = [f for f in info.fields if f.name != "place" and _form(f.type) != "body"]
    schema: Schema = {"description": (cls.__doc__ or "").partition("\n")[0], "type": "object"}
    schema["properties"] = {f.encode_name: _field(f, defs) for f in fields}
    if required := [f.encode_name for f in fields if f.required]:
        schema["required"] = required
    return {**schema, "additionalProperties": False, **_TOGETHER.get(cls, {})}


def _field(field: inspect.Field, defs: dict[str, Schema]) -> Schema:
    """Return the schema of a field, with the word or number that stands for it when left out."""
    schema = _schema(field.type, defs)
    default = field.default
    if default is NODEFAULT or not isinstance(default, str | int) or default == "":
        return schema
    return {**schema, "default": default}


def _form(info: inspect.Type) -> str | None:
    extra = (info.extra or {}) if isinstance(info, inspect.Metadata) else {}
    form: str | None = extra.get("form")
    return form


def _at() -> Schema:
    """Return the schema of a place in a source: a paragraph, a list of them, or a locator."""
    return {
        "description": 'a paragraph number such as 17, a list such as [9, 11], or "Table 1"',
        "anyOf": [
            {"type": _TEXT, "pattern": r"\S", "not": {"enum": [0, "0"]}},
            {"type": "array", "minItems": 1, "items": _whole(1)},
        ],
    }


def _blocks(info: inspect.Type, defs: dict[str, Schema]) -> Schema:
    """Return the schema of the blocks of a brief: `- name`, `- name: text` or `- name: {…}`."""
    bare: list[str] = []
    whole: Schema = {}
    for cls in recipe.BLOCKS:
        name = str(cls.__struct_config__.tag)
        forms = [_struct(cls, defs)]
        properties = defs[cls.__name__]["properties"]
        if "text" in properties:
            forms.append(properties["text"])
        if "required" not in defs[cls.__name__]:
            bare.append(name)
            forms.append({"type": "null"})
        whole[name] = forms[0] if len(forms) == 1 else {"anyOf": forms}
    block = {
        "anyOf": [
            {"enum": bare},
            {
                "type": "object",
                "properties": whole,
                "additionalProperties": False,
                "minProperties": 1,
                "maxProperties": 1,
            },
        ]
    }
    least = info.min_length or 0 if isinstance(info, inspect.VarTupleType) else 0
    return {"type": "array", "minItems": least, "items": block}
