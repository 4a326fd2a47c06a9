"""Web pages read back for the tests: what they say, and whatever is wrong with them."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from xml.etree.ElementTree import Element

import html5lib

from briefing.document import Document
from briefing.export.html import render
from briefing.export.text import render as text
from briefing.text import width

LINK = ["href", "id", "role", "aria-label"]
OURS: dict[str, list[str]] = {
    "html": ["lang"], "head": [], "meta": ["charset", "http-equiv", "name", "content"],
    "title": [], "style": [], "body": [], "header": [], "main": [], "footer": [],
    "section": ["role", "aria-labelledby"], "h1": [], "h2": ["id"], "h3": [], "h4": [], "h5": [],
    "h6": [], "p": [], "ul": [], "ol": [], "li": ["id"], "dl": [], "div": [], "dt": [], "dd": [],
    "table": ["id", "class"], "caption": [], "colgroup": [], "col": [], "thead": [], "tbody": [],
    "tr": ["class"], "th": ["scope"], "td": ["data-label"], "a": LINK, "sup": [], "strong": [],
    "em": [], "span": ["class"],
}  # fmt: skip
"""Every element that a page may hold, with its attributes."""
CLASSES = {"sides", "long", "muted", "good", "caution", "bad", "first", "second"}
LINES = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "dd", "th", "td", "li", "footer"}


def parse(page: str) -> Element:
    """Return the tree of a page; a strict parser raises at the first fault."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    tree: Element = parser.parse(page)
    return tree


def read_aloud(element: Element, *, bare: bool = False) -> Iterator[str]:
    """Yield what an element says, in the manner of the text export.

    Where it is to be `bare`, without the markers of lists and the addresses of links.
    """
    if element.tag in {"head", "thead"} or element.get("role") == "doc-backlink":
        return
    inside = [element.text or ""]
    for number, child in enumerate(element, 1):
        if child.tag == "li" and not bare:
            marker = f"[{number}]" if child.get("id") else f"{number}."
            inside.append("- " if element.tag == "ul" else marker)
        inside += read_aloud(child, bare=bare)
        inside.append(child.tail or "")
    said = "".join(inside)
    if element.tag == "sup":
        said = f"[{said}]"
    if element.tag == "td" and said:
        said = f"{element.get('data-label')}: {said}"
    yield said
    if element.tag in LINES and element.find("p") is None and not bare:
        links = {a.get("href", ""): "".join(a.itertext()) for a in element.iter("a")}
        yield from (f"<{u}>" for u, said in links.items() if u[0] != "#" and u != said)


def squeezed(said: str) -> str:
    return "".join(said.split())


def as_text(document: Document) -> str:
    """Return what the text export says, without the lines below headings and without spaces."""
    written = text(document, columns=1_000_000).split("\n")
    under = [re.fullmatch("=+|-+", b) and width(a) == width(b) for a, b in pairwise(written)]
    kept = [line for line, rule in zip(written, [None, *under], strict=True) if not rule]
    return squeezed("".join(kept))


def faults(document: Document) -> list[str]:
    """Return what is wrong with the page of a document; parsing it raises as well."""
    tree = parse(render(document))
    ids = Counter(name for e in tree.iter() if (name := e.get("id")))
    found = [f"id {name} used {times} times" for name, times in ids.items() if times > 1]
    level = 0
    for element in tree.iter():
        tag = str(element.tag)
        if tag not in OURS:
            found.append(f"element {tag}")
            continue
        found += [f"{tag} {name}" for name in element.attrib if name not in OURS[tag]]
        found += [f"class {c}" for c in element.get("class", "").split() if c not in CLASSES]
        if (target := element.get("href", "")).startswith("#") and target[1:] not in ids:
            found.append(f"dead link {target}")
        if re.fullmatch("h[1-6]", tag):
            found += [f"{tag} after h{level}"] if int(tag[1]) > level + 1 else []
            level = int(tag[1])
    if (said := squeezed("".join(read_aloud(tree)))) != as_text(document):
        found.append(f"says {said}")
    return found
