"""A printed page traced back: which item each of its lines comes from, and what became of it."""

from briefing.trace.pages import Imprint, formats, imprint, read_page
from briefing.trace.remade import Remade, documents_now, remade
from briefing.trace.tracing import Origin, State, Traced, trace

__all__ = [
    "Imprint",
    "Origin",
    "Remade",
    "State",
    "Traced",
    "documents_now",
    "formats",
    "imprint",
    "read_page",
    "remade",
    "trace",
]
