"""Lists in Word: numbering definitions, and a style for each level that carries them."""

from __future__ import annotations

from briefing.export.word.elements import Element, element

_DEEPEST = 5
"""Levels of lists that Word has styles for; deeper ones stand at the last."""
_INDENT = 284
"""How much further each level stands in, in twentieths of a point: 5 mm."""
_BULLETS = "•–•–•"
_BULLET, _NUMBER = 1, 2


def style(kind: str, depth: int) -> str:
    """Return the id of a list style ("ListBullet", …) for a depth, which counts from 1."""
    depth = min(depth, _DEEPEST)
    return f"{kind}{depth}" if depth > 1 else kind


def counted(number: int, depth: int) -> Element:
    """Return what makes a paragraph an entry of the ordered list of that number."""
    level = min(depth, _DEEPEST) - 1
    return element("numPr", element("ilvl", val=level), element("numId", val=number))


class Numbering:
    """The ordered lists of one document, each of which counts from 1."""

    def __init__(self) -> None:
        self._levels: list[int] = []

    def start(self, depth: int) -> int:
        """Return the number of a new list at a depth."""
        self._levels.append(min(depth, _DEEPEST) - 1)
        return _NUMBER + len(self._levels)

    def definitions(self) -> list[Element]:
        """Return what the numbering part holds: two kinds of list, and each list made of them."""
        lists = [
            element("num", element("abstractNumId", val=_NUMBER), _restart(level), numId=number)
            for number, level in enumerate(self._levels, _NUMBER + 1)
        ]
        plain = [
            element("num", element("abstractNumId", val=kind), numId=kind)
            for kind in (_BULLET, _NUMBER)
        ]
        return [_kind(_BULLET), _kind(_NUMBER), *plain, *lists]


def _restart(level: int) -> Element:
    return element("lvlOverride", element("startOverride", val=1), ilvl=level)


def _kind(kind: int) -> Element:
    """Return a kind of list with its levels."""
    levels = [_level(kind, level) for level in range(_DEEPEST)]
    return element(
        "abstractNum", element("multiLevelType", val="multilevel"), *levels, abstractNumId=kind
    )


def _level(kind: int, level: int) -> Element:
    bullet = kind == _BULLET
    return element(
        "lvl",
        element("start", val=1),
        element("numFmt", val="bullet" if bullet else "decimal"),
        element("pStyle", val=style("ListBullet" if bullet else "ListNumber", level + 1)),
        element("lvlText", val=_BULLETS[level] if bullet else f"%{level + 1}."),
        element("lvlJc", val="left"),
        element("pPr", element("ind", left=_INDENT * (level + 1), hanging=_INDENT)),
        ilvl=level,
    )


def styles() -> list[Element]:
    """Return the styles of lists: bullets, numbers, and what follows in an entry."""
    return [
        _style(kind, name, depth, number)
        for kind, name, number in (
            ("ListBullet", "List Bullet", _BULLET),
            ("ListNumber", "List Number", _NUMBER),
            ("ListContinue", "List Continue", 0),
        )
        for depth in range(1, _DEEPEST + 1)
    ]


def _style(kind: str, name: str, depth: int, number: int) -> Element:
    made = style(kind, depth)
    if number:
        place = element("numPr", element("ilvl", val=depth - 1), element("numId", val=number))
    else:
        place = element("ind", left=_INDENT * depth)
    return element(
        "style",
        element("name", val=name if depth == 1 else f"{name} {depth}"),
        element("basedOn", val="ListParagraph"),
        *([element("qFormat")] if depth == 1 else []),
        element("pPr", place),
        type="paragraph",
        styleId=made,
    )
