"""Exporting one brief: measured where it is made for paper, shortened where that is wanted."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from msgspec import Struct

from briefing.cli.exits import CANNOT, FINE, PROBLEMS, RUNS_OVER, WrongUsage
from briefing.cli.papers import PAPERS
from briefing.cli.streams import can_ask, complain

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from briefing.document import Document
    from briefing.export.fit import Fit
    from briefing.pack.pack import Pack
    from briefing.pack.recipe import Brief

NOT_TEXT = ("pdf", "docx")


class Told(Struct, frozen=True):
    """What is told on standard error: a line, and rows of names and titles below it."""

    message: str
    rows: tuple[tuple[str, str], ...] = ()

    def tell(self) -> None:
        """Tell it."""
        from briefing.cli.columns import aligned
        from briefing.cli.streams import terminal_columns

        columns = terminal_columns()
        complain(self.message, aligned(self.rows, columns and columns - 2))


class Made(Struct, frozen=True):
    """A brief as it is exported: its document, and how the command ends.

    Where the code is not `FINE`, there is nothing to print on paper, and `told` says why.
    """

    document: Document
    code: int = FINE
    told: tuple[Told, ...] = ()


def export(pack: Pack, args: argparse.Namespace, wanted: str, output: Path | None) -> int:
    """Write the brief that was asked for, in one format."""
    from briefing.cli.briefs import find_brief
    from briefing.cli.streams import complain_of, emit_bytes
    from briefing.export import FORMATS, Unprintable, render
    from briefing.problems import summary

    if output is None and wanted in NOT_TEXT and sys.stdout is not None and sys.stdout.isatty():
        raise WrongUsage(f"a terminal cannot show {wanted}; add -o FILE")
    brief, wrong = find_brief(pack, args.brief)
    if brief is None:
        complain_of(wrong)
        complain(f"not exported: {summary(wrong)} in the brief")
        return PROBLEMS
    measured = FORMATS[wanted].paged or args.trim
    made = make(pack, on_paper(brief, args.page), measured, args.trim, "nothing written")
    for told in made.told:
        told.tell()
    if made.code != FINE:
        return made.code
    try:
        data = render(made.document, wanted)
    except Unprintable as error:
        complain(f"nothing written: {error}")
        return PROBLEMS
    if output is None:
        emit_bytes(data)
        return FINE
    return write_file(output, data, args.force)


def on_paper(brief: Brief, paper: str | None) -> Brief:
    """Return the brief for another paper, where one was asked for."""
    from msgspec.structs import replace

    return brief if paper is None else replace(brief, page=paper)


def make(pack: Pack, brief: Brief, measured: bool, trim: bool, unwritten: str) -> Made:
    """Return a brief as it is exported: as it is, or else measured, and then shortened or refused.

    `unwritten` says what comes of a brief that is refused.
    """
    from briefing.compose import compose

    if not measured:
        return Made(compose(pack, brief))
    from briefing.export.fit import fit

    found = fit(pack, brief)
    if not found.full.over:
        return Made(found.document)
    if trim and not found.left.over:
        message = f"dropped from the brief {brief.id}, so that it fits {_page(brief)}:"
        return Made(found.document, told=(Told(message, _rows(pack, found)),))
    return Made(compose(pack, brief), RUNS_OVER, _too_long(pack, brief, found, unwritten))


def _too_long(pack: Pack, brief: Brief, found: Fit, unwritten: str) -> tuple[Told, ...]:
    """Tell by how much a brief runs over, what would have to go, and what to do."""
    from briefing.words import counted

    runs_over = (
        f"the brief {brief.id} runs over {_page(brief)} by {counted(found.full.over, 'line')}"
    )
    if not found.gone:
        what = f"{runs_over}, and nothing on it may go"
    elif found.left.over:
        left = counted(found.left.over, "line")
        what = f"{runs_over}, and by {left} even without all that may go, in this order:"
    else:
        what = f"{runs_over}; to fit, these would have to go, in this order:"
    if found.left.over:
        advice = "say less, or give it more pages with max_pages, in the recipe"
    else:
        advice = "--trim drops exactly these, or edit the recipe"
    return (
        Told(what, _rows(pack, found)),
        Told(f"{unwritten}; {advice} ({brief.place.file})"),
    )


def _page(brief: Brief) -> str:
    """Return the page that a brief has to fit: "its one page (A4)"."""
    pages = "one page" if brief.max_pages == 1 else f"{brief.max_pages} pages"
    return f"its {pages} ({PAPERS[brief.page]})"


def _rows(pack: Pack, found: Fit) -> tuple[tuple[str, str], ...]:
    """Return the names and titles of what has to go."""
    from briefing.pack.pack import title

    return tuple((str(ref), title(pack.items[ref])) for ref in found.gone)


def write_file(output: Path, data: bytes, force: bool) -> int:
    """Write the file, after asking where one is there already and someone can answer."""
    from briefing.export.output import write

    if not force and can_ask() and output.is_file():
        force = agreed(f"{output} exists; overwrite it?")
        if not force:
            complain("nothing written")
            return CANNOT
    write(output, data, overwrite=force)
    complain(f"wrote {output}")
    return FINE


def agreed(question: str) -> bool:
    """Ask a question on standard error; no answer means no."""
    from briefing.text import one_line

    sys.stderr.write(f"briefing: {one_line(question)} [y/N] ")
    sys.stderr.flush()
    return sys.stdin.readline().strip().lower() in {"y", "yes"}
