"""Finding the content that the foot of a page names: the pack as it is, or as it was."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from briefing.cli.exits import WrongUsage
from briefing.cli.progress import tracked
from briefing.cli.streams import complain
from briefing.pack.files import content_digest, read_files
from briefing.pack.loaded import Loaded
from briefing.pack.loader import load
from briefing.pack.revisions import Revision, lay, revisions
from briefing.paths import PACK_FILE
from briefing.problems import CannotRead, Problem
from briefing.text import one_line
from briefing.words import counted

_HASH = re.compile(r"[0-9a-f]{6,64}")
_PRINTED = 12
"""How many digits of the hash a page prints: so many, or more, name one content."""


def content_at(wanted: str, folder: Path, now: Loaded) -> Loaded:
    """Return the pack whose content has a hash that begins so, and what is wrong with it.

    Where that is not the content as it is `now`, it is looked for in git, and what was found
    is told on standard error. Raises `CannotRead` where nothing, or more than one, was found.
    """
    wanted = wanted.lower()
    if not _HASH.fullmatch(wanted):
        raise WrongUsage(
            f'--at takes the 6 to 64 digits that follow "content" at the foot of a page, '
            f'not "{one_line(wanted)}"'
        )
    digest = now.pack.digest
    if digest.startswith(wanted):
        return now
    asked = f"the page was made of content {wanted}, but the pack is now at {digest[:_PRINTED]}"
    revision, found = _look_for(wanted, folder, asked)
    complain(
        f"content {found[:_PRINTED]} is that of {_named(revision)}; it has changed since, and "
        f"the pack is now at {digest[:_PRINTED]}"
    )
    with TemporaryDirectory() as place:
        pack, problems = load(lay(folder, revision, Path(place)))
    return Loaded(pack, tuple(_in_revision(problem, revision) for problem in problems))


def _look_for(wanted: str, folder: Path, asked: str) -> tuple[Revision, str]:
    """Return the newest revision with such content, and the hash of that."""
    try:
        known = revisions(folder)
    except CannotRead as error:
        raise CannotRead(
            f"{asked}, and what it was before cannot be looked up: {error}; "
            "export from a folder that still holds it (-p)"
        ) from None
    found: dict[str, Revision] = {}
    for revision in tracked(known, "looking through git"):
        digest = _digest(folder, revision)
        if digest.startswith(wanted):
            found.setdefault(digest, revision)
            if len(wanted) >= _PRINTED:
                break
    if not found:
        raise CannotRead(
            f"{asked}, and that content is in none of the pack’s revisions in git "
            f"({counted(len(known), 'revision')} looked at): it was never committed, or is of "
            "another pack; export from a folder that still holds it (-p)"
        )
    if len(found) > 1:
        named = " and ".join(f"{digest[:_PRINTED]} ({_named(r)})" for digest, r in found.items())
        raise CannotRead(f"{len(found)} contents begin with {wanted}: {named}; give more digits")
    [(digest, revision)] = found.items()
    return revision, digest


def _digest(folder: Path, revision: Revision) -> str:
    """Return the hash of the content of a revision, or nothing where that is no pack."""
    with TemporaryDirectory() as place:
        laid = lay(folder, revision, Path(place))
        return content_digest(read_files(laid, [])) if (laid / PACK_FILE).is_file() else ""


def _named(revision: Revision) -> str:
    return f"revision {revision.commit[:_PRINTED]} of {revision.date}"


def _in_revision(problem: Problem, revision: Revision) -> Problem:
    """Return a problem with its file as git names it."""
    return problem._replace(file=f"{revision.commit[:_PRINTED]}:{problem.file}")
