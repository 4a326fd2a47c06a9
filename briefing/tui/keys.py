"""The keys of the user's settings, held against the commands that there are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

from textual.keys import KEY_NAME_REPLACEMENTS

from briefing.problems import Problem
from briefing.settings import Named, Settings, Wish
from briefing.text import suggestion
from briefing.tui.commands import COMMANDS, SCOPES, Command, shown_keys

NAMED = (
    "up", "down", "left", "right", "home", "end", "pageup", "pagedown", "insert", "delete",
    "enter", "space", "backspace", *(f"f{number}" for number in range(1, 13)),
)  # fmt: skip
"""The keys that have a name, not a character, and come through every common terminal."""
SHIFTED = ("up", "down", "left", "right", "home", "end")
KEPT = {
    "escape": "it closes what is open",
    "tab": "it goes to the next pane",
    "shift+tab": "it goes to the pane before",
    "ctrl+c": "it copies what is selected",
    "ctrl+q": "it leaves the app",
    "ctrl+z": "it leads back to the shell",
}
"""Keys that mean the same everywhere and stay as they are."""
SAME = {"ctrl+i": "tab", "ctrl+m": "enter", "ctrl+j": "enter", "ctrl+h": "backspace"}
"""What terminals send for some keys: not to be told from another key (ECMA-48, C0)."""
MODIFIED = r"((?:ctrl|shift|alt|meta|super|hyper|cmd|option)\+)+(.+)"


def with_keys(settings: Settings) -> tuple[tuple[Command, ...], list[Problem]]:
    """Return the commands with the keys that the user wants, and what cannot be had.

    A wish that cannot be had, for one of its keys or as a whole, leaves the command as it was.
    """
    problems: list[Problem] = []
    wanted: dict[str, Wish] = {}
    for wish in settings.wishes:
        if told := list(_faults(settings, wish)):
            problems += told
        else:
            wanted[wish.command.name] = wish
    commands = _given(wanted)
    while clash := _clash(commands, wanted):
        wish, key, other = clash
        where = SCOPES[other.scope].lower()
        message = f'"{wish.command.name}" cannot have {key.name}: "{other.id}" has it, {where}'
        hint = f'choose another key, or give "{other.id}" another one'
        problems.append(settings.problem(key, "SET003", message, hint))
        del wanted[wish.command.name]
        commands = _given(wanted)
    return commands, problems


def keymap(commands: Sequence[Command]) -> dict[str, str]:
    """Return the keys of changed commands by the commands' ids, as Textual takes them.

    Textual forgets all that a key stood for when one of its commands gets another, so the
    commands that share a key with a changed one are told of too.
    """
    told = {new.id for new, old in zip(commands, COMMANDS, strict=True) if new != old}
    keys = {new.id: _keys(new) | _keys(old) for new, old in zip(commands, COMMANDS, strict=True)}
    while more := {
        other for other in keys if other not in told and any(keys[other] & keys[c] for c in told)
    }:
        told |= more
    return {command.id: command.keys for command in commands if command.id in told}


def key_name(word: str) -> str:
    """Return Textual's name for a key as the user writes it: "/" and "slash" are the same."""
    if len(word) == 1:
        if word.isalnum():
            return word
        name = unicodedata.name(word, word).lower().replace("-", "_").replace(" ", "_")
        return KEY_NAME_REPLACEMENTS.get(name, name)
    return word.lower()


def untypable(word: str) -> str | None:
    """Return why a word names no key that comes through common terminals, or None."""
    name = key_name(word)
    if name in KEPT:
        return f"{name} is kept: {KEPT[name]}"
    if name in SAME:
        return f"terminals cannot tell it from {SAME[name]}"
    if found := re.fullmatch(MODIFIED, name):
        return _modified(name, found[2])
    if len(word) == 1 or name in NAMED or _character(name):
        return None
    return suggestion(name, NAMED) or 'write a character such as "x" or "?", or a name such as f2'


def _modified(name: str, key: str) -> str | None:
    """Return what is wrong with a key that is pressed with others."""
    modifiers = name.split("+")[:-1]
    if modifiers == ["ctrl"] and re.fullmatch("[a-z]", key):
        return None
    if modifiers == ["shift"] and key in SHIFTED:
        return None
    if modifiers == ["shift"] and len(key) == 1:
        return f'write the character itself: "{key.upper()}"'
    return "not every terminal sends it; ctrl goes with a letter, shift with an arrow"


def _character(name: str) -> bool:
    """Return whether a name is that of a character on a keyboard, such as "slash"."""
    return any(key_name(chr(code)) == name for code in range(0x21, 0x7F))


def _faults(settings: Settings, wish: Wish) -> Iterable[Problem]:
    """Yield what is wrong with a wish on its own."""
    name = wish.command.name
    known = tuple(command.id for command in COMMANDS)
    if name not in known:
        hint = suggestion(name, known) or "`briefing settings` lists the commands"
        yield settings.problem(wish.command, "SET001", f'there is no command "{name}"', hint)
    own = next((_keys(command) for command in COMMANDS if command.id == name), set())
    for key in wish.keys:
        if key_name(key.name) not in own and (why := untypable(key.name)):
            yield settings.problem(key, "SET002", f'"{key.name}" cannot be a key', why)


def _given(wanted: Mapping[str, Wish]) -> tuple[Command, ...]:
    """Return the commands with the keys wanted."""
    return tuple(
        command._replace(keys=",".join(dict.fromkeys(key_name(k.name) for k in wish.keys)))
        if (wish := wanted.get(command.id))
        else command
        for command in COMMANDS
    )


def _clash(
    commands: Sequence[Command], wanted: Mapping[str, Wish]
) -> tuple[Wish, Named, Command] | None:
    """Return the last wish for a key that another command has where both work, or None."""
    by_id = {command.id: command for command in commands}
    before = {command.id: command for command in COMMANDS}
    for name, wish in reversed(list(wanted.items())):
        for other in commands:
            if other.id == name or not _meet(by_id[name].scope, other.scope):
                continue
            if _keys(before[name]) & _keys(before[other.id]):
                continue  # the two share keys by design: the nearer one wins
            for key in wish.keys:
                if key_name(key.name) in _keys(other):
                    return wish, key, other
    return None


def _meet(one: str, other: str) -> bool:
    """Return whether commands of two scopes can be under the same key at once."""
    return one == other or bool({"app", "lines", "panes"} & {one, other})


def _keys(command: Command) -> set[str]:
    return set(command.keys.split(","))


def sample(commands: Sequence[Command]) -> str:
    """Return settings in which all is as it is, as a comment for the user to start from."""
    lines = ["# theme: dusk", "# keys:"]
    width = max(len(command.id) for command in commands) + 1
    scope = ""
    for command in commands:
        if command.scope != scope:
            scope = command.scope
            lines.append(f"#   # {SCOPES[scope].lower()}")
        keys = ", ".join(_written(key) for key in command.keys.split(","))
        name = f"{command.id}:".ljust(width)
        lines.append(f"#   {name} [{keys}]".ljust(width + 24) + f"  # {command.label}")
    return "\n".join(lines)


def _written(key: str) -> str:
    shown = shown_keys(Command("", key, "", "", "", ""))
    return key if key in NAMED or len(shown) != 1 or shown.isalnum() else f'"{shown}"'
