"""What letters count as the same: case, diacritics, kinds of dash and apostrophe, wide forms.

Text is indexed as `plain` makes it, and queries are read so too. What is shown stays as it was
written; `folded` keeps its length, so that what is found in the one can be marked in the other.
"""

from __future__ import annotations

import re
from unicodedata import combining, normalize
from zlib import crc32

# Scripts written without spaces, or with endings joined to a word: each character is a word of
# its own, so that any part of a longer word is found. Han, Hiragana, Katakana, Bopomofo, Hangul.
_SPACELESS = (
    "([\u3005-\u3007\u3040-\u312f\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])"
)
# In folded text they stand in the private use area, where they are no letters.
_TOKEN = r"[\U000f0000-\U000fffff]|[^\W_]+"
BETWEEN = r"[^\w\U000f0000-\U000fffff]*"
"""What may stand between two words of a phrase, in a pattern for folded text."""
MARK = "\ue000"
"""Begins what the index holds beside words; no text and no query can hold it."""

_HIDDEN = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
# Letters that look like signs, signs in the place of letters, and letters with a stroke, which
# Unicode does not take apart.
_ALIKE: dict[int, int | str] = {
    **dict.fromkeys(map(ord, "\u02b9\u02bb\u02bc\u02bd\u02be\u02bf\u02c8\ua78c"), "'"),
    **str.maketrans("øØłŁđĐħĦŧŦıƶƵ", "oOlLdDhHtTizZ"),
    **dict.fromkeys(range(0xE000, 0xF900), " "),
}


class _Bases(dict[int, str]):
    """What folding makes of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        parts = normalize("NFKD", chr(code).translate(_ALIKE))
        base = parts[0] if all(map(combining, parts[1:])) else chr(code)
        if code >= 0x3005 and re.match(_SPACELESS, base):
            base = chr(0xF0000 + (ord(base) & 0xFFFF))
        self[code] = base.lower()[0]
        return self[code]


_BASES = _Bases()


def shown(text: str) -> str:
    """Return text on one line, without characters that nobody can see."""
    return " ".join((text if text.isascii() else text.translate(_HIDDEN)).split())


def plain(text: str) -> str:
    """Return text in the one form in which it is indexed and asked for."""
    if text.isascii():
        return text
    return normalize("NFKC", text.translate(_HIDDEN)).translate(_ALIKE)


def spread(text: str) -> str:
    """Return plain text with spaces round the characters of scripts that are written without."""
    return text if text.isascii() else re.sub(_SPACELESS, r" \1 ", text)


def folded(text: str) -> str:
    """Return text of the same length in lower case and without diacritics."""
    if not text.isascii():
        # Faster than `translate`, which looks at each letter, where few are not ASCII.
        text = re.sub("[^\x00-\x7f]", lambda found: _BASES[ord(found[0])], text)
    return text.lower()


def tokens(text: str) -> list[str]:
    """Return the words of a text, folded."""
    return re.findall(_TOKEN, folded(text))


def name_key(words: list[str]) -> int:
    """Return the number under which a name, as the folded words in it, is kept."""
    return crc32(" ".join(words).encode())
