"""Citations held against the texts of their sources: paragraph by paragraph, term by term."""

from briefing.verify.checking import (
    Check,
    CheckedLine,
    CheckedText,
    Outcome,
    Part,
    Passage,
    Verification,
    check,
    verify,
)
from briefing.verify.terms import Span, found
from briefing.verify.texts import Text, Texts, paragraphs, texts_in

__all__ = [
    "Check",
    "CheckedLine",
    "CheckedText",
    "Outcome",
    "Part",
    "Passage",
    "Span",
    "Text",
    "Texts",
    "Verification",
    "check",
    "found",
    "paragraphs",
    "texts_in",
    "verify",
]
