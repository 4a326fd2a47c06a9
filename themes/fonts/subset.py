"""Makes the two subset fonts of this folder from Debian's Noto packages; see README.md.

    python subset.py NotoSansCJK-Regular.ttc NotoSansSymbols2-Regular.ttf

needs fontTools 4.68. The other fonts here are as their makers publish them.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from fontTools import subset

HERE = Path(__file__).parent
SIMPLIFIED_CHINESE = 2
"""The number of the face `Noto Sans CJK SC` in the collection."""


def main(cjk: str, symbols: str) -> None:
    """Write both subsets beside this file."""
    _write(cjk, "NotoSansCJKsc-Regular-subset.otf", _east_asian())
    _write(symbols, "NotoSansSymbols2-Regular-subset.ttf", _symbols())


def _east_asian() -> set[int]:
    """Return what the basic national sets have: GB 2312, JIS X 0208, Big5 level 1, KS X 1001."""
    found = {point for point in range(0x2E80, 0x10000) if _has("gb2312", point)}
    found |= {point for point in range(0x2E80, 0x10000) if _has("shift_jis", point)}
    found |= set(_decoded("big5", range(0xA4, 0xC7), (*range(0x40, 0x7F), *range(0xA1, 0xFF))))
    found |= set(_decoded("euc_kr", range(0xB0, 0xC9), range(0xA1, 0xFF)))
    return found


def _symbols() -> set[int]:
    """Return control pictures, shapes, signs and dingbats, as far as the font has them."""
    blocks = (0x2400, 0x2427), (0x2460, 0x2500), (0x25A0, 0x2700), (0x2700, 0x27C0)
    return {point for first, end in blocks for point in range(first, end)}


def _has(encoding: str, point: int) -> bool:
    try:
        chr(point).encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _decoded(encoding: str, leads: Iterable[int], trails: Iterable[int]) -> Iterator[int]:
    pairs = [(lead, trail) for lead in leads for trail in trails]
    for pair in pairs:
        try:
            yield ord(bytes(pair).decode(encoding))
        except UnicodeDecodeError:
            continue


def _write(source: str, name: str, points: set[int]) -> None:
    options = subset.Options(
        layout_features=[],
        hinting=False,
        notdef_outline=True,
        recalc_timestamp=False,
        font_number=SIMPLIFIED_CHINESE if source.endswith(".ttc") else -1,
    )
    font = subset.load_font(source, options)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=points)
    subsetter.subset(font)
    subset.save_font(font, str(HERE / name), options)


if __name__ == "__main__":
    main(*sys.argv[1:])
