"""CSL-JSON to references: what Zotero calls "CSL JSON", and `briefing export -f csl` writes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any, get_args

from briefing.document import Name, Reference
from briefing.importing import Found, Imported
from briefing.importing.dates import from_csl, sure
from briefing.importing.places import Lines
from briefing.pack.types import CslType
from briefing.problems import Problem
from briefing.text import one_line

TYPES: tuple[str, ...] = get_args(CslType)
OTHER_TYPE = "document"
_SPACE = re.compile(r"[ \t\r\n]*")
_LOOKS = re.compile(
    r"<(i|b|sub|sup|sc)>([^<>]*)</\1>"
    r'|<span (?:class="nocase"|style="font-variant: ?small-caps;?")>([^<>]*)</span>'
)
"""Italics and the like, which CSL-JSON allows in text (its specification, "Rich text")."""


class _Wrong(Exception):
    """Raised where the text is not JSON, or not a list of items."""

    def __init__(self, offset: int, message: str) -> None:
        super().__init__(message)
        self.offset, self.message = offset, message


def read(name: str, text: str) -> Imported:
    """Return the items of a list."""
    lines = Lines(text)
    found: list[Found] = []
    problems: list[Problem] = []
    try:
        for offset, item in _items(text):
            line, column = lines.place(offset)
            reference = _reference(item)
            if reference is None:
                message = "an item must be a mapping with an id and a type"
                problems.append(Problem(name, line, column, "IMP001", message))
            else:
                found.append(Found(line, reference))
    except _Wrong as wrong:
        problems.append(Problem(name, *lines.place(wrong.offset), "IMP001", wrong.message))
    return Imported(tuple(found), tuple(problems))


def _items(text: str) -> Iterator[tuple[int, Any]]:
    """Yield each item of the list with its offset, as far as the text can be read."""
    offset = _after_space(text, 0)
    if text[offset : offset + 1] != "[":
        raise _Wrong(offset, "not a list of items of CSL-JSON")
    offset = _after_space(text, offset + 1)
    while text[offset : offset + 1] != "]":
        item, end = _decoded(text, offset)
        yield offset, item
        offset = _after_space(text, end)
        following = text[offset : offset + 1]
        if following == ",":
            offset = _after_space(text, offset + 1)
        elif following != "]":
            raise _Wrong(offset, "not valid JSON: a comma, or the end of the list, is missing")
    if (rest := _after_space(text, offset + 1)) != len(text):
        raise _Wrong(rest, "not valid JSON: more text after the end of the list")


def _decoded(text: str, offset: int) -> tuple[Any, int]:
    try:
        return json.JSONDecoder().raw_decode(text, offset)
    except json.JSONDecodeError as error:
        raise _Wrong(error.pos, f"not valid JSON: {error.msg}") from None
    except RecursionError:
        raise _Wrong(offset, "nested too deep") from None
    except ValueError as error:  # a number of thousands of digits
        raise _Wrong(offset, f"not valid JSON: {error}") from None


def _after_space(text: str, offset: int) -> int:
    found = _SPACE.match(text, offset)
    return found.end() if found else offset


def _reference(item: Any) -> Reference | None:
    if not isinstance(item, dict) or not isinstance(item.get("type"), str):
        return None
    if not isinstance(item.get("id"), str | int):
        return None
    authors = item.get("author")
    return Reference(
        id=one_line(str(item.get("citation-key") or item["id"])),
        type=item["type"] if item["type"] in TYPES else OTHER_TYPE,
        title=_text(item, "title"),
        author=tuple(_names(authors if isinstance(authors, list) else [])),
        container_title=_text(item, "container-title"),
        publisher=_text(item, "publisher"),
        issued=from_csl(item.get("issued")),
        accessed=sure(from_csl(item.get("accessed"))),
        url=_text(item, "URL") or _doi(_text(item, "DOI")),
        language=_text(item, "language"),
    )


def _text(item: dict[str, Any], field: str) -> str:
    value = item.get(field)
    return one_line(_LOOKS.sub(r"\2\3", value)) if isinstance(value, str) else ""


def _names(names: list[Any]) -> Iterator[Name]:
    for name in names:
        if not isinstance(name, dict):
            continue
        particle = " ".join(
            _text(name, part) for part in ("dropping-particle", "non-dropping-particle")
        )
        family = one_line(f"{particle} {_text(name, 'family')} {_text(name, 'suffix')}")
        if literal := _text(name, "literal"):
            yield Name(literal=literal)
        elif family:
            yield Name(family, _text(name, "given"))
        elif given := _text(name, "given"):
            yield Name(literal=given)


def _doi(doi: str) -> str:
    return f"https://doi.org/{doi}" if doi.startswith("10.") else ""
