"""Single values of a pack: text with its checks, numbers, choices, and places in a source."""

from __future__ import annotations

from datetime import date
from functools import cache
from re import compile as compile_pattern
from typing import Any

from msgspec import inspect

from briefing.pack.context import BROKEN, Context, Converter
from briefing.pack.reader import Map, Mark, Seq
from briefing.text import suggestion, unsafe, visible


def kind(node: Any) -> str:
    """Return what a node is, in the words of a message."""
    if node is None:
        return "empty"
    return "a mapping" if isinstance(node, Map) else "a list" if isinstance(node, Seq) else "text"


def text(extra: dict[str, Any]) -> Converter:
    """Return the converter of text: its pattern, and whether it is an id or refers to one."""
    pattern = extra.get("pattern")
    matches = compile_pattern(pattern).match if pattern else None
    declares, refers, wanted = extra.get("id"), extra.get("ref"), extra.get("is")

    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        if node.__class__ is not str:
            if node is None:
                return context.report(mark, "FLD005", f'"{name}" is empty')
            return context.report(mark, "FLD003", f'"{name}" must be text, but is {kind(node)}')
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


def integer(info: inspect.IntType) -> Converter:
    """Return the converter of a whole number, from 0 or the least that the type allows."""
    least = info.ge or 0

    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        number = _whole(node)
        if number is None or number < least:
            shown = f'"{node}"' if isinstance(node, str) else kind(node)
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


def boolean(node: Any, mark: Mark, name: str, context: Context) -> Any:
    """Read true or false."""
    if node in ("true", "false"):
        return node == "true"
    shown = f'"{node}"' if isinstance(node, str) else kind(node)
    return context.report(mark, "FLD003", f'"{name}" must be true or false, but is {shown}')


def choice(values: tuple[str, ...]) -> Converter:
    """Return the converter of one of several words."""

    def read(node: Any, mark: Mark, name: str, context: Context) -> Any:
        if node in values:
            return node
        if not isinstance(node, str):
            return context.report(mark, "FLD003", f'"{name}" must be text, but is {kind(node)}')
        hint = suggestion(node, values) or "it may be " + ", ".join(values)
        return context.report(mark, "FLD004", f'"{name}" cannot be "{visible(node)}"', hint)

    return read


def at(node: Any, mark: Mark, name: str, context: Context) -> Any:
    """Read a paragraph number, a list of them, or a short locator."""
    if node.__class__ is Seq:
        numbers = [_whole(child) for child in node]
        if numbers and all(numbers):
            return tuple(numbers)
    elif (number := _whole(node)) is not None:
        if number:
            return (number,)
    elif isinstance(node, str) and node.strip():
        return text({})(node, mark, name, context)
    message = f'"{name}" must be a paragraph number from 1, a list of them, or a locator'
    return context.report(mark, "FLD003", message, 'such as 17, [9, 11] or "Table 1"')
