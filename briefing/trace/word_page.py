"""The lines of a Word file: its text, its footnotes and its foot."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from xml.etree import ElementTree
from zipfile import BadZipFile, ZipFile

from briefing.problems import CannotRead

MAX_PART = 32 * 1024 * 1024
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PART = re.compile(r"word/(document|footnotes|endnotes|footer\d*)\.xml")
_ORDER = ("document", "footnotes", "endnotes", "footer")


def lines(data: bytes) -> list[str]:
    """Return the paragraphs; raises `CannotRead` where that is no sound Word file."""
    try:
        with ZipFile(BytesIO(data)) as file:
            parts = [name for name in file.namelist() if _PART.fullmatch(name)]
            if "word/document.xml" not in parts:
                raise CannotRead("a zip file, but no Word file")
            parts.sort(key=lambda name: next(i for i, o in enumerate(_ORDER) if o in name))
            return [line for name in parts for line in _paragraphs(_part(file, name))]
    except (
        BadZipFile,
        ElementTree.ParseError,
        NotImplementedError,
        RuntimeError,
        OSError,
    ) as error:
        raise CannotRead(f"cannot be read as a Word file: {error}") from None


def _part(file: ZipFile, name: str) -> bytes:
    """Return a part, which is large or declares entities in no file that Word has written."""
    with file.open(name) as stream:
        data = stream.read(MAX_PART + 1)
    if len(data) > MAX_PART or b"<!DOCTYPE" in data:
        raise CannotRead(f"cannot be read as a Word file: {name} is not as Word writes it")
    return data


def _paragraphs(data: bytes) -> Iterator[str]:
    for paragraph in ElementTree.fromstring(data).iter(f"{_W}p"):
        yield "".join(_said(run) for run in paragraph.iter(f"{_W}r") if not _raised(run))


def _raised(run: ElementTree.Element) -> bool:
    """Say whether a run is a number that leads to a note."""
    raised = run.find(f"{_W}rPr/{_W}vertAlign[@{_W}val='superscript']")
    style = run.find(f"{_W}rPr/{_W}rStyle")
    return raised is not None or (style is not None and "note" in style.get(f"{_W}val", ""))


def _said(run: ElementTree.Element) -> str:
    parts = {f"{_W}tab": " ", f"{_W}br": " ", f"{_W}noBreakHyphen": "-"}
    return "".join(
        node.text or "" if node.tag == f"{_W}t" else parts.get(node.tag, "") for node in run
    )
