"""A document as a tagged PDF, made to be PDF/UA-1 (ISO 14289-1) and declared as such."""

from __future__ import annotations

import typst

from briefing.document import Document, Paragraph, run
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
            raise unprintable(document, _lacking(texts)) from None
        raise


def _lacking(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return those of the texts that cannot be printed by themselves either.

    The others were told only because they are shaped together with such a one: a letter with
    the accent on it.
    """
    alone = tuple(Paragraph(run(text)) for text in texts)
    try:
        pdf(Document(title="Characters", blocks=alone))
    except typst.TypstError as error:
        return missing(error.diagnostic) or texts
    return texts
