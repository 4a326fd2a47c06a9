"""What changed since the reader last read a pack; found when there is time to look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.pack.pack import Pack
from briefing.workspace import Workspace

# The first screen does not wait for what compares packs, so that is imported within.
if TYPE_CHECKING:
    from briefing.diff import Change


class Since:
    """The last reading of a pack, and what has changed since.

    `changes` lead to the pack as it was when one last looked, and stay until one looks again.
    """

    def __init__(self, workspace: Workspace, pack: Pack) -> None:
        """Take what was read when this window was opened, whatever others read from now on."""
        self._workspace = workspace
        self._read = workspace.reading(pack.manifest.id)
        self._seen = self._read.digest
        self.begun = False
        """Whether the reader has this pack open, and did not only choose among others."""
        self.day = self._read.day
        """The ISO date of the last reading, or "" on the first."""
        self.changes: tuple[Change, ...] = ()
        self.lost = False
        """Whether what was read cannot be compared: another version of the program kept it."""

    def begin(self, pack: Pack) -> None:
        """Take the pack as read where it never was, so that what changes from now on is told."""
        if not (self.begun or self.day):
            self._keep(pack)
            self._read = self._workspace.reading(pack.manifest.id)
            self._seen = self._read.digest
        self.begun = True

    def leave(self, pack: Pack) -> None:
        """Take the pack as it is now as read, if one has begun to."""
        if self.begun:
            self._keep(pack)

    def _keep(self, pack: Pack) -> None:
        from briefing.diff import keep, kept_by_this_version

        name, read = pack.manifest.id, self._read
        if pack.digest == read.digest and kept_by_this_version(read.state):
            self._workspace.read_again(name, pack.digest)
        else:
            self._workspace.set_reading(name, pack.digest, keep(pack))

    def pending(self, pack: Pack) -> bool:
        """Return whether one has to look to know what changed in this state of the pack."""
        return pack.digest != self._seen

    def look(self, pack: Pack) -> tuple[Change, ...] | None:
        """Return what changed, or None where that cannot be told; fit for a thread."""
        if pack.digest == self._read.digest:
            return ()
        from briefing.diff import diff, kept

        old = kept(self._read.state)
        return None if old is None else diff(old, pack)

    def tell(self, pack: Pack, found: tuple[Change, ...] | None) -> None:
        """Take what was found for a state of the pack as what changed."""
        self._seen = pack.digest
        self.lost, self.changes = found is None, found or ()
