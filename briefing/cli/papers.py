"""What a brief is printed on, in words."""

from __future__ import annotations

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from briefing.pack.recipe import Brief

PAPERS = {"fit-both": "A4 and US Letter", "a4": "A4", "letter": "US Letter"}
"""What each paper of a recipe stands for."""


def pages(brief: Brief) -> str:
    """Return how much paper a brief may take: "1 page, A4 and US Letter"."""
    from briefing.words import counted

    return f"{counted(brief.max_pages, 'page')}, {PAPERS[brief.page]}"
