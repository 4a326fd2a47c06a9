"""The parts of a Word file and the package around them, the same bytes on every run."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.opc.parts.coreprops import CorePropertiesPart
from docx.oxml.coreprops import CT_CoreProperties
from docx.oxml.ns import qn
from docx.oxml.parser import parse_xml
from docx.package import Package

from briefing.document import Document
from briefing.export.word import lists
from briefing.export.word.elements import Element, element, root
from briefing.export.word.notes import SEPARATORS
from briefing.text import one_line

_KINDS = {
    "footer": (CT.WML_FOOTER, RT.FOOTER),
    "footnotes": (CT.WML_FOOTNOTES, RT.FOOTNOTES),
    "numbering": (CT.WML_NUMBERING, RT.NUMBERING),
    "settings": (CT.WML_SETTINGS, RT.SETTINGS),
    "styles": (CT.WML_STYLES, RT.STYLES),
}
_STYLES = Path(__file__).with_name("styles.xml")
_EAST_ASIAN = ("zh", "ja", "ko")
_LONGEST = 255
"""Characters that Word allows in a property."""
_MADE_BY = "briefing"
_MADE_AT = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can tell."""


class File:
    """A Word file in the making: the part with its text, and the parts that go with it."""

    def __init__(self) -> None:
        self._package = Package()
        self.text = XmlPart(
            PackURI("/word/document.xml"), CT.WML_DOCUMENT_MAIN, root("document"), self._package
        )
        self._package.relate_to(self.text, RT.OFFICE_DOCUMENT)

    def add(self, kind: str, content: Element) -> XmlPart:
        """Add a part with that content and return it."""
        content_type, relationship = _KINDS[kind]
        part = XmlPart(PackURI(f"/word/{kind}.xml"), content_type, content, self._package)
        self.text.relate_to(part, relationship)
        return part

    def describe(self, document: Document) -> None:
        """Add what the document is called, what it is about, and of when it is."""
        uri, content = PackURI("/docProps/core.xml"), CT_CoreProperties.new()
        part = CorePropertiesPart(uri, CT.OPC_CORE_PROPERTIES, content, self._package)
        core = part.core_properties
        core.title = one_line(document.title)[:_LONGEST]
        core.subject = one_line(document.meta)[:_LONGEST]
        core.keywords = one_line(document.footer)[:_LONGEST]
        core.language = one_line(document.language)[:_LONGEST]
        core.author = core.last_modified_by = _MADE_BY
        core.revision = 1
        if day := _day(document.date):
            core.created = core.modified = day
        self._package.relate_to(part, RT.CORE_PROPERTIES)

    def data(self) -> bytes:
        """Return the file."""
        stream = BytesIO()
        self._package.save(stream)
        made = BytesIO()
        with ZipFile(stream) as written, ZipFile(made, "w", ZIP_DEFLATED) as file:
            for entry in written.infolist():
                info = ZipInfo(entry.filename, _MADE_AT)
                info.create_system = 0
                file.writestr(info, written.read(entry), ZIP_DEFLATED)
        return made.getvalue()


def styles(document: Document, measure: int) -> Element:
    """Return the styles: those of `styles.xml`, and the lists'.

    `measure` is how wide the text is: where the footer's page number ends.
    """
    found = parse_xml(_STYLES.read_bytes())
    found.extend(lists.styles())
    language = one_line(document.language)
    for lang in found.xpath("//w:lang"):
        lang.set(qn("w:val"), language)
        if language.startswith(_EAST_ASIAN):
            lang.set(qn("w:eastAsia"), language)
    for tab in found.xpath("//w:tab[@w:val='right']"):
        tab.set(qn("w:pos"), str(measure))
    return found


def settings() -> Element:
    """Return the settings: where notes are drawn, and that this is no file of an old Word."""
    separators = [element("footnote", id=number) for number in SEPARATORS]
    word = "http://schemas.microsoft.com/office/word"
    current = element("compatSetting", name="compatibilityMode", uri=word, val=15)
    return root("settings", element("footnotePr", *separators), element("compat", current))


def _day(date: str) -> datetime | None:
    """Return the first moment of a date, which may be a year or a month, or None for no date."""
    try:
        return datetime.fromisoformat(f"{date}-01-01"[:10])
    except ValueError:
        return None
