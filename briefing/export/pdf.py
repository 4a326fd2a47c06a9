"""A document as a tagged PDF, made to be PDF/UA-1 (ISO 14289-1) and declared as such."""

from __future__ import annotations

import typst

from briefing.document import Document, Paragraph, run
from briefing.export import Unprintable
from briefing.export.page import pdf


def render(document: Document) -> bytes:
    """Return the document as a PDF, the same bytes for the same document.

    Raises `Unprintable` where the shipped fonts lack a character of it.
    """
    try:
        return pdf(document)
    except typst.TypstError as error:
        if lacking := _lacking(document, error):
            raise lacking from None
        raise


def _lacking(document: Document, error: typst.TypstError) -> Unprintable | None:
    """Return what to raise where the fonts lack characters, or None where that is not so.

    Of the texts that are told of, only those count that cannot be printed by themselves either.
    The others were told only because they are shaped together with such a one: a letter with
    the accent on it.
    """
    from briefing.export.glyphs import missing, unprintable  # most pages can be printed

    texts = missing(error.diagnostic)
    if not texts:
        return None
    alone = tuple(Paragraph(run(text)) for text in texts)
    try:
        pdf(Document(title="Characters", blocks=alone))
    except typst.TypstError as again:
        texts = missing(again.diagnostic) or texts
    return unprintable(document, texts)
