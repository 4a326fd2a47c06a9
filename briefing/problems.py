"""What can be wrong with content: one `Problem` each, with the place and what to do about it."""

from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple


class Severity(StrEnum):
    """How much a problem matters: an error stops an export, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


class Problem(NamedTuple):
    """Something wrong in content.

    `file` is relative to the pack's folder ("" for the folder itself); `line` and
    `column` count from 1, and are 0 where the problem concerns the whole file.
    """

    file: str
    line: int
    column: int
    rule: str
    message: str
    hint: str = ""
    severity: Severity = Severity.ERROR

    @property
    def where(self) -> str:
        """`file:line:column`, shorter where line or column are not known."""
        return ":".join([self.file, *(str(n) for n in (self.line, self.column) if n)])

    def __str__(self) -> str:
        place = f"{self.where}: " if self.file else ""
        hint = f" – {self.hint}" if self.hint else ""
        return f"{place}{self.severity} {self.rule}: {self.message}{hint}"


class CannotRead(Exception):
    """Raised where the thing asked for cannot be read or written at all.

    The message is one line for the user. The command line ends with exit code 4.
    """


def count(problems: Iterable[Problem]) -> tuple[int, int]:
    """Return how many errors and how many warnings there are."""
    severities = [problem.severity for problem in problems]
    return severities.count(Severity.ERROR), severities.count(Severity.WARNING)


def summary(problems: Iterable[Problem]) -> str:
    """Say in words how many problems there are: "2 errors, 1 warning", or "no problems"."""
    errors, warnings = count(problems)
    parts = [_plural(errors, "error")] if errors else []
    parts += [_plural(warnings, "warning")] if warnings else []
    return ", ".join(parts) or "no problems"


def _plural(number: int, word: str) -> str:
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
