"""Putting off the collection of garbage while a pack is made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Collect no garbage meanwhile.

    All that is made of a pack stays, so looking through it on the way is in vain, and takes
    as long as the making itself.
    """
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()
