"""Imports without what takes longer than it is worth to a command that ends soon."""

from __future__ import annotations

import sys
from contextlib import contextmanager

TYPE_CHECKING = False  # typing takes longer to import than all that is done before it is needed
if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def without(module: str) -> Iterator[None]:
    """Have a module not be found by what is imported within, unless it was imported before.

    `None` in `sys.modules` is how the import system is told so.
    """
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules[module]
