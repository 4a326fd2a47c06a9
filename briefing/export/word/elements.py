"""Elements of WordprocessingML, made so that foreign text is only ever text in them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias, cast

from docx.oxml.ns import nsmap, qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

Element: TypeAlias = BaseOxmlElement


def element(tag: str, *children: Element, **values: str | int) -> Element:
    """Return an element with its children; tag and attributes are of the namespace `w`."""
    attributes = {qn(f"w:{name}"): str(value) for name, value in values.items()}
    made = cast(Element, OxmlElement(f"w:{tag}", attributes))
    made.extend(children)
    return made


def root(tag: str, *children: Element) -> Element:
    """Return the root of a part, with the namespaces that its elements use."""
    made = cast(Element, OxmlElement(f"w:{tag}", nsdecls={p: nsmap[p] for p in ("w", "r")}))
    made.extend(children)
    return made


def text(words: str) -> Element:
    """Return text that keeps the spaces at its ends."""
    made = element("t")
    made.text = words
    made.set(qn("xml:space"), "preserve")
    return made


def run(style: str, *children: Element) -> Element:
    """Return a run; `style` is the id of its character style, or "" for none."""
    look = [element("rPr", element("rStyle", val=style))] if style else []
    return element("r", *look, *children)


def paragraph(style: str, content: Iterable[Element], *more: Element) -> Element:
    """Return a paragraph of a style; `more` are properties that no style can carry."""
    return element("p", element("pPr", element("pStyle", val=style), *more), *content)


def field(instruction: str, result: str, style: str = "") -> Element:
    """Return a field of Word with the result that stands until Word finds its own."""
    return element("fldSimple", run(style, text(result)), instr=f" {instruction} ")
