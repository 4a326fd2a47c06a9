"""One export from start to end, away from the keys: measure, draw, write."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from briefing.compose import compose
from briefing.document import Document, Paper
from briefing.export import FORMATS, render
from briefing.export.output import write
from briefing.pack.pack import Pack, named
from briefing.pack.recipe import Brief
from briefing.problems import CannotRead
from briefing.tui.measuring import fitted
from briefing.words import counted

if TYPE_CHECKING:
    from briefing.export.fit import Fit

PAPERS: dict[Paper, str] = {"fit-both": "fits both", "a4": "A4", "letter": "US Letter"}


class Order(NamedTuple):
    """What is to be written where: of a brief, in a format, on a paper; `trim` makes it fit."""

    pack: Pack
    brief: Brief
    fmt: str
    paper: Paper
    trim: bool
    path: Path
    overwrite: bool

    @property
    def printed(self) -> Brief:
        """The brief on the paper that was chosen."""
        return replace(self.brief, page=self.paper)


async def carry_out(order: Order, tell: Callable[[str], None]) -> str:
    """Write the file; return what was left out in words, or "".

    `tell` is called with each step. Raises `CannotRead` where the page does not fit or cannot
    be printed or written; then no file has changed. Whoever cancels it before the last step,
    which is told as "Writing…", has had nothing written.
    """
    made = FORMATS[order.fmt]
    left_out = ""
    document = compose(order.pack, order.printed)
    if made.paged:
        tell("1 of 3  Measuring the page…")
        fit = await asyncio.to_thread(fitted, order.pack, order.printed)
        if fit.full.over and not order.trim:
            raise CannotRead(f"Nothing written: {too_long(fit, document)}; {remedy(fit)}")
        document, left_out = fit.document, told_gone(order.pack, fit)
        if fit.left.over:
            raise CannotRead(f"Nothing written: {too_long(fit, document)}; {remedy(fit)}")
    tell(f"{'2 of 3' if made.paged else '1 of 2'}  Drawing it: {made.title}…")
    data = await asyncio.to_thread(render, document, order.fmt)
    tell("Writing…")
    await asyncio.to_thread(write, order.path, data, overwrite=order.overwrite)
    return left_out


def too_long(fit: Fit, document: Document) -> str:
    """Return by how much a page is too long: "4 lines too many for one page"."""
    count = "one page" if document.max_pages == 1 else f"{document.max_pages} pages"
    return f"{counted(fit.full.over, 'line')} too many for {count}"


def remedy(fit: Fit) -> str:
    """Return what can be done with a page that is too long."""
    if fit.left.over:
        return "drop what you can spare in the Brief view"
    return f"ctrl+t leaves out {counted(len(fit.gone), 'item')}"


def told_gone(pack: Pack, fit: Fit) -> str:
    """Return what has to go for a page to fit, in the order in which it does, or ""."""
    names = "; ".join(named(pack, ref) for ref in fit.gone)
    return f"Left out: {names}" if names else ""
