"""What is shown in a layout that was made before, held against one that is made now."""

from __future__ import annotations

from typing import Any

from textual.app import App

from briefing.tui.widgets.soon import ShownSoon


def outdated(app: App[Any]) -> list[ShownSoon[Any]]:
    """Return the panes of the screen whose lines would be others if they were laid out now."""
    panes = app.screen.query(ShownSoon)  # type: ignore[type-abstract]  # of whatever kind
    return [pane for pane in panes if pane.region.area and _is_outdated(pane)]


def _is_outdated(pane: ShownSoon[Any]) -> bool:
    fresh = pane.layout_of(pane.document, pane.of, pane.drawn_width)
    fresh.finish()
    return fresh.line_count != pane.line_count or any(
        not fresh.content(line).is_same(pane.laid.content(line)) for line in range(pane.line_count)
    )
