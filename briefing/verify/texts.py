"""The texts that citations were made against: which are at hand, and their paragraphs."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from typing import Literal, NamedTuple

from briefing.pack.source import Source
from briefing.problems import CannotRead
from briefing.text import one_line

State = Literal["as-recorded", "moved", "edited", "unreadable", "missing"]
"""How a text was found: with the recorded hash, under another name, with another hash, not to
be read as text, or not at all."""

MAX_BYTES = 16 * 1024 * 1024
MAX_PARAGRAPH = 100_000
"""Characters; what is longer is no paragraph that a reader could be sent to."""
MAX_FILES = 1000
"""So many files of a folder are looked through for a text that has moved."""
_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LETTERS = "\u115f\u1160\u2800\u3164\uffa0"
"""Letters and signs that show nothing."""


class Text(NamedTuple):
    """A text as found in the folder: its file, its SHA-256, and its paragraphs, from 1.

    `reason` says why it could not be read.
    """

    file: str
    state: State
    sha256: str = ""
    paragraphs: tuple[str, ...] = ()
    reason: str = ""


class Texts:
    """The texts in a folder, each read once, when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        """Take the texts from a folder; raises `CannotRead` where it cannot be listed."""
        self.folder = folder
        try:
            next(folder.iterdir(), None)
        except OSError as error:
            raise CannotRead(f"{one_line(str(folder))}: {error.strerror or error}") from None
        self._read: dict[str, Text] = {}

    def of(self, source: Source) -> Text | None:
        """Return the text of a source, or None where the pack records none for it."""
        if source.text_file is None or source.sha256 is None:
            return None
        if source.id not in self._read:
            self._read[source.id] = self._find(source.text_file, source.sha256)
        return self._read[source.id]

    def paragraphs(self, source: Source) -> tuple[str, ...]:
        """Return the paragraphs of a source's text, of which the first is number 1.

        There are none where its text is not at hand, or cannot be read.
        """
        text = self.of(source)
        return text.paragraphs if text else ()

    def _find(self, name: str, sha256: str) -> Text:
        path = self.folder / name
        if not path.is_symlink() and not path.exists():
            if name not in self._by_hash.values() and sha256 in self._by_hash:
                moved = self._by_hash[sha256]
                return _text(self.folder / moved, sha256)._replace(state="moved")
            return Text(name, "missing")
        return _text(path, sha256)

    @cached_property
    def _by_hash(self) -> dict[str, str]:
        """The names of the files in the folder by their SHA-256."""
        found: dict[str, str] = {}
        for path in sorted(islice(self.folder.iterdir(), MAX_FILES)):
            data = _bytes(path)
            if isinstance(data, bytes):
                found.setdefault(hashlib.sha256(data).hexdigest(), path.name)
        return found


def texts_in(*folders: Path | None) -> Texts | None:
    """Return the texts in the first of some folders that can be listed, or None."""
    for folder in folders:
        if folder is not None:
            with suppress(CannotRead):
                return Texts(folder)
    return None


def paragraphs(text: str) -> tuple[str, ...]:
    """Return the lines of a text that hold a visible character, trimmed of those that are not."""
    lines = (_trimmed(line) for line in _LINE_END.split(text))
    return tuple(line for line in lines if line)


def _trimmed(line: str) -> str:
    start, end = 0, len(line)
    while start < end and not _shows(line[start]):
        start += 1
    while start < end and not _shows(line[end - 1]):
        end -= 1
    return line[start:end]


def _shows(character: str) -> bool:
    """Say whether a character leaves a trace on paper, alone (Unicode, chapter 4.5)."""
    if character.isspace() or character in _BLANK_LETTERS:
        return False
    return unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Cn", "Mn"}


def _text(path: Path, recorded: str) -> Text:
    """Read a text and hold it against the recorded hash."""
    data = _bytes(path)
    if isinstance(data, str):
        return Text(path.name, "unreadable", reason=data)
    sha256 = hashlib.sha256(data).hexdigest()
    if b"\0" in data:
        return Text(path.name, "unreadable", sha256, reason="not a text: it holds null bytes")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        reason = f"not UTF-8: byte 0x{error.object[error.start]:02x} after {error.start} others"
        return Text(path.name, "unreadable", sha256, reason=reason)
    found = paragraphs(text)
    if any(len(paragraph) > MAX_PARAGRAPH for paragraph in found):
        reason = f"it holds a line of more than {MAX_PARAGRAPH:,} characters"
        return Text(path.name, "unreadable", sha256, reason=reason)
    return Text(path.name, "as-recorded" if sha256 == recorded else "edited", sha256, found)


def _bytes(path: Path) -> bytes | str:
    """Return what a file holds, or why it is not read."""
    try:
        if path.is_symlink():
            return "symbolic links are not read"
        if not path.is_file():
            return "not a plain file"
        with path.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        return f"cannot be read: {error.strerror or error}"
    return data if len(data) <= MAX_BYTES else "larger than 16 MiB"
