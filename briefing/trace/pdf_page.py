"""The lines of a PDF."""

from __future__ import annotations

import logging
from io import BytesIO

from briefing.problems import CannotRead

MAX_PAGES = 100


def lines(data: bytes) -> list[str]:
    """Return the lines of the first pages; raises `CannotRead` where that is no sound PDF."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what matters is raised
    try:
        pages = PdfReader(BytesIO(data)).pages[:MAX_PAGES]
        return [line for page in pages for line in page.extract_text().splitlines()]
    except Exception as error:  # a broken file may break its reader anywhere
        raise CannotRead(f"cannot be read as a PDF: {error or type(error).__name__}") from None
