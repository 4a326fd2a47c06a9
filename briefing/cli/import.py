"""`briefing import`: a bibliography as sources of a pack, each still to be judged."""

# ruff: noqa: N999 – the module is called like its command, which is a word of Python

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from pathlib import Path

    from briefing.cli.parser import Subparsers
    from briefing.importing import Found, Imported
    from briefing.pack.pack import Pack

DETAILS = """\
FILE is BibTeX, BibLaTeX or CSL-JSON, as Zotero and its like export it. Each entry becomes a
file in sources/, named by its citation key, or by author, year and title. A file or an id that
is there already is left alone.

What a machine cannot know is written as not known: access: not-read, reliability:
cannot-be-judged. Read each source, say what it is worth, and let `briefing check` tell what is
left to do."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "import", run, DETAILS)
    parser.add_argument("file", metavar="FILE", help="the bibliography")


def run(args: argparse.Namespace) -> int:
    """Print the path of each file that was written; tell of the others on standard error."""
    from pathlib import Path

    from briefing.cli.exits import FINE, PROBLEMS
    from briefing.cli.packs import own_pack
    from briefing.cli.streams import complain, complain_of
    from briefing.pack.loader import load
    from briefing.words import counted

    folder = own_pack(args)
    imported = _read(Path(args.file))
    written = _write(folder, load(folder).pack, args.file, imported.found)
    complain_of(imported.problems)
    if written:
        complain(
            f"{counted(written, 'source')} to be judged: "
            "say in each what was read, how reliable it is, and why"
        )
    return PROBLEMS if imported.problems else FINE


def _read(path: Path) -> Imported:
    """Return what a file holds. Raises `CannotRead` or `OSError` where it cannot be read at all."""
    from briefing.importing import read
    from briefing.pack.reader import MAX_BYTES
    from briefing.problems import CannotRead
    from briefing.text import one_line

    with path.open("rb") as stream:
        data = stream.read(MAX_BYTES + 1)
    shown = one_line(str(path))
    if len(data) > MAX_BYTES:
        raise CannotRead(f"{shown}: larger than 2 MiB; split it into several files")
    try:
        return read(shown, data.decode())
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CannotRead(f"{shown}:{line}: not UTF-8; export the file as UTF-8") from None


def _write(folder: Path, pack: Pack, file: str, found: tuple[Found, ...]) -> int:
    """Write the sources that are not there yet, and return how many.

    Raises `CannotRead` where the pack has no such folder of its own, as its reader wants it.
    """
    from briefing.cli.packs import shown_from_here
    from briefing.cli.streams import complain, emit
    from briefing.export.output import write
    from briefing.importing.source_file import new_id, source_file
    from briefing.problems import CannotRead

    sources = folder / "sources"
    if sources.is_symlink():
        raise CannotRead(f"{shown_from_here(sources)}: not a folder of the pack's own")
    sources.mkdir(exist_ok=True)
    taken = {source.id for source in pack.sources} | {path.stem for path in sources.iterdir()}
    written = 0
    for line, reference in found:
        name = new_id(reference, taken, pack.sources)
        if name in taken:
            complain(f'{file}:{line}: left out, there is a source "{name}" already')
            continue
        path = sources / f"{name}.md"
        write(path, source_file(reference, name).encode(), overwrite=False)
        taken.add(name)
        written += 1
        emit(shown_from_here(path))
    return written
