"""A document to the bytes of a file, in any of the formats; none decides about content."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from briefing.document import Document


class Format(NamedTuple):
    """A format: its short and its full name, the suffix of its files, and what draws it."""

    name: str
    title: str
    suffix: str
    render: Callable[[Document], bytes]


def _markdown(document: Document) -> bytes:
    from briefing.export.markdown import render

    return render(document).encode()


def _text(document: Document) -> bytes:
    from briefing.export.text import render

    return render(document).encode()


FORMATS: dict[str, Format] = {
    made.name: made
    for made in (
        Format("md", "Markdown with footnotes", ".md", _markdown),
        Format("txt", "Plain text, 72 columns", ".txt", _text),
    )
}


def render(document: Document, fmt: str) -> bytes:
    """Return a document in the format of that name; raises `KeyError` where there is none."""
    return FORMATS[fmt].render(document)
