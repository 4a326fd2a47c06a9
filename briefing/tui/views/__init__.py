"""The six views of the app and its library, one module each with its stylesheet beside it.

A view is imported when it is first opened, so the first screen waits for one only; once that
can be seen, `bring_in` imports the others.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from textual.screen import Screen

from briefing.prose import blocks


def _overview() -> Screen[None]:
    from briefing.tui.views.overview import Overview

    return Overview()


def _compare() -> Screen[None]:
    from briefing.tui.views.compare import Compare

    return Compare()


def _experts() -> Screen[None]:
    from briefing.tui.views.experts import Experts

    return Experts()


def _options() -> Screen[None]:
    from briefing.tui.views.options import Options

    return Options()


def _evidence() -> Screen[None]:
    from briefing.tui.views.evidence import Evidence

    return Evidence()


def _brief() -> Screen[None]:
    from briefing.tui.views.brief import BriefView

    return BriefView()


def _library() -> Screen[None]:
    from briefing.tui.views.library import Library

    return Library()


MODES: dict[str, str | Callable[[], Screen[Any]]] = {
    "overview": _overview,
    "compare": _compare,
    "experts": _experts,
    "options": _options,
    "evidence": _evidence,
    "brief": _brief,
    "library": _library,
}
"""What makes each view, by its name."""
VIEW_OF = {
    "judgement": "overview",
    "dimension": "compare",
    "claim": "compare",
    "question": "experts",
    "expert": "experts",
    "option": "options",
    "source": "evidence",
    "brief": "brief",
}
"""The view in which an item of each kind is at home."""


def bring_in() -> None:
    """Import all views and the parser of prose, so that none is waited for when it is wanted."""
    for name in MODES:
        import_module(f"{__name__}.{name}")
    blocks("*", 1)  # whatever is read, the parser is made
