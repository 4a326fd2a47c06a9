"""A pack of which every text tries to be more than text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.packs import FILES, write_pack

MARKUP = "[/x] [a=b: [@click=app.quit]x[/] [red]r[/red]"
ESCAPES = "\x1b]0;PWNED\x07\x1b[2J\x9b31m\x08\x00\x7f"
HIDDEN = "\u202eabc\u2066\u200e\ufeff\u2028"
WIDE = "漢字かな交じり e\u0301\u0301\u0301 👩‍👩‍👧 "
PAYLOAD = f"{MARKUP} {ESCAPES} {HIDDEN} {WIDE}{'W' * 120}"
"""What stands in every text: markup, escape sequences, hidden and wide characters, long words."""

TEXTS = {
    "title", "title-short", "version", "bottom_line", "name", "short", "text", "asks", "scale",
    "better", "value", "so_what", "headline", "not_comparable", "because", "changes_if", "role",
    "printed_as", "interests", "why", "action", "note", "family", "given", "literal", "publisher",
    "container-title", "originator", "gaps", "terms", "sort",
}  # fmt: skip
"""The fields of a pack that hold text; `question` and `at` do in places."""


def write_hostile_pack(folder: Path) -> Path:
    """Write the pack into a folder and return it."""
    return write_pack(folder, {path: _hostile(path, text) for path, text in FILES.items()})


def _hostile(path: str, text: str) -> str:
    if not path.endswith(".md"):
        return _dumped(yaml.safe_load(text))
    _, front, body = text.split("---\n", 2)
    entities = "&#27;]0;PWNED&#7; &#x9b;31m &#x202e;abc"
    body = (
        f"{body}\n{PAYLOAD}\n\n- *{PAYLOAD}* {entities}\n\n| A | B |\n|---|---|\n| {MARKUP} | b |\n"
    )
    return f"---\n{_dumped(yaml.safe_load(front))}---\n{body}"


def _dumped(data: Any) -> str:
    return str(yaml.safe_dump(_with_payload(data), allow_unicode=False, sort_keys=False))


def _with_payload(data: Any, key: str = "") -> Any:
    match data:
        case dict():
            return {name: _with_payload(value, name) for name, value in data.items()}
        case list():
            return [_with_payload(value, key) for value in data]
        case str() if key in TEXTS or (key in {"question", "at", "MWh"} and " " in data):
            return f"{data} {PAYLOAD}"
    return str(data) if key in {"issued", "date", "as_of"} else data
