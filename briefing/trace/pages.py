"""A page in any format to the lines of its text, and what its foot says of its content."""

from __future__ import annotations

import re
from importlib import import_module
from typing import NamedTuple

from briefing.problems import CannotRead
from briefing.trace.columns import apart

MAX_BYTES = 32 * 1024 * 1024
MAX_LINES = 20_000

# What our formats add to the words: footnote marks, escapes, the targets of links.
_MARKS = re.compile(r"\[\^?\d+(?:,\d+)*\](?!\()(?:: )?")
_TARGET = re.compile(r"(?<=\])\([^()\s]*\)|<(?:https?|mailto):[^<>]{0,2000}>")
_BIBLIOGRAPHY = re.compile(rb"@[a-z]+\{|\[\s*\{")
_CELL = re.compile(r"(?<!\\)\|")
_FOOT = re.compile(
    r"(?P<pack>[a-z0-9]+(?:-[a-z0-9]+)*)(?: (?P<version>\S+))?"
    r" · content (?P<content>[0-9a-f]{12})\b(?: · brief (?P<brief>[a-z0-9]+(?:-[a-z0-9]+)*))?"
)

_READERS = {"pdf": "pdf", "docx": "word", "html": "web"}


class Imprint(NamedTuple):
    """What the foot of a page names: the pack, its version, its content and the brief."""

    pack: str
    version: str
    content: str
    brief: str


def read_page(data: bytes) -> list[str]:
    """Return the lines of a page: PDF, Word, a web page, Markdown or plain text.

    A cell of a table is a line of its own. Raises `CannotRead` where that is none of these, as
    a bibliography is.
    """
    if len(data) > MAX_BYTES:
        raise CannotRead(f"larger than {MAX_BYTES // 1024 // 1024} MiB")
    [fmt, *_] = formats(data)
    if fmt in _READERS:
        lines = _with(_READERS[fmt], data)
    elif _BIBLIOGRAPHY.match(_start(data)):
        raise CannotRead("a bibliography, and no page; its entries have the ids of the sources")
    else:
        text = _TARGET.sub("", _MARKS.sub("", _text(data)))
        lines = [part for line in apart(text.splitlines()) for part in _cells(line)]
    found = [" ".join(line.split()) for line in lines]
    return [line for line in found if line][:MAX_LINES]


def formats(data: bytes) -> tuple[str, ...]:
    """Return the formats that a page may be of."""
    start = _start(data)
    if start.startswith(b"%pdf-"):
        return ("pdf",)
    if start.startswith(b"pk\x03\x04"):
        return ("docx",)
    if start.startswith((b"<!doctype html", b"<html")):
        return ("html",)
    return ("md", "txt")


def imprint(lines: list[str]) -> Imprint | None:
    """Return what the foot of a page names, or None where it has none."""
    found = list(_FOOT.finditer(" ".join(lines)))
    return Imprint(*(found[-1][name] or "" for name in Imprint._fields)) if found else None


def _start(data: bytes) -> bytes:
    return data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()


def _with(reader: str, data: bytes) -> list[str]:
    lines: list[str] = import_module(f"briefing.trace.{reader}_page").lines(data)
    return lines


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        byte = error.object[error.start]
        raise CannotRead(f"no PDF, no Word file, and not UTF-8: byte 0x{byte:02x}") from None


def _cells(line: str) -> list[str]:
    """Return the cells of a line that is a row of a table in Markdown, else the line."""
    return _CELL.split(line) if line.lstrip().startswith("|") else [line]
