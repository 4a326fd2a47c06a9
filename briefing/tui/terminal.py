"""What an app owes the terminal it runs on, and the reader at it, whatever the app is about."""

from __future__ import annotations

import os
import sys
from functools import partial
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from briefing.text import visible
from briefing.tui.typing_ahead import TypingAheadApp


class TerminalApp(TypingAheadApp):
    """An app that pastes safely, copies by every way there is, and crashes without a mess."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", "Shell", show=False),
    ]

    def __init__(self) -> None:
        # Without this, Textual shows shades of grey where no colour is wanted (no-color.org).
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)

    def say(self, text: str, severity: str = "information") -> None:
        """Tell the reader something; the text is never read as markup.

        Of what is only for information the last is shown: more would hide what they are about.
        """
        for told in [told for told in self._notifications if told.severity == "information"]:
            self._unnotify(told, refresh=False)
        self.notify(text, severity=severity, markup=False)  # type: ignore[arg-type]

    async def on_event(self, event: events.Event) -> None:
        """Make what is pasted safe before a field gets it: fields show all that they hold.

        A mouse button that is let go of after text was selected with it has clicked nothing.
        """
        if isinstance(event, events.Paste):
            event.text = visible(event.text)
        elif isinstance(event, events.MouseUp) and self.screen.selections:
            self._mouse_down_widget = None
        await super().on_event(event)

    def copy_to_clipboard(self, text: str) -> None:
        """Copy a text, and tell where it went if it is not sure that it can be pasted."""
        self._clipboard = text
        if self._driver is not None and not self.is_headless and not self.is_web:
            from briefing.tui.clipboard import sequence

            self._driver.write(sequence(text, os.environ))
            self.run_worker(partial(self._copy, text), thread=True, group="clipboard")

    def _copy(self, text: str) -> None:
        from briefing.tui.clipboard import copy

        if told := copy(text, sys.platform, os.environ):
            self.call_from_thread(self.say, told)

    @property
    def crash(self) -> Exception | None:
        """The exception that has ended the app, if one has."""
        return self._exception

    def _fatal_error(self) -> None:
        """Close without a word; whoever runs the app tells of the crash."""
        self._close_messages_no_wait()
