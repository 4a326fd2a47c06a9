"""The brief that ships, as the document that every format draws."""

from __future__ import annotations

from briefing.compose import compose
from briefing.document import Document
from briefing.pack.loader import load
from briefing.paths import shipped
from briefing.recipes import default_brief


def shipped_brief() -> Document:
    """Return the default brief of the shipped pack, composed."""
    pack = load(shipped("content") / "us-china-ai").pack
    brief = default_brief(pack)
    assert brief is not None
    return compose(pack, brief)
