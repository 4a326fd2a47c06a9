"""The drawer: a document over the view, to look at an item or a citation and go back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen

from briefing.describe import item
from briefing.describe.citation import citation, cited_reference
from briefing.describe.sources import reference
from briefing.document import Document, Note, Paragraph, plain
from briefing.export.markdown import render
from briefing.pack.pack import Pack, Ref, title
from briefing.pack.source import Source
from briefing.tui.commands import COMMANDS, bindings
from briefing.tui.dialogs.drawer_lines import CitationPane, DrawerKeys, Steps
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane
from briefing.verify import Texts

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp

OWN = {"pin", "note", "copy", "edit", "citation"}
"""What is done to the highlighted item: here that of the drawer, not that of the view."""
LEAVING = {"overview", "compare", "experts", "options", "evidence", "brief", "library", "forward"}
"""What closes the drawer, so the app has to do it when the drawer has let go of the key."""
NOT_HERE = {"quit", "back"}
"""Keys that close the drawer, no more."""


def everywhere() -> list[BindingType]:
    """Return the keys that work everywhere, as they work in a drawer."""
    found: list[BindingType] = []
    for command in COMMANDS:
        if command.scope != "app" or command.id in NOT_HERE:
            continue
        action = command.action if command.id in OWN else f"app.{command.action}"
        if command.id in LEAVING:
            action = f"leave_to({command.id!r})"
        binding = Binding(command.keys, action, command.label, show=False, id=command.id)
        found.append(binding)
    return found


class Drawer(ModalScreen[Ref | None]):
    """Shows a document; closed with the item that was opened from it, or with None."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        *everywhere(),
        Binding("escape,q,left_square_bracket", "close", "Close"),
    ]
    KEYS: ClassVar[dict[str, tuple[str, str]]] = {
        "esc": ("close", "screen.close"),
        "enter": ("open", "screen.open_line"),
        "c": ("citation", "screen.citation"),
        "y": ("copy", "screen.copy"),
        "space": ("pin", "screen.pin"),
        "n": ("note", "screen.note"),
        "o": ("edit", "screen.edit"),
    }

    def __init__(self, document: Document) -> None:
        super().__init__()
        self._document = document

    def compose(self) -> ComposeResult:
        """Yield the pane and a line of keys."""
        with Vertical(id="drawer"):
            yield Pane(id="page")
            yield DrawerKeys(self.KEYS)

    def on_mount(self) -> None:
        """Show the document."""
        self.page.show(self._document)

    @property
    def briefing(self) -> BriefingApp:
        """The app, with its own type."""
        return cast("BriefingApp", self.app)

    @property
    def pack(self) -> Pack:
        """The pack as last read."""
        return self.briefing.session.pack

    @property
    def page(self) -> Pane:
        """The pane."""
        return self.query_one(Pane)

    @property
    def current(self) -> Ref | None:
        """The highlighted item."""
        kind, _, name = self.page.current.partition(":")
        ref = Ref(kind, name)
        return ref if self.pack.holds(ref) else None

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        """Close, and let the app open the item; what is gone from the pack cannot be opened."""
        if (ref := self.current) is not None:
            self.dismiss(ref)
        else:
            self.briefing.say("This is no item of the pack as it is now")

    def on_line_widget_note_chosen(self, event: LineWidget.NoteChosen) -> None:
        """Open the source behind a mark that was clicked."""
        notes = [note for note in self._document.notes if str(note.number) == event.key]
        self.briefing.cite(notes, self.current)

    def on_click(self, event: events.Click) -> None:
        """Close where the view beside the drawer was clicked."""
        if not self.query_one("#drawer").region.contains(event.screen_x, event.screen_y):
            self.dismiss(None)

    # --- commands ---------------------------------------------------------------------

    def action_close(self) -> None:
        """Close without opening anything."""
        self.dismiss(None)

    def action_leave_to(self, command: str) -> None:
        """Close, and have the app carry out a command that leads elsewhere."""
        action = next(c.action for c in COMMANDS if c.id == command)
        self.app.call_later(self.app.run_action, action)

    def action_open_line(self) -> None:
        """Open the highlighted item."""
        self.page.action_open()

    def action_citation(self) -> None:
        """Open the sources of the highlighted line."""
        if notes := self.page.notes:
            self.briefing.cite(notes, self.current)
        else:
            self.briefing.say("Nothing with a citation is highlighted")

    def action_pin(self) -> None:
        """Put the highlighted item on the page, or take it off."""
        if (ref := self._item("pin")) is not None:
            self.briefing.say(self.briefing.session.toggle_pin(ref))
            self.briefing.refill()

    def action_note(self) -> None:
        """Write a note on the highlighted item."""
        from briefing.tui.dialogs.note import NoteDialog

        if (ref := self._item("write a note on")) is not None:
            dialog = NoteDialog(self.briefing.session, ref)
            self.app.push_screen(dialog, lambda _: self.briefing.refill())

    def action_edit(self) -> None:
        """Open the file of the highlighted item at its line in the user's editor."""
        if (ref := self._item("edit")) is not None:
            self.briefing.edit_at(self.pack.items[ref].place)

    def action_copy(self) -> None:
        """Copy the highlighted item with its citations as Markdown."""
        if (ref := self._item("copy")) is not None:
            name = title(self.pack.items[ref])
            self.copy(render(item(self.pack, ref)), f"as Markdown: {name}")

    def copy(self, text: str, what: str) -> None:
        """Copy a text and say what it is."""
        self.app.copy_to_clipboard(text)
        self.briefing.say(f"Copied {what}")

    def _item(self, what: str) -> Ref | None:
        """Return the highlighted item; say so where there is none to do something with."""
        ref = self.current
        if ref is None:
            self.briefing.say(f"Highlight the item to {what}")
        return ref


