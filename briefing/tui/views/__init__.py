"""The six views of the app and its library, one module each with its stylesheet beside it.

A view is imported when it is first opened, so the first screen waits for one only.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual.screen import Screen


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
