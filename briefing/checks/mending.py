"""Mends that are certain: ranges added, unsafe characters and stale waivers taken out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path

from briefing.checks.engine import Found
from briefing.checks.registry import STALE_WAIVER
from briefing.text import unsafe

_UNSAFE = "TXT001"
_SEPARATORS = "\x0b\x0c\x1c\x1d\x1e\x1f\x85\u2028\u2029"
"""Unsafe characters that part words, in place of which a space is left."""
_ENTRY = re.compile(r"^[ ]+[A-Z]{3}[0-9]{3}:[ ].*$")
_REASON = r"""[ ]+(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s"'{}\[\],#&*!|>%@`][^{}\[\],#]*)"""
_IN_LINE = re.compile(rf"(?P<comma>,?)[ ]*[A-Z]{{3}}[0-9]{{3}}:{_REASON}[ ]*(?P<end>[,}}])[ ]*")
_ONLY_ENTRY = re.compile(rf"^[ ]*waive:[ ]*\{{[ ]*[A-Z]{{3}}[0-9]{{3}}:{_REASON}[ ]*\}}[ ]*$")
_WAIVE = re.compile(r"^[ ]*waive:[ ]*$")
_HEAD = re.compile(r"^[ ]*(?:- )?waive:[ ]*(?:#.*)?$")


def mended(folder: Path, found: Iterable[Found]) -> tuple[dict[str, bytes], int]:
    """Return what files hold after all certain mends, by path, and how many mends that were.

    Files are not written. Raises `OSError` where one cannot be read.
    """
    by_file: dict[str, list[Found]] = {}
    for one in found:
        if one.addition or one.problem.rule in (_UNSAFE, STALE_WAIVER.id):
            by_file.setdefault(one.problem.file, []).append(one)
    made: dict[str, bytes] = {}
    number = 0
    for path, problems in by_file.items():
        before = (folder / path).read_bytes()
        mark = "\ufeff" if before.startswith(b"\xef\xbb\xbf") else ""
        lines = before.decode("utf-8-sig").split("\n")
        # From the end of the file, so that places before a mend stay where they are.
        done = sum(_mend(lines, one) for one in sorted(problems, key=_end, reverse=True))
        if done:
            made[path] = (mark + "\n".join(lines)).encode()
            number += done
    return made, number


def _end(found: Found) -> tuple[int, int]:
    return found.end or (found.problem.line, found.problem.column)


def _mend(lines: list[str], found: Found) -> bool:
    mends: dict[str, Callable[[list[str], int, int], bool]] = {
        _UNSAFE: _take_out,
        STALE_WAIVER.id: _without_waiver,
    }
    line, column = _end(found)
    if found.addition and found.end:
        text = lines[line - 1]
        lines[line - 1] = text[: column - 1] + found.addition + text[column - 1 :]
        return True
    mend = mends.get(found.problem.rule)
    return mend is not None and mend(lines, found.problem.line - 1, found.problem.column - 1)


def _take_out(lines: list[str], line: int, column: int) -> bool:
    text = lines[line]
    if not any(unsafe(text[column : column + 1])):
        return False  # it is spelt out by an escape, so the value is for a person to mend
    space = " " if text[column] in _SEPARATORS else ""
    lines[line] = text[:column] + space + text[column + 1 :]
    return True


def _without_waiver(lines: list[str], line: int, column: int) -> bool:
    """Take a waiver out, and "waive" with it if it is the only one; comments are left alone."""
    if _ONLY_ENTRY.match(lines[line].rstrip("\r")):
        del lines[line]
        return True
    if (shorter := _without_entry(lines[line], column)) is not None:
        lines[line] = shorter
        return True
    head = _head(lines, line) if _ENTRY.match(lines[line].rstrip("\r")) else None
    if head is None:
        return False
    after = _end_of(lines, line)
    rest = [*lines[head + 1 : line], *lines[after : _end_of(lines, head)]]
    said = [text.strip() for text in rest if text.strip()]
    if any(not text.startswith("#") for text in said):
        del lines[line:after]
        return True
    if said or not _WAIVE.match(lines[head].rstrip("\r")):
        return False  # a comment would stand there without what it is about
    del lines[line:after]
    del lines[head]
    return True


def _head(lines: list[str], line: int) -> int | None:
    """Return the line with the "waive" that a waiver in lines of its own stands below."""
    indent = _indent(lines[line])
    above = (
        n for n in range(line - 1, -1, -1) if _is_said(lines[n]) and _indent(lines[n]) < indent
    )
    head = next(above, None)
    return head if head is not None and _HEAD.match(lines[head].rstrip("\r")) else None


def _end_of(lines: list[str], line: int) -> int:
    """Return the line after all that belongs to a line, which is further in."""
    end = line + 1
    for place in range(line + 1, len(lines)):
        if _is_said(lines[place]) and _indent(lines[place]) <= _indent(lines[line]):
            break
        if lines[place].strip() and _indent(lines[place]) > _indent(lines[line]):
            end = place + 1
    return end


def _is_said(line: str) -> bool:
    return line.strip() != "" and not line.lstrip().startswith("#")


def _without_entry(text: str, column: int) -> str | None:
    """Return a line without one of several waivers in braces, or None where it has none such."""
    before = text[:column].rstrip(" ")
    found = _IN_LINE.match(text, len(before) - before.endswith(","))
    if not found or not re.match(r"[ ]*(?:- )?waive:[ ]*\{", text):
        return None
    if found["end"] == ",":
        comma = ", " if found["comma"] else ""
        return text[: found.start()] + comma + text[found.end() :]
    return text[: found.start()] + text[found.start("end") :] if found["comma"] else None


def _indent(line: str) -> int:
    """Return the column of the key in a line, which may begin an entry of a list."""
    return len(line) - len(line.lstrip(" ").removeprefix("- "))
