"""The title of the page: the finding, in few words."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from briefing.text import one_line, words
from briefing.tui.widgets.text_field import TextField
from briefing.words import counted

MOST_WORDS = 12
"""A title that states the finding takes no more words (design, section 4)."""


class RetitleDialog(ModalScreen[str | None]):
    """Edits the title; closed with the new one, or with None."""

    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss(None)", "Close")]

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title

    def compose(self) -> ComposeResult:
        """Yield the title and how long it is."""
        with Vertical(classes="dialog low"):
            yield Static("Title of the page: state the finding", classes="title", markup=False)
            yield TextField(self._title, id="words")
            yield Static("", id="told", markup=False)
            yield Static("enter keep · esc close", classes="hint", markup=False)

    @on(Input.Changed)
    def count(self, event: Input.Changed) -> None:
        """Tell how many words there are, and when they are too many."""
        number = len(words(event.value))
        told = self.query_one("#told", Static)
        told.set_class(number > MOST_WORDS, "caution")
        said = counted(number, "word")
        told.update(said if number <= MOST_WORDS else f"{said}; {MOST_WORDS} at most read best")

    @on(Input.Submitted)
    def keep(self, event: Input.Submitted) -> None:
        """Close with the title; a page has to have one."""
        title = one_line(event.value)
        if title:
            self.dismiss(title)
        else:
            self.query_one("#told", Static).update("A page has to have a title")
