"""Which pack a command is about, and which item in it."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.cli.exits import WrongUsage
from briefing.paths import PACK_FILE, find_pack, shipped

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    import argparse

    from briefing.pack.loaded import Loaded
    from briefing.pack.pack import Pack, Ref
    from briefing.problems import Problem

SHIPPED_PACK = "us-china-ai"


def pack_folder(args: argparse.Namespace) -> Path:
    """Return the folder of the pack: as asked for, else the nearest one, else the shipped one."""
    return _asked_for(args) or _nearest() or shipped("content") / SHIPPED_PACK


def own_pack(args: argparse.Namespace) -> Path:
    """Return the folder of a pack to write into, which is never the shipped one by default."""
    folder = _asked_for(args) or _nearest()
    if folder is None:
        raise WrongUsage("there is no pack here; name one with -p, or make one: `briefing new DIR`")
    return folder


def library_asked_for(args: argparse.Namespace) -> Path | None:
    """Return the folder that was named where that is no pack and holds some, else None."""
    path = _named(args)
    return path if path and not _is_pack(path) and _packs_in(path) else None


def _asked_for(args: argparse.Namespace) -> Path | None:
    """Return the folder that was named: by its path, or by the id of a shipped pack."""
    path = _named(args)
    if path is None or _is_pack(path):
        return path
    if found := _packs_in(path):
        from briefing.problems import CannotRead

        names = ", ".join(pack.name for pack in found)
        raise CannotRead(f"{path} holds several packs: {names}; name one, such as -p {found[0]}")
    return path


def _named(args: argparse.Namespace) -> Path | None:
    """Return the folder that was named, as it stands; nothing may be in it."""
    named = getattr(args, "pack", None) or os.environ.get("BRIEFING_PACK")
    if not named:
        return None
    path = Path(named)
    if path.name == PACK_FILE:
        return path.parent
    if not _is_pack(path) and len(path.parts) == 1 and _is_pack(shipped("content") / path):
        return shipped("content") / path
    return path


def _is_pack(folder: Path) -> bool:
    return (folder / PACK_FILE).is_file()


def _packs_in(folder: Path) -> list[Path]:
    from briefing.pack.library import packs_in

    return packs_in(folder)


def _nearest() -> Path | None:
    try:
        here = Path.cwd()
    except OSError as error:
        from briefing.problems import CannotRead

        raise CannotRead(
            f"the working directory cannot be read ({error.strerror}); name a pack with -p"
        ) from None
    return find_pack(here)


def load_pack(args: argparse.Namespace) -> Loaded:
    """Return the pack as far as it can be read; problems are counted on standard error."""
    from briefing.cli.streams import complain
    from briefing.pack.cache import load_cached
    from briefing.problems import summary

    loaded = load_cached(pack_folder(args))
    if loaded.problems:
        found = summary(loaded.problems)
        complain(f"{found} in the pack, broken items left out; see `briefing check`")
    return loaded


def openable(folder: Path, problem: Problem) -> Problem:
    """Return a problem of a pack with the path by which its file can be opened from here."""
    return problem._replace(file=shown_from_here(folder / problem.file))


def shown_from_here(path: Path) -> str:
    """Return the path by which a file can be opened from here, as one safe line."""
    from briefing.text import one_line

    here = Path.cwd()
    return one_line(str(path.relative_to(here) if path.is_relative_to(here) else path))


def refuse_unread(path: Path, problems: list[Problem]) -> None:
    """Raise `CannotRead` where a file that was asked for could not be read at all."""
    from briefing.problems import CannotRead

    for problem in problems:
        if problem.rule == "FIL001":
            raise CannotRead(f"{path}: {problem.message}")


def find_item(pack: Pack, name: str, also: tuple[str, ...] = ()) -> Ref:
    """Return the item of that name; `also` are other names that might have been meant.

    Raises `WrongUsage` where there is no such item, or more than one.
    """
    from briefing.text import suggestion

    found = pack.find(name)
    if len(found) > 1:
        names = ", ".join(map(str, found))
        raise WrongUsage(f'"{name}" names {len(found)} items: {names}')
    if not found:
        written_out = ":" in name
        known = [str(ref) if written_out else ref.id for ref in pack.items]
        hint = suggestion(name, (*known, *also)) or "see `briefing list`"
        raise WrongUsage(f'there is no item "{name}" – {hint}')
    return found[0]
