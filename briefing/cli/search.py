"""`briefing search`: find words in a pack."""

USAGE = "search QUERY"
SUMMARY = "find words in the pack"


def add(s): ...
