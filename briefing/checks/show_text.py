"""A report as text: each problem on a line, and below it the line that it is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from briefing.checks.engine import Found, Report
from briefing.checks.places import Places
from briefing.problems import Problem, count
from briefing.text import fitting, one_line, visible, width

_BEFORE = 30
"""How many cells stand before the place at most, where a line is too long to be shown whole."""


def lines(folder: Path, base: str, report: Report, most: int | None, columns: int) -> Iterator[str]:
    """Yield the lines that tell of a report's first problems, at most so many columns wide.

    `base` is what file names begin with. Lines that are longer are cut on both sides of the
    place; the message is never cut.
    """
    places = Places(folder)
    for found in report.found[:most]:
        yield one_line(str(found.problem._replace(file=base + found.problem.file)))
        yield from excerpt(found, places, columns)
    if most is not None and (left := len(report.found) - most) > 0:
        yield f"… and {left} more; --all shows them"


def excerpt(found: Found, places: Places, columns: int) -> Iterator[str]:
    """Yield the line that a problem is about, and below it carets under the characters meant."""
    problem = found.problem
    text = places.text(problem.file).lines if problem.line else []
    if not 0 < problem.column <= len(line := "".join(text[problem.line - 1 : problem.line])) + 1:
        return
    start = problem.column - 1
    end = start + 1
    if found.end:
        end = found.end[1] - 1 if found.end[0] == problem.line else len(line)
    number = f"{problem.line:>6} | "
    room = max(columns - len(number), 20)
    cut = _cut(line[:start], min(_BEFORE, room // 2)) if width(visible(line)) > room else 0
    shown = ("…" if cut else "") + visible(line[cut:])
    gap = width(("…" if cut else "") + visible(line[cut:start]))
    meant = max(1, width(visible(line[start:end])))
    yield number + _fitting(shown, room)
    yield " " * (len(number) - 2) + "| " + " " * gap + "^" * max(1, min(meant, room - gap))


def _cut(before: str, cells: int) -> int:
    """Return how many characters to leave out, so that the rest takes so many cells."""
    for cut in range(len(before), 0, -1):
        cells -= width(visible(before[cut - 1]))
        if cells < 0:
            return cut
    return 0


def _fitting(text: str, columns: int) -> str:
    if width(text) <= columns:
        return text
    return text[: fitting(text, columns - 1)] + "…"


def totals(files: int, report: Report) -> str:
    """Say in words how many files and problems there are, how many rules passed, how many wait."""
    errors, warnings = count(report.problems)
    numbers = [(files, "file"), (errors, "error"), (warnings, "warning")]
    parts = [f"{number} {word}{'s' * (number != 1)}" for number, word in numbers]
    if report.waived:
        parts.append(f"{len(report.waived)} waived")
    passed, waiting = len(report.passed), len(report.waiting)
    told = f"{', '.join(parts)}; {passed} rule{'s' * (passed != 1)} passed"
    if waiting:
        told += f", {waiting} wait{'s' * (waiting == 1)} until the errors are mended"
    return told


def annotation(problem: Problem, base: str) -> str:
    """Return a problem as a workflow command of GitHub Actions, which shows it at its line."""
    place = {"file": base + problem.file} if problem.file else {}
    if problem.line:
        place |= {"line": str(problem.line), "col": str(max(problem.column, 1))}
    place["title"] = problem.rule
    told = ",".join(f"{name}={_escaped(value, also=':,')}" for name, value in place.items())
    hint = f" – {problem.hint}" if problem.hint else ""
    return f"::{problem.severity} {told}::{_escaped(problem.message + hint)}"


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(c):02X}" if c in "%\r\n" + also else c for c in text)
