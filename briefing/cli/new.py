"""`briefing new`: a small pack to start from."""

from __future__ import annotations

import argparse

from briefing.cli.parser import add_command, not_empty

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from pathlib import Path

    from briefing.cli.parser import Subparsers

DETAILS = """\
The pack is complete: it passes `briefing check --strict`, prints its page, and compares two
made-up towns. Comments in its files say what belongs where; replace what they hold piece by
piece. Id and title are asked for on a terminal, and made from the name of the folder else.

Nothing is overwritten: a folder that holds any part of a pack is refused."""


def add(subparsers: Subparsers) -> None:
    """Add the command."""
    parser = add_command(subparsers, "new", run, DETAILS)
    parser.add_argument("folder", metavar="DIR", type=not_empty, help="the folder of the new pack")


def run(args: argparse.Namespace) -> int:
    """Write the pack and say what to do next."""
    import shlex
    from pathlib import Path

    from briefing.cli.exits import FINE
    from briefing.cli.packs import shown_from_here
    from briefing.cli.streams import complain, emit
    from briefing.starting import new_pack, parts

    folder = Path(args.folder)
    _refuse_parts(folder, parts())
    name, title = _names(folder)
    for path in _write(folder, new_pack(name, title)):
        emit(shown_from_here(path))
    shown = shlex.quote(args.folder)
    complain(f"next: look at it with `briefing -p {shown}`, then edit its files")
    return FINE


def _refuse_parts(folder: Path, parts: list[str]) -> None:
    """Raise `CannotRead` where the folder holds what a pack is made of."""
    from briefing.problems import CannotRead
    from briefing.text import one_line

    shown = one_line(str(folder))
    if folder.exists() and not folder.is_dir():
        raise CannotRead(f"{shown}: is not a folder")
    for part in parts:
        path = folder / part
        if path.exists() or path.is_symlink():
            raise CannotRead(f'{shown}: there is "{part}" already; nothing was written')


def _write(folder: Path, files: dict[str, str]) -> list[Path]:
    """Write files into a folder, made if need be, and return them: all of them or none."""
    from briefing.export.output import write

    written: list[Path] = []
    made: list[Path] = []
    try:
        for path, text in files.items():
            file = folder / path
            for parent in reversed(file.parents):
                if not parent.exists():
                    parent.mkdir()
                    made.append(parent)
            write(file, text.encode(), overwrite=False)
            written.append(file)
    except BaseException:
        for file in written:
            file.unlink()
        for parent in reversed(made):
            parent.rmdir()
        raise
    return written


def _names(folder: Path) -> tuple[str, str]:
    """Return id and title: as answered on a terminal, else after the folder."""
    from briefing.cli.streams import can_ask
    from briefing.text import one_line, slug

    word = one_line(folder.absolute().resolve().name)
    title = word.replace("-", " ").replace("_", " ").strip()
    title = title[:1].upper() + title[1:] if slug(title) else "A new pack"
    if can_ask():
        title = one_line(_answer("Title", title))
    name = slug(word) or slug(title) or "new-pack"
    if can_ask():
        while not slug(answer := _answer("Id", name)):
            pass
        name = slug(answer)
    return name, title


def _answer(what: str, default: str) -> str:
    """Ask on the terminal; nothing but enter takes what is offered."""
    import sys

    print(f"{what} [{default}]: ", end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip() or default
