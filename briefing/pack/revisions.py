"""The content of a pack as it was, from the git repository that its folder lies in.

The folder may be anybody's, and what a repository's settings and attributes name would be run
by many commands of git. So only plumbing is called that runs nothing: objects are listed and
read as they are, without filters and without being fetched, and no index is looked at.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from briefing.pack.files import FOLDERS
from briefing.pack.reader import MAX_BYTES
from briefing.problems import CannotRead
from briefing.text import one_line

SECONDS = 60
"""How long one call of git may take."""
_FIXED = {
    "LC_ALL": "C",
    "GIT_ALLOW_PROTOCOL": "",  # nothing is fetched that a partial clone lacks
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_LITERAL_PATHSPECS": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
}
_INHERITED = ("PATH", "HOME", "XDG_CONFIG_HOME", "USERPROFILE", "SYSTEMROOT")
"""Where git and its user's settings are found; these say whose repositories are trusted."""
_OPTIONS = ("--no-pager", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
_FILE = b"100"
"""How the mode of a plain file begins; links and submodules have others."""


class Revision(NamedTuple):
    """A revision: the id of its commit, and the ISO date of that in UTC, where it has one."""

    commit: str
    date: str


def revisions(folder: Path) -> list[Revision]:
    """Return the revisions in which something in the folder changed, newest first.

    Those of all branches and tags count. Raises `CannotRead` where there is no git, or the
    folder is in no repository that can be read.
    """
    found = _git(folder, "rev-list", "--all", "--full-history", "--timestamp", "--", ".")
    lines = (line.split() for line in found.decode("ascii").splitlines())
    return [Revision(commit, _date(int(seconds))) for seconds, commit in lines]


def named(folder: Path, name: str) -> Revision:
    """Return the revision that a name stands for: a branch, a tag, an id, or `HEAD~3`.

    Raises `CannotRead` where there is none such, no git, or no repository that can be read.
    """
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    try:
        commit = _git(folder, *asked).decode("ascii").strip()
    except CannotRead:
        if _git(folder, "rev-parse", "--is-shallow-repository").strip() == b"true":
            hint = "`git fetch --unshallow` brings what is older"
            raise CannotRead(f"the repository is a shallow clone; {hint}") from None
        raise
    found = _git(folder, "rev-list", "--max-count=1", "--timestamp", commit, "--")
    return Revision(commit, _date(int(found.split()[0])))


def lay(folder: Path, revision: Revision, into: Path) -> Path:
    """Lay the files of a pack as of a revision into a folder, which has to be empty; return it.

    Links are left out, and files that are larger than those of a pack may be. Raises
    `CannotRead` where they cannot be read or written.
    """
    listed = _git(folder, "ls-tree", "-r", "-z", "--long", revision.commit)
    wanted = [entry for entry in map(_entry, listed.split(b"\0")[:-1]) if entry]
    names = b"".join(name + b"\n" for name, _ in wanted)
    stream = memoryview(_git(folder, "cat-file", "--batch", given=names))
    try:
        for _, path in wanted:
            data, stream = _first(stream)
            file = into / path
            file.parent.mkdir(exist_ok=True)
            file.write_bytes(data)
    except OSError as error:
        raise CannotRead(f"{one_line(str(into))}: {error.strerror or error}") from None
    return into


def _date(seconds: int) -> str:
    try:
        return datetime.fromtimestamp(seconds, UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        return "no possible date"


def _entry(line: bytes) -> tuple[bytes, str] | None:
    """Return the object and the path of a file that a pack may hold, else None."""
    about, _, path = line.partition(b"\t")
    mode, _, name, size = about.split()
    parts = os.fsdecode(path).split("/")
    in_place = len(parts) == 1 or (len(parts) == 2 and parts[0] in FOLDERS)
    safe = all(part not in {"", ".", ".."} and "\\" not in part for part in parts)
    if not (mode.startswith(_FILE) and in_place and safe):
        return None
    if not size.isdigit():
        raise CannotRead("the repository is a partial clone, and lacks files of this revision")
    return (name, "/".join(parts)) if int(size) <= MAX_BYTES else None


def _first(stream: memoryview) -> tuple[memoryview, memoryview]:
    """Return the first object of what `git cat-file --batch` says, and what follows it.

    An object is a line with its name, its kind and its size, then its bytes and a line end.
    """
    end = bytes(stream[:200]).index(b"\n") + 1
    size = int(bytes(stream[:end]).split()[2])
    return stream[end : end + size], stream[end + size + 1 :]


def _git(folder: Path, *words: str, given: bytes = b"") -> bytes:
    """Return what a command of git says about the folder. Raises `CannotRead`."""
    program = shutil.which("git")
    if program is None:
        raise CannotRead("git is not installed")
    kept = {name: os.environ[name] for name in _INHERITED if name in os.environ}
    try:
        done = subprocess.run(
            [program, *_OPTIONS, "-C", str(folder.absolute()), *words],
            env={**kept, **_FIXED},
            input=given,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise CannotRead(f"git took longer than {SECONDS} seconds") from None
    if done.returncode:
        said = done.stderr.decode(errors="replace").rpartition("fatal: ")[2]
        raise CannotRead(f"git says: {one_line(said)}" if said else "git knows none of that name")
    return done.stdout
