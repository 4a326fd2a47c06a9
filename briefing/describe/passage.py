"""The paragraph that a citation names, from the text of its source, where that is at hand."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.document import Block, Field, Line, Run, run
from briefing.pack.model import Citation
from briefing.pack.pack import Pack
from briefing.pack.source import Source
from briefing.text import visible
from briefing.verify import Check, Passage, Text, Texts, check


def passage(pack: Pack, source: Source, cited: Citation, texts: Texts | None) -> Iterator[Block]:
    """Yield the paragraphs with the terms of a citation marked, and what is wrong with them.

    Nothing is said of a source without a text on record. `texts` is None where nobody has said
    where texts are.
    """
    if source.text_file is None:
        return
    text = texts.of(source) if texts else None
    origin = f"source:{source.id}"
    if texts is None or text is None or text.state == "missing":
        yield Field("Text", run(f"{source.text_file} is not at hand", "muted"), origin)
        return
    checked = check(pack, texts, cited)
    for found in checked.passages:
        yield Field(f"¶ {found.number}", _marked(found), origin)
    yield Field("Text", _told(text, checked), origin)


def _marked(found: Passage) -> Line:
    """Return a paragraph with the terms marked."""
    parts: list[Run] = []
    end = 0
    for start, stop in found.spans:
        if stop > end:
            parts.append(Run(_shown(found.text[end : max(start, end)])))
            parts.append(Run(_shown(found.text[max(start, end) : stop]), "found"))
            end = stop
    return (*(part for part in parts if part.text), Run(_shown(found.text[end:])))


def _shown(text: str) -> str:
    return visible(text).replace("\n", " ")


def _told(text: Text, checked: Check) -> Line:
    """Return in words whether the text is the one that was cited, and what stands in it."""
    name = visible(text.file)
    if text.state == "unreadable":
        return run(f"✗ {name} cannot be read: {visible(text.reason)}", "bad")
    wrong = [f"✗ {problem.message}." for problem in checked.problems]
    if text.state == "edited":
        wrong.append(
            f"✗ {name} is not the text that was cited: its SHA-256 is not the one on record, "
            "so its paragraphs may have other numbers."
        )
    if wrong:
        return run(" ".join(wrong), "bad")
    moved = f" It is now called {name}." if text.state == "moved" else ""
    return run(
        f"✓ As cited: the hash is the one on record, and all terms stand here.{moved}", "good"
    )
