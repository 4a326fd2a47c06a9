"""A printed page traced back: which item each of its lines comes from, and what became of it."""

from briefing.trace.pages import Imprint, imprint, read_page
from briefing.trace.tracing import Origin, State, Traced, trace

__all__ = ["Imprint", "Origin", "State", "Traced", "imprint", "read_page", "trace"]
