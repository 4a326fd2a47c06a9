"""What all views have: the header and footer, the session, and the highlighted item."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.geometry import Offset
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from briefing.document import Document, Note
from briefing.pack.pack import Pack, Ref
from briefing.problems import summary
from briefing.tui.commands import bindings
from briefing.tui.widgets.drawn_once import DrawnOnce
from briefing.tui.widgets.follower import Follower
from briefing.tui.widgets.footer import Footer
from briefing.tui.widgets.ground import Ground
from briefing.tui.widgets.header import Header
from briefing.tui.widgets.lines import LineWidget
from briefing.tui.widgets.pane import Pane
from briefing.tui.widgets.soon import MOST_KEPT
from briefing.tui.widgets.trouble import Trouble
from briefing.words import date

if TYPE_CHECKING:
    from briefing.tui.app import BriefingApp


NARROW = 72
"""The width in cells below which panes stand one below the other."""
WIDTHS = [(0, "-narrow"), (NARROW, "-medium"), (110, "-wide"), (150, "-full")]
HEIGHTS = [(0, "-short"), (20, "-tall")]
"""The classes of a screen, each from so many cells on."""


class View(Ground, Screen[None], Follower):
    """A view over the pack. A view composes `body`, fills it, and shows an item on demand."""

    NAME: ClassVar[str]
    BINDINGS: ClassVar[list[BindingType]] = bindings("panes")

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """The widget with the focus; it and the one that had it draw themselves anew, no other."""

    is_behind = False
    """Whether the view, once filled, has not been filled with the pack as it is now."""

    def __init__(self) -> None:
        super().__init__()
        self._made_of: Pack | None = None
        self._made: Callable[..., Document]
        # What is new has the colours of now; else Textual would style all that is open again.
        self._css_update_count = self.app._css_update_count
        self._suit()

    def _suit(self) -> bool:
        """Take the classes for the size of the terminal; return whether they are new.

        Textual gives them once a screen is told its size, and then styles all of it again.
        """
        before, size = self.classes, self.app.size
        for known, cells in ((WIDTHS, size.width), (HEIGHTS, size.height)):
            here = max(pair for pair in known if pair[0] <= cells)[1]
            self.update_classes({name: name == here for _, name in known}, update=False)
        return self.classes != before

    def compose(self) -> ComposeResult:
        """Put the view's body between header and footer."""
        # Textual has read the stylesheet of this view only after it gave the view its styles.
        self.update_node_styles(animate=False)
        yield Header()
        yield from self.body()
        yield Trouble()
        yield Footer()

    def get_widget_and_offset_at(self, x: int, y: int) -> tuple[Widget | None, Offset | None]:
        """Return what stands at a place of the screen; a notice just taken away is nothing.

        Textual would look for the parent of what is clicked, and end where there is none.
        """
        widget, offset = super().get_widget_and_offset_at(x, y)
        gone = widget is not None and widget is not self and widget.parent is None
        return (None, None) if gone else (widget, offset)

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """Have all styled again only where the terminal has another size since; other colours
        are followed when they come."""
        event.refresh_styles = self._suit()

    def _compositor_refresh(self) -> None:
        """Draw the screen; not while the app opens, when Textual would throw away what is drawn."""
        if not self.app._batch_count:
            super()._compositor_refresh()

    def watch_focused(self, focused: Widget | None) -> None:
        """Offer the keys that work now; give the focus to a list or pane again where a closed
        dialog, or a pane that is no longer there, has left it to nothing."""
        if self.is_current:
            for footer in self.query(Footer):
                footer.rebind(self)
        if focused is None and self.app.app_focus:
            self.call_after_refresh(self._focus_something)

    def _focus_something(self) -> None:
        if self.focused is None and self.is_current and self.app.app_focus:
            shown = [widget for widget in self.focus_chain if widget.region.area]
            if shown:
                self.set_focus(shown[0])

    @abstractmethod
    def body(self) -> ComposeResult:
        """Yield the widgets of the view."""

    @abstractmethod
    def fill(self) -> None:
        """Show the pack as it is now, and keep the place."""

    @abstractmethod
    def show(self, ref: Ref) -> None:
        """Go to an item of this view."""

    def made(self, make: Callable[..., Document], *of: Hashable) -> Document:
        """Return what `make` makes of the pack and of what is named; once for each pack."""
        if self._made_of is not self.pack:
            self._made_of = self.pack
            self._made = lru_cache(MOST_KEPT)(lambda make, *of: make(self.pack, *of))
        return self._made(make, *of)

    def ahead(self) -> Iterator[None]:
        """Make ready, step by step, what a key may show next; nothing by default."""
        return iter(())

    def draw_near(self) -> Iterator[None]:
        """Draw, step by step, what a page up or down would show."""
        if isinstance(self.focused, LineWidget):
            yield from self.focused.draw_near()

    def draw_ahead(self) -> Iterator[None]:
        """Draw, step by step, what will be seen when the view is opened."""
        for widget in self.query(Widget):
            if isinstance(widget, DrawnOnce) and widget.region.area:
                yield from widget.draw_ahead()

    @property
    def place(self) -> tuple[str, ...]:
        """What it takes beside the highlighted item to come back to where the reader is."""
        return ()

    def return_to(self, place: tuple[str, ...]) -> None:
        """Go back to a place of this view; nothing where the item is all there is to it."""

    @property
    def briefing(self) -> BriefingApp:
        """The app, with its own type."""
        return cast("BriefingApp", self.app)

    @property
    def pack(self) -> Pack:
        """The pack as last read."""
        return self.briefing.session.pack

    @property
    def narrow(self) -> bool:
        """Whether there is room for one column only."""
        return self.app.size.width < NARROW

    def on_mount(self) -> None:
        """Fill the view for the first time."""
        self.refill()

    async def stands(self) -> None:
        """Wait until the view has all of its widgets."""
        await self._mounted_event.wait()

    def arrive(self) -> None:
        """Show the pack as it is now, and offer the keys that work now."""
        self.catch_up()
        self.query_one(Footer).follow()

    def catch_up(self) -> None:
        """Fill the view anew if it is behind; one that is still being made fills itself."""
        if self.is_behind and self.is_mounted:
            self.refill()

    def refill(self) -> None:
        """Fill the header and the body."""
        self.is_behind = False
        header = self.query_one(Header)
        header.view = self.NAME
        header.pack = f"{self.pack.manifest.id} · as of {date(self.pack.manifest.as_of)}"
        problems = self.briefing.problems
        header.problems = summary(problems) if problems else ""
        self.query_one(Trouble).problem = self.briefing.session.trouble
        self.fill()
        self.query_one(Footer).follow()

    @property
    def current(self) -> Ref | None:
        """The highlighted item: of the focused list or pane, where it stands for one."""
        focused = self.focused
        return self.as_ref(focused.current) if isinstance(focused, LineWidget) else None

    @property
    def notes(self) -> list[Note]:
        """The notes that the highlighted line leads to."""
        return self.focused.notes if isinstance(self.focused, Pane) else []

    def can(self, command: str) -> bool:
        """Return whether a command can do anything here and now; if not, no footer offers it."""
        match command:
            case "pin" | "note" | "copy" | "edit":
                return self.current is not None
            case "citation":
                return bool(self.notes) or self.current is not None
            case "open":
                return isinstance(self.focused, LineWidget) and bool(self.focused.current)
            case "back":
                return self.briefing.history.has_back
            case "undo":
                return self.briefing.session.can_undo
            case _:
                return True

    def as_ref(self, key: str) -> Ref | None:
        """Return the item that a row's key names, or None for other rows."""
        kind, _, name = key.partition(":")
        ref = Ref(kind, name)
        return ref if self.pack.holds(ref) else None

    def action_pane(self, place: int) -> None:
        """Move to the list, or to the pane beside it."""
        lists = self.query(LineWidget)  # type: ignore[type-abstract]  # of whatever kind
        self.set_focus(list(lists)[place])

    # Textual calls the handlers of all classes, so views change what these call instead.

    def follow(self, widget: LineWidget, key: str) -> None:
        """Follow the cursor of a list or pane."""
        self.highlighted(widget, key)
        self.query_one(Footer).follow()

    def on_line_widget_opened(self, event: LineWidget.Opened) -> None:
        """Open what stands in a row."""
        self.opened(event.widget, event.key)

    def on_line_widget_note_chosen(self, event: LineWidget.NoteChosen) -> None:
        """Open the source behind a mark that was clicked."""
        notes = self.notes_of(event.widget)
        self.briefing.cite([note for note in notes if str(note.number) == event.key])

    def highlighted(self, widget: LineWidget, key: str) -> None:
        """Do what follows when the cursor of a widget comes to a row; nothing by default."""

    def opened(self, widget: LineWidget, key: str) -> None:
        """Open the item of a row where it is at home."""
        if ref := self.as_ref(key):
            self.briefing.open(ref)

    def notes_of(self, widget: LineWidget) -> Sequence[Note]:
        """Return the notes that the marks in a widget lead to."""
        return widget.document.notes if isinstance(widget, Pane) else ()
