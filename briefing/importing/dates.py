"""Dates of bibliographies to those of packs: EDTF level 1 (ISO 8601-2), or `unknown`."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

UNKNOWN = "unknown"
_WRITTEN = re.compile(r"\s*(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?(?![\d-])[^?~%/]*([?~%]?)")
_YEAR = re.compile(r"(?<!\d)(\d{4})(?!\d)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def edtf(text: str) -> str:
    """Return the date that a text begins with; of a range, its first day."""
    found = _WRITTEN.match(text)
    if not found:
        return UNKNOWN
    year, month, day, mark = found.groups()
    return _joined(year, month, day) + mark.replace("%", "~")


def from_fields(year: str, month: str, day: str) -> str:
    """Return the date in the fields of BibTeX; the month is a number or a name."""
    found = _YEAR.search(year)
    if not found:
        return UNKNOWN
    number = month.strip()
    if number[:3].lower() in _MONTHS:
        number = str(_MONTHS.index(number[:3].lower()) + 1)
    return _joined(found.group(1), number, day.strip())


def from_csl(value: Any) -> str:
    """Return a date of CSL-JSON: `date-parts`, or text in `raw` or `literal`."""
    if not isinstance(value, dict):
        return UNKNOWN
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if not isinstance(first, list) or not first:
        written = value.get("raw") or value.get("literal")
        return edtf(written) if isinstance(written, str) else UNKNOWN
    year, month, day = [str(part) for part in (*first, "", "")][:3]
    made = _joined(year.zfill(4), month, day)
    return made if made == UNKNOWN or value.get("circa") in (None, False) else f"{made}~"


def sure(written: str) -> str:
    """Return a date without its marks, or nothing where it is unknown."""
    return "" if written == UNKNOWN else written.rstrip("?~")


def _joined(year: str, month: str | None, day: str | None) -> str:
    """Return a date as exact as the calendar allows."""
    numbers = []
    for part in (year, month, day):
        if not (part and part.isascii() and part.isdigit() and len(part) <= 4):
            break
        numbers.append(int(part))
    while numbers:
        try:
            date(*(*numbers, 1, 1)[:3])
        except ValueError:
            numbers.pop()
        else:
            return "-".join([f"{numbers[0]:04}", *(f"{number:02}" for number in numbers[1:])])
    return UNKNOWN
