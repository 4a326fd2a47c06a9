"""Looking for something in a pack, as tests of the search do."""

from pathlib import Path

from briefing.search import Index
from tests.packs import edit, write_pack

PRICE = "dimensions/price.yaml"


def found(index: Index, query: str) -> list[str]:
    """Return the names of the items that a query finds, in order."""
    return [str(hit.ref) for hit in index.search(query).hits]


def found_with(folder: Path, old: str, new: str, query: str) -> list[str]:
    """Return what is found in the pack after a change to its first dimension."""
    index = Index(edit(write_pack(folder), PRICE, old, new))
    names = found(index, query)
    index.close()
    return names
