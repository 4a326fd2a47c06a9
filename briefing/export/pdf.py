"""A document as a tagged PDF, made to be PDF/UA-1 (ISO 14289-1) and declared as such."""

from __future__ import annotations

import typst

from briefing.document import Document
from briefing.export.glyphs import missing, unprintable
from briefing.export.page import pdf


def render(document: Document) -> bytes:
    """Return the document as a PDF, the same bytes for the same document.

    Raises `Unprintable` where the shipped fonts lack a character of it.
    """
    try:
        return pdf(document)
    except typst.TypstError as error:
        if texts := missing(error.diagnostic):
            raise unprintable(document, texts) from None
        raise
