"""Pages of a few blocks, and how they read."""

from __future__ import annotations

from msgspec.structs import replace

from briefing.compose import compose
from briefing.document import Document, Table
from briefing.export.text import render
from briefing.pack.pack import Pack
from briefing.pack.recipe import Block as Recipe
from briefing.pack.recipe import Brief


def page(pack: Pack, *blocks: Recipe) -> Document:
    """Return the page of a brief of these blocks."""
    return compose(pack, Brief(id="brief", title="The finding", blocks=blocks))


def body(document: Document) -> str:
    """Return the page as text, without its title, notes and footer."""
    bare = replace(document, title="", meta="", notes=(), footer="")
    return render(bare, 500).strip()


def table(document: Document) -> Table:
    """Return the one table of a page."""
    [found] = [block for block in document.blocks if isinstance(block, Table)]
    return found
