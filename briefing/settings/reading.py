"""Reading the settings from their file: imported only where there is one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from briefing.pack.reader import File, Map, Mark, Seq, parse, read_bytes
from briefing.problems import Problem, Severity
from briefing.settings import Named, Settings, Wish
from briefing.text import one_line, suggestion

KNOWN = ("theme", "texts", "keys")


def read(path: Path, empty: Settings) -> Settings:
    """Return the settings in a file; `empty` are those of a file that holds none."""
    problems: list[Problem] = []
    # Many keep their settings elsewhere and link to them.
    real = path.resolve()
    data = read_bytes(real.parent, real.name, problems)
    file = None if data is None else parse(path.name, data, problems)
    told = [problem._replace(file=empty.file, severity=Severity.WARNING) for problem in problems]
    if file is None or file.data is None:
        return empty._replace(problems=tuple(told))
    return _Reading(empty, told).settings(file)


class _Reading:
    """Reads the parts of the settings, and notes what is wrong with them."""

    def __init__(self, empty: Settings, problems: list[Problem]) -> None:
        self._empty = empty
        self._problems = problems

    def settings(self, file: File) -> Settings:
        """Return the settings that a file holds."""
        theme: Named | None = None
        texts: Named | None = None
        wishes: tuple[Wish, ...] = ()
        for key, node, at in self._pairs(file.data, Named("the settings", 1, 1)):
            if key.name == "theme":
                theme = self._word(node, at, "theme")
            elif key.name == "texts":
                texts = self._word(node, at, "texts")
            elif key.name == "keys":
                wishes = tuple(self._wishes(node, _named("keys", at)))
            else:
                hint = suggestion(key.name, KNOWN) or "they may hold theme, texts, keys"
                self._tell(key, "FLD001", f'unknown key "{key.name}" in the settings', hint)
        return self._empty._replace(
            theme=theme, texts=texts, wishes=wishes, problems=tuple(self._problems)
        )

    def _wishes(self, node: Any, at: Named) -> Iterator[Wish]:
        """Yield the keys wanted for each command."""
        for command, keys, mark in self._pairs(node, at):
            listed = isinstance(keys, Seq)
            nodes = zip(keys, keys.items_at, strict=True) if listed else [(keys, mark)]
            words = [self._word(key, key_mark, command.name) for key, key_mark in nodes]
            if not words:
                self._tell(_named(command.name, mark), "FLD005", f'"{command.name}" has no key')
            elif all(words):
                yield Wish(command, tuple(word for word in words if word))

    def _pairs(self, node: Any, at: Named) -> Iterator[tuple[Named, Any, Mark]]:
        """Yield the keys of a mapping with their values, and where these stand."""
        if not isinstance(node, Map):
            self._tell(at, "FLD003", f'{at.name} must be a mapping such as "pin: p"')
            return
        for key, value in node.items():
            yield _named(key, node.keys_at[key]), value, node.values_at[key]

    def _word(self, node: Any, mark: Mark, name: str) -> Named | None:
        """Return one word, or None where there is none."""
        if isinstance(node, str) and node.strip():
            return _named(node.strip(), mark)
        hint = 'put a key such as "[" or "?" in quotation marks'
        self._tell(_named(name, mark), "FLD005", f'"{name}" is empty or no single word', hint)
        return None

    def _tell(self, at: Named, rule: str, message: str, hint: str = "") -> None:
        self._problems.append(self._empty.problem(at, rule, message, hint))


def _named(name: str, mark: Mark) -> Named:
    return Named(one_line(name), mark.line + 1, mark.column + 1)
