"""All that `briefing check` finds: the rules over a pack, the day, and the printed page."""

from __future__ import annotations

import os
import time
from collections.abc import Collection, Iterator
from pathlib import Path

from briefing.checks.engine import Report, check
from briefing.checks.given import EXPIRED, PAST_THE_PAGE, expired
from briefing.checks.registry import OF_PACKS
from briefing.checks.rule import Finding
from briefing.pack.cache import load_cached


def report(folder: Path, chosen: Collection[str] = OF_PACKS.keys()) -> Report:
    """Return what the chosen rules find in the pack in a folder.

    Raises `CannotRead` where it holds none, and `ValueError` where SOURCE_DATE_EPOCH is no
    number of seconds.
    """
    loaded = load_cached(folder)
    given: dict[str, Iterator[Finding]] = {EXPIRED.id: expired(loaded.pack, today())}
    if PAST_THE_PAGE.id in chosen:
        from briefing.export.overfull import overfull

        given[PAST_THE_PAGE.id] = overfull(folder, loaded.pack)
    return check(folder, loaded, chosen, given)


def today() -> str:
    """Return the day of the check, or of SOURCE_DATE_EPOCH (reproducible-builds.org).

    Raises `ValueError` where that is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return time.strftime("%Y-%m-%d", time.gmtime(int(epoch)) if epoch else time.localtime())
    except (ValueError, OverflowError, OSError):
        raise ValueError("SOURCE_DATE_EPOCH is no number of seconds") from None