class CitationDrawer(Drawer):
    """Shows what is behind the marks of a line, one source at a time."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("drawer")
    KEYS: ClassVar[dict[str, tuple[str, str]]] = {
        "esc": ("close", "screen.close"),
        "enter": ("open", "screen.open_line"),
        "b": ("browser", "screen.browse"),
        "y": ("Markdown", "screen.copy"),
        "Y": ("plain", "screen.copy_plain"),
        "space": ("pin", "screen.pin"),
        "n": ("note", "screen.note"),
        "o": ("edit", "screen.edit"),
    }

    def __init__(self, pack: Pack, notes: list[Note], of: Ref | None, texts: Texts | None) -> None:
        """Take the notes of a line, the item that the line belongs to, and the texts cited."""
        super().__init__(citation(pack, notes[0], of, texts))
        self._notes, self._of, self._texts = notes, of, texts
        self._labels = [_label(pack, note) for note in notes]
        self._at = 0

    def compose(self) -> ComposeResult:
        """Yield the sources, the pane and a line of keys."""
        with Vertical(id="drawer"):
            yield Steps(self._labels)
            yield CitationPane(id="page")
            yield DrawerKeys(self.KEYS)

    def action_step(self, step: int) -> None:
        """Show the next source of the line, or the one before; after the last comes the first."""
        self.action_source((self._at + step) % len(self._notes))

    def action_source(self, place: int) -> None:
        """Show one of the sources of the line."""
        self._at = self.query_one(Steps).at = place
        self._document = citation(self.pack, self._notes[place], self._of, self._texts)
        self.page.show(self._document)

    @property
    def source(self) -> Source:
        """The source that is shown."""
        found = self.pack.source(self._notes[self._at].source)
        assert found is not None
        return found

    @property
    def _on_source(self) -> bool:
        return self.current in (None, Ref("source", self.source.id))

    def action_citation(self) -> None:
        """Show the next source: this is the citation."""
        self.action_step(1)

    def action_browse(self) -> None:
        """Ask whether to open the source's address in the browser."""
        from briefing.tui.dialogs.browse import BrowseDialog

        if self.source.url:
            self.app.push_screen(BrowseDialog(self.source.url))
        else:
            self.briefing.say("The pack tells no address of this source")

    def action_copy(self) -> None:
        """Copy the place in the source as Markdown; of another line, the item."""
        if not self._on_source:
            super().action_copy()
            return
        line = cited_reference(self.source, self._notes[self._at].locator)
        made = render(Document(title="-", blocks=(Paragraph(line),)))
        self.copy(made.partition("\n\n")[2].strip(), "the citation as Markdown")

    def action_copy_plain(self) -> None:
        """Copy the place in the source as a reference without markup."""
        said = plain(reference(self.source))
        self.copy(f"{said} {self._notes[self._at].locator}.", "the citation as a plain reference")


def _label(pack: Pack, note: Note) -> str:
    source = pack.source(note.source)
    name = source.label if source else note.source
    return f"[{note.number}] {name}, {note.locator}"
