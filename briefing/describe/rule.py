"""The document of a rule: what `briefing explain` prints of it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.explain import nature, parts, title
from briefing.checks.rule import Rule
from briefing.document import Block, Document, Field, Heading, Paragraph, run


def rule(found: Rule) -> Document:
    """Return why a rule is there, the standard behind it, how to mend, and an example."""
    return Document(title=title(found), blocks=tuple(_rule(found)))


def _rule(found: Rule) -> Iterator[Block]:
    yield Paragraph(run(nature(found).capitalize(), "muted"))
    for name, text in parts(found):
        yield Heading(3, run(name.capitalize()))
        yield Paragraph(run(text))
    for name, text in (("Wrong", found.wrong), ("Right", found.right)):
        if text:
            first, *more = text.split("\n")
            yield Field(name, run(first))
            yield from (Field("", run(line)) for line in more)
