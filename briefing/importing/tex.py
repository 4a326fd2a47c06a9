"""TeX as bibliographies hold it, to plain text: accents, symbols, dashes and quotation marks.

What is not known stays as it is written, so that an editor sees it; nothing is dropped.
"""

from __future__ import annotations

import re
import unicodedata

from briefing.text import one_line

_ACCENTS = {
    "`": "\u0300", "'": "\u0301", "^": "\u0302", "~": "\u0303", "=": "\u0304", "u": "\u0306",
    ".": "\u0307", '"': "\u0308", "r": "\u030a", "H": "\u030b", "v": "\u030c", "d": "\u0323",
    "c": "\u0327", "k": "\u0328", "b": "\u0331",
}  # fmt: skip
_SYMBOLS = {
    "aa": "å", "AA": "Å", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø",
    "l": "ł", "L": "Ł", "ss": "ß", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ",
    "DJ": "Đ", "th": "þ", "TH": "Þ", "textbackslash": "\\", "textbraceleft": "{",
    "textbraceright": "}", "textasciitilde": "~", "textasciicircum": "^", "textless": "<",
    "textgreater": ">", "textbar": "|", "textunderscore": "_", "textquotesingle": "'",
    "textendash": "–", "textemdash": "—", "textquoteleft": "‘", "textquoteright": "’",
    "textquotedblleft": "“", "textquotedblright": "”", "guillemotleft": "«",
    "guillemotright": "»", "ldots": "…", "dots": "…", "textellipsis": "…", "textregistered": "®",
    "textcopyright": "©", "copyright": "©", "texttrademark": "™", "pounds": "£", "euro": "€",
    "texteuro": "€", "S": "§", "P": "¶", "dag": "†", "textbullet": "•", "textdegree": "°",
    "TeX": "TeX", "LaTeX": "LaTeX", "slash": "/", "relax": "",
}  # fmt: skip
_LOOKS = (
    "emph|enquote|mkbibquote|mkbibemph|mkbibbold|textit|textbf|textsc|textsl|textsf|texttt|textrm"
    "|textup|textmd|textnormal|textsuperscript|textsubscript|uppercase|mbox|url|href|itshape"
    "|bfseries|em|it|bf|sc|sl|tt|rm"
)
_LIGATURES = {
    "---": "—", "--": "–", "``": "“", "''": "”", ",,": "„", "<<": "«", ">>": "»", "?`": "¿",
    "!`": "¡", "~": " ",
}  # fmt: skip
_SPACES = {
    " ": " ",
    "\n": " ",
    "\\": " ",
    ",": " ",
    ";": " ",
    ":": " ",
    "!": "",
    "-": "",
    "/": "",
    "@": "",
}
_TEX = re.compile(
    r"""\\(?:(?P<accent>[`'^~="]|\.|[cvHkurbd](?![A-Za-z]))\s*
             (?:\{\s*(?P<inner>\\[ij](?![A-Za-z])|[^\W\d_])\s*\}|(?P<bare>\\[ij](?![A-Za-z])\s*|[^\W\d_]))
          |(?P<looks>(?:"""
    + _LOOKS
    + r""")(?![A-Za-z])\*?\s*)
          |(?P<symbol>[A-Za-z]+)(?:\s+|(?=[^A-Za-z])|$)
          |(?P<space>[ \n\\,;:!/@-])
          |(?P<escaped>[&%$#_{}~^]))
        |(?P<ligature>---?|``|''|,,|<<|>>|[?!]`|~)
        |(?P<brace>[{}])""",
    re.VERBOSE,
)


def plain(tex: str) -> str:
    """Return what TeX prints, on one safe line."""
    return one_line(unicodedata.normalize("NFC", _TEX.sub(_meant, tex)))


def _meant(found: re.Match[str]) -> str:
    kind = found.lastgroup
    match kind:
        case "inner" | "bare":
            letter = found[kind].removeprefix("\\").rstrip()
            return letter + _ACCENTS[found["accent"]]
        case "symbol":
            return _SYMBOLS.get(found["symbol"], found.group())
        case "space":
            return _SPACES[found["space"]]
        case "escaped":
            return found["escaped"]
        case "ligature":
            return _LIGATURES[found["ligature"]]
        case _:
            return ""
