"""Two states of a pack compared, in the reader's terms."""

from briefing.diff.change import Change, Group
from briefing.diff.comparing import diff
from briefing.diff.keeping import keep, kept, kept_by_this_version

__all__ = ["Change", "Group", "diff", "keep", "kept", "kept_by_this_version"]
