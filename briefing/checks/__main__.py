"""Prints the page of all rules: `python -m briefing.checks > docs/checks.md`."""

from __future__ import annotations

from briefing.checks.explain import page

print(page(), end="")
