"""Exporting every brief of a pack in every format into one folder."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.cli.exits import CANNOT, FINE, PROBLEMS, WrongUsage
from briefing.cli.exporting import Told, agreed, make, on_paper
from briefing.cli.progress import tracked
from briefing.cli.streams import can_ask, complain
from briefing.export import FORMATS, Format, Unprintable, render
from briefing.export.output import write
from briefing.pack.pack import Pack
from briefing.pack.recipe import Brief
from briefing.problems import CannotRead
from briefing.words import counted, listed

if TYPE_CHECKING:
    import argparse


class _Done(NamedTuple):
    """What came of one brief: how it ended, how many files it makes, and what there is to tell."""

    code: int
    written: int
    told: tuple[Told, ...]


def export_all(pack: Pack, args: argparse.Namespace) -> int:
    """Write the files; the exit code is that of the worst that happened."""
    folder = Path(args.all)
    formats = [made for made in FORMATS.values() if args.format in (None, made.name)]
    if not pack.briefs:
        raise WrongUsage("the pack holds no brief")
    if folder.exists() and not folder.is_dir():
        raise CannotRead(f"{folder}: is not a folder")
    files = (_file(folder, brief, made) for brief in pack.briefs for made in formats)
    existing = [file for file in files if file.is_file()]
    if existing and not args.force and not _may_overwrite(existing, folder):
        return CANNOT
    folder.mkdir(parents=True, exist_ok=True)
    done = [
        _export(pack, on_paper(brief, args.page), formats, folder, args.trim)
        for brief in tracked(pack.briefs, "exporting")
    ]
    for told in (told for brief in done for told in brief.told):
        told.tell()
    complain(f"wrote {counted(sum(brief.written for brief in done), 'file')} to {folder}")
    return max(brief.code for brief in done)


def _file(folder: Path, brief: Brief, made: Format) -> Path:
    return folder / f"{brief.id}{made.suffix}"


def _may_overwrite(existing: list[Path], folder: Path) -> bool:
    """Ask once for all files that are there already, where someone can answer."""
    there = f"{folder} holds {existing[0].name}"
    if len(existing) > 1:
        there += f" and {counted(len(existing) - 1, 'more of the files', 'more of the files')}"
    if not can_ask():
        complain(f"nothing written: {there}; use --force to overwrite")
        return False
    if agreed(f"{there}; overwrite?"):
        return True
    complain("nothing written")
    return False


def _export(pack: Pack, brief: Brief, formats: Sequence[Format], folder: Path, trim: bool) -> _Done:
    """Write one brief in all formats; what does not fit its page is not written for paper."""
    paged = [made.name for made in formats if made.paged]
    refused = f"not written as {listed(paged)}" if paged else "written in full"
    made = make(pack, brief, bool(paged) or trim, trim, refused)
    code, written, told = made.code, 0, list(made.told)
    for form in formats:
        if form.paged and made.code != FINE:
            continue
        file = _file(folder, brief, form)
        try:
            write(file, render(made.document, form.name), overwrite=True)
            written += 1
        except Unprintable as error:
            code = max(code, PROBLEMS)
            told.append(Told(f"{file} not written: {error}"))
        except CannotRead as error:
            code = CANNOT
            told.append(Told(str(error)))
    return _Done(code, written, tuple(told))
