"""What the app works on: a pack as last read, the reader's workspace, and the search index."""

from __future__ import annotations

from pathlib import Path

import msgspec

from briefing.compose import default_brief
from briefing.pack.cache import cached_digest, load_cached
from briefing.pack.loader import Loaded
from briefing.pack.pack import Pack, Ref
from briefing.pack.recipe import Brief
from briefing.paths import PACK_FILE
from briefing.problems import CannotRead, Problem, Severity
from briefing.recipes import add, contains, slots, usable, without
from briefing.search import Index
from briefing.text import visible
from briefing.workspace import Change, Workspace


class Session:
    """A pack and its problems, reloaded when files change, and the reader's own data."""

    def __init__(self, folder: Path) -> None:
        """Read the pack; raises `CannotRead` where the folder holds none."""
        self.folder = folder
        loaded = load_cached(folder)
        self.pack: Pack = loaded.pack
        self.problems: tuple[Problem, ...] = loaded.problems
        self._digest = loaded.pack.digest
        self.workspace = Workspace()
        self._index: Index | None = None

    @property
    def index(self) -> Index:
        """The search index of the pack, made when first asked for."""
        if self._index is None:
            self._index = Index(self.folder, self.pack)
        return self._index

    def reload(self) -> bool:
        """Read the pack again if its files changed; say whether anything is different.

        A pack that lost an item to a broken edit keeps its last good content, and only the
        problems change.
        """
        if cached_digest(self.folder) == self._digest:
            return False
        try:
            loaded = load_cached(self.folder)
        except CannotRead as error:
            gone = Problem(PACK_FILE, 0, 0, "FIL001", str(error))
            loaded = Loaded(self.pack, (gone,))
        seen = (self._digest, self.problems)
        self._digest = loaded.pack.digest
        self.problems = loaded.problems
        broken = any(problem.severity is Severity.ERROR for problem in loaded.problems)
        if not (broken and set(self.pack.items) - set(loaded.pack.items)):
            self.pack = loaded.pack
            self._index = None
        return seen != (self._digest, self.problems)

    @property
    def brief(self) -> Brief | None:
        """The page being built: as the reader left it, else the pack's own."""
        kept = self.workspace.get(self._brief_key, "")
        try:
            brief = msgspec.json.decode(kept, type=Brief) if kept else default_brief(self.pack)
        except msgspec.DecodeError:
            brief = default_brief(self.pack)
        return usable(brief, self.pack) if brief else None

    @brief.setter
    def brief(self, brief: Brief) -> None:
        self.workspace.set(self._brief_key, msgspec.json.encode(brief).decode())

    @property
    def _brief_key(self) -> str:
        return f"brief {self.pack.manifest.id}"

    def toggle_pin(self, ref: Ref) -> str:
        """Put an item on the page, or take it off; return what was done in words."""
        brief = self.brief
        if brief is None:
            return "This pack has no recipe to pin to; add one in briefs/"
        if contains(brief, ref):
            self.brief = without(brief, ref, self.pack)
            return f"Taken off the page: {ref}"
        grown = add(brief, ref, self.pack)
        if grown is None:
            return f"A {ref.kind} has no place of its own on the page"
        self.brief = grown
        return f"Pinned to the page: {ref}"

    @property
    def marks(self) -> dict[str, str]:
        """What lists show beside items: ◆ on the page, ✎ with a note, • changed since."""
        found = {str(change.ref): "•" for change in self.changes}
        found |= {str(ref): "✎" for ref in self.notes}
        brief = self.brief
        return found | {str(slot.ref): "◆" for slot in slots(brief) if slot.ref} if brief else found

    @property
    def notes(self) -> dict[Ref, str]:
        """The reader's notes on this pack's items."""
        notes = self.workspace.notes(self.pack.manifest.id)
        return {ref: visible(text) for ref, text in notes.items()}

    def set_note(self, ref: Ref, text: str) -> None:
        """Keep a note on an item; an empty one is taken away."""
        self.workspace.set_note(self.pack.manifest.id, ref, text.strip())

    @property
    def changes(self) -> list[Change]:
        """What is different since the reader last looked."""
        return self.workspace.changes(self.pack)

    def exists(self, ref: Ref) -> bool:
        """Return whether the pack holds an item."""
        return ref in self.pack.items
