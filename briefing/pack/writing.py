"""Text as a value of YAML, written as a person would, and read back as the same text."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"(?![-?:](?: |$))(?![,\[\]{}#&*!|>'\"%@`])(?!.*(?:: | #)).*[^:]")
"""Text that needs no quotation marks in a block (YAML 1.1, section 9.1.3)."""
_OTHER = re.compile(
    r"~|=|<<|y|n|yes|no|true|false|on|off|null|[-+.]?(?:[0-9][0-9a-fox_.:tz+-]*|inf|nan)",
    re.IGNORECASE,
)
"""Text that other readers of YAML take for a number, a date, or a yes or no."""
_MARKS_FLOW = re.compile(r"[,\[\]{}:]")


def scalar(text: str, *, flow: bool = False) -> str:
    """Return one line of text, in quotation marks where it would be read as something else.

    `flow` is for text within brackets or braces, where commas and brackets have a meaning.
    """
    plain = _PLAIN.fullmatch(text) and not _OTHER.fullmatch(text)
    if plain and not (flow and _MARKS_FLOW.search(text)):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'
