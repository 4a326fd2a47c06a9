"""A printed page traced back: which item each of its lines comes from, and what became of it."""

from briefing.trace.pages import Imprint, formats, imprint, read_page
from briefing.trace.remade import Remade, remade
from briefing.trace.states import Origin, State, Traced
from briefing.trace.tracing import trace

__all__ = [
    "Imprint",
    "Origin",
    "Remade",
    "State",
    "Traced",
    "formats",
    "imprint",
    "read_page",
    "remade",
    "trace",
]
