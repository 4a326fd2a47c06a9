"""A text field: one line to type or paste into."""

from __future__ import annotations

from textual import events
from textual.widgets import Input


class TextField(Input):
    """An input that loses nothing of what is pasted, and shows where one types.

    Textual's own takes the first line of what is pasted, though that may be empty.
    """

    def __init__(
        self,
        value: str | None = None,
        placeholder: str = "",
        *,
        id: str | None = None,  # noqa: A002 - as all widgets call it
        select_on_focus: bool = False,
    ) -> None:
        super().__init__(value, placeholder, id=id, select_on_focus=select_on_focus)

    def fill(self, text: str) -> None:
        """Put a text in place of what is there; one types on at its end."""
        self.value = text
        self.action_end()

    def on_paste(self, event: events.Paste) -> None:
        """Make one line of several, before that is taken."""
        event.text = " ".join(line for line in event.text.splitlines() if line.strip())

    def on_resize(self) -> None:
        """Show the end of a text that is wider than the field, where one types at its end."""
        if self.cursor_at_end:
            self.scroll_to(x=self.max_scroll_x, animate=False)
