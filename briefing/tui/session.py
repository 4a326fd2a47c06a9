"""What the app works on: a pack as last read, the reader's workspace, and the search index."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from briefing.pack.cache import cached_digest, load_cached
from briefing.pack.loaded import Loaded
from briefing.pack.pack import Pack, Ref, named
from briefing.pack.recipe import Brief
from briefing.paths import PACK_FILE
from briefing.problems import CannotRead, Problem, Severity
from briefing.recipes import add, bare, contains, default_brief, slots, usable, without
from briefing.text import visible, wrap
from briefing.tui.since import Since
from briefing.workspace import Note, Workspace

if TYPE_CHECKING:
    from briefing.search import Index

DEFAULT = '""'
"""The page where nothing was changed yet: the pack's own brief, as it is kept."""
MOST_TOLD = 48
"""The cells of an item's name in a notice, which hides what stands below it."""


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
        self._kept = self._all_kept()
        self.since = Since(self.workspace, self.pack)

    @property
    def index(self) -> Index:
        """The search index of the pack, made when first asked for."""
        if self._index is None:
            from briefing.search import Index

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
    def trouble(self) -> Problem | None:
        """The first error of the content, or None where it has none."""
        errors = (p for p in self.problems if p.severity is Severity.ERROR)
        return next(errors, None)

    # --- the page being built ---------------------------------------------------------

    @property
    def brief(self) -> Brief | None:
        """The page being built: as the reader left it, else the pack's own."""
        kept = self.workspace.page(self.pack.manifest.id) or DEFAULT
        try:
            recipe = msgspec.json.decode(kept, type=Brief | str)
        except msgspec.DecodeError:
            recipe = ""
        brief = self._own(recipe) if isinstance(recipe, str) else recipe
        return usable(brief, self.pack) if brief else None

    def _own(self, name: str) -> Brief | None:
        """Return the pack's brief of that name, else its default one."""
        named = (brief for brief in self.pack.briefs if brief.id == name)
        return next(named, default_brief(self.pack))

    def keep(self, brief: Brief, done: str) -> None:
        """Make this the page, on the disk when this returns; `done` tells what was done to it.

        A brief that is the pack's own is kept by its name, so it changes with the pack.
        """
        if brief == self.brief:
            return
        kept = brief.id if self.is_own(brief) else bare(brief)
        written = msgspec.json.encode(kept).decode()
        self.workspace.set_page(self.pack.manifest.id, written, done, DEFAULT)
        self._kept = self._all_kept()

    def is_own(self, brief: Brief) -> bool:
        """Return whether a brief is one of the pack's, word for word."""
        return any(bare(own) == bare(brief) for own in self.pack.briefs)

    @property
    def can_undo(self) -> bool:
        """Whether a change of the page can be taken back."""
        return self.workspace.can_undo_page(self.pack.manifest.id)

    def undo(self) -> str:
        """Take back the last change of the page; return what was done in words."""
        done = self.workspace.undo_page(self.pack.manifest.id)
        return "Nothing to undo" if done is None else f"Undone: {done}"

    def redo(self) -> str:
        """Make the last change that was undone again; return what was done in words."""
        done = self.workspace.redo_page(self.pack.manifest.id)
        return "Nothing to do again" if done is None else f"Done again: {done}"

    def others_wrote(self) -> bool:
        """Return whether page or notes have changed since this was asked last, elsewhere."""
        before, self._kept = self._kept, self._all_kept()
        return before != self._kept

    def _all_kept(self) -> object:
        name = self.pack.manifest.id
        return self.workspace.page(name), self.workspace.notes(name)

    def toggle_pin(self, ref: Ref) -> str:
        """Put an item on the page, or take it off; return what was done in words."""
        brief = self.brief
        if brief is None:
            return "This pack has no recipe to pin to; add one in briefs/"
        told = self.told(ref)
        if contains(brief, ref):
            self.keep(without(brief, ref, self.pack), f"{told} taken off")
            return f"Taken off the page: {told}"
        grown = add(brief, ref, self.pack)
        if grown is None:
            return f"A {ref.kind} has no place of its own on the page"
        self.keep(grown, f"{told} pinned")
        return f"Pinned to the page: {told}"

    def told(self, ref: Ref) -> str:
        """Return what an item is called where there is little room for that."""
        name = named(self.pack, ref)
        first, *rest = wrap(name, MOST_TOLD)
        end = name[-1] if name.endswith("”") else ""
        return f"{first}…{end}" if rest else first

    @property
    def marks(self) -> dict[str, str]:
        """What lists show beside items: ◆ on the page, ✎ with a note, • changed since."""
        found = {str(change.ref): "•" for change in self.since.changes}
        found |= {str(ref): "✎" for ref in self.notes}
        brief = self.brief
        return found | {str(slot.ref): "◆" for slot in slots(brief) if slot.ref} if brief else found

    @property
    def notes(self) -> dict[Ref, str]:
        """The reader's notes on this pack's items."""
        return {ref: visible(note.text) for ref, note in self.dated_notes.items()}

    @property
    def dated_notes(self) -> dict[Ref, Note]:
        """The notes as they were written, each with its date."""
        return self.workspace.notes(self.pack.manifest.id)

    def set_note(self, ref: Ref, text: str) -> None:
        """Keep a note on an item; an empty one is taken away."""
        self.workspace.set_note(self.pack.manifest.id, ref, text.strip())
        self._kept = self._all_kept()

    # --- where the reader is ----------------------------------------------------------

    @property
    def left_at(self) -> tuple[str, Ref | None]:
        """The view and the item that the reader was at last; the item where it is still there."""
        view, _, name = self.workspace.get(self._place, "overview").partition(" ")
        kind, _, item = name.partition(":")
        ref = Ref(kind, item)
        return view, ref if self.exists(ref) else None

    def stay_at(self, view: str, ref: Ref | None) -> None:
        """Keep where the reader is."""
        here = f"{view} {ref or ''}".strip()
        if here != self.workspace.get(self._place):
            self.workspace.set(self._place, here)

    @property
    def _place(self) -> str:
        return f"last {self.pack.manifest.id}"

    def exists(self, ref: Ref) -> bool:
        """Return whether the pack holds an item."""
        return self.pack.holds(ref)
