"""The lines of a web page: the text of each of its blocks."""

from __future__ import annotations

from html.parser import HTMLParser

_UNSEEN = {"head", "style", "script", "template"}
_INLINE = {"a", "abbr", "b", "code", "em", "i", "q", "s", "small", "span", "strong", "u", "wbr"}


def lines(data: bytes) -> list[str]:
    """Return the text of the blocks, without footnote marks and what leads back to them."""
    reader = _Reader()
    reader.feed(data.decode("utf-8-sig", errors="replace"))
    reader.close()
    return reader.lines


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines = [""]
        self._unseen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _UNSEEN or tag == "sup" or ("role", "doc-backlink") in attrs:
            self._unseen.append(tag)
        elif tag not in _INLINE:
            self.lines.append("")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and self._unseen[-1] == tag:
            self._unseen.pop()
        elif tag not in _INLINE:
            self.lines.append("")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.lines[-1] += data
