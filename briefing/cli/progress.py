"""A bar for what takes a while."""

from __future__ import annotations

import sys

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TypeVar

    T = TypeVar("T")


def tracked(items: Sequence[T], doing: str) -> Iterator[T]:
    """Yield the items; on a terminal, standard error meanwhile shows how many are done."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(items, doing, console=Console(stderr=True), transient=True)
