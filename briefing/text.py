"""The one place where foreign text is made safe; also widths, wrapping and slugs."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

# Characters that drive a terminal (C0, DEL, C1), hide or reorder text (bidirectional
# embeddings, overrides and isolates; Unicode TR9 and TR36), break lines unseen, or stand
# for no character at all. Tab, line feed and carriage return are handled as white space.
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane << 16 | last) for plane in range(17) for last in (0xFFFE, 0xFFFF)
)
_UNSAFE = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069"
    f"\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f{_NONCHARACTERS}]"
)
_WORD = r"[^\W_]+(?:['’.,–-][^\W_]+)*"
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def visible(text: str) -> str:
    """Return the text with every unsafe character replaced by a visible stand-in.

    Control characters become their control pictures (`␛`), others their number (`<U+202E>`).
    Line ends become line feeds and tabs become spaces; all other text comes back as it was.
    """
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return re.sub(_UNSAFE, lambda found: _stand_in(found.group()), text)


def unsafe(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the stand-in of each character that `visible` would replace."""
    if not text.isprintable():
        for found in re.finditer(_UNSAFE, text):
            yield found.start(), _stand_in(found.group())


def _stand_in(character: str) -> str:
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def one_line(text: str) -> str:
    """Return safe text with all white space folded into single spaces."""
    return " ".join(visible(text).split())


def slug(text: str) -> str:
    """Return lower-case words joined by hyphens, as an id or a file name wants them."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return _NOT_SLUG.sub("-", plain.lower()).strip("-")


def words(text: str) -> list[str]:
    """Return the words and numbers of a text; "3–6" and "o1's" are one word each."""
    return re.findall(_WORD, text)


def width(text: str) -> int:
    """Return how many terminal cells the text takes (Unicode TR11; combining marks take none)."""
    if text.isascii():
        return len(text)
    wide = [character for character in text if character > "\x7f"]
    return len(text) - len(wide) + sum(map(_cells, wide))


def _cells(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1


def wrap(text: str, columns: int, indent: str = "") -> list[str]:
    """Wrap text to lines of at most `columns` cells; lines after the first begin with `indent`.

    Words longer than a line, and runs of wide characters, are broken where the line ends.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line.strip() else line + word
        if width(joined) <= columns:
            line = joined
            continue
        if line.strip():
            lines.append(line)
            line = indent
        while word and width(line) + width(word) > columns:
            taken = fitting(word, max(columns - width(line), 1))
            lines.append(line + word[:taken])
            line, word = indent, word[taken:]
        line += word
    if line.strip() or not lines:
        lines.append(line)
    return lines


def fitting(word: str, columns: int) -> int:
    """Return how many characters of the word fit in so many cells, at least one."""
    taken = used = 0
    for character in word:
        used += _cells(character)
        if used > columns:
            break
        taken += 1
    return max(taken, 1)


def suggestion(word: str, known: Iterable[str]) -> str:
    """Return "did you mean …?" with the nearest known word, or "" when none is near.

    Upper and lower case make no difference to what is near.
    """
    from difflib import get_close_matches

    folded = {name.casefold(): name for name in known}
    near = get_close_matches(word.casefold(), folded, n=1, cutoff=0.6)
    return f"did you mean {folded[near[0]]!r}?" if near else ""
