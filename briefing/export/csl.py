"""The sources of a document as CSL-JSON, which Zotero, pandoc and citation processors read."""

from __future__ import annotations

import json

from briefing.document import Document, Name, Reference
from briefing.text import one_line


def render(document: Document) -> str:
    """Return the references as a list of items of CSL-JSON 1.0.2, ending with one line feed."""
    items = [_item(reference) for reference in document.references]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(reference: Reference) -> dict[str, object]:
    item: dict[str, object] = {"id": one_line(reference.id), "type": reference.type}
    if reference.author:
        item["author"] = [_name(name) for name in reference.author]
    texts = {
        "title": reference.title,
        "container-title": reference.container_title,
        "publisher": reference.publisher,
        "URL": reference.url,
        "language": reference.language,
        "note": reference.note,
    }
    item |= {name: one_line(text) for name, text in texts.items() if text}
    for name, written in (("issued", reference.issued), ("accessed", reference.accessed)):
        if date := _date(written):
            item[name] = date
    return item


def _name(name: Name) -> dict[str, str]:
    parts = {"family": name.family, "given": name.given, "literal": name.literal}
    return {part: one_line(text) for part, text in parts.items() if text}


def _date(written: str) -> dict[str, object]:
    """Return a date of EDTF level 1; one that is not sure (`~`, `?`) is about then."""
    parts = written.rstrip("~?").split("-")
    if not parts[0].isdigit():
        return {}
    date: dict[str, object] = {"date-parts": [[int(part) for part in parts]]}
    if written.endswith(("~", "?")):
        date["circa"] = True
    return date
