"""A brief that is too long for its page, for the tests of what is told and dropped then."""

from pathlib import Path

SOURCES = tuple(f"source-{number:02}" for number in range(52))
"""Sources that the brief tells of, the most important first."""

_SOURCE = """\
---
id: {name}
type: report
title: What {name} says of tides
publisher: Bureau of Tides
issued: 2025
access: full
reliability: reliable
why: Written for the tests.
---
"""
_BRIEF = """\
id: long
title: Too much to say
blocks:
  - bottom-line
  - defects: {{items: [{names}]}}
"""


def add_long_brief(pack: Path) -> None:
    """Add a brief `long`, of which only the last of its sources have to go."""
    for name in SOURCES:
        (pack / "sources" / f"{name}.md").write_text(_SOURCE.format(name=name))
    (pack / "briefs" / "long.yaml").write_text(_BRIEF.format(names=", ".join(SOURCES)))


def add_brief(pack: Path, *blocks: str, name: str = "own") -> None:
    """Add a brief of these blocks."""
    lines = "".join(f"  - {block}\n" for block in blocks)
    (pack / "briefs" / f"{name}.yaml").write_text(f"id: {name}\ntitle: Own\nblocks:\n{lines}")
