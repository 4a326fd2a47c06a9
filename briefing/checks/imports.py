"""A rule about what `briefing import` brings: somebody has to judge it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.rule import Finding, rule
from briefing.pack.pack import Pack
from briefing.pack.source import NOT_JUDGED
from briefing.problems import Severity


@rule(
    "SRC008",
    Severity.WARNING,
    "imported source that nobody has judged",
    why=(
        "A bibliography tells what a source is, and not whether it was read or can be relied on. "
        "Until an editor says so, a page that cites it claims more than anyone knows."
    ),
    standard="ICD 206 (2015), on source descriptors; NATO AJP-2.1, on grading sources.",
    mend="Read the source; then set “access” and “reliability”, and say in “why” what it is worth.",
    wrong=f"why: {NOT_JUDGED}",
    right="why: The legal record of what was paid.",
    limits="It knows only the words that `briefing import` writes, not whether others are meant.",
)
def not_judged(pack: Pack) -> Iterator[Finding]:
    """Yield sources that still say what an import has written."""
    for source in pack.sources:
        if source.why == NOT_JUDGED:
            message = f'the source "{source.id}" was imported, and nobody has judged it'
            yield Finding(source, "why", message, "read it, then set access, reliability and why")
