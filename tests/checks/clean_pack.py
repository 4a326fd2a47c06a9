"""The small pack without anything that a check could find, and what checks find after a change."""

from pathlib import Path

from briefing.checks.engine import Report, check
from briefing.pack.loader import load
from tests.packs import edit, write_pack

PACK = "pack.yaml"
PRICE = "dimensions/price.yaml"
PERMITS = "dimensions/permits.yaml"
JUDGEMENTS = "judgements.yaml"
OSTBERG = "experts/mira-ostberg.md"
HALE = "experts/jon-hale.md"
CARRY_ON = "options/carry-on.md"
OPEN_GRID = "options/open-the-grid.md"
SURVEY = "sources/tide-survey.md"
GAZETTE = "sources/strait-gazette.md"
ONE_PAGER = "briefs/one-pager.yaml"

SO_WHAT = "so_what: A lower price abroad is no reason to stop building at home."
BECAUSE = "because: Two sources agree on the trend, and one of them is weak."


def write_clean(folder: Path) -> Path:
    """Write the pack into a folder and return the folder."""
    write_pack(folder)
    edit(
        folder,
        CARRY_ON,
        "why: Nothing changes., basis: editor}",
        "why: Nothing changes., basis: editor, cites: [{source: tide-survey, at: 6}]}",
    )
    edit(
        folder,
        HALE,
        "---\nHas held",
        "  - question: pay-more\n    stance: agree\n    basis: stated\n    confidence: low\n"
        "    date: 2024\n    text: He wants users to pay.\n"
        "    cites: [{source: strait-gazette, at: page 1}]\n---\nHas held",
    )
    return folder


def report(folder: Path, *rules: str) -> Report:
    """Return what checks find in a pack: these rules, or all."""
    return check(folder, load(folder), rules) if rules else check(folder, load(folder))


def found(folder: Path, *rules: str) -> list[str]:
    """Return the problems that checks find in a pack, as they are printed."""
    return [str(problem) for problem in report(folder, *rules).problems]
