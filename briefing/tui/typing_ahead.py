"""Keys in turn: what is typed after a key that opens a dialog goes to that dialog.

Textual hands each key to what has the focus at that moment, though the key before it may be
about to open something. Those who type fast, or paste, would find their letters elsewhere.
"""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress

from textual import events
from textual.app import App, ScreenStackError
from textual.message_pump import MessagePump

ROUNDS = 3
"""How often in a row a key can lead to something else before it has done its work: the key
itself, what it opens, and the focus of that."""


class TypingAheadApp(App[None]):
    """An app that hands on a key or a paste once the one before has done all its work."""

    deaf = False
    """Whether what is typed is lost, since there is nothing yet that it could be meant for."""
    patience = 5.0
    """Seconds after which the next key goes on without what has not answered the one before."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._at_work: asyncio.Task[None] | None = None

    @property
    def keys_at_work(self) -> bool:
        """Whether a key that was typed has work left to do, or waits for one that has."""
        return bool(self._typed) or self._at_work is not None

    async def on_event(self, event: events.Event) -> None:
        """Hold back what is typed while a key is at work; hand everything else on."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            if self.deaf:
                return
            self._typed.append(event)
            if self._at_work is None:
                await self._hand_on()
        else:
            await super().on_event(event)

    async def _hand_on(self) -> None:
        """Hand on the key that was typed first; when it has done its work, the next."""
        self._at_work = None
        if self._typed:
            await super().on_event(self._typed.popleft())
            self._at_work = asyncio.create_task(self._follow())
        else:
            self.rest()

    def rest(self) -> None:
        """Do what can be done while no key is at work; nothing by default."""

    async def _follow(self) -> None:
        """Wait until a key has done its work, which goes from the focus up to the app."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self.patience):
                for _ in range(ROUNDS):
                    for pump in self._keyed():
                        await done(pump)
        self.call_later(self._hand_on)

    def _keyed(self) -> list[MessagePump]:
        """Return what a key passes through, in order."""
        try:
            return list((self.focused or self.screen).ancestors_with_self)
        except ScreenStackError:  # at the start and at the end
            return [self]


async def done(pump: MessagePump) -> None:
    """Wait until a part of an app has dealt with all that it has been told by now."""
    heard = asyncio.Event()
    if pump.call_later(heard.set):
        await heard.wait()
